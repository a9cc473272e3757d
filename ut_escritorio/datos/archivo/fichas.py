"""La ficha de un archivo: de cuál es copia, se llame como se llame, y hasta qué acción llega."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from ut_escritorio.datos.archivo.apertura import abrir_sin_revisar
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.motor.identidad import Senas, senas_de
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.errores import ErrorEsperado


@congelado
class Ficha:
    """Quién es un archivo, igual en él y en sus copias, y lo último que se hizo en él: su número y su sello.

    Dos copias de un archivo pueden llegar al mismo número y no ser la misma historia, si entre ellas se
    restauró otra: el sello de cada acción, la apertura y la hora en que se hizo, lo dice.
    """

    identidad: str
    accion: int
    sello: tuple[str, str] = ("", "")


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
        ultima, sello = max(_historia(base).items(), default=(0, ("", "")))
    except (sqlite3.Error, ErrorEsperado):
        return None
    finally:
        base.cerrar()
    return Ficha(identidad, ultima, sello) if identidad else None


def ajenas_a(ruta: Path, fichas: Iterable[Ficha]) -> frozenset[Ficha]:
    """De esas fichas, las que llegan a algo que no está en la historia de un archivo; sin leerla, ninguna."""
    try:
        base = abrir_sin_revisar(ruta)
    except (OSError, ErrorEsperado):
        return frozenset()
    try:
        suya = _historia(base)
    except (sqlite3.Error, ErrorEsperado):
        return frozenset()
    finally:
        base.cerrar()
    ultima = max(suya, default=0)
    # La que falta en medio se adelgazó: no dice nada.
    return frozenset(f for f in fichas if f.accion > ultima or suya.get(f.accion, f.sello) != f.sello)


def _historia(base: Base) -> dict[int, tuple[str, str]]:
    """El sello de cada acción, por su número."""
    filas = base.conexion.execute("SELECT id, apertura, cuando FROM accion").fetchall()
    return {id_: (apertura, cuando) for id_, apertura, cuando in filas}


def identidad_de(base: Base) -> str:
    """Quién es un archivo abierto; vacía si aún no lo sabe."""
    # Un archivo nace con su primera acción, que nunca se quita: la apertura en que se hizo es solo suya
    primera = base.lee_orden("SELECT apertura, cuando FROM accion ORDER BY id LIMIT 1")
    return " ".join(primera[0]) if primera else ""
