"""Segundos de buscar en un archivo de diez años contra los de una consulta FTS5 de los mismos textos.

Las búsquedas son de las que se hacen: un número de oficio, un área, dos palabras, una con su año, una
que no está. Cada una se hace por turnos; se imprimen las sumas de las medianas.

    python tests/rendimiento/buscar.py ARCHIVO      (si aún no existe, lo llena)
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from ut_escritorio import rutas
from ut_escritorio.datos.archivo.apertura import crear_base
from ut_escritorio.datos.filas.busqueda import leer_hallables
from ut_escritorio.datos.filas.carga import cargar_plan, cargar_trimestre
from ut_escritorio.datos.filas.plan.escribir import guardar_plan
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Cita, Renglon
from ut_escritorio.servicios.archivo.busqueda import TOPE, Buscador
from ut_escritorio.servicios.archivo.expediente import abrir

PLAN = rutas.recursos() / "planes" / "2024.toml"
DATOS = rutas.recursos() / "planes" / "2024-2.toml"
ANIOS = range(2015, 2025)
VECES_EL_EJEMPLO = 6
VUELTAS = 15
# Lo que ella teclea y la misma pregunta escrita para FTS5
BUSQUEDAS = (
    ("UT/0548/2019", '"UT/0548/2019"'),
    ("tesorería horarios", '"tesorería" * "horarios" *'),
    ("actualizar", '"actualizar" *'),
    ("2021 capacitación", '"2021" * "capacitación" *'),
    ("oficio secretaría", '"oficio" * "secretaría" *'),
    ("ornitorrinco", '"ornitorrinco" *'),
)


def ahora() -> datetime:
    """La hora de quien mide; no importa cuál."""
    return datetime(2024, 12, 31, 12)  # noqa: DTZ001


def llenar(base: Base) -> None:
    """Diez años de cuatro trimestres, con los renglones del ejemplo muchas veces y otros folios."""
    azar = random.Random(2024)
    leido = leer_plan(PLAN)
    ejemplo = leer_trimestre(DATOS, leido.plan, leido.catalogo).foto
    with base.carga("Diez años"):
        for anio in ANIOS:
            plan = replace(leido.plan, clave=f"plan de {anio}", ejercicio=anio)
            if anio == ANIOS[0]:
                cargar_plan(base, plan, leido.catalogo, leido.contenidos)
            else:
                guardar_plan(base, plan)
            for numero in range(1, 5):
                cargar_trimestre(base, _de(ejemplo, Trimestre(anio, numero), azar))


def _de(ejemplo: FotoTrimestre, trimestre: Trimestre, azar: random.Random) -> FotoTrimestre:
    muchos = VECES_EL_EJEMPLO * ejemplo.renglones
    renglones = tuple(_otro(renglon, trimestre.ejercicio, azar) for renglon in muchos)
    parrafos = tuple(replace(parrafo, uid=uuid4().hex) for parrafo in ejemplo.parrafos)
    return FotoTrimestre(
        trimestre,
        ejemplo.plan,
        ejemplo.catalogo,
        renglones_del_ejercicio={trimestre.numero: renglones},
        parrafos=parrafos,
    )


def _otro(renglon: Renglon, anio: int, azar: random.Random) -> Renglon:
    citas = tuple(Cita(f"UT/{azar.randrange(500, 700):04}/{anio}", cita.asunto) for cita in renglon.citas)
    return replace(renglon, uid=uuid4().hex, citas=citas, fecha=None, mes=None, asunto_uid="")


def consulta_fts5(ruta: Path) -> Callable[[str], list[tuple[str]]]:
    """Una tabla de FTS5, en memoria, con los mismos textos, y cómo se le pregunta."""
    tabla = sqlite3.connect(":memory:")
    tabla.execute("CREATE VIRTUAL TABLE t USING fts5(texto, tokenize='unicode61 remove_diacritics 2')")
    with abrir(ruta, ahora) as exp:
        textos = [(f"{h.texto} {h.donde} {h.cuando} {h.tambien}",) for h in leer_hallables(exp.base)]
    tabla.executemany("INSERT INTO t VALUES (?)", textos)
    orden = f"SELECT texto FROM t WHERE t MATCH ? ORDER BY rank LIMIT {TOPE}"
    return lambda pregunta: tabla.execute(orden, (pregunta,)).fetchall()


def segundos(hacer: Callable[[], object]) -> float:
    """Lo que tarda una vez."""
    antes = time.perf_counter()
    hacer()
    return time.perf_counter() - antes


def main(ruta: Path) -> None:
    """Mide e imprime: lo nuestro y FTS5."""
    if not ruta.exists():
        crear_base(ruta, ahora, llenar)
    en_fts5 = consulta_fts5(ruta)
    nuestro, suyo = 0.0, 0.0
    with abrir(ruta, ahora) as exp:
        buscador = Buscador(exp)
        buscador.poner_al_dia()
        for texto, pregunta in BUSQUEDAS:
            tomas = [
                (segundos(lambda t=texto: buscador.buscar(t)), segundos(lambda p=pregunta: en_fts5(p)))
                for _ in range(VUELTAS)
            ]
            nuestro += statistics.median(una for una, _ in tomas)
            suyo += statistics.median(otra for _, otra in tomas)
    print(nuestro, suyo)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
