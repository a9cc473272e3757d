"""Cómo se pinta una gráfica, en la ventana o en la imagen que se copia."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from ut_escritorio.dominio.graficas.dibujar import dibujar
from ut_escritorio.dominio.graficas.grafica import Grafica
from ut_escritorio.dominio.graficas.trazos import Caja, Dibujo, Letras, Linea, Medidas, Sitio, Trazo
from ut_escritorio.interfaz.comunes.aspecto.paleta import CLAROS, Tonos

_CONTORNO, _HOLGURA = 1.5, 3.0
_ANCHO, _ALTO, _TITULO, _FINURA = 720, 320, 44, 2
_LETRA = 10  # puntos
_LADOS = {
    "izquierda": Qt.AlignmentFlag.AlignLeft,
    "centro": Qt.AlignmentFlag.AlignHCenter,
    "derecha": Qt.AlignmentFlag.AlignRight,
}


def medidas(letra: QFont) -> Medidas:
    """Lo que mide esa letra."""
    metricas = QFontMetricsF(letra)
    return Medidas(metricas.height(), metricas.horizontalAdvance)


def pintar(
    pincel: QPainter, grafica: Grafica, caja: QRectF, tonos: Tonos, elegida: int | None = None
) -> None:
    """La gráfica en esa caja, con el cursor en la elegida; sin dos números, lo que hay en una frase."""
    _llenar(pincel, caja, tonos.boton)
    if grafica.en_vez:
        pincel.setPen(QColor(tonos.letra_tenue))
        pincel.drawText(
            caja, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), grafica.en_vez
        )
        return
    dibujo = dibujar(grafica, caja.width(), caja.height(), medidas(pincel.font()), elegida)
    pincel.save()
    pincel.translate(caja.topLeft())
    for trazo in dibujo.trazos:
        _trazo(pincel, trazo, tonos)
    if elegida is not None and (sitio := _sitio(dibujo, elegida)) is not None:
        _cursor(pincel, sitio, grafica, caja, tonos)
    pincel.restore()


def como_imagen(grafica: Grafica) -> QImage:
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
    pincel.drawText(QRectF(8, 4, _ANCHO - 16, _TITULO - 4), como, grafica.leyenda)
    pintar(pincel, grafica, CAJA_DE_LA_IMAGEN, CLAROS)
    pincel.end()
    return imagen


CAJA_DE_LA_IMAGEN = QRectF(8, _TITULO, _ANCHO - 16, _ALTO - _TITULO - 4)
"""Dónde queda la gráfica en la imagen que se copia, bajo su título."""


def _trazo(pincel: QPainter, trazo: Trazo, tonos: Tonos) -> None:
    match trazo:
        case Caja():
            _caja(pincel, trazo, tonos)
        case Linea():
            pincel.setPen(QPen(QColor(tonos.acento if trazo.como == "trama" else tonos.raya), 1))
            pincel.drawLine(QPointF(trazo.x, trazo.y), QPointF(trazo.hasta_x, trazo.hasta_y))
        case Letras():
            _letras(pincel, trazo, tonos)


def _caja(pincel: QPainter, caja: Caja, tonos: Tonos) -> None:
    donde = QRectF(caja.x, caja.y, caja.ancho, caja.alto)
    match caja.como:
        case "llena":
            _llenar(pincel, donde, tonos.acento)
        case "clara":
            _llenar(pincel, donde, tonos.hoja)
            pincel.setPen(QPen(QColor(tonos.acento), 1))
            pincel.drawRect(donde)
        case "contorno":
            # Con papel alrededor: dentro de una barra llena también se ve.
            for tinta, grueso in ((tonos.boton, 3 * _CONTORNO), (tonos.letra, _CONTORNO)):
                pincel.setPen(QPen(QColor(tinta), grueso))
                pincel.drawRect(donde)
        case "marca":
            _llenar(pincel, donde, tonos.letra)


def _letras(pincel: QPainter, letras: Letras, tonos: Tonos) -> None:
    metricas = QFontMetricsF(pincel.font())
    caja = QRectF(letras.x, letras.y, letras.ancho, metricas.height())
    if letras.como == "sobre trama":
        largo = metricas.horizontalAdvance(letras.texto) + 4
        _llenar(pincel, QRectF(caja.center().x() - largo / 2, caja.y(), largo, caja.height()), tonos.hoja)
    tinta = {"tenue": tonos.letra_tenue, "sobre lleno": tonos.sobre_acento}.get(letras.como, tonos.letra)
    pincel.setPen(QColor(tinta))
    pincel.drawText(caja, _LADOS[letras.lado], letras.texto)


def _sitio(dibujo: Dibujo, cual: int) -> Sitio | None:
    return dibujo.sitios[cual] if cual < len(dibujo.sitios) else None


def _cursor(pincel: QPainter, sitio: Sitio, grafica: Grafica, caja: QRectF, tonos: Tonos) -> None:
    """Un marco alrededor de la barra o, en las metas, de todo su renglón."""
    pincel.setPen(QPen(QColor(tonos.letra), 2))
    if grafica.clase == "metas":
        pincel.drawRect(QRectF(1, sitio.y + 1, caja.width() - 2, sitio.alto - 2))
        return
    sobra = QFontMetricsF(pincel.font()).height() / 4 + _HOLGURA
    arriba = sitio.arriba - _HOLGURA
    pincel.drawRect(QRectF(sitio.x - sobra, arriba, sitio.ancho + 2 * sobra, sitio.base - arriba + 2))


def _llenar(pincel: QPainter, caja: QRectF, tinta: str) -> None:
    # fillRect haría que PySide cargara antes de pintar todos los degradados de Qt.
    pincel.setPen(Qt.PenStyle.NoPen)
    pincel.setBrush(QColor(tinta))
    pincel.drawRect(caja)
    pincel.setBrush(Qt.BrushStyle.NoBrush)
