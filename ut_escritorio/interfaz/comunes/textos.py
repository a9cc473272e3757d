"""El cuadro de texto largo que se guarda solo: tras una pausa y al salir de él."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

_PAUSA = 1500


class TextoLargo(QPlainTextEdit):
    """`guardar` sale con el texto cuando ella hace una pausa o se va, solo si cambió."""

    guardar = Signal(str)

    def __init__(self, nombre: str, renglones: int = 4) -> None:
        super().__init__()
        self.setAccessibleName(nombre)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * renglones + 14)
        self._guardado = ""
        self._pausa = QTimer(self, singleShot=True, interval=_PAUSA)
        self._pausa.timeout.connect(self.guardar_ya)
        self.textChanged.connect(self._pausa.start)

    def poner(self, texto: str) -> None:
        """Muestra un texto guardado; lo que ella esté escribiendo no se toca."""
        if self.toPlainText() != self._guardado and self.hasFocus():
            return
        self._guardado = texto
        if self.toPlainText() != texto:
            self.setPlainText(texto)
        self._pausa.stop()

    def guardar_ya(self) -> None:
        """Guarda lo escrito, si es otra cosa que lo guardado."""
        self._pausa.stop()
        texto = self.toPlainText()
        if texto != self._guardado:
            self._guardado = texto
            self.guardar.emit(texto)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.guardar_ya()
