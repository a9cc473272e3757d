"""Migración 5: las cartas de los oficios, y desde qué número se lleva aquí cada serie.

Las evidencias serán la 6. Texto congelado: no se edita, se migra.
"""

from __future__ import annotations

import os
import sqlite3
import uuid

_ORDENES = (
    """CREATE TABLE carta (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    oficio_id INTEGER NOT NULL UNIQUE REFERENCES oficio (id) DEFERRABLE INITIALLY DEFERRED,
    plantilla TEXT NOT NULL,
    campos TEXT NOT NULL,
    texto TEXT NOT NULL,
    sustituye TEXT NOT NULL,
    copias TEXT NOT NULL,
    iniciales TEXT NOT NULL,
    firma TEXT NOT NULL,
    ausente TEXT NOT NULL,
    dias INTEGER CHECK (dias >= 1),
    lugar TEXT NOT NULL,
    corrige TEXT NOT NULL
) STRICT""",
    """CREATE TABLE carta_enviada (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    oficio_id INTEGER NOT NULL REFERENCES oficio (id) DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL CHECK (version >= 1),
    dia TEXT NOT NULL,
    documento TEXT NOT NULL,
    motivo TEXT NOT NULL,
    UNIQUE (oficio_id, version)
) STRICT""",
    """CREATE TABLE plantilla_de_carta (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    clave TEXT NOT NULL UNIQUE,
    orden INTEGER NOT NULL,
    nombre TEXT NOT NULL,
    asunto TEXT NOT NULL,
    cuerpo TEXT NOT NULL,
    campos TEXT NOT NULL,
    copias TEXT NOT NULL,
    recuerda TEXT NOT NULL,
    clase TEXT NOT NULL,
    dias INTEGER CHECK (dias >= 1)
) STRICT""",
)
_LA_LLEVABA = "SELECT 1 FROM ajuste WHERE clave = 'lleva_la_serie' AND valor = 'sí'"
_PRIMEROS = """SELECT serie_id, anio, min(numero) FROM oficio
WHERE sentido = 'enviado' AND serie_id IS NOT NULL AND numero >= 1 AND anio IS NOT NULL
GROUP BY serie_id, anio ORDER BY serie_id, anio"""


def migrar(conexion: sqlite3.Connection) -> None:
    """Agrega las tablas; si se había dicho que aquí se anotan todos, cada serie se lleva desde el primero."""
    for orden in _ORDENES:
        conexion.execute(orden)
    if conexion.execute(_LA_LLEVABA).fetchone():
        for serie, anio, primero in conexion.execute(_PRIMEROS).fetchall():
            _llevar_desde(conexion, serie, anio, primero)


def _llevar_desde(conexion: sqlite3.Connection, serie: int, anio: int, primero: int) -> None:
    dicha = conexion.execute("SELECT id FROM serie_del_anio WHERE serie_id = ? AND anio = ?", (serie, anio))
    if fila := dicha.fetchone():
        orden = "UPDATE serie_del_anio SET desde = coalesce(desde, ?) WHERE id = ?"
        conexion.execute(orden, (primero, fila[0]))
    else:
        id_, uid = int.from_bytes(os.urandom(8), "big") >> 1, str(uuid.uuid4())
        orden = "INSERT INTO serie_del_anio (id, uid, serie_id, anio, desde) VALUES (?, ?, ?, ?, ?)"
        conexion.execute(orden, (id_, uid, serie, anio, primero))
