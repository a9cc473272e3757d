"""En Windows, las bibliotecas grandes de Qt se van cargando aparte mientras se lee lo demás."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

from ut_escritorio.datos.disco.al_pedirlo import windows

_GRANDES = ("Qt6Core.dll", "Qt6Gui.dll", "Qt6Widgets.dll")
"""Cada una pide las que van antes. Las demás no: mientras carga una, Python espera para cargar otra."""

_CON_LAS_DE_SU_CARPETA = 0x1100  # LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR y LOAD_LIBRARY_SEARCH_DEFAULT_DIRS


def adelantar_bibliotecas() -> Thread | None:
    """Empieza a cargarlas y devuelve quien lo hace; None donde no es Windows, que no tiene por qué.

    Cargarlas es esperar al disco, y al antivirus que las mira: Python entre tanto puede leer lo del archivo.
    La que falte no se dice aquí, sino por quien la necesite.
    """
    if os.name != "nt":
        return None
    qt = find_spec("PySide6")
    if qt is None or qt.origin is None:
        return None
    aparte = Thread(target=_cargar, args=(Path(qt.origin).parent,), daemon=True)
    aparte.start()
    return aparte


def _cargar(carpeta: Path) -> None:
    for cual in _GRANDES:
        windows().kernel32.LoadLibraryExW(str(carpeta / cual), None, _CON_LAS_DE_SU_CARPETA)
