"""Dónde está cada cosa: los recursos del programa, los datos de la oficina y los ajustes."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

_PAQUETE = Path(__file__).resolve().parent
APLICACION = "UT Escritorio"


def recursos() -> Path:
    """Carpeta de planes, fuentes, iconos y logotipos; dentro del paquete cuando está instalado."""
    instalados = _PAQUETE / "recursos"
    return instalados if instalados.is_dir() else _PAQUETE.parent / "recursos"


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
