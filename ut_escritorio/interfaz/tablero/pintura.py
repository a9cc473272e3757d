"""Cómo se pinta una gráfica de barras, en la ventana o en la imagen que se copia."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from ut_escritorio.interfaz.comunes.aspecto.paleta import CLAROS, Tonos
from ut_escritorio.interfaz.tablero.barras import ABAJO, ARRIBA, Barra, Datos, barras

_AL_LADO, _CONTORNO = 4, 1.5
_ANCHO, _ALTO, _TITULO, _FINURA = 720, 320, 44, 2
_LETRA = 10  # puntos


def pintar(pincel: QPainter, datos: Datos, caja: QRectF, tonos: Tonos, elegida: int | None = None) -> None:
    """Las barras en esa caja, con el cursor en la elegida; sin dos números, lo que hay en una frase."""
    _llenar(pincel, caja, tonos.boton)
    if datos.en_vez:
        pincel.setPen(QColor(tonos.letra_tenue))
        pincel.drawText(caja, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), datos.en_vez)
        return
    pincel.save()
    pincel.translate(caja.topLeft())
    for indice, barra in enumerate(barras(datos, caja.width(), caja.height())):
        _pintar(pincel, barra, caja.height(), tonos, con_cursor=indice == elegida)
    base = int(caja.height() - ABAJO)
    pincel.setPen(QPen(QColor(tonos.raya), 1))
    pincel.drawLine(0, base, int(caja.width()), base)
    pincel.restore()


def como_imagen(datos: Datos) -> QImage:
    """La gráfica con su título, en claro aunque la ventana esté en oscuro: se pega en Word y se imprime."""
    imagen = QImage(_ANCHO * _FINURA, _ALTO * _FINURA, QImage.Format.Format_RGB32)
    imagen.setDevicePixelRatio(_FINURA)
    pincel = QPainter(imagen)
    pincel.setRenderHint(QPainter.RenderHint.Antialiasing)
    letra = pincel.font()
    letra.setPointSizeF(_LETRA)
    pincel.setFont(letra)
    _llenar(pincel, QRectF(0, 0, _ANCHO, _ALTO), CLAROS.boton)
    pincel.setPen(QColor(CLAROS.letra))
    como = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
    pincel.drawText(QRectF(8, 4, _ANCHO - 16, _TITULO - 4), como, datos.leyenda)
    pintar(pincel, datos, QRectF(8, _TITULO, _ANCHO - 16, _ALTO - _TITULO - 4), CLAROS)
    pincel.end()
    return imagen


def _pintar(pincel: QPainter, barra: Barra, alto: float, tonos: Tonos, *, con_cursor: bool) -> None:
    _llenar(pincel, QRectF(barra.x, barra.y, barra.ancho, barra.alto), tonos.acento)
    if barra.antes is not None:
        pincel.setPen(QPen(QColor(tonos.letra), _CONTORNO))
        ancho = barra.ancho + 2 * _AL_LADO
        pincel.drawRect(
            QRectF(barra.x - _AL_LADO, barra.base - barra.alto_de_antes, ancho, barra.alto_de_antes)
        )
    junto = Qt.AlignmentFlag.AlignHCenter
    pincel.setPen(QColor(tonos.letra))
    numero = "" if barra.valor is None else f"{barra.valor:,}"
    pincel.drawText(QRectF(barra.x - 20, barra.arriba - ARRIBA, barra.ancho + 40, ARRIBA), junto, numero)
    pincel.setPen(QColor(tonos.letra_tenue))
    pincel.drawText(QRectF(barra.x - 20, alto - ABAJO + 2, barra.ancho + 40, ABAJO), junto, barra.rotulo)
    if con_cursor:
        pincel.setPen(QPen(QColor(tonos.letra), 2))
        sobra = _AL_LADO + 3
        arriba = barra.arriba - 3
        pincel.drawRect(QRectF(barra.x - sobra, arriba, barra.ancho + 2 * sobra, barra.base - arriba + 2))


def _llenar(pincel: QPainter, caja: QRectF, tinta: str) -> None:
    # fillRect haría que PySide cargara antes de pintar todos los degradados de Qt.
    pincel.setPen(Qt.PenStyle.NoPen)
    pincel.setBrush(QColor(tinta))
    pincel.drawRect(caja)
    pincel.setBrush(Qt.BrushStyle.NoBrush)
