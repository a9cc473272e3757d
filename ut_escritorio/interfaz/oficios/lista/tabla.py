"""La lista del libro: sus teclas y lo ancho de cada columna."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from ut_escritorio.interfaz.comunes.listas.tabla import CON, DE_TODA_LISTA, SIN, Pedidos, TablaDeFilas
from ut_escritorio.interfaz.oficios.lista.columnas import ASUNTO, COLUMNAS, CON_QUIEN, EN_EL_INFORME, NUMERO
from ut_escritorio.interfaz.oficios.lista.modelo import ModeloDelLibro

_PEDIDOS: Pedidos = {
    **DE_TODA_LISTA,
    (Qt.Key.Key_Return, CON): "ir",
    (Qt.Key.Key_Enter, CON): "ir",
    (Qt.Key.Key_R, CON): "llego_la_respuesta",
    (Qt.Key.Key_T, CON): "recordar",
    (Qt.Key.Key_F4, SIN): "carta",
    (Qt.Key.Key_Space, SIN): "mirar",
    (Qt.Key.Key_Insert, CON): "escribir",
}
_ANGOSTA, _HOLGADA = 160, 200
"""Con menos letras que estas a lo ancho, solo lo que se ve siempre; o todo, y a quién va cede al asunto."""
_PARTES = {NUMERO: 4, CON_QUIEN: 4}
"""En cuántas partes se divide el ancho para lo más que toma una columna; las demás, en siete."""


class TablaDelLibro(TablaDeFilas):
    """Se eligen uno o varios; doble clic en «En el informe» va ahí.

    `entra_en` sale, con doble clic en otra columna, con el dato que dice.
    """

    entra_en = Signal(str)

    def __init__(self, modelo: ModeloDelLibro) -> None:
        super().__init__("Oficios, lo más nuevo primero", _PEDIDOS)
        self._modelo = modelo
        self.setModel(modelo)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.horizontalHeader().setSectionResizeMode(ASUNTO, QHeaderView.ResizeMode.Stretch)
        self.cambio_de_ancho.connect(self.repartir)
        self.doubleClicked.connect(lambda indice: self._al_doble_clic(indice.column()))

    def _al_doble_clic(self, columna: int) -> None:
        if columna == EN_EL_INFORME:
            self.pide.emit("ir")
        else:
            self.entra_en.emit(COLUMNAS[columna].dato)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """La elegida sigue a la vista aunque la lista se achique."""
        super().resizeEvent(event)
        if self.elegidas():
            self.scrollTo(self.currentIndex())

    def elegidas(self) -> list[int]:
        """Las filas elegidas, en su orden."""
        seleccion = self.selectionModel()
        return sorted(indice.row() for indice in seleccion.selectedRows()) if seleccion else []

    def repartir(self) -> None:
        """Cada columna pide lo que dice su rótulo y lo más común de sus celdas; el asunto, lo que sobra."""
        letra, ancho = self.fontMetrics(), self.viewport().width()
        letras = ancho // max(1, letra.averageCharWidth())
        muestra = range(min(len(self._modelo.filas), 60))
        for cual, columna in enumerate(COLUMNAS):
            self.setColumnHidden(cual, letras < _ANGOSTA and not columna.siempre)
            if cual == ASUNTO:
                continue
            dichos = [columna.rotulo, *(self._modelo.texto(fila, cual) for fila in muestra)]
            pide = max(letra.horizontalAdvance(dicho) for dicho in dichos) + 22
            tope = ancho // _PARTES.get(cual, 7)
            if cual == CON_QUIEN and _ANGOSTA <= letras < _HOLGADA:
                tope = ancho // 6
            self.setColumnWidth(cual, max(min(pide, tope), letra.averageCharWidth() * 8))
