"""Las órdenes con que se leen, agregan, cambian y quitan filas.

Cada una se escribe una sola vez, y las de escribir, por peewee: tarda más en eso que SQLite en cumplirla.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, cast

from peewee import OP, SQL, Expression, Field, Node

from ut_escritorio.datos.esquema.base import Tabla, columnas_de, columnas_por_nombre, de_costumbre, nombre_de

Orden = tuple[str, list[Any]]
_INCOGNITA = "?"


def de_lectura(tabla: type[Tabla], columnas: Sequence[str], orden: str, donde: Mapping[str, object]) -> Orden:
    """Leer columnas de las filas que cumplen unas igualdades (una tupla: con cualquiera de sus valores)."""
    posibles = [cast(tuple[object, ...], v) if isinstance(v, tuple) else (v,) for v in donde.values()]
    cuantos = tuple(zip(donde, map(len, posibles), strict=True))
    return _lectura(tabla, tuple(columnas), orden, cuantos), [valor for unos in posibles for valor in unos]


def de_alta(tabla: type[Tabla], dichos: Mapping[str, Any]) -> Orden:
    """Agregar una fila con lo que se diga y, en lo demás, lo de costumbre; con sus valores."""
    valores: dict[str, Any] = {**de_costumbre(tabla), **dichos}
    orden, columnas = _alta(tabla, tuple(valores))
    return orden, [columna.db_value(valores[columna.name]) for columna in columnas]


def de_cambio(tabla: type[Tabla], donde: Expression, valores: Mapping[str, Any]) -> Orden:
    """Cambiar columnas de las filas que cumplen; con sus valores."""
    iguales = _igualdades(donde)
    if not iguales or any(isinstance(valor, Node) for valor in valores.values()):
        return tabla.update(**valores).where(donde).sql()
    orden, columnas = _cambio(tabla, tuple(valores), tuple(columna.name for columna, _ in iguales))
    return orden, [columna.db_value(valores[columna.name]) for columna in columnas] + _guardados(iguales)


def de_baja(tabla: type[Tabla], donde: Expression) -> Orden:
    """Quitar las filas que cumplen; con sus valores."""
    iguales = _igualdades(donde)
    if not iguales:
        return tabla.delete().where(donde).sql()
    return _baja(tabla, tuple(columna.name for columna, _ in iguales)), _guardados(iguales)


@lru_cache(maxsize=512)
def _lectura(
    tabla: type[Tabla], columnas: tuple[str, ...], orden: str, cuantos: tuple[tuple[str, int], ...]
) -> str:
    de = columnas_por_nombre(tabla)
    partes = [f"SELECT {', '.join(de[nombre].column_name for nombre in columnas)} FROM {nombre_de(tabla)}"]
    for n, (nombre, cuantas) in enumerate(cuantos):
        incognitas = ", ".join([_INCOGNITA] * cuantas)
        partes.append(f"{'AND' if n else 'WHERE'} {de[nombre].column_name} IN ({incognitas})")
    if orden:
        partes.append(f"ORDER BY {de[orden].column_name}")
    return " ".join(partes)


@cache
def _alta(tabla: type[Tabla], nombres: tuple[str, ...]) -> tuple[str, list[Field]]:
    columnas = [columnas_por_nombre(tabla)[nombre] for nombre in nombres]
    orden, _ = tabla.insert_many([[SQL(_INCOGNITA)] * len(columnas)], columnas).sql()
    return orden, columnas


@cache
def _cambio(
    tabla: type[Tabla], nombres: tuple[str, ...], iguales: tuple[str, ...]
) -> tuple[str, list[Field]]:
    """La orden, y las columnas que cambia en el orden en que peewee las escribe: el del archivo."""
    columnas = [columna for columna in columnas_de(tabla) if columna.name in nombres]
    cambios = {columna.name: SQL(_INCOGNITA) for columna in columnas}
    orden, _ = tabla.update(**cambios).where(_donde(tabla, iguales)).sql()
    return orden, columnas


@cache
def _baja(tabla: type[Tabla], iguales: tuple[str, ...]) -> str:
    orden, _ = tabla.delete().where(_donde(tabla, iguales)).sql()
    return orden


def _donde(tabla: type[Tabla], iguales: tuple[str, ...]) -> Expression:
    donde, *demas = (columnas_por_nombre(tabla)[nombre] == SQL(_INCOGNITA) for nombre in iguales)
    for otra in demas:
        donde = donde & otra
    return donde


def _igualdades(donde: object) -> list[tuple[Field, object]]:
    """Las columnas y sus valores, si lo que se pide son solo igualdades; si es otra cosa, ninguna."""
    if not isinstance(donde, Expression):
        return []
    if donde.op == OP.AND:
        una, otra = _igualdades(donde.lhs), _igualdades(donde.rhs)
        return una + otra if una and otra else []
    if donde.op == OP.EQ and isinstance(donde.lhs, Field) and not isinstance(donde.rhs, Node):
        return [(donde.lhs, donde.rhs)]
    return []


def _guardados(iguales: list[tuple[Field, object]]) -> list[Any]:
    return [columna.db_value(valor) for columna, valor in iguales]
