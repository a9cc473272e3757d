"""Si un valor es de veras de su tipo, hasta el fondo: lo que se lee de un archivo de otros puede no serlo."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints


def conforme(valor: object, tipo: Any) -> bool:
    """Si el valor es de ese tipo: textos, números, opciones escritas, tuplas, mapas, clases o su unión."""
    origen, partes = get_origin(tipo), get_args(tipo)
    if origen is Literal:
        return valor in partes
    if origen in (Union, types.UnionType):
        return any(conforme(valor, parte) for parte in partes)
    if origen is tuple:
        return isinstance(valor, tuple) and all(conforme(v, partes[0]) for v in cast(tuple[Any, ...], valor))
    if isinstance(origen, type) and issubclass(origen, Mapping):
        if not isinstance(valor, Mapping):
            return False
        dichos = cast(Mapping[Any, Any], valor).items()
        return all(conforme(llave, partes[0]) and conforme(suyo, partes[1]) for llave, suyo in dichos)
    if tipo in (int, bool):  # en Python un verdadero es también un uno
        return type(valor) is tipo
    return isinstance(valor, tipo) and _por_dentro(valor)


def _por_dentro(valor: object) -> bool:
    if not is_dataclass(valor):
        return True
    return all(conforme(getattr(valor, nombre), tipo) for nombre, tipo in tipos_de(type(valor)).items())


@cache
def tipos_de(clase: type) -> Mapping[str, Any]:
    """El tipo de cada campo de una clase del dominio."""
    tipos = get_type_hints(clase)
    return {campo.name: tipos[campo.name] for campo in fields(clase)}
