"""Recorrer un archivo entero: si todas sus páginas están bien y nada apunta a lo que no está."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from ut_escritorio.datos.motor.conexion import Base


def integro(ruta: Path) -> bool:
    """Si está sano, leído por su propia conexión. sqlite3.DatabaseError si no se deja leer."""
    base = Base(ruta, "ro")
    try:
        return sano(base.conexion)
    finally:
        base.cerrar()


def sano(conexion: sqlite3.Connection) -> bool:
    """Si SQLite halla bien todas las páginas del archivo y ninguna fila apunta a otra que no está."""
    hallado = conexion.execute("PRAGMA integrity_check(1)").fetchone()[0]
    return hallado == "ok" and conexion.execute("PRAGMA foreign_key_check").fetchone() is None


def cumple_sus_reglas(conexion: sqlite3.Connection) -> bool:
    """Si cada fila cumple lo que su tabla pide con CHECK, en un archivo cuyas tablas ya se revisaron.

    De un archivo abierto solo para leer SQLite ni siquiera las mira, y tampoco al recorrerlo entero.
    """
    tablas = conexion.execute("SELECT name, sql FROM main.sqlite_schema WHERE type = 'table'").fetchall()
    return not any(
        conexion.execute(f"SELECT 1 FROM {tabla} WHERE NOT ({regla}) LIMIT 1").fetchone()
        for tabla, escrita in tablas
        for regla in _reglas(escrita)
    )


def _reglas(tabla: str) -> Iterator[str]:
    """Lo que va dentro de cada CHECK de una tabla, como está escrita."""
    for empieza in re.finditer(r"\bCHECK \(", tabla):
        hondo, desde = 1, empieza.end()
        for hasta in range(desde, len(tabla)):
            hondo += {"(": 1, ")": -1}.get(tabla[hasta], 0)
            if not hondo:
                yield tabla[desde:hasta]
                break
