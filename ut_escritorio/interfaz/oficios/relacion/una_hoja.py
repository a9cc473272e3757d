"""La hoja de un escaneo, tan grande como quepa."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel


class UnaHoja(QLabel):
    """Crece y se achica con su lugar."""

    def __init__(self) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(QSize(180, 220))
        self._entera = QPixmap()

    def poner(self, hoja: QPixmap, dicho: str) -> None:
        """Enseña esa."""
        self._entera = hoja
        self.setAccessibleName(dicho)
        self._caber()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._caber()

    def _caber(self) -> None:
        if not self._entera.isNull():
            como = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.setPixmap(self._entera.scaled(self.size(), *como))
