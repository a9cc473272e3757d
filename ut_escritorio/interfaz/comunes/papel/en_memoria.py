"""Un PDF que se lee de la memoria: él es dueño de sus bytes, y se van después de que deja de leerlos."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject

from ut_escritorio.interfaz.comunes.papel import al_pedirlo


def pdf_en_memoria(padre: QObject, datos: bytes) -> Any:
    """Un `QPdfDocument` de `padre`, ya leído; quien lo cambie por otro lo suelta con `deleteLater`."""
    documento = al_pedirlo.documento_pdf()(padre)
    memoria = QBuffer(documento)  # hija suya: si fuera de `padre`, Qt podría borrarla antes que a él
    memoria.setData(QByteArray(datos))
    memoria.open(QIODevice.OpenModeFlag.ReadOnly)
    documento.load(memoria)
    return documento
