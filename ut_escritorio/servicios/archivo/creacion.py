"""Crear un archivo: de un plan y los datos de un trimestre, o el de ejemplo."""

from __future__ import annotations

from pathlib import Path

from ut_escritorio import rutas
from ut_escritorio.datos.archivo.apertura import crear_base
from ut_escritorio.datos.filas.carga import cargar_papeles, cargar_plan, cargar_trimestre
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.servicios.archivo.expediente import Expediente, abrir


def crear(ruta: Path, plan: Path, datos: Path | None, ahora: Reloj) -> Expediente:
    """Crea un archivo con el plan y, si se dan, los datos de un trimestre (TOML los dos), y lo abre.

    Nunca pisa; si el plan o los datos tienen algo que corregir lo dice todo y no escribe nada.
    """
    leido = leer_plan(plan)
    suyo = leer_trimestre(datos, leido.plan, leido.catalogo) if datos else None

    def llenar(base: Base) -> None:
        with base.carga(f"Cargar el plan {leido.plan.ejercicio}"):
            cargar_plan(base, leido.plan, leido.catalogo, leido.contenidos, leido.plantillas)
            if suyo is not None:
                cargar_trimestre(base, suyo.foto)
                papeles = ((papel.oficio, papel.seguimiento) for papel in suyo.papeles)
                cargar_papeles(base, suyo.foto.trimestre, papeles)

    crear_base(ruta, ahora, llenar)
    return abrir(ruta, ahora)


def crear_ejemplo(ruta: Path, ahora: Reloj) -> Expediente:
    """Crea el archivo de ejemplo, con el último trimestre que el programa trae y su plan, y lo abre."""
    return crear(ruta, plan_del_programa(), _trimestre_del_programa(), ahora)


def plan_del_programa() -> Path:
    """El plan que el programa trae, en TOML: el del último trimestre que trae."""
    datos = _trimestre_del_programa()
    return datos.with_name(f"{datos.stem.rpartition('-')[0]}.toml")


def _trimestre_del_programa() -> Path:
    return max((rutas.recursos() / "planes").glob("*-[1-4].toml"))
