"""Mide abrir un archivo grande con todo revisado contra el integrity_check de SQLite, solo.

Los dos van por turnos en un mismo proceso. Imprime lo menos que tardó cada uno, en segundos.

    python tests/rendimiento/abrir.py [filas]
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from ut_escritorio.datos.esquema.campos import nuevo_id, nuevo_uid
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.servicios.archivo import creacion, expediente

TURNOS = 9
AHORA = datetime(2024, 7, 4, 12)  # noqa: DTZ001


def hacer(archivo: Path, filas: int) -> None:
    """El ejemplo tras años de trabajo: de cada diez filas, nueve son historia y una es un párrafo."""
    creacion.crear_ejemplo(archivo, lambda: AHORA).cerrar()
    base = Base(archivo, "rw", lambda: AHORA)
    decimas = filas // 20
    with base.carga("Años de trabajo"):
        conexion = base.conexion
        (trimestre,) = conexion.execute("SELECT min(id) FROM trimestre").fetchone()
        lugares = [lugar for (lugar,) in conexion.execute("SELECT id FROM lugar")]
        acciones = range(1000, 1000 + 9 * decimas)
        conexion.executemany(
            "INSERT INTO accion (id, nombre, cuando, apertura, clase, grupo, trimestre_id) "
            "VALUES (?, 'Anotar un número', '2024-07-04T12:00:00-06:00', ?, 'hecha', '', ?)",
            ((accion, base.apertura, trimestre) for accion in acciones),
        )
        conexion.executemany(
            "INSERT INTO bitacora (accion_id, tabla, fila, clase, antes, despues) "
            "VALUES (?, 'conteo', ?, 'cambio', ?, ?)",
            ((a, nuevo_id(), f'{{"valor":{a}}}', f'{{"valor":{a + 1}}}') for a in acciones),
        )
        conexion.executemany(
            "INSERT INTO parrafo_libre (id, uid, trimestre_id, lugar_id, orden, texto) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (
                (nuevo_id(), nuevo_uid(), trimestre, lugares[n % len(lugares)], n, f"Párrafo {n} " * 12)
                for n in range(2 * decimas)
            ),
        )
    base.cerrar()


def abrir(archivo: Path) -> None:
    """Abre para escribir, con todo lo que se revisa."""
    expediente.abrir(archivo, lambda: AHORA).cerrar()


def comprobar(archivo: Path) -> None:
    """Solo el integrity_check de SQLite."""
    conexion = sqlite3.connect(archivo)
    assert conexion.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    conexion.close()


def segundos(hace: Callable[[Path], None], archivo: Path) -> float:
    """Lo que tarda en hacerlo una vez."""
    antes = time.perf_counter()
    hace(archivo)
    return time.perf_counter() - antes


def main() -> None:
    """Imprime lo menos que tardó cada uno: lo demás es ruido de la máquina."""
    filas = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as carpeta:
        archivo = Path(carpeta) / "grande.sqlite"
        hacer(archivo, filas)
        turnos = [[segundos(hace, archivo) for hace in (abrir, comprobar)] for _ in range(TURNOS)]
    print(*(min(suyos) for suyos in zip(*turnos, strict=True)))


if __name__ == "__main__":
    main()
