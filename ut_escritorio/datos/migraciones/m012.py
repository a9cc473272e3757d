"""Migración 12: las metas que se modifican, y las que el año anterior propone y aún no se confirman.

Texto congelado: no se edita, se migra.
"""

from __future__ import annotations

import sqlite3

_ORDENES = (
    """CREATE TABLE meta_modificada (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    trimestre_id INTEGER NOT NULL REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED,
    lugar_id INTEGER NOT NULL REFERENCES lugar (id) DEFERRABLE INITIALLY DEFERRED,
    valor TEXT NOT NULL,
    motivo TEXT NOT NULL,
    fecha TEXT NOT NULL,
    folio TEXT NOT NULL,
    UNIQUE (trimestre_id, lugar_id)
) STRICT""",
    """CREATE TABLE propuesto (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    lugar_id INTEGER NOT NULL REFERENCES lugar (id) DEFERRABLE INITIALLY DEFERRED,
    trimestre INTEGER NOT NULL CHECK (trimestre BETWEEN 1 AND 4),
    valor TEXT NOT NULL,
    UNIQUE (lugar_id, trimestre)
) STRICT""",
)


def migrar(conexion: sqlite3.Connection) -> None:
    """Agrega las dos tablas, vacías; qué dice el % escrito ya cabía en el programa del plan."""
    for orden in _ORDENES:
        conexion.execute(orden)
