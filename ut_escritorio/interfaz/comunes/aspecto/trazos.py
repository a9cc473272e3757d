"""Los trazos de un icono: su SVG, en una tinta, vuelto imagen."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ut_escritorio import rutas

_TRANSPARENTE = QColor(0, 0, 0, 0)


def trazar(nombre: str, lado: int, escala: float, tinta: str, placa: str = "") -> QPixmap:
    """La imagen del icono de ese nombre, cuadrada, de `lado` puntos de una pantalla de esa escala.

    Con `placa`, sobre una de ese color.
    """
    trazos = _trazos(nombre, tinta)  # antes de empezar a pintar: si faltara, Qt terminaría el programa
    mapa = QPixmap(QSize(lado, lado) * escala)
    mapa.setDevicePixelRatio(escala)
    mapa.fill(_TRANSPARENTE)
    pincel = QPainter(mapa)
    caja = QRectF(0, 0, lado, lado)
    if placa:
        pincel.setRenderHint(QPainter.RenderHint.Antialiasing)
        pincel.setPen(_TRANSPARENTE)
        pincel.setBrush(QColor(placa))
        redondeo, aire = lado / 4, lado / 16
        pincel.drawRoundedRect(caja, redondeo, redondeo)
        caja = caja.adjusted(aire, aire, -aire, -aire)
    trazos.render(pincel, caja)
    pincel.end()
    return mapa


@cache
def _trazos(nombre: str, tinta: str) -> QSvgRenderer:
    texto = (rutas.recursos() / "iconos" / f"{nombre}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(texto.replace("currentColor", tinta).encode()))
