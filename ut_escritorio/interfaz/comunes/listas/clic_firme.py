"""El clic que no se pierde: al oprimir, lo de abajo puede acomodarse, y se suelta sobre otra celda."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication


class ClicFirme(QObject):
    """`hecho` sale con la celda que se oprimió, si el ratón se soltó donde se oprimió.

    Qt compara la celda de abajo, y no dice nada si entretanto la tabla se movió.
    """

    hecho = Signal(QModelIndex)

    def __init__(self, tabla: QAbstractItemView) -> None:
        super().__init__(tabla)
        self._tabla = tabla
        self._oprimido: QPointF | None = None
        tabla.viewport().installEventFilter(self)

    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        if isinstance(arg__2, QMouseEvent) and arg__2.button() == Qt.MouseButton.LeftButton:
            if arg__2.type() == QEvent.Type.MouseButtonPress:
                en_una = self._tabla.indexAt(arg__2.position().toPoint()).isValid()
                self._oprimido = arg__2.globalPosition() if en_una else None
            elif arg__2.type() == QEvent.Type.MouseButtonRelease:
                self._soltar(arg__2.globalPosition())
        return False

    def _soltar(self, donde: QPointF) -> None:
        oprimido, self._oprimido = self._oprimido, None
        if oprimido is None:
            return
        if (donde - oprimido).manhattanLength() < QApplication.startDragDistance():
            self.hecho.emit(self._tabla.currentIndex())
