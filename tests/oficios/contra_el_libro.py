"""El ejemplo con las clases de oficio nombradas en su plan, y sus turnos comparados o contados del libro."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from ut_escritorio import rutas
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.oficios import anotar

TRIMESTRE = Trimestre(2024, 2)
CLASES = ("Turno", "Respuesta", "Notificación")
TURNOS = "turnos_de_solicitudes"
ABRIL, MAYO = Casilla(TURNOS, 2, 4), Casilla(TURNOS, 2, 5)


def ahora() -> datetime:
    return datetime(2024, 7, 4, 12, 30)  # noqa: DTZ001


def crear(ruta: Path, *, sale_de_el: bool = False) -> Expediente:
    """Su archivo: el plan y el trimestre que el programa trae, con las clases y los turnos con el libro.

    Se comparan con él o, si `sale_de_el`, se cuentan de él y nadie los escribió.
    """
    planes = rutas.recursos() / "planes"
    escrito = (planes / "2024.toml").read_text(encoding="utf-8")
    clases = ", ".join(f'"{clase}"' for clase in CLASES)
    suya = f'[cifras.{TURNOS}]\nnombre = "Oficios de turno de solicitudes"\nunidad = "oficio"\n'
    de_turnos, capturada = '= { clases = ["Turno"] }\n', 'captura = ["mes"]\n'
    fuente = f"cuenta_del_libro {de_turnos}" if sale_de_el else f"{capturada}libro {de_turnos}"
    escrito = _con(escrito, "[programa]\n", f"[programa]\nclases = [{clases}]\n")
    escrito = _con(escrito, suya + capturada, suya + fuente)
    datos = (planes / "2024-2.toml").read_text(encoding="utf-8")
    if sale_de_el:
        datos = _con(datos, f"[conteos.{TURNOS}]\nmeses = [49, 20, 69]\n", "")
    plan, trimestre = ruta.with_suffix(".toml"), ruta.with_name(f"{ruta.stem}-2.toml")
    plan.write_text(escrito, encoding="utf-8")
    trimestre.write_text(datos, encoding="utf-8")
    return creacion.crear(ruta, plan, trimestre, ahora)


def _con(texto: str, antes: str, despues: str) -> str:
    assert texto.count(antes) == 1
    return texto.replace(antes, despues)


def turnos(cuantos: int, mes: int = 4, desde: int = 1001) -> Iterator[Oficio]:
    """Tantos turnos enviados ese mes, aún fuera del libro."""
    for n in range(cuantos):
        papel = DelPapel(date(2024, mes, 1 + n % 28))
        yield Oficio("", f"UT/{desde + n}/2024", papel=papel, asunto="Se turna", clase="turno")


def anotar_turnos(exp: Expediente, cuantos: int, mes: int = 4, desde: int = 1001) -> list[Oficio]:
    return [anotar.agregar(exp, TRIMESTRE, oficio)[0] for oficio in turnos(cuantos, mes, desde)]
