"""La carta sobre la lista del libro: abrirla, seguirla al cambiar el archivo, imprimir y volver."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.oficios import al_pedirlo
from ut_escritorio.servicios.oficios.libro import Libro

if TYPE_CHECKING:
    from ut_escritorio.interfaz.oficios.carta.impresor import Impresor
    from ut_escritorio.interfaz.oficios.carta.panel import PanelDeCarta

_ELIJA = "Elija en la lista los oficios cuya carta quiere imprimir."


class Cartas(QObject):
    """`volvio` sale con el oficio cuya carta se dejó; `guarda_del_oficio`, como la del panel.

    `fila_de` da un oficio como está ahora en el libro.
    """

    volvio = Signal(str)
    guarda_del_oficio = Signal(object, object, object, str)
    dijo = Signal(str, str)

    def __init__(
        self, pila: QStackedWidget, sesion: Sesion, fila_de: Callable[[str], EnElLibro | None]
    ) -> None:
        super().__init__(pila)
        self._pila, self._sesion, self._fila_de = pila, sesion, fila_de
        self._armado: PanelDeCarta | None = None

    @cached_property
    def impresor(self) -> Impresor:
        """Lo que las imprime, que se carga al pedirlo."""
        impresor = al_pedirlo.impresor().Impresor(self._pila, self._sesion)
        impresor.dijo.connect(self.dijo)
        return impresor

    @property
    def abierta(self) -> PanelDeCarta | None:
        """La carta que se ve; None si se ve la lista."""
        return self._armado if self._armado is not None and self._pila.currentIndex() else None

    def abrir(self, uid: str, libro: Libro | None, *, campo: str = "") -> QWidget | None:
        """Enseña la carta de un oficio, con el cursor en ese campo o en lo que falte; None si no se pudo."""
        fila = self._fila_de(uid)
        if fila is None or libro is None:
            return None
        panel = self._panel()
        if not panel.poner(fila, libro):
            return None
        self._pila.setCurrentWidget(panel)
        pieza = panel.pieza_de(campo) if campo else None
        if pieza is not None:
            pieza.setFocus()
        else:
            panel.enfocar()
        return pieza or panel

    def _panel(self) -> PanelDeCarta:
        if self._armado is None:
            self._armado = al_pedirlo.carta().PanelDeCarta(self._sesion, self.impresor)
            self._armado.vuelve.connect(self.cerrar)
            self._armado.guarda_del_oficio.connect(self.guarda_del_oficio)
            self._pila.addWidget(self._armado)
        return self._armado

    def cerrar(self) -> None:
        """Vuelve a la lista, en el mismo oficio."""
        if (panel := self.abierta) is not None:
            self._pila.setCurrentIndex(0)
            self.volvio.emit(panel.uid)

    def refrescar(self, libro: Libro) -> None:
        """Pone al día la que se ve; si su oficio ya no está en el libro, vuelve a la lista."""
        if (panel := self.abierta) is not None:
            fila = self._fila_de(panel.uid)
            if fila is None or not panel.poner(fila, libro):
                self.cerrar()

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        if self._armado is not None:
            self._armado.asentar()

    def imprimir(self, filas: Sequence[EnElLibro]) -> None:
        """Imprime la que se ve o, en la lista, las de los oficios elegidos."""
        if (panel := self.abierta) is not None:
            panel.pedir_imprimir()
        elif filas:
            self.impresor.en_papel(filas)
        else:
            self._sesion.fallo.emit(_ELIJA)
