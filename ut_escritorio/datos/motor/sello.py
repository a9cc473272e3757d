"""El sello: la huella de cada fila, combinadas por tabla, para saber si alguien más cambió el archivo.

La huella cubre tabla, número de fila, clase y valor de cada columna. Combinarlas es un XOR: agregar
y quitar la misma fila la deja como estaba.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import blake2b, sha256

from ut_escritorio.datos.esquema import BITACORADAS, Tabla
from ut_escritorio.datos.esquema.base import columnas_de, nombre_de
from ut_escritorio.datos.esquema.campos import Octetos

Sello = Mapping[str, int]
"""La huella de cada tabla."""


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


def calcular(conexion: sqlite3.Connection) -> dict[str, int]:
    """La huella de cada tabla, leyendo sus filas una por una; sirve a un archivo de cualquier versión."""
    return {tabla: _huella_de(conexion, tabla) for tabla in tablas_de(conexion)}


def tablas_de(conexion: sqlite3.Connection) -> list[str]:
    """Las tablas selladas que el archivo tiene."""
    orden = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name <> 'sello' ORDER BY name"
    return [nombre for (nombre,) in conexion.execute(orden)]


def _huella_de(conexion: sqlite3.Connection, tabla: str) -> int:
    columnas = [
        f"length({nombre})" if clase == "BLOB" else nombre
        for _, nombre, clase, *_ in conexion.execute(f"PRAGMA main.table_info({tabla})")
    ]
    filas = conexion.execute(f"SELECT '{tabla}', {', '.join(columnas)} FROM {tabla}")
    return _juntas(b"".join([blake2b(ascii(f).encode("ascii"), digest_size=8).digest() for f in filas]))


def _juntas(huellas_de_filas: bytes) -> int:
    """El XOR de muchas huellas seguidas, doblándolas por la mitad: de una en una tardaría el doble."""
    cuantas, numero = len(huellas_de_filas) // 8, int.from_bytes(huellas_de_filas, "big")
    while cuantas > 1:
        cuantas = (cuantas + 1) // 2
        numero = (numero >> 64 * cuantas) ^ (numero & ((1 << 64 * cuantas) - 1))
    return int.from_bytes(numero.to_bytes(8, "big"), "big", signed=True)


def sellar(conexion: sqlite3.Connection) -> None:
    """Escribe el sello de todas las tablas, por barrido; dentro de la transacción de quien llama."""
    conexion.execute("DELETE FROM sello")
    conexion.executemany("INSERT INTO sello (tabla, huella) VALUES (?, ?)", calcular(conexion).items())


def escrito(conexion: sqlite3.Connection) -> dict[str, int]:
    """El sello que el archivo lleva: la huella de cada tabla."""
    return dict(conexion.execute("SELECT tabla, huella FROM sello"))


def huellas(sello: Sello, tablas: Iterable[type[Tabla]]) -> tuple[int, ...]:
    """Las huellas de unas tablas: mientras no cambien, tampoco ellas."""
    return tuple(sello[nombre_de(tabla)] for tabla in tablas)


def movidas(antes: Sello, despues: Sello) -> frozenset[str]:
    """Las tablas cuyos cambios anota la bitácora y que ya no dicen lo mismo."""
    return frozenset(tabla for tabla in map(nombre_de, BITACORADAS) if antes[tabla] != despues[tabla])


def resumen(conexion: sqlite3.Connection) -> str:
    """El sello entero en pocas letras: mientras no cambie, el archivo dice lo mismo."""
    return blake2b(repr(sorted(escrito(conexion).items())).encode("ascii"), digest_size=16).hexdigest()


def alteradas(conexion: sqlite3.Connection) -> tuple[str, ...]:
    """Las tablas cuyo contenido no es el que este programa dejó."""
    escritas, halladas = escrito(conexion), calcular(conexion)
    return tuple(t for t in {**escritas, **halladas} if escritas.get(t) != halladas.get(t))


_DE_UNA_PIEZA = "SELECT sha256, bytes FROM contenido"
_EN_TROZOS = f"""{_DE_UNA_PIEZA} WHERE length(bytes) OR sha256 NOT IN (SELECT sha256 FROM trozo)
UNION ALL SELECT huella, bytes FROM trozo"""


def contenidos_alterados(conexion: sqlite3.Connection) -> bool:
    """Si los bytes de algún contenido, o de alguno de sus trozos, no son los de su SHA-256, que se sella."""
    filas = conexion.execute(_EN_TROZOS if "trozo" in tablas_de(conexion) else _DE_UNA_PIEZA)
    return any(sha256(octetos).hexdigest() != suya for suya, octetos in filas)
