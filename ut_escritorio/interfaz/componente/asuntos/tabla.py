"""La tabla de asuntos: sus teclas, su clic, su menú y el ancho de cada columna."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ut_escritorio.interfaz.componente.asuntos.modelo import PRIMER_PASO, TEMA, UNIDAD, ModeloDeAsuntos
from ut_escritorio.interfaz.componente.asuntos.pincel_de_fichas import PincelDeFichas
from ut_escritorio.interfaz.comunes.aspecto.iconos import crecido

_PARA_LLENAR = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space)


class TablaDeAsuntos(QTableView):
    """Un clic o Enter llenan la ficha de una celda; Supr la vacía. `agrega` sale con Insert."""

    llena = Signal(QModelIndex)
    vacia = Signal(QModelIndex)
    agrega = Signal()
    pide_menu = Signal(QModelIndex, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Asuntos, un renglón por cada uno")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setIconSize(QSize(crecido(16), crecido(16)))
        self.setItemDelegate(PincelDeFichas(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PARA_LLENAR:
            self.llena.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.vacia.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Insert:
            self.agrega.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.repartir()

    def repartir(self) -> None:
        """Cada paso toma lo que dicen sus celdas; la unidad y el tema se reparten lo que sobra."""
        modelo, ancho = self.model(), self.viewport().width()
        if not isinstance(modelo, ModeloDeAsuntos) or not modelo.rowCount():
            return
        quedan = ancho
        for columna in range(PRIMER_PASO, modelo.columnCount()):
            pedido = min(self._pedido(modelo, columna), ancho // 6)
            self.setColumnWidth(columna, pedido)
            quedan -= pedido
        self.setColumnWidth(UNIDAD, quedan * 2 // 5)
        self.setColumnWidth(TEMA, quedan - quedan * 2 // 5)

    def _pedido(self, modelo: ModeloDeAsuntos, columna: int) -> int:
        """Lo que pide una columna: su rótulo, su botón y lo más largo que dicen sus celdas con su icono."""
        letra, ficha = self.fontMetrics(), modelo.pasos[columna - PRIMER_PASO].ficha
        de_fuera = [modelo.rotulos()[columna], ficha.rotulo if ficha and ficha.pregunta else ""]
        dentro = [modelo.texto(fila, columna) for fila in range(modelo.rowCount())]
        orilla = 2 * letra.averageCharWidth()
        pide = max(letra.horizontalAdvance(texto) for texto in de_fuera) + 2 * orilla
        if ficha is not None and not ficha.pregunta:
            return pide
        con_icono = self.iconSize().width() + orilla
        return max(pide, *(letra.horizontalAdvance(texto) + con_icono + orilla for texto in dentro))

    def contextMenuEvent(self, arg__1: QContextMenuEvent) -> None:
        """El menú de la celda: con clic derecho o con la tecla Menú."""
        con_raton = arg__1.reason() == QContextMenuEvent.Reason.Mouse
        indice = self.indexAt(arg__1.pos()) if con_raton else self.currentIndex()
        donde = arg__1.pos() if con_raton else self.visualRect(indice).center()
        self.pide_menu.emit(indice, self.viewport().mapToGlobal(donde))
