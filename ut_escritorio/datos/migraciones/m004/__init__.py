"""Migración 4: el libro de oficios, con cada papel una sola vez. Texto congelado: no se edita, se migra."""

from __future__ import annotations

import sqlite3

from ut_escritorio.datos.migraciones.m004 import anotado, tablas
from ut_escritorio.datos.migraciones.m004.papeles import papeles_de


def migrar(conexion: sqlite3.Connection) -> None:
    """Agrega las tablas, junta lo que era un mismo papel y separa los que solo se escribían igual."""
    for orden in tablas.ORDENES:
        conexion.execute(orden)
    apuntes = anotado.Apuntes(conexion)
    anotado.juntar_series(conexion, apuntes)
    for papel in papeles_de(conexion):
        anotado.guardar(conexion, papel, apuntes)
    anotado.quitar_los_que_sobran(conexion, apuntes)
    apuntes.asentar()
    for orden in tablas.INDICES:
        conexion.execute(orden)
