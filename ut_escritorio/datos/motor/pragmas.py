"""Los ajustes de SQLite con que se trabaja, puestos y releídos: uno que no quede puesto detiene todo."""

from __future__ import annotations

import sqlite3

from ut_escritorio.errores import ErrorEsperado

# (pragma, cómo se pone, qué debe leerse después); por qué cada uno: las medidas de fiabilidad
PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("temp_store", "MEMORY", 2),
    ("cache_size", "-65536", -65536),
    ("cache_spill", "OFF", 0),
    ("foreign_keys", "ON", 1),
    ("synchronous", "FULL", 2),
)
# Sin diario WAL, una copia hecha con el programa abierto y quieto está completa
PRAGMAS_DE_ESCRITURA: tuple[tuple[str, str, object], ...] = (
    ("secure_delete", "ON", 1),
    ("journal_mode", "TRUNCATE", "truncate"),
)


def poner_pragmas(conexion: sqlite3.Connection, escribe: bool) -> None:
    """Pone los ajustes; ErrorEsperado si alguno no queda como debe."""
    for nombre, valor, debe in (*PRAGMAS, *(PRAGMAS_DE_ESCRITURA if escribe else ())):
        conexion.execute(f"PRAGMA {nombre} = {valor}").fetchall()
        leido = conexion.execute(f"PRAGMA {nombre}").fetchone()
        if leido is None or leido[0] != debe:
            raise ErrorEsperado(
                f"No se puede trabajar con seguridad en este equipo: «{nombre}» debía quedar en {debe} y "
                f"quedó en {leido and leido[0]}. El archivo no se tocó; avise a quien lo instaló."
            )
