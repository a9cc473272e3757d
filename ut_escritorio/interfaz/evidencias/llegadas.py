"""Lo que llega arrastrado o pegado, ya como algo que se puede adjuntar; si no es nada, se dice por qué."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent, QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.evidencias.preparar import PorAdjuntar, de_rutas

_SIN_ARCHIVO = (
    "Eso todavía está en el teléfono (o en el correo). Cópielo primero a una carpeta y de ahí arrástrelo."
)
NADA = "No se adjuntó nada."
_DEL_CORREO = "FileGroupDescriptor"  # así lo anuncian Outlook y los teléfonos en Windows
_SIN_COMPRIMIR = 100
_LLEGAN = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


def trae_algo(datos: QMimeData) -> bool:
    """Si trae archivos, una imagen o algo que aún no es un archivo; el texto suelto no es de aquí."""
    return datos.hasUrls() or datos.hasImage() or _del_correo(datos)


def dados_en(datos: QMimeData, ahora: Reloj) -> tuple[PorAdjuntar, ...]:
    """Lo que traen unos datos arrastrados o copiados; ErrorEsperado si nada de eso se puede adjuntar."""
    rutas = [Path(url.toLocalFile()) for url in datos.urls() if url.isLocalFile()]
    if rutas:
        return de_rutas(rutas)
    if datos.hasImage():
        imagen = datos.imageData()
        if isinstance(imagen, QImage) and not imagen.isNull():
            return (PorAdjuntar(f"Imagen pegada {ahora():%d-%m-%Y %H.%M}.png", octetos=_en_png(imagen)),)
    if datos.hasUrls() or _del_correo(datos):
        raise ErrorEsperado(_SIN_ARCHIVO)
    raise ErrorEsperado("No hay ninguna imagen ni archivo copiado. Cópielo otra vez y péguelo.")


def recibidos(pieza: QWidget, sesion: Sesion, datos: QMimeData) -> tuple[PorAdjuntar, ...] | None:
    """Lo que se arrastró o se copió sobre una pieza; None si no se puede, y ya se dijo por qué."""
    try:
        if sesion.solo_leer:
            raise ErrorEsperado(sesion.solo_leer)
        return dados_en(datos, sesion.reloj.ahora)
    except ErrorEsperado as error:
        avisos.advertir(pieza, NADA, str(error))
        return None


def _del_correo(datos: QMimeData) -> bool:
    return any(_DEL_CORREO in formato for formato in datos.formats())


def _en_png(imagen: QImage) -> bytes:
    cubeta = QBuffer()
    cubeta.open(QIODevice.OpenModeFlag.WriteOnly)
    escritor = QImageWriter(cubeta, QByteArray(b"PNG"))
    escritor.setQuality(_SIN_COMPRIMIR)
    escritor.write(imagen)
    return bytes(cubeta.data().data())


class Recibe(QObject):
    """Deja soltar archivos sobre una pieza; `solto` sale con lo que traían y en qué punto."""

    solto = Signal(object, QPoint)

    def __init__(self, pieza: QWidget) -> None:
        super().__init__(pieza)
        pieza.setAcceptDrops(True)
        pieza.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _LLEGAN or not isinstance(event, QDropEvent):
            return False
        if not trae_algo(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.solto.emit(event.mimeData(), event.position().toPoint())
        return True
