"""Cómo se cargan los módulos del programa empaquetado, sin lo que retrasa la ventana.

Tal como se empaqueta, cada módulo vuelve a abrir el ejecutable y revisa su carpeta en el disco, que no
existe: cientos de consultas al disco antes de la primera ventana, y en su equipo el antivirus mira cada una.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from importlib import import_module
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

_MODULO, _PAQUETE = 0, 1
"""Lo que dice el archivo de cada cosa que lleva; las demás se cargan como siempre."""


def apurar() -> None:
    """Pone lo de aquí antes de cargar el programa; sin empaquetar no hay qué apurar."""
    if hasattr(sys, "frozen"):
        archivo: Any = import_module("pyimod02_importers").pyz_archive
        sys.meta_path.insert(0, DelArchivo(archivo, vars(sys)["_MEIPASS"]))


class DelArchivo:
    """Halla cada módulo por su nombre en el archivo de módulos, que se abre una sola vez."""

    def __init__(self, archivo: Any, carpeta: str) -> None:
        self._lleva, self._empieza, self._carpeta = archivo.toc, archivo._start_offset, carpeta
        # Se queda abierto: es el ejecutable mismo, que mientras corre nadie puede cambiar
        self._abierto = Path(archivo._filename).open("rb")  # noqa: SIM115

    def find_spec(self, nombre: str, _camino: object = None, _destino: object = None) -> ModuleSpec | None:
        """Dónde está, o None si no va en el archivo."""
        clase = self._lleva[nombre][0] if nombre in self._lleva else None
        if clase not in (_MODULO, _PAQUETE):
            return None
        es_paquete = clase == _PAQUETE
        donde = f"{self._carpeta}{os.sep}{nombre.replace('.', os.sep)}"
        origen = f"{donde}{os.sep}__init__.py" if es_paquete else f"{donde}.py"
        hallado = ModuleSpec(nombre, self, origin=origen, is_package=es_paquete)
        hallado.has_location = True
        if es_paquete:
            hallado.submodule_search_locations = [donde]
        return hallado

    def create_module(self, _hallado: ModuleSpec) -> None:
        """El de costumbre."""

    def exec_module(self, modulo: ModuleType) -> None:
        """Lo lee y lo corre."""
        exec(self.get_code(modulo.__name__), modulo.__dict__)

    def get_code(self, nombre: str) -> Any:
        """Su código, ya compilado."""
        _, desde, cuanto = self._lleva[nombre]
        self._abierto.seek(self._empieza + desde)
        return marshal.loads(zlib.decompress(self._abierto.read(cuanto)))
