"""El cuadro de texto largo que se guarda solo: tras una pausa y al salir de él."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

_PAUSA = 1500


class TextoLargo(QPlainTextEdit):
    """`guardar` sale con el texto cuando ella hace una pausa o se va, solo si cambió.

    `visita` es otra cada vez que entra: lo guardado en una misma se deshace junto.
    """

    guardar = Signal(str)

    def __init__(self, nombre: str, renglones: int = 4) -> None:
        super().__init__()
        self.setAccessibleName(nombre)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * renglones + 14)
        self._guardado = ""
        self.visita = ""
        self._pausa = QTimer(self, singleShot=True, interval=_PAUSA)
        self._pausa.timeout.connect(self.guardar_ya)
        self.textChanged.connect(self._pausa.start)

    def poner(self, texto: str) -> None:
        """Muestra un texto guardado; lo que ella esté escribiendo no se toca."""
        if self.sin_confirmar() and self.hasFocus():
            return
        self._guardado = texto
        if self.toPlainText() != texto:
            self.setPlainText(texto)
            self.moveCursor(QTextCursor.MoveOperation.End)
        self._pausa.stop()

    def sin_confirmar(self) -> bool:
        """Si hay algo escrito que aún no se guarda."""
        return self.toPlainText() != self._guardado

    def guardar_ya(self) -> None:
        """Guarda lo escrito, si es otra cosa que lo guardado."""
        self._pausa.stop()
        if self.sin_confirmar():
            self._guardado = self.toPlainText()
            self.guardar.emit(self._guardado)

    def focusInEvent(self, e: QFocusEvent) -> None:
        super().focusInEvent(e)
        self.visita = uuid4().hex

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.guardar_ya()
