"""Una versión anterior inventada, sin días de descanso, para ver morir la migración.

Sus archivos se hacen como se habrían hecho entonces; la migración que los trae a hoy es la que se prueba.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.datos import oficina
from ut_escritorio.datos import migraciones
from ut_escritorio.datos.migraciones import Migracion, m002
from ut_escritorio.datos.migraciones.m001 import captura, historia, migrar, plan
from ut_escritorio.datos.motor import sello

_ORDENES = f"{plan.ORDENES}\n{captura.ORDENES}\n{historia.ORDENES}"
_NUEVAS = [
    orden.strip() for orden in re.split(r";\n+", _ORDENES) if re.search(r"(TABLE|ON) descanso\b", orden)
]

_HACIA_ATRAS = (
    "DROP TABLE descanso",
    "DROP TABLE dia",
    "DROP TABLE por_mirar",
    "ALTER TABLE plan DROP COLUMN provisional",
    "ALTER TABLE lugar DROP COLUMN ficha",
    "ALTER TABLE lugar DROP COLUMN antes",
)


def _como_entonces(conexion: sqlite3.Connection) -> None:
    migrar(conexion)
    conexion.execute("DROP TABLE descanso")


def _con_la_inventada() -> tuple[Migracion, ...]:
    """Las migraciones, con la inventada antes de la primera."""
    pasos, hechas = (_como_entonces, _traer_a_hoy, m002.migrar), []
    conexion = sqlite3.connect(":memory:", isolation_level=None)
    for paso in pasos:
        paso(conexion)
        hechas.append(Migracion(paso, migraciones.huella_de_tablas(conexion)))
    conexion.close()
    return tuple(hechas)


def _traer_a_hoy(conexion: sqlite3.Connection) -> None:
    for orden in _NUEVAS:
        conexion.execute(orden)


@contextmanager
def hay_una_version_mas() -> Iterator[None]:
    """Dentro, el programa tiene antes de la primera versión otra, la inventada."""
    antes = migraciones.MIGRACIONES, migraciones.VERSION
    migraciones.MIGRACIONES, migraciones.VERSION = _con_la_inventada(), 3
    try:
        yield
    finally:
        migraciones.MIGRACIONES, migraciones.VERSION = antes


def hacer(archivo: Path) -> None:
    """El archivo de la oficina pequeña como era en la versión anterior, sellado como entonces."""
    oficina.nuevo(archivo).cerrar()
    conexion = sqlite3.connect(archivo, isolation_level=None)
    conexion.execute("BEGIN IMMEDIATE")
    for orden in _HACIA_ATRAS:
        conexion.execute(orden)
    sello.sellar(conexion)
    conexion.execute("PRAGMA user_version = 1")
    conexion.execute("COMMIT")
    conexion.close()
