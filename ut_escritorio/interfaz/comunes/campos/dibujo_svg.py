"""Un dibujo SVG, ya revisado, vuelto la imagen que se verá y se imprimirá; puede hacerse en otro hilo."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from ut_escritorio.errores import ErrorEsperado

# Se imprime de 15 mm de alto: son más de mil puntos por pulgada
_ANCHO, _ALTO = 2400, 800


def pintar(octetos: bytes) -> bytes:
    """El dibujo en un PNG, tan grande como hace falta para imprimirlo; ErrorEsperado si no mide nada."""
    dibujo = QSvgRenderer(QByteArray(octetos))
    medida = dibujo.viewBoxF().size()
    if not (dibujo.isValid() and medida.width() > 0 and medida.height() > 0):
        raise ErrorEsperado("Ese dibujo no dice cuánto mide. Guárdelo como PNG en el programa donde se hizo.")
    veces = min(_ANCHO / medida.width(), _ALTO / medida.height())
    ancho, alto = (max(round(lado * veces), 1) for lado in (medida.width(), medida.height()))
    imagen = QImage(ancho, alto, QImage.Format.Format_ARGB32_Premultiplied)
    imagen.fill(0)
    pincel = QPainter(imagen)
    pincel.setRenderHint(QPainter.RenderHint.Antialiasing)
    dibujo.render(pincel, QRectF(0, 0, ancho, alto))
    pincel.end()
    salida = QBuffer()
    salida.open(QIODevice.OpenModeFlag.WriteOnly)
    # Los tipos de PySide piden el formato en octetos; al correr lo quiere en texto
    imagen.save(salida, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType]
    return bytes(salida.data().data())
