"""La lista del libro con lo que va arriba y al pie: lo que se ve, los elegidos y los números que faltan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSize, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.listas.copiable import hacer_copiable
from ut_escritorio.interfaz.oficios.lista.columnas import COLUMNAS
from ut_escritorio.interfaz.oficios.lista.filtros import Filtros
from ut_escritorio.interfaz.oficios.lista.huecos import RenglonDeHuecos
from ut_escritorio.interfaz.oficios.lista.modelo import ModeloDelLibro
from ut_escritorio.interfaz.oficios.lista.tabla import TablaDelLibro
from ut_escritorio.servicios.oficios.libro import Libro

_VACIO = "El libro de este año está vacío. «Oficio nuevo» (Insert) anota el primero."
_NADA_ASI = "Ninguno de este año es así. Pruebe con menos palabras, o vea «Todos»."


class ListaDelLibro(QWidget):
    """`eligio` sale con los uid de los oficios que ella eligió."""

    eligio = Signal(tuple)

    def __init__(self, barra: QWidget, filtros: Filtros) -> None:
        super().__init__()
        self._filtros = filtros
        self._poniendo = False
        self.modelo = ModeloDelLibro()
        self.tabla = TablaDelLibro(self.modelo)
        self.huecos = RenglonDeHuecos()
        self.vacio, self.estado = Letrero(tinta="letra_tenue"), Letrero(tinta="letra_tenue")
        self.tabla.setMinimumHeight(self.fontMetrics().height() * 5)
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        for pieza in (barra, filtros, self.estado, self.vacio):
            acomodo.addWidget(pieza)
        acomodo.addWidget(self.tabla, 1)
        acomodo.addWidget(self.huecos)
        self.tabla.selectionModel().selectionChanged.connect(lambda *_: self._al_elegir())
        self._de_copiar = hacer_copiable(self.tabla, self.modelo.rotulos, self.modelo.textos)

    def minimumSizeHint(self) -> QSize:
        """Con las hileras de arriba partidas a este ancho: con poco alto se recorre, y nada se aplasta."""
        acomodo, pide = self.layout(), super().minimumSizeHint()
        partido = acomodo.minimumHeightForWidth(self.width()) if acomodo is not None else 0
        return pide.expandedTo(QSize(0, partido))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def poner(self, libro: Libro | None, elegidos: Sequence[str]) -> None:
        """Los que se piden de un libro; los elegidos siguen elegidos si están entre ellos."""
        self._poniendo = True
        filas = libro.ver(self._filtros.pedido()) if libro else ()
        self.modelo.poner(filas)
        self.marcar(elegidos)
        self._poniendo = False
        self.tabla.repartir()
        de_antes = sum(fila.oficio.ejercicio < self._filtros.ejercicio() for fila in filas)
        nada = _NADA_ASI if self._filtros.esconde else _VACIO
        self.vacio.decir(_de_antes(de_antes) if filas else nada)

    def marcar(self, uids: Sequence[str]) -> None:
        """Deja elegidas las filas de esos oficios que se vean."""
        filas = sorted(fila for uid in uids if (fila := self.modelo.fila_de(uid)) >= 0)
        if self.tabla.elegidas() == filas:
            return
        seleccion, modelo = QItemSelection(), self.tabla.selectionModel()
        for fila in filas:
            seleccion.select(self.modelo.index(fila, 0), self.modelo.index(fila, len(COLUMNAS) - 1))
        if filas:
            modelo.setCurrentIndex(self.modelo.index(filas[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        modelo.select(seleccion, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def mostrar(self, uids: Sequence[str]) -> None:
        """Los marca y deja el primero a la vista, con el cursor en la lista."""
        self.marcar(uids)
        self.tabla.scrollTo(self.tabla.currentIndex())
        self.tabla.setFocus()

    def entrar(self) -> None:
        """Pone el cursor en la lista; si nada está elegido, en el primero."""
        if self.modelo.filas:
            self.tabla.setFocus()
            if not self.tabla.elegidas():
                self.tabla.selectRow(0)

    def copiar(self, tecla: QKeyEvent) -> bool:
        """Copia lo que esa tecla copia con el cursor en la lista; dice si era de copiar."""
        dicha, (elegidos, _) = QKeySequence(tecla.keyCombination()), self._de_copiar
        suya = next((una for una in self._de_copiar if dicha in una.shortcuts()), None)
        if suya is None:
            return False
        if suya is elegidos and not self.tabla.elegidas():
            self.estado.decir("Elija en la lista los oficios que quiere copiar.", "atencion")
        else:
            suya.trigger()
        return True

    def _al_elegir(self) -> None:
        if not self._poniendo:
            self.estado.decir("")
            elegidas = (self.modelo.filas[fila] for fila in self.tabla.elegidas())
            self.eligio.emit(tuple(fila.oficio.uid for fila in elegidas))


def _de_antes(cuantos: int) -> str:
    if not cuantos:
        return ""
    return "Uno es de un año anterior." if cuantos == 1 else f"{cuantos} son de años anteriores."
