"""El sello: la huella de cada fila, combinadas por tabla, para saber si alguien más cambió el archivo.

La huella cubre tabla, número de fila, clase y valor de cada columna. Combinarlas es un XOR: agregar
y quitar la misma fila la deja como estaba.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from hashlib import blake2b

from ut_escritorio.datos.campos import Octetos
from ut_escritorio.datos.esquema import SELLADAS, Tabla
from ut_escritorio.datos.esquema.base import columnas_de, nombre_de


def huella_con(huella: int, *fila: object) -> int:
    """La huella de una tabla con una fila agregada o quitada; `fila` empieza por el nombre de la tabla.

    `ascii` distingue 1 de «1», y a diferencia de `repr` no cambia con la versión de Python.
    """
    resumen = blake2b(ascii(fila).encode("ascii"), digest_size=8).digest()
    return huella ^ int.from_bytes(resumen, "big", signed=True)


def columnas_selladas(tabla: type[Tabla], antes: str = "") -> str:
    """Lo que de cada fila entra en su huella, en SQL; de los bytes de un archivo, su largo."""
    return ", ".join(
        f"length({antes}{c.column_name})" if isinstance(c, Octetos) else f"{antes}{c.column_name}"
        for c in columnas_de(tabla)
    )


def huella_de(conexion: sqlite3.Connection, tabla: type[Tabla]) -> int:
    """La huella de todas las filas de una tabla, leyéndolas una por una."""
    huella = 0
    filas = conexion.execute(
        f"SELECT '{nombre_de(tabla)}', {columnas_selladas(tabla)} FROM {nombre_de(tabla)}"
    )
    for fila in filas:
        huella = huella_con(huella, *fila)
    return huella


def sellar(conexion: sqlite3.Connection) -> None:
    """Escribe el sello de todas las tablas, por barrido; dentro de la transacción de quien llama."""
    conexion.execute("DELETE FROM sello")
    conexion.executemany(
        "INSERT INTO sello (tabla, huella) VALUES (?, ?)",
        [(nombre_de(tabla), huella_de(conexion, tabla)) for tabla in SELLADAS],
    )


def huellas(conexion: sqlite3.Connection, tablas: Iterable[type[Tabla]]) -> tuple[int, ...]:
    """Las huellas escritas de unas tablas: mientras no cambien, tampoco ellas."""
    escritas: dict[str, int] = dict(conexion.execute("SELECT tabla, huella FROM sello"))
    return tuple(escritas[nombre_de(tabla)] for tabla in tablas)


def alteradas(conexion: sqlite3.Connection) -> tuple[str, ...]:
    """Las tablas cuyo contenido no es el que este programa dejó."""
    escritas: dict[str, int] = dict(conexion.execute("SELECT tabla, huella FROM sello"))
    return tuple(
        nombre_de(tabla) for tabla in SELLADAS if escritas.get(nombre_de(tabla)) != huella_de(conexion, tabla)
    )
