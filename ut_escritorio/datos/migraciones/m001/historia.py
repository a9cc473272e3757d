"""Migración 1: contenidos, acciones, bitácora y sello. Texto congelado: no se edita, se migra."""

ORDENES = """
CREATE TABLE contenido (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE accion (
    id INTEGER PRIMARY KEY,
    nombre TEXT NOT NULL,
    cuando TEXT NOT NULL,
    apertura TEXT NOT NULL,
    clase TEXT NOT NULL CHECK (clase IN ('hecha', 'deshacer', 'rehacer', 'barrera', 'aparte')),
    grupo TEXT NOT NULL,
    trimestre_id INTEGER REFERENCES trimestre (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE bitacora (
    id INTEGER PRIMARY KEY,
    accion_id INTEGER NOT NULL REFERENCES accion (id) DEFERRABLE INITIALLY DEFERRED,
    tabla TEXT NOT NULL,
    fila INTEGER NOT NULL,
    clase TEXT NOT NULL CHECK (clase IN ('alta', 'cambio', 'baja', 'resumen')),
    antes TEXT,
    despues TEXT
) STRICT;

CREATE TABLE sello (
    tabla TEXT NOT NULL PRIMARY KEY,
    huella INTEGER NOT NULL
) STRICT;

CREATE INDEX bitacora_de_accion ON bitacora (accion_id);

CREATE INDEX bitacora_de_fila ON bitacora (tabla, fila);
"""
