"""Mide, por turnos y en un mismo proceso, abrir con la comprobación completa y el integrity_check de SQLite.

El archivo, de unas cien mil filas, se hace antes: `abrir.py hacer ARCHIVO [filas]`.

    python tests/rendimiento/abrir.py abrir ARCHIVO         (segundos)
    python tests/rendimiento/abrir.py comprobar ARCHIVO     (segundos, solo integrity_check)
    python tests/rendimiento/abrir.py razon ARCHIVO         (abrir ÷ integrity_check)
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from ut_escritorio.datos.campos import nuevo_id, nuevo_uid
from ut_escritorio.datos.conexion import Base
from ut_escritorio.servicios import expediente

TURNOS = 9
AHORA = datetime(2024, 7, 4, 12)  # noqa: DTZ001


def hacer(archivo: Path, filas: int) -> None:
    """El ejemplo tras años de trabajo: de cada diez filas, nueve son historia y una es un párrafo."""
    expediente.crear_ejemplo(archivo, lambda: AHORA).cerrar()
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


def por_turnos(archivo: Path) -> dict[str, float]:
    """Lo menos que tardó cada uno, en segundos: lo demás es ruido de la máquina."""
    trabajos: dict[str, Callable[[Path], None]] = {"abrir": abrir, "comprobar": comprobar}
    medidas = [{nombre: _segundos(hace, archivo) for nombre, hace in trabajos.items()} for _ in range(TURNOS)]
    return {nombre: min(medida[nombre] for medida in medidas) for nombre in trabajos}


def _segundos(hace: Callable[[Path], None], archivo: Path) -> float:
    antes = time.perf_counter()
    hace(archivo)
    return time.perf_counter() - antes


def main() -> None:
    """Imprime lo que se pide al final de su último renglón."""
    que, archivo = sys.argv[1], Path(sys.argv[2])
    if que == "hacer":
        hacer(archivo, int(sys.argv[3]) if len(sys.argv) > 3 else 100_000)
        return
    mejores = por_turnos(archivo)
    print(mejores["abrir"] / mejores["comprobar"] if que == "razon" else mejores[que])


if __name__ == "__main__":
    main()
