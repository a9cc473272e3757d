"""Poner un mutante en el programa ya cargado: las funciones que cambian reciben su código nuevo."""

from __future__ import annotations

import gc
import sys
from collections import defaultdict
from collections.abc import Iterator
from inspect import CO_OPTIMIZED
from pathlib import Path
from types import CodeType, FunctionType

Pares = tuple[tuple[CodeType, CodeType], ...]


def pares_que_cambian(texto: str, mutado: str, ruta: str) -> Pares | None:
    """El código de cada función que cambia y el que la cambia; None si cambia algo fuera de ellas.

    Lo de fuera —una constante, un valor de entrada, un campo— ya se corrió al cargar: pide cargarlo de nuevo.
    """
    try:
        return tuple(_distintos(compile(texto, ruta, "exec"), compile(mutado, ruta, "exec")))
    except ValueError:
        return None


def _distintos(antes: CodeType, ahora: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    if antes == ahora:
        return
    if antes.co_flags & CO_OPTIMIZED:
        if antes.co_freevars != ahora.co_freevars:
            raise ValueError
        yield antes, ahora
    elif _propio(antes) != _propio(ahora):
        raise ValueError
    yield from (par for dos in zip(_dentro(antes), _dentro(ahora), strict=True) for par in _distintos(*dos))


def _dentro(codigo: CodeType) -> list[CodeType]:
    return [cada for cada in codigo.co_consts if isinstance(cada, CodeType)]


def _propio(codigo: CodeType) -> tuple[object, ...]:
    """Lo que un módulo o una clase corre al cargarse, sin lo de sus funciones."""
    return codigo.co_code, codigo.co_names, [c for c in codigo.co_consts if not isinstance(c, CodeType)]


class Cargadas:
    """Lo del programa que ya se cargó, y cada función por el código con que se hizo."""

    def __init__(self, paquete: Path) -> None:
        self._archivos = {getattr(modulo, "__file__", None) for modulo in list(sys.modules.values())}
        self._funciones: defaultdict[tuple[str, str, int], list[FunctionType]] = defaultdict(list)
        gc.unfreeze()  # lo congelado no lo enseña
        for cosa in gc.get_objects():
            if isinstance(cosa, FunctionType) and cosa.__code__.co_filename.startswith(str(paquete)):
                self._funciones[_senas(cosa.__code__)].append(cosa)
        gc.freeze()

    def poner(self, archivo: Path, pares: Pares | None) -> bool:
        """Da a las funciones su código nuevo; falso si hay que cargar de nuevo el programa."""
        if str(archivo) not in self._archivos:
            return True  # cuando se cargue, ya será con el cambio
        cambian = [
            (funcion, nuevo) for viejo, nuevo in pares or () for funcion in self._funciones[_senas(viejo)]
        ]
        for funcion, nuevo in cambian:
            funcion.__code__ = nuevo
        return bool(cambian)


def _senas(codigo: CodeType) -> tuple[str, str, int]:
    return codigo.co_filename, codigo.co_qualname, codigo.co_firstlineno
