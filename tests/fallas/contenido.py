"""Lo que un archivo dice, entero, para compararlo."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from ut_escritorio.datos.motor.conexion import uri_de
from ut_escritorio.servicios.archivo import expediente

Contenido = dict[str, list[tuple[Any, ...]]]


def contenido_de(archivo: Path) -> Contenido:
    """Todas las filas de todas las tablas, leídas sin el programa."""
    conexion = sqlite3.connect(uri_de(archivo.absolute(), "ro"), uri=True)
    try:
        tablas = [n for (n,) in conexion.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {t: conexion.execute(f"SELECT * FROM {t} ORDER BY 1").fetchall() for t in tablas}
    finally:
        conexion.close()


def numero_de(archivo: Path) -> int | None:
    """Lo anotado en abril, abriendo el archivo como ella: con candado, recuperación y revisión completa."""
    with oficina.abrir(archivo) as exp:
        return exp.foto(TRIMESTRE).conteos.en(ABRIL)


def numero_visto(archivo: Path) -> int | None:
    """Lo mismo, solo para leer."""
    with expediente.consultar(archivo, oficina.ahora) as exp:
        return exp.foto(TRIMESTRE).conteos.en(ABRIL)
