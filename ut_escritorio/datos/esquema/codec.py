"""Un solo traductor entre los valores del dominio y el JSON de una columna.

Sirve a cualquier dataclass congelada hecha de textos, números, decimales, fechas, tuplas, mapas y
otras dataclasses. Donde un campo admite varias, el JSON lleva su nombre en `clase`.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any, Union, get_args, get_origin, get_type_hints

from ut_escritorio.datos.esquema.puerta import revisar_texto

_CLASE = "clase:"


def a_json(valor: object) -> str:
    """El JSON de un valor, siempre igual para el mismo valor."""
    return json.dumps(_llano(valor), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def de_json(texto: str, tipo: Any) -> Any:
    """El valor de ese tipo que `a_json` escribió."""
    return _constructor(tipo)(json.loads(texto))


def _llano(valor: object) -> object:
    if is_dataclass(valor):
        llano = {campo.name: _llano(getattr(valor, campo.name)) for campo in fields(valor)}
        return {_CLASE: type(valor).__name__, **llano}
    if isinstance(valor, Mapping):
        return {str(llave): _llano(cosa) for llave, cosa in valor.items()}
    if isinstance(valor, (tuple, list)):
        return [_llano(cosa) for cosa in valor]
    if isinstance(valor, str):
        return revisar_texto(valor)
    return str(valor) if isinstance(valor, (Decimal, date)) else valor


@cache
def _constructor(tipo: Any) -> Callable[[Any], Any]:
    """La función que rehace un valor de ese tipo desde el JSON ya leído."""
    if is_dataclass(tipo):
        return _de_dataclass(tipo)
    origen, partes = get_origin(tipo), get_args(tipo)
    if origen in (Union, types.UnionType):
        return _de_union(partes)
    if origen is tuple:
        cada = _constructor(partes[0])
        return lambda cosas: tuple(map(cada, cosas))
    if origen in (Mapping, dict):
        llave, cada = _constructor(partes[0]), _constructor(partes[1])
        return lambda cosas: MappingProxyType({llave(k): cada(v) for k, v in cosas.items()})
    if tipo is date:
        return date.fromisoformat
    return tipo if tipo in (Decimal, int, float) else _tal_cual


def _tal_cual(valor: Any) -> Any:
    return valor


def _de_dataclass(tipo: Any) -> Callable[[Any], Any]:
    tipos = get_type_hints(tipo)
    campos = {campo.name: _constructor(tipos[campo.name]) for campo in fields(tipo)}
    return lambda llano: tipo(
        **{nombre: haz(llano[nombre]) for nombre, haz in campos.items() if nombre in llano}
    )


def _de_union(partes: tuple[Any, ...]) -> Callable[[Any], Any]:
    """Elige por el nombre que lleva el JSON; lo que no es dataclass solo puede ser uno, o nada."""
    clases: dict[str, Any] = {
        parte.__name__: _constructor(parte)
        for parte in partes
        if isinstance(parte, type) and is_dataclass(parte)
    }
    otros = [
        _constructor(parte) for parte in partes if not is_dataclass(parte) and parte is not types.NoneType
    ]

    def haz(llano: Any) -> Any:
        if llano is None:
            return None
        if clases:
            return clases[llano[_CLASE]](llano)
        return otros[0](llano)

    return haz
