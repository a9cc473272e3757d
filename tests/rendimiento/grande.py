"""Mide la primera pintura con un archivo de 500 MB de contenidos contra la de uno chico.

Los dos van por turnos, cada vez en un proceso nuevo. Imprime la mediana de cada uno, en segundos.

    python tests/rendimiento/grande.py [megas]
"""

from __future__ import annotations

import hashlib
import random
import statistics
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from medir import hasta_pintar

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.servicios.archivo import creacion

TURNOS = 7
TROZO = 10 * 1024 * 1024
AHORA = datetime(2024, 7, 4, 12)  # noqa: DTZ001


def hacer(archivo: Path, megas: int) -> None:
    """El ejemplo con escaneados hasta pesar esos megas."""
    creacion.crear_ejemplo(archivo, lambda: AHORA).cerrar()
    if not megas:
        return
    azar = random.Random(megas)
    base = Base(archivo, "rw", lambda: AHORA)
    with base.carga("Escaneados"):
        for _ in range(megas * 1024 * 1024 // TROZO):
            octetos = azar.randbytes(TROZO)
            base.inserta(e.Contenido, sha256=hashlib.sha256(octetos).hexdigest(), bytes=octetos)
    base.cerrar()


def main() -> None:
    """Imprime las medianas: con el grande y con el chico, en segundos."""
    megas = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as carpeta:
        grande, chico = Path(carpeta) / "grande.sqlite", Path(carpeta) / "chico.sqlite"
        hacer(grande, megas)
        hacer(chico, 0)
        turnos = [[hasta_pintar("programa", str(cual)) for cual in (grande, chico)] for _ in range(TURNOS)]
    print(*(statistics.median(suyos) for suyos in zip(*turnos, strict=True)))


if __name__ == "__main__":
    main()
