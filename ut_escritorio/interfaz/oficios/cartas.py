"""La carta sobre la lista del libro: abrirla, seguirla al cambiar el archivo, imprimir y volver."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.oficios import al_pedirlo
from ut_escritorio.interfaz.oficios.por_cual_va import sabiendo_por_cual_va
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.oficios import anotar
from ut_escritorio.servicios.oficios.libro import Libro, en_el_anio

if TYPE_CHECKING:
    from ut_escritorio.interfaz.oficios.carta.impresor import Impresor
    from ut_escritorio.interfaz.oficios.carta.panel import PanelDeCarta
    from ut_escritorio.interfaz.oficios.carta.varias import VariasAreas
    from ut_escritorio.servicios.oficios.varias import ParaVarias

_ELIJA = "Elija en la lista los oficios cuya carta quiere imprimir."


class Cartas(QObject):
    """`volvio` sale con el oficio cuya carta se dejó; `guarda_del_oficio`, como la del panel.

    `elige` sale con los oficios que van a quedar elegidos. `fila_de` da un oficio como está en el libro.
    """

    volvio = Signal(str)
    guarda_del_oficio = Signal(object, object, object, str)
    dijo = Signal(str, str)
    elige = Signal(tuple)

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
        if (pieza := panel.pieza_de(campo)) is not None:
            pieza.setFocus()
        else:
            panel.enfocar()
        return pieza or panel

    def mirar(self, uid: str, libro: Libro | None) -> None:
        """Enseña solo la hoja de su carta, grande; al dejarla se vuelve a la lista."""
        if self.abrir(uid, libro) is not None and (panel := self.abierta) is not None:
            panel.agrandar(si=True, de_paso=True)

    def _panel(self) -> PanelDeCarta:
        if self._armado is None:
            self._armado = al_pedirlo.carta().PanelDeCarta(self._sesion, self.impresor)
            self._armado.vuelve.connect(self.cerrar)
            self._armado.guarda_del_oficio.connect(self.guarda_del_oficio)
            self._armado.pide_varias.connect(self._a_varias)
            self._pila.addWidget(self._armado)
        return self._armado

    def cerrar(self) -> None:
        """Vuelve a la lista, en el mismo oficio; el que se quedó en blanco no se queda en el libro."""
        if (panel := self.abierta) is not None:
            panel.agrandar(si=False)
            self._pila.setCurrentIndex(0)
            if self._fila_de(panel.uid) is not None and panel.intacta:
                self._sesion.hacer(anotar.quitar, panel.uid)
            self.volvio.emit(panel.uid)

    def refrescar(self, libro: Libro) -> None:
        """Pone al día la que se ve; si su oficio ya no está en el libro, vuelve a la lista."""
        if (panel := self.abierta) is not None:
            fila = self._fila_de(panel.uid)
            if fila is None or not panel.poner(fila, libro):
                self.cerrar()

    # --- a varias áreas ---------------------------------------------------------------------------

    def _a_varias(self, a_quien: str) -> None:
        """Pregunta a cuáles, además de las ya escritas, y con qué números."""
        panel, hoy = self.abierta, self._sesion.reloj.hoy()
        fila = self._fila_de(panel.uid) if panel else None
        if fila is None:
            return
        anio, uid, servicio = fila.oficio.ejercicio, fila.oficio.uid, al_pedirlo.a_varias()

        def preguntar() -> None:
            vista = self._sesion.consultar(
                lambda exp, t: servicio.por_verse(exp, en_el_anio(exp, t, anio), uid, hoy)
            )
            if vista is None:
                return
            cuadro = al_pedirlo.varias().VariasAreas(self._pila.window(), vista, self._sesion, a_quien)
            cuadro.acepta.connect(lambda pedido: self._tomar(cuadro, uid, anio, pedido))
            cuadro.open()

        los_escribo = "No sé, los escribo", preguntar
        sabiendo_por_cual_va(self._pila.window(), self._sesion, anio, preguntar, los_escribo)

    def _tomar(self, cuadro: VariasAreas, uid: str, anio: int, pedido: ParaVarias) -> None:
        """Las toma de una vez y las deja elegidas; si no se puede, el cuadro sigue abierto y dice por qué.

        Si hay áreas nuevas la ventana arma otra vez las pestañas: lo que va a quedar elegido se dice antes.
        """
        servicio, hoy, sesion = al_pedirlo.a_varias(), self._sesion.reloj.hoy(), self._sesion
        uids = servicio.uids_para(uid, len(pedido.areas))
        reparos: list[str] = []

        def tomar(exp: Expediente, trimestre: Trimestre) -> tuple[tuple[str, ...], Cambios]:
            try:
                return servicio.tomar_para_varias(exp, en_el_anio(exp, trimestre, anio), uids, pedido, hoy)
            except ErrorEsperado as error:
                reparos.append(str(error))
                return (), Cambios("", frozenset())

        self._pila.setCurrentIndex(0)
        self.elige.emit(uids)
        if sesion.hacer(tomar):
            cuadro.accept()
            return
        self.elige.emit((uid,))
        if self._armado is not None:
            self._pila.setCurrentWidget(self._armado)
        cuadro.no_se_pudo(next(iter(reparos), ""))

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
