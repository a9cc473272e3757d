"""La hoja de un PDF, que se pinta sin fondo, como se ve en papel aunque la ventana sea oscura."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap


def sobre_papel(dibujada: QImage, fina: float) -> QPixmap:
    """La hoja dibujada, sobre blanco, para una pantalla de esa finura."""
    hoja = QImage(dibujada.size(), QImage.Format.Format_RGB32)
    hoja.fill(Qt.GlobalColor.white)
    pincel = QPainter(hoja)
    pincel.drawImage(0, 0, dibujada)
    pincel.end()
    hoja.setDevicePixelRatio(fina)
    return QPixmap.fromImage(hoja)
