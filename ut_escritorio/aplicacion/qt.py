"""Cargar Qt sin lo que PySide trae para quien escribe programas con él.

Con Qt llegan las piezas que le dicen a un editor cómo se llama a cada función: su gramática, sus expresiones
y lo que escribe los `.pyi`. Compilarlas era la quinta parte de lo que tardaba en verse la ventana, y solo
hacen falta para citar una llamada equivocada: aquí se cargan hasta que algo las pida.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType

_HASTA_QUE_SE_PIDAN = frozenset(
    f"shibokensupport.signature.{pieza}"
    for pieza in ("importhandler", "layout", "parser", "lib.tool", "lib.enum_sig", "lib.pyi_generator")
)


def cargar_qt() -> None:
    """Carga PySide6, si aún no está.

    Primero shiboken6, que es lo suyo por debajo: así PySide no cambia el `import` de Python por otro, con el
    que leería el texto de cada módulo por si pidiera `from __feature__ import …`, que aquí ninguno pide.
    """
    if "shiboken6" not in sys.modules:
        de_python = builtins.__import__
        builtins.__import__ = _importar_aplazando
        try:
            import_module("shiboken6")
        finally:
            builtins.__import__ = de_python
    import_module("PySide6")


_importar = builtins.__import__


def _importar_aplazando(
    name: str,
    globals: Mapping[str, object] | None = None,
    locals: Mapping[str, object] | None = None,
    fromlist: Sequence[str] | None = (),
    level: int = 0,
) -> ModuleType:
    """El `import` de Python, que de paso aplaza esas piezas: PySide las halla donde nadie más las busca."""
    for cual in fromlist or ():
        _aplazar(f"{name}.{cual}")
    return _importar(name, globals, locals, fromlist or (), level)


def _aplazar(nombre: str) -> None:
    if nombre not in _HASTA_QUE_SE_PIDAN or nombre in sys.modules:
        return
    hallada = find_spec(nombre)
    if hallada is not None and hallada.loader is not None:
        hallada.loader = LazyLoader(hallada.loader)
        pieza = sys.modules[nombre] = module_from_spec(hallada)
        hallada.loader.exec_module(pieza)
        paquete, _, cual = nombre.rpartition(".")
        setattr(sys.modules[paquete], cual, pieza)  # o Python, por ver si está, la cargaría
