"""Las hojas de dos PDF, comparadas como se ven: punto por punto, sin importar qué lleve cada uno adentro."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

_PUNTOS_POR_PULGADA = 60


def distintas(uno: bytes, otro: bytes) -> list[int]:
    """Los números de las hojas que no se ven igual, desde 1; si uno tiene más hojas, todas las que sobran."""
    pares = list(zip(_vistas(uno), _vistas(otro), strict=True))
    return [numero for numero, (una, otra) in enumerate(pares, 1) if una != otra]


def _vistas(pdf: bytes) -> Iterator[QImage]:
    datos = QByteArray(pdf)
    archivo, documento = QBuffer(datos), QPdfDocument()
    archivo.open(QIODevice.OpenModeFlag.ReadOnly)
    documento.load(archivo)
    assert documento.status() is QPdfDocument.Status.Ready
    for hoja in range(documento.pageCount()):
        yield _sobre_blanco(documento, hoja)
    documento.close()


def _sobre_blanco(documento: QPdfDocument, hoja: int) -> QImage:
    medida = documento.pagePointSize(hoja) * _PUNTOS_POR_PULGADA / 72
    vista = QImage(QSize(round(medida.width()), round(medida.height())), QImage.Format.Format_RGB32)
    vista.fill(QColor("white"))
    pintor = QPainter(vista)
    pintor.drawImage(0, 0, documento.render(hoja, vista.size()))
    pintor.end()
    return vista
