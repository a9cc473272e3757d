"""Si cada columna de un archivo de otros guarda lo que es de ella: se mira antes de leer nada de él."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from typing import Any

from peewee import Field

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.base import Tabla, columnas_de, nombre_de
from ut_escritorio.datos.esquema.campos import Entero, Exacto, Fecha, Json, Texto
from ut_escritorio.datos.esquema.conforme import conforme
from ut_escritorio.datos.filas.partes.hacer import DEJADOS, RASTRO
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.partes.dejado import Dejado
from ut_escritorio.dominio.plan.formas import Sentido
from ut_escritorio.errores import ErrorEsperado, ValorInvalido

LETRAS, UNIDADES = 100_000, 10**12
"""Lo más largo que puede ser un texto, y lo más grande un número: mucho más de lo que nadie escribe."""

_CIFRAS = 12  # antes y después del punto, en un número con decimales
_DE_LO_DEJADO = {campo.name for campo in fields(Dejado)}
_REVISADAS = (Entero, Exacto, Fecha, Json, Texto)
_OPCIONES: dict[tuple[type[Tabla], str], Any] = {(e.Renglon, "sentido"): Sentido}
# Lo que un texto que no es de su columna hace al traducirlo: no es fecha, número ni JSON, o trae otra cosa
_NO_SE_TRADUCE = (
    ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RecursionError, ErrorEsperado,
)  # fmt: skip


def revisar_columnas(base: Base) -> None:
    """ValorInvalido, con su tabla y su columna, si alguna fila guarda lo que no es de ahí."""
    for tabla in e.BITACORADAS:
        revisadas = [columna for columna in columnas_de(tabla) if isinstance(columna, _REVISADAS)]
        nombres = ", ".join(columna.column_name for columna in revisadas)
        for fila in base.lee_orden(f"SELECT {nombres} FROM {nombre_de(tabla)}"):
            for columna, guardado in zip(revisadas, fila, strict=True):
                if guardado is not None and not _es_suyo(tabla, columna, guardado):
                    raise ValorInvalido(f"{nombre_de(tabla)}.{columna.name}")


def revisar_historia(base: Base) -> None:
    """ValorInvalido si la bitácora no dice a qué hora fue cada acción y qué decía cada fila, o su rastro."""
    for (cuando,) in base.lee_orden("SELECT cuando FROM accion"):
        if not _se_lee(lambda dicho: bool(datetime.fromisoformat(dicho)), cuando):
            raise ValorInvalido("accion.cuando")
    for clase, *dichos in base.lee_orden("SELECT clase, antes, despues FROM bitacora"):
        revisar = _es_resumen if clase == "resumen" else _es_fila
        if not all(_se_lee(revisar, dicho) for dicho in dichos if dicho is not None):
            raise ValorInvalido("bitacora")


def _es_fila(dicho: str) -> bool:
    return conforme(json.loads(dicho), Mapping[str, int | float | str | None])


def _es_resumen(dicho: str) -> bool:
    """Si un resumen es una tabla y, en la parte que los lleva, su rastro y lo que se dejó así lo son."""
    tabla: Any = json.loads(dicho)
    rastros = (tabla.get(cual, "{}") for cual in RASTRO)
    dejados = json.loads(tabla.get(DEJADOS, "{}"))
    return (
        isinstance(tabla, dict)
        and all(conforme(json.loads(rastro), Mapping[str, int]) for rastro in rastros)
        and conforme(dejados, Mapping[str, Mapping[str, str]])
        and all({*dejado} == _DE_LO_DEJADO for dejado in dejados.values())
    )


def _se_lee(leer: Callable[[str], bool], dicho: str) -> bool:
    try:
        return leer(dicho)
    except _NO_SE_TRADUCE:
        return False


def _es_suyo(tabla: type[Tabla], columna: Field, guardado: Any) -> bool:
    if isinstance(guardado, int):
        return abs(guardado) <= UNIDADES
    if len(guardado) > LETRAS:
        return False

    def es(dicho: str) -> bool:
        valor = columna.python_value(dicho)
        return columna.db_value(valor) == dicho and all(_cabe(tabla, columna, valor))

    return _se_lee(es, guardado)


def _cabe(tabla: type[Tabla], columna: Field, valor: Any) -> Iterator[bool]:
    """Si el valor, ya traducido, es de su clase y de un tamaño que se puede decir."""
    if isinstance(columna, Json):
        yield conforme(valor, columna.tipo)
    if isinstance(valor, Decimal):
        yield abs(valor.adjusted()) <= _CIFRAS and len(valor.as_tuple().digits) <= 2 * _CIFRAS
    if (tabla, columna.name) in _OPCIONES:
        yield conforme(valor, _OPCIONES[tabla, columna.name])
