"""Lo que PyInstaller repite al juntar el programa y no cambia lo que junta: un tercio de su tiempo bajo Wine.

Vale para las versiones de `versiones.txt`; si cambian, se compara la lista de contenido de antes y después.
"""

from __future__ import annotations

import functools
import sys
from types import SimpleNamespace

import pefile
from PyInstaller.building import build_main
from PyInstaller.utils.win32 import winutils

_CONOCIDOS = sys.stdlib_module_names | {"ut_escritorio"}


def ir_derecho() -> None:
    """Quita los rodeos en este proceso; se llama una vez, antes de juntar nada."""
    # Cada DLL leída termina recogiendo la basura de todo lo juntado hasta ahí, mil veces
    pefile.gc = SimpleNamespace(collect=int)
    # De las mismas DLL se pregunta una y otra vez si son de 64 bits
    winutils.get_pe_file_machine_type = functools.cache(winutils.get_pe_file_machine_type)
    # Carga cada paquete por ver si pone carpetas de DLL: los nuestros y los de Python no ponen ninguna
    de_todos = build_main.find_binary_dependencies

    def de_los_ajenos(binarios, paquetes, enlaces):
        ajenos = [cual for cual in paquetes if cual.split(".")[0] not in _CONOCIDOS]
        return de_todos(binarios, ajenos, enlaces)

    build_main.find_binary_dependencies = de_los_ajenos
