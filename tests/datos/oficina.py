"""Una oficina pequeña con su archivo, para probar lo que se guarda de verdad.

python -m tests.datos.oficina N    deja en `archivos/esquema_N.sqlite.gz` el que hace el programa de hoy
"""

from __future__ import annotations

import gzip
import sys
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from ut_escritorio.datos.motor.identidad import Senas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.servicios.archivo import creacion, expediente
from ut_escritorio.servicios.archivo.expediente import Expediente

ARCHIVOS = Path(__file__).parent / "archivos"
PLAN, DATOS = ARCHIVOS / "plan_chico.toml", ARCHIVOS / "trimestre_chico.toml"
TRIMESTRE = Trimestre(2031, 2)
PASO = "1.1/1 bis"
ABRIL = Casilla("visitas", 2, 4)


def ahora() -> datetime:
    return datetime(2031, 7, 4, 12, 30)  # noqa: DTZ001


def nuevo(ruta: Path) -> Expediente:
    """El expediente de la oficina pequeña, recién creado en `ruta`."""
    return creacion.crear(ruta, PLAN, DATOS, ahora)


def abrir(ruta: Path, comprobado: Senas | None = None) -> Expediente:
    return expediente.abrir(ruta, ahora, comprobado=comprobado)


def congelar(version: str) -> None:
    """Guarda comprimido el archivo de esa versión, que ya no se vuelve a hacer."""
    with TemporaryDirectory() as carpeta:
        ruta = Path(carpeta) / "oficina.sqlite"
        nuevo(ruta).cerrar()
        comprimido = gzip.compress(ruta.read_bytes(), 9, mtime=0)
    (ARCHIVOS / f"esquema_{version}.sqlite.gz").write_bytes(comprimido)


if __name__ == "__main__":
    congelar(sys.argv[1])
