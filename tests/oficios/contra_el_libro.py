"""El ejemplo con las clases de oficio nombradas en su plan, y sus turnos comparados con el libro."""

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


def crear(ruta: Path) -> Expediente:
    """Su archivo: el plan y el trimestre que el programa trae, con las clases y la comparación."""
    planes = rutas.recursos() / "planes"
    escrito = (planes / "2024.toml").read_text(encoding="utf-8")
    clases = ", ".join(f'"{clase}"' for clase in CLASES)
    for antes, despues in (
        ("[programa]\n", f"[programa]\nclases = [{clases}]\n"),
        (f"[cifras.{TURNOS}]\n", f'[cifras.{TURNOS}]\nlibro = {{ clases = ["Turno"] }}\n'),
    ):
        assert escrito.count(antes) == 1
        escrito = escrito.replace(antes, despues)
    plan = ruta.with_suffix(".toml")
    plan.write_text(escrito, encoding="utf-8")
    return creacion.crear(ruta, plan, planes / "2024-2.toml", ahora)


def turnos(cuantos: int, mes: int = 4, desde: int = 1001) -> Iterator[Oficio]:
    """Tantos turnos enviados ese mes, aún fuera del libro."""
    for n in range(cuantos):
        papel = DelPapel(date(2024, mes, 1 + n % 28))
        yield Oficio("", f"UT/{desde + n}/2024", papel=papel, asunto="Se turna", clase="turno")


def anotar_turnos(exp: Expediente, cuantos: int, mes: int = 4, desde: int = 1001) -> list[Oficio]:
    return [anotar.agregar(exp, TRIMESTRE, oficio)[0] for oficio in turnos(cuantos, mes, desde)]
