"""Pintar la hoja de un PDF, en cualquier hilo y aunque no haya ventana ni pantalla."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.evidencias.hojas import Puntos

_CABE_EN = QSize(1700, 2200)  # una hoja carta a 200 puntos por pulgada


def pintar_hoja(octetos: bytes, hoja: int) -> Puntos:
    """Los puntos de una hoja (desde 1), con sus sellos y notas; ErrorEsperado si no se deja pintar."""
    cubeta = QBuffer()
    cubeta.setData(QByteArray(octetos))
    cubeta.open(QIODevice.OpenModeFlag.ReadOnly)
    pdf = QPdfDocument()
    pdf.load(cubeta)
    medida = pdf.pagePointSize(hoja - 1).toSize()
    if pdf.status() != QPdfDocument.Status.Ready or medida.isEmpty():
        raise ErrorEsperado(f"La hoja {hoja} de un PDF no se deja leer. Escanéelo otra vez.")
    como = QPdfDocumentRenderOptions()
    como.setRenderFlags(QPdfDocumentRenderOptions.RenderFlag.Annotations)
    imagen = pdf.render(hoja - 1, medida.scaled(_CABE_EN, Qt.AspectRatioMode.KeepAspectRatio), como)
    imagen = imagen.convertToFormat(QImage.Format.Format_RGBA8888)
    pdf.close()
    return Puntos(imagen.width(), imagen.height(), bytes(imagen.constBits()))
