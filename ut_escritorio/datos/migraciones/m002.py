"""Migración 2: sus días contados, lo traído que falta mirar y cómo un plan viene de otro.

Texto congelado: no se edita, se migra.
"""

from __future__ import annotations

import sqlite3

_ORDENES = (
    """CREATE TABLE dia (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    trimestre_id INTEGER NOT NULL REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED,
    cifra_id INTEGER NOT NULL REFERENCES cifra (id) DEFERRABLE INITIALLY DEFERRED,
    fecha TEXT NOT NULL,
    valor INTEGER NOT NULL CHECK (valor >= 0),
    UNIQUE (trimestre_id, cifra_id, fecha)
) STRICT""",
    """CREATE TABLE por_mirar (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    trimestre_id INTEGER NOT NULL REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED,
    origen TEXT NOT NULL,
    UNIQUE (trimestre_id, origen)
) STRICT""",
    "ALTER TABLE plan ADD COLUMN provisional INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE lugar ADD COLUMN antes TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE lugar ADD COLUMN ficha TEXT",
)


def migrar(conexion: sqlite3.Connection) -> None:
    """Agrega las tablas y columnas a un archivo de la versión 1."""
    for orden in _ORDENES:
        conexion.execute(orden)
