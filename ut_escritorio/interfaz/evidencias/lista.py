"""La hilera de miniaturas, con sus teclas."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget

from ut_escritorio.interfaz.comunes.aspecto.iconos import crecido
from ut_escritorio.interfaz.evidencias.miniaturas import medida

_SIN, _ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
_PEDIDOS = {
    (Qt.Key.Key_Space, _SIN): "abrir",
    (Qt.Key.Key_Return, _SIN): "abrir",
    (Qt.Key.Key_Enter, _SIN): "abrir",
    (Qt.Key.Key_Delete, _SIN): "quitar",
    (Qt.Key.Key_Left, _ALT): "antes",
    (Qt.Key.Key_Right, _ALT): "despues",
}


class ListaDeMiniaturas(QListWidget):
    """Una al lado de otra; `pide` sale con lo que una tecla o un doble clic piden."""

    pide = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Evidencias")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setIconSize(medida())
        self.setSpacing(crecido(4))
        barra = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.alto_de_cada() + crecido(12) + barra)
        self.itemDoubleClicked.connect(lambda _: self.pide.emit("abrir"))

    def alto_de_cada(self) -> int:
        """El alto de una con su renglón debajo."""
        return medida().height() + self.fontMetrics().lineSpacing() + crecido(12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modo = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pedido = _PEDIDOS.get((Qt.Key(event.key()), modo))
        if pedido:
            self.pide.emit(pedido)
        else:
            super().keyPressEvent(event)
