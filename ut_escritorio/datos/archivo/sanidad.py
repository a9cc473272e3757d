"""Recorrer un archivo entero: si todas sus páginas están bien y nada apunta a lo que no está."""

from __future__ import annotations

import sqlite3
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
