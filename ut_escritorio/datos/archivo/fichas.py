"""La ficha de un archivo: de cuál es copia, se llame como se llame, y hasta qué acción llega."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from pathlib import Path

from ut_escritorio.datos.archivo.apertura import abrir_sin_revisar
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.motor.identidad import Senas, senas_de
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.errores import ErrorEsperado


@congelado
class Ficha:
    """Quién es un archivo, igual en él y en sus copias, y el número de lo último que se hizo en él."""

    identidad: str
    accion: int


def ficha_de(ruta: Path) -> Ficha | None:
    """La ficha de un archivo, leída sin dejar nada a su lado; None si no está o no se deja leer."""
    try:
        return _leida(ruta, senas_de(ruta))
    except OSError:
        return None


@lru_cache(maxsize=512)
def _leida(ruta: Path, _: Senas) -> Ficha | None:
    try:
        base = abrir_sin_revisar(ruta)
    except ErrorEsperado:
        return None
    try:
        identidad = identidad_de(base)
        (ultima,) = base.conexion.execute("SELECT max(id) FROM accion").fetchone()
    except (sqlite3.Error, ErrorEsperado):
        return None
    finally:
        base.cerrar()
    return Ficha(identidad, ultima) if identidad else None


def identidad_de(base: Base) -> str:
    """Quién es un archivo abierto; vacía si aún no lo sabe."""
    # Un archivo nace con su primera acción, que nunca se quita: la apertura en que se hizo es solo suya
    primera = base.lee_orden("SELECT apertura, cuando FROM accion ORDER BY id LIMIT 1")
    return " ".join(primera[0]) if primera else ""
