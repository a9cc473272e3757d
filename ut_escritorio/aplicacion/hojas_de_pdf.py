"""El proceso que pinta hojas de PDF: no abre ventana ni archivo, y él mismo se acaba si una se traba."""

from __future__ import annotations

import faulthandler
import os
import pathlib
import sys

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from ut_escritorio.servicios.evidencias.hojas import Puntos
from ut_escritorio.servicios.evidencias.pintor import PEDIDO, RESPUESTA

_CABE_EN = QSize(1700, 2200)  # una hoja carta a 200 puntos por pulgada
_SIN_PEDIDOS = 60  # segundos; vuelve a empezar cuando hace falta
_NO_SE_PUDO = Puntos(0, 0, b"")


def pintar_lo_que_se_pida(plazo: int) -> int:
    """Atiende por sus tubos hasta que se cierren.

    Lo que PDFium haga no se puede interrumpir desde Python: quien vigila el plazo es un hilo que no lo
    necesita, y termina el proceso.
    """
    pide, responde, octetos = sys.stdin.buffer, sys.stdout.buffer, b""
    with pathlib.Path(os.devnull).open("wb") as rastro:
        while True:
            faulthandler.dump_traceback_later(_SIN_PEDIDOS, exit=True, file=rastro)
            encabezado = pide.read(PEDIDO.size)
            if len(encabezado) < PEDIDO.size:
                faulthandler.cancel_dump_traceback_later()
                return 0
            pesa, hoja = PEDIDO.unpack(encabezado)
            faulthandler.dump_traceback_later(plazo, exit=True, file=rastro)
            octetos = pide.read(pesa) if pesa else octetos
            pintada = _pintada(octetos, hoja)
            responde.write(RESPUESTA.pack(pintada.ancho, pintada.alto))
            responde.write(pintada.octetos)
            responde.flush()


def _pintada(octetos: bytes, hoja: int) -> Puntos:
    """Los puntos de una hoja (desde 1), con sus sellos y notas."""
    cubeta = QBuffer()
    cubeta.setData(QByteArray(octetos))
    cubeta.open(QIODevice.OpenModeFlag.ReadOnly)
    pdf = QPdfDocument()
    pdf.load(cubeta)
    medida = pdf.pagePointSize(hoja - 1).toSize()
    if pdf.status() != QPdfDocument.Status.Ready or medida.isEmpty():
        return _NO_SE_PUDO
    como = QPdfDocumentRenderOptions()
    como.setRenderFlags(QPdfDocumentRenderOptions.RenderFlag.Annotations)
    imagen = pdf.render(hoja - 1, medida.scaled(_CABE_EN, Qt.AspectRatioMode.KeepAspectRatio), como)
    imagen = imagen.convertToFormat(QImage.Format.Format_RGBA8888)
    pdf.close()
    return Puntos(imagen.width(), imagen.height(), bytes(imagen.constBits()))
