"""Una tabla de la que se elige el renglón entero, con las teclas que cada lista le dé."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ut_escritorio.interfaz.comunes.aspecto.iconos import crecido

SIN, CON = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
Pedidos = Mapping[tuple[int, Qt.KeyboardModifier], str]

DE_TODA_LISTA: Pedidos = {
    (Qt.Key.Key_Insert, SIN): "agregar",
    (Qt.Key.Key_Delete, SIN): "quitar",
    (Qt.Key.Key_Return, SIN): "entrar",
    (Qt.Key.Key_Enter, SIN): "entrar",
    (Qt.Key.Key_F2, SIN): "entrar",
}


class TablaDeFilas(QTableView):
    """`pide` sale con lo que una tecla pide; `cambio_de_ancho`, cuando hay que repartir las columnas."""

    pide = Signal(str)
    cambio_de_ancho = Signal()

    def __init__(self, nombre: str, pedidos: Pedidos = DE_TODA_LISTA) -> None:
        super().__init__()
        self._pedidos = pedidos
        self.setAccessibleName(nombre)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setIconSize(QSize(crecido(16), crecido(16)))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFont(self.font())
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.cambio_de_ancho.emit()

    def pedido_de(self, tecla: QKeyEvent) -> str:
        """Lo que esa tecla pide en ella; vacío si nada."""
        return self._pedidos.get((tecla.key(), tecla.modifiers() & CON), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pedido := self.pedido_de(event):
            self.pide.emit(pedido)
        else:
            super().keyPressEvent(event)
