"""Cómo un archivo vacío o de una versión anterior llega a la de hoy: funciones planas, en orden.

Cada una corre en la misma transacción que sube `user_version`: o llega entera o no pasó nada.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from ut_escritorio.datos import sello
from ut_escritorio.datos.migraciones import m001, m002

APLICACION = 0x55544553  # «UTES»: con esto un archivo dice que es de este programa
MIGRACIONES: tuple[Callable[[sqlite3.Connection], None], ...] = (m001.migrar, m002.migrar)
VERSION = len(MIGRACIONES)


def migrar(conexion: sqlite3.Connection) -> None:
    """Lleva el archivo abierto a la versión de hoy, ya sellado, en una sola transacción."""
    conexion.execute("BEGIN IMMEDIATE")
    try:
        for funcion in MIGRACIONES[version_de(conexion) :]:
            funcion(conexion)
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


def ordenes_de_version(version: int) -> frozenset[tuple[str, str, str]]:
    """Las tablas e índices que un archivo de esa versión debe tener, como (clase, nombre, orden)."""
    conexion = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for funcion in MIGRACIONES[:version]:
            funcion(conexion)
        return ordenes_de(conexion)
    finally:
        conexion.close()


def ordenes_de(conexion: sqlite3.Connection) -> frozenset[tuple[str, str, str]]:
    """Las tablas e índices de un archivo, como (clase, nombre, orden)."""
    return frozenset(
        conexion.execute("SELECT type, name, coalesce(sql, '') FROM main.sqlite_schema").fetchall()
    )
