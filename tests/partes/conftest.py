"""El ejemplo partido en los archivos de sus dos departamentos, capturados aparte y en días distintos."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.datos.conftest import archivo, exp, molde
from tests.partes.dos import otro, pedir
from ut_escritorio.datos.archivo.apertura import crear_base
from ut_escritorio.datos.filas.carga import cargar_papeles, cargar_plan, cargar_trimestre
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre
from ut_escritorio.dominio.cambios_del_plan.poda import parte_de
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.rutas import recursos
from ut_escritorio.servicios.archivo.expediente import Expediente, abrir

__all__ = ["archivo", "exp", "molde", "otro", "pedir"]
SEGUNDO = Trimestre(2024, 2)
VINCULACION, TRANSPARENCIA = ("1", "3"), ("2",)
Hacer = Callable[[str, Collection[str], datetime], Expediente]


def suyo(foto: FotoTrimestre, componentes: Collection[str]) -> FotoTrimestre:
    """De la foto, solo lo que capturó quien lleva esos componentes."""
    plan = parte_de(foto.plan, componentes)
    deptos = {depto.clave for depto in plan.departamentos}
    conteos = replace(
        foto.conteos,
        valores={c: v for c, v in foto.conteos.valores.items() if c.cifra in plan.cifra},
        capturados=frozenset((c, mes) for c, mes in foto.conteos.capturados if c in plan.cifra),
    )
    return replace(
        foto,
        conteos=conteos,
        renglones_del_ejercicio={
            n: tuple(r for r in suyos if r.lugar in plan.lugar)
            for n, suyos in foto.renglones_del_ejercicio.items()
        },
        parrafos=tuple(p for p in foto.parrafos if p.lugar in plan.lugar),
        alcanzado={lugar: v for lugar, v in foto.alcanzado.items() if lugar in plan.lugar},
        remisiones={d: o for d, o in foto.remisiones.items() if d in deptos},
        sin_actividad=foto.sin_actividad & set(plan.lugar),
        justificaciones={lugar: t for lugar, t in foto.justificaciones.items() if lugar in plan.lugar},
    )


@pytest.fixture
def mitad(tmp_path: Path) -> Iterator[Hacer]:
    """Hace el archivo de quien lleva unos componentes del ejemplo, en su carpeta, y lo abre."""
    planes = recursos() / "planes"
    plan = leer_plan(planes / "2024.toml")
    todo = leer_trimestre(planes / "2024-2.toml", plan.plan, plan.catalogo)
    with ExitStack() as abiertos:

        def hacer(nombre: str, componentes: Collection[str], dia: datetime) -> Expediente:
            def llenar(base: Base) -> None:
                with base.carga("Cargar"):
                    cargar_plan(base, plan.plan, plan.catalogo, plan.contenidos, plan.plantillas)
                    cargar_trimestre(base, suyo(todo.foto, componentes))
                    if len(componentes) > 2:
                        papeles = ((papel.oficio, papel.seguimiento) for papel in todo.papeles)
                        cargar_papeles(base, todo.foto.trimestre, papeles)

            ruta = tmp_path / nombre / "unidad-de-transparencia.sqlite"
            ruta.parent.mkdir()
            crear_base(ruta, lambda: dia, llenar)
            return abiertos.enter_context(abrir(ruta, lambda: dia))

        yield hacer
