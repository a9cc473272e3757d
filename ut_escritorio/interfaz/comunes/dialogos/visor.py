"""Abrir un documento en el programa con que el sistema lo ve; si ninguno quiere, se dice."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ut_escritorio.interfaz.comunes.dialogos import avisos


def abrir_fuera(padre: QWidget, datos: bytes, nombre: str) -> Path:
    """Pone los bytes en una copia de ese nombre, que se va al cerrar, y la abre; devuelve dónde quedó."""
    ruta = Path(_carpeta().name) / nombre
    ruta.write_bytes(datos)
    abrir_ruta(padre, ruta)
    return ruta


def lugar_privado(huella: str) -> Path:
    """La carpeta, que se va al cerrar, para la copia de lo que tiene esa huella y de nada más."""
    carpeta = Path(_carpeta().name) / huella[:16]
    carpeta.mkdir(exist_ok=True)
    return carpeta


def abrir_ruta(padre: QWidget, ruta: Path) -> None:
    """Abre un documento como lo haría un doble clic; si no se puede, dice dónde está y qué hacer."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(ruta))):
        avisos.advertir(
            padre,
            f"Este equipo no tiene con qué abrir «{ruta.name}».",
            f"Está en:\n{ruta}\n\nInstale un programa que vea esos documentos, o llévelo a otro equipo.",
        )


@cache
def _carpeta() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="ut-escritorio-", ignore_cleanup_errors=True)
