"""Las miniaturas: cada foto en chico, leída una vez y de a una, para no detener la ventana."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImageReader, QPainter, QPixmap, QPixmapCache

from ut_escritorio.dominio.trimestre.evidencias import Evidencia
from ut_escritorio.interfaz.comunes.aspecto.iconos import crecido, dibujo

LADO = 96
_DIBUJOS = {"foto": "vacio", "pdf": "pdf", "correo": "correo"}


def medida() -> QSize:
    """Lo que mide una miniatura con la letra que ella usa."""
    return QSize(crecido(LADO), crecido(LADO * 3 // 4))


def de_su_clase(evidencia: Evidencia) -> QPixmap:
    """El dibujo de lo que es, mientras su foto no se lee o si no es foto."""
    return _en_su_lugar(dibujo(_DIBUJOS[evidencia.clase], 40, "letra_tenue"))


class Miniaturas(QObject):
    """`leer` da los bytes de un contenido; lo pedido llega a quien lo pidió, de a uno por vuelta."""

    def __init__(self, padre: QObject, leer: Callable[[str], bytes | None]) -> None:
        super().__init__(padre)
        self._leer = leer
        self._pedidas: list[tuple[str, Callable[[QPixmap], object]]] = []
        self._turno = QTimer(self, singleShot=True, interval=0)
        self._turno.timeout.connect(self._una)

    def pedir(self, evidencia: Evidencia, al_tener: Callable[[QPixmap], object]) -> None:
        """La de una foto: enseguida si ya se leyó, y si no, en su turno."""
        if evidencia.clase != "foto":
            return
        hecha = QPixmap()
        if QPixmapCache.find(_llave(evidencia.contenido), hecha):
            al_tener(hecha)
            return
        self._pedidas.append((evidencia.contenido, al_tener))
        self._turno.start()

    def olvidar(self) -> None:
        """Ya no se espera ninguna de las pedidas."""
        self._pedidas.clear()

    def _una(self) -> None:
        if not self._pedidas:
            return
        contenido, al_tener = self._pedidas.pop(0)
        octetos = self._leer(contenido)
        if octetos and not (hecha := _en_chico(octetos)).isNull():
            QPixmapCache.insert(_llave(contenido), hecha)
            al_tener(hecha)
        if self._pedidas:
            self._turno.start()


def _llave(contenido: str) -> str:
    return f"evidencia {contenido} {crecido(LADO)}"


def _en_chico(octetos: bytes) -> QPixmap:
    """La foto a la medida de la miniatura; leerla ya chica tarda mucho menos."""
    cubeta = QBuffer()
    cubeta.setData(QByteArray(octetos))
    cubeta.open(QIODevice.OpenModeFlag.ReadOnly)
    lector = QImageReader(cubeta)
    escala = QGuiApplication.primaryScreen().devicePixelRatio()
    lector.setScaledSize(lector.size().scaled(medida() * escala, Qt.AspectRatioMode.KeepAspectRatio))
    hecha = QPixmap.fromImage(lector.read())
    hecha.setDevicePixelRatio(escala)
    return hecha if hecha.isNull() else _en_su_lugar(hecha)


def _en_su_lugar(imagen: QPixmap) -> QPixmap:
    """La imagen en medio de lo que mide una miniatura: así todas dicen lo suyo a la misma altura."""
    escala, mide = imagen.devicePixelRatio(), medida()
    lugar = QPixmap(mide * escala)
    lugar.setDevicePixelRatio(escala)
    lugar.fill(Qt.GlobalColor.transparent)
    pincel, ancho, alto = QPainter(lugar), imagen.width() / escala, imagen.height() / escala
    pincel.drawPixmap(round((mide.width() - ancho) / 2), round((mide.height() - alto) / 2), imagen)
    pincel.end()
    return lugar
