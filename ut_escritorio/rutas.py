"""Dónde está cada cosa: los recursos del programa, los datos de la oficina y los ajustes."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

_PAQUETE = Path(__file__).resolve().parent
APLICACION = "UT Escritorio"
PINTAR_HOJAS = "--pintar-hojas"
"""La orden con que el programa se llama a sí mismo, en otro proceso, para pintar hojas de un PDF."""


def recursos() -> Path:
    """Carpeta de planes, fuentes, iconos y logotipos; dentro del paquete cuando está instalado."""
    instalados = _PAQUETE / "recursos"
    return instalados if instalados.is_dir() else _PAQUETE.parent / "recursos"


def este_programa() -> tuple[str, ...]:
    """Con qué se llama a este mismo programa desde otro proceso; empaquetado, al que tiene sus tubos."""
    aqui = Path(sys.executable)
    if getattr(sys, "frozen", False):
        return (str(aqui.with_name(f"ut-escritorio{aqui.suffix}")),)
    return str(aqui), "-m", _PAQUETE.name


def carpeta_de_licencias() -> Path | None:
    """Las de todo lo que se entrega, junto al programa empaquetado; None donde no va empaquetado."""
    junto = Path(sys.executable).parent / "licencias"
    return junto if getattr(sys, "frozen", False) else None


def carpeta_de_datos() -> Path:
    """La carpeta visible de la oficina: `Documentos/UT Escritorio`."""
    return Path(platformdirs.user_documents_dir()) / APLICACION


def carpeta_de_ajustes() -> Path:
    """Donde el sistema guarda los ajustes de un programa."""
    return Path(platformdirs.user_config_dir(APLICACION, appauthor=False))


def carpeta_de_registro() -> Path:
    """Donde el sistema guarda las notas de funcionamiento de un programa."""
    return Path(platformdirs.user_log_dir(APLICACION, appauthor=False))
