"""Una oficina pequeña con su archivo, para probar lo que se guarda de verdad."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.servicios.archivo import expediente
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
    return expediente.crear(ruta, PLAN, DATOS, ahora)


def abrir(ruta: Path) -> Expediente:
    return expediente.abrir(ruta, ahora)
