"""Migración 8: las listas de áreas que ella guarda; y una cifra puede contarse del libro de oficios.

Texto congelado: no se edita, se migra.
"""

from __future__ import annotations

import sqlite3

_LISTAS = """CREATE TABLE lista_de_areas (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    nombre TEXT NOT NULL UNIQUE,
    areas TEXT NOT NULL
) STRICT"""


def migrar(conexion: sqlite3.Connection) -> None:
    """Agrega la tabla, vacía; de dónde sale cada cifra ya cabía en su columna."""
    conexion.execute(_LISTAS)
