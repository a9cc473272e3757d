"""Migración 1: todas las tablas de la primera versión. Texto congelado: no se edita, se migra."""

from __future__ import annotations

import re
import sqlite3

from ut_escritorio.datos.migraciones.m001 import captura, historia, plan


def migrar(conexion: sqlite3.Connection) -> None:
    """Crea las tablas en un archivo vacío."""
    for ordenes in (plan.ORDENES, captura.ORDENES, historia.ORDENES):
        for orden in re.split(r";\n+", ordenes.strip().removesuffix(";")):
            conexion.execute(orden)
