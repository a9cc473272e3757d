"""Abrir un documento guardado en el programa con que el sistema lo ve; la copia se va al cerrar."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def abrir_fuera(datos: bytes, nombre: str) -> Path:
    """Pone los bytes en una copia de ese nombre y la abre; devuelve dónde quedó."""
    ruta = Path(_carpeta().name) / nombre
    ruta.write_bytes(datos)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(ruta)))
    return ruta


@cache
def _carpeta() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="ut-escritorio-", ignore_cleanup_errors=True)
