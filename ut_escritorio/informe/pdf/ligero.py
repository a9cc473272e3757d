"""fpdf2 y fontTools cargados sin lo suyo que aquí nunca se usa, que es la cuarta parte de lo que tardan.

Mientras se cargan, en lugar de esos módulos hay huecos: lo que de ellos se nombra al cargar es una clase
vacía. Al terminar se quitan, así que quien los pida después recibe los de verdad.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from threading import RLock
from types import ModuleType

_NO_SE_USAN = (
    "unittest.mock",  # con que fpdf2 firma electrónicamente
    "http.client", "urllib.request",  # con que bajaría imágenes de la red
    "fontTools.varLib", "fontTools.varLib.builder", "fontTools.varLib.instancer", "fontTools.varLib.models",
    "fontTools.varLib.multiVarStore", "fontTools.varLib.varStore",  # letras de peso variable
    "fontTools.cffLib", "fontTools.misc.psCharStrings", "fontTools.subset.cff",  # letras de PostScript
)  # fmt: skip
_COMO_SI_NO_ESTUVIERA = "lxml"
"""Lo que fontTools toma si lo hay, que aquí es solo para Word, y si no se arregla sin él."""

_UNO_A_LA_VEZ = RLock()  # quien carga otra cosa en otro hilo no debe hallar los huecos


@contextmanager
def sin_lo_que_no_se_usa() -> Generator[None]:
    """Deja huecos por esos módulos, si nadie los había cargado."""
    with _UNO_A_LA_VEZ, _sin_el_que_sobra(), _con_huecos():
        yield


@contextmanager
def _sin_el_que_sobra() -> Generator[None]:
    if _COMO_SI_NO_ESTUVIERA in sys.modules:
        yield
        return
    sys.modules[_COMO_SI_NO_ESTUVIERA] = None  # pyright: ignore[reportArgumentType] - así se dice que no hay
    try:
        yield
    finally:
        del sys.modules[_COMO_SI_NO_ESTUVIERA]


@contextmanager
def _con_huecos() -> Generator[None]:
    puestos = [nombre for nombre in _NO_SE_USAN if nombre not in sys.modules]
    try:
        for nombre in puestos:
            sys.modules[nombre] = _Hueco(nombre)
        for nombre in puestos:
            de, _, suyo = nombre.rpartition(".")
            setattr(import_module(de), suyo, sys.modules[nombre])
        yield
    finally:
        for nombre in puestos:
            de, _, suyo = nombre.rpartition(".")
            sys.modules.pop(nombre, None)
            if not isinstance(padre := sys.modules.get(de), _Hueco) and hasattr(padre, suyo):
                delattr(padre, suyo)


class _Hueco(ModuleType):
    """Un módulo en que todo lo que se nombra es una clase vacía."""

    def __init__(self, nombre: str) -> None:
        super().__init__(nombre)
        self.__path__ = []  # que lo de dentro también se pueda pedir

    def __getattr__(self, nombre: str) -> type:
        if nombre.startswith("__"):
            raise AttributeError(nombre)
        vacia = type(nombre, (), {})
        setattr(self, nombre, vacia)
        return vacia
