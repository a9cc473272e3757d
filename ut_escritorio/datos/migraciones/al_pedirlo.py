"""Las migraciones de mucho texto, que se cargan hasta que toca: un archivo al día no las necesita."""

from __future__ import annotations

import sqlite3


def primera(conexion: sqlite3.Connection) -> None:
    """Todas las tablas de la primera versión."""
    from ut_escritorio.datos.migraciones import m001

    m001.migrar(conexion)


def segunda(conexion: sqlite3.Connection) -> None:
    """Sus días contados, lo traído que falta mirar y cómo un plan viene de otro."""
    from ut_escritorio.datos.migraciones import m002

    m002.migrar(conexion)


def cuarta(conexion: sqlite3.Connection) -> None:
    """El libro de oficios."""
    from ut_escritorio.datos.migraciones import m004

    m004.migrar(conexion)


def octava(conexion: sqlite3.Connection) -> None:
    """Las listas de áreas."""
    from ut_escritorio.datos.migraciones import m008

    m008.migrar(conexion)


def duodecima(conexion: sqlite3.Connection) -> None:
    """Las metas modificadas y las propuestas."""
    from ut_escritorio.datos.migraciones import m012

    m012.migrar(conexion)


def sexta(conexion: sqlite3.Connection) -> None:
    """Las evidencias."""
    from ut_escritorio.datos.migraciones import m006

    m006.migrar(conexion)


def quinta(conexion: sqlite3.Connection) -> None:
    """Las cartas de los oficios."""
    from ut_escritorio.datos.migraciones import m005

    m005.migrar(conexion)
