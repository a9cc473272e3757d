"""Lo que la ventana recuerda de una vez a otra: tamaño, divisores, pestaña, trimestre y acercamiento."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings

from ut_escritorio import rutas


def abrir_ajustes(carpeta: Path | None = None) -> QSettings:
    """Los ajustes guardados en `carpeta` (la del sistema si no se da)."""
    archivo = (carpeta or rutas.carpeta_de_ajustes()) / "ventana.ini"
    return QSettings(str(archivo), QSettings.Format.IniFormat)


def entero(ajustes: QSettings, nombre: str, si_no: int) -> int:
    """Un número recordado; `si_no` cuando no lo hay o no se deja leer."""
    recordado: Any = ajustes.value(nombre)
    try:
        return int(recordado)
    except (TypeError, ValueError):
        return si_no


def texto(ajustes: QSettings, nombre: str) -> str:
    """Un texto recordado; vacío cuando no lo hay."""
    recordado: Any = ajustes.value(nombre)
    return recordado if isinstance(recordado, str) else ""
