"""Mide confirmar una celda con bitácora y sello contra un UPDATE pelón con los mismos ajustes.

Los dos van por turnos en un mismo proceso, cada uno en su archivo. Imprime los segundos de cada uno.

    python tests/rendimiento/comando_con_bitacora.py [veces]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.servicios.archivo import creacion

AHORA = datetime(2024, 7, 4, 12)  # noqa: DTZ001


def con_bitacora(base: Base, celda: int, valor: int) -> None:
    """Cambia la celda como lo hace el programa."""
    with base.accion("Anotar un número"):
        base.cambia(e.Conteo, e.Conteo.id == celda, valor=valor)


def pelon(base: Base, celda: int, valor: int) -> None:
    """Cambia la celda sin más: una transacción y un UPDATE."""
    base.conexion.execute("BEGIN IMMEDIATE")
    base.conexion.execute("UPDATE conteo SET valor = ? WHERE id = ?", (valor, celda))
    base.conexion.execute("COMMIT")


def main() -> None:
    """Imprime las medianas: con bitácora y pelón, en segundos."""
    veces = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as nombre:
        carpeta = Path(nombre)
        for copia in ("uno", "otro"):
            creacion.crear_ejemplo(carpeta / f"{copia}.sqlite", lambda: AHORA).cerrar()
        vigilada = Base(carpeta / "uno.sqlite", "rw", lambda: AHORA)
        vigilada.vigilar()
        libre = Base(carpeta / "otro.sqlite", "rw", lambda: AHORA)
        maneras = ((con_bitacora, vigilada), (pelon, libre))
        celdas = [base.lee(e.Conteo.select(e.Conteo.id).limit(1))[0][0] for _, base in maneras]
        medidas: tuple[list[float], list[float]] = ([], [])
        for valor in range(1000, 1000 + veces):
            for (manera, base), celda, suyas in zip(maneras, celdas, medidas, strict=True):
                antes = time.perf_counter()
                manera(base, celda, valor)
                suyas.append(time.perf_counter() - antes)
        vigilada.cerrar()
        libre.cerrar()
    print(*(statistics.median(suyas) for suyas in medidas))


if __name__ == "__main__":
    main()
