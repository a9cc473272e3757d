"""Migración 6: las evidencias de un renglón, de una actividad o de un oficio.

Texto congelado: no se edita, se migra.
"""

from __future__ import annotations

import sqlite3

_ORDENES = (
    """CREATE TABLE evidencia (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    trimestre_id INTEGER REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED,
    registro_id INTEGER REFERENCES registro (id) DEFERRABLE INITIALLY DEFERRED,
    lugar_id INTEGER REFERENCES lugar (id) DEFERRABLE INITIALLY DEFERRED,
    oficio_id INTEGER REFERENCES oficio (id) DEFERRABLE INITIALLY DEFERRED,
    orden INTEGER NOT NULL,
    contenido TEXT NOT NULL,
    original TEXT NOT NULL,
    nombre TEXT NOT NULL,
    clase TEXT NOT NULL CHECK (clase IN ('foto', 'pdf', 'correo')),
    pie TEXT NOT NULL,
    sale INTEGER NOT NULL CHECK (sale IN (0, 1)),
    tomada TEXT,
    hojas INTEGER NOT NULL CHECK (hojas >= 0),
    peso INTEGER NOT NULL CHECK (peso >= 0),
    firmas INTEGER NOT NULL CHECK (firmas >= 0),
    CHECK ((registro_id IS NOT NULL) + (lugar_id IS NOT NULL) + (oficio_id IS NOT NULL) = 1),
    CHECK ((trimestre_id IS NULL) = (oficio_id IS NOT NULL))
) STRICT""",
    "CREATE INDEX evidencia_de_trimestre ON evidencia (trimestre_id)",
    "CREATE INDEX evidencia_de_registro ON evidencia (registro_id)",
    "CREATE INDEX evidencia_de_oficio ON evidencia (oficio_id)",
    "CREATE INDEX evidencia_de_contenido ON evidencia (contenido)",
)


def migrar(conexion: sqlite3.Connection) -> None:
    """Agrega la tabla, vacía."""
    for orden in _ORDENES:
        conexion.execute(orden)
