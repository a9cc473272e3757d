"""Cómo un archivo vacío o de una versión anterior llega a la de hoy: funciones planas, en orden.

Cada una corre en la misma transacción que sube `user_version`: o llega entera o no pasó nada.

Una versión queda congelada en cuanto su programa llega a la rama principal: desde entonces puede haber un
archivo suyo en una oficina. De ahí en adelante no se tocan su migración, su huella, ni nada de lo que guarda:
tablas, columnas, clases de valores, campos, palabras de una lista cerrada ni los nombres de una huella. Todo
cambio de esos, también agregar, es la versión siguiente; un programa anterior no abre su archivo y dice por
qué. La versión siguiente trae, en el mismo cambio:

1. su renglón en MIGRACIONES y, si cambia tablas, su migración en `m00N.py`;
2. en `tests/datos/archivos`, `guardado_N.json` (lo que guarda) y, hecho por su programa,
   `esquema_N.sqlite.gz` (la oficina pequeña): con el de la anterior se prueba la migración más nueva,
   también muriendo a la mitad.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from hashlib import blake2b
from typing import NamedTuple

from ut_escritorio.datos.migraciones import al_pedirlo
from ut_escritorio.datos.motor import sello


class Migracion(NamedTuple):
    """Un paso a la versión siguiente: lo que hace y la huella de las tablas que deja."""

    hacer: Callable[[sqlite3.Connection], None]
    deja: str


def _las_mismas_tablas(conexion: sqlite3.Connection) -> None:
    """Ninguna tabla cambia; sube la versión porque un programa anterior no sabría leer lo que se guarda."""


def _decimoquinta(conexion: sqlite3.Connection) -> None:
    """Ningún cuadro de antes va a lo ancho."""
    conexion.execute("ALTER TABLE cuadro ADD COLUMN horizontal INTEGER NOT NULL DEFAULT 0")


def _decimosexta(conexion: sqlite3.Connection) -> None:
    """Los trozos en que se guarda un contenido grande; los que ya están se quedan de una pieza."""
    conexion.execute("""CREATE TABLE trozo (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    orden INTEGER NOT NULL,
    huella TEXT NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (sha256, orden)
) STRICT""")


APLICACION = 0x55544553  # «UTES»: con esto un archivo dice que es de este programa
MIGRACIONES: tuple[Migracion, ...] = (
    Migracion(al_pedirlo.primera, "d3ab084f5fccc71a"),
    Migracion(al_pedirlo.segunda, "85427e6d6cbb6e59"),
    # La holgura de lo programado, en el plan.
    Migracion(_las_mismas_tablas, "85427e6d6cbb6e59"),
    Migracion(al_pedirlo.cuarta, "00930c58d8ce2f2c"),
    Migracion(al_pedirlo.quinta, "26adf24b91f50bda"),
    Migracion(al_pedirlo.sexta, "324cbbcdacc28478"),
    # Las clases de oficio y lo que se compara con el libro, en el plan.
    Migracion(_las_mismas_tablas, "324cbbcdacc28478"),
    Migracion(al_pedirlo.octava, "3bfb2d0f52fc7d19"),
    # Los anexos del informe y las fichas, en el plan.
    Migracion(_las_mismas_tablas, "3bfb2d0f52fc7d19"),
    # Porciones, promedios y porcentajes, y los cuadros que cruzan por un dato o enseñan el año.
    Migracion(_las_mismas_tablas, "3bfb2d0f52fc7d19"),
    # El índice, en el plan.
    Migracion(_las_mismas_tablas, "3bfb2d0f52fc7d19"),
    # Las metas modificadas y las propuestas; qué dice el %, en el plan.
    Migracion(al_pedirlo.duodecima, "52e1e15b6ecdfa8a"),
    # El avance impreso, en el plan.
    Migracion(_las_mismas_tablas, "52e1e15b6ecdfa8a"),
    # Cuándo se entrega, si hay que justificar lo que se alejó y la meta modificada en un texto, en el plan.
    Migracion(_las_mismas_tablas, "52e1e15b6ecdfa8a"),
    # Los cuadros que van en una hoja a lo ancho; el resumen, el comparativo y las gráficas, en el plan.
    Migracion(_decimoquinta, "4f11a7bdad607ec7"),
    Migracion(_decimosexta, "72e77ea3a4a3a294"),
)
VERSION = len(MIGRACIONES)


def migrar(conexion: sqlite3.Connection) -> None:
    """Lleva el archivo abierto a la versión de hoy, ya sellado, en una sola transacción."""
    conexion.execute("BEGIN IMMEDIATE")
    try:
        for migracion in MIGRACIONES[version_de(conexion) :]:
            migracion.hacer(conexion)
        sello.sellar(conexion)
        conexion.execute(f"PRAGMA application_id = {APLICACION}")
        conexion.execute(f"PRAGMA user_version = {VERSION}")
        conexion.execute("COMMIT")
    except BaseException:
        if conexion.in_transaction:
            conexion.execute("ROLLBACK")
        raise


def version_de(conexion: sqlite3.Connection) -> int:
    """La versión de un archivo abierto."""
    return conexion.execute("PRAGMA user_version").fetchone()[0]


def huella_de_version(version: int) -> str:
    """La huella de las tablas de un archivo de esa versión; vacía si no hay tal versión."""
    return MIGRACIONES[version - 1].deja if 1 <= version <= VERSION else ""


def huella_de_tablas(conexion: sqlite3.Connection) -> str:
    """Las tablas e índices de un archivo en pocas letras: las de su versión, si nadie las cambió."""
    hay = conexion.execute(
        "SELECT type, name, coalesce(sql, '') FROM main.sqlite_schema ORDER BY type, name"
    ).fetchall()
    return blake2b(ascii(hay).encode("ascii"), digest_size=8).hexdigest()
