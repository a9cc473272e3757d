"""Los informes de los que se guardan retratos: el ejemplo, el segundo plan, un BORRADOR y el muestrario."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QImage

from tests.aspecto.muestrario import CONTENIDO, MUESTRAS, muestra
from tests.aspecto.retratos import lado_a_lado, retratar
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.informe.armado import armar
from ut_escritorio.informe.documento import Documento
from ut_escritorio.informe.pdf import escribir_pdf
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega.informe import contenidos_de

# El documento de un informe y con qué se piden los bytes de sus imágenes
Leido = tuple[Documento, Callable[[str], bytes]]

SEGUNDO_PLAN = Path(__file__).parent.parent / "segundo_plan"


def _de_muestra(cosa: str) -> Leido:
    return muestra(MUESTRAS[cosa]), CONTENIDO.__getitem__


INFORMES: Mapping[str, Callable[[], Leido]] = {
    "ejemplo": lambda: _leer(_ejemplo, Trimestre(2024, 2)),
    "borrador": lambda: _leer(_ejemplo, Trimestre(2024, 2), "Falta algo."),
    "segundo_plan": lambda: _leer(_segundo_plan, Trimestre(2027, 1)),
    **{f"muestrario_{cosa}": partial(_de_muestra, cosa) for cosa in MUESTRAS},
}


def pdf_de(nombre: str) -> bytes:
    """El PDF de uno de esos informes, escrito ahora."""
    documento, contenido = leido(nombre)
    return escribir_pdf(documento, contenido).datos


def hojas_de(nombre: str) -> list[QImage]:
    """Sus hojas retratadas; las de una muestra son cortas y van en un solo retrato."""
    hojas = retratar(pdf_de(nombre))
    return [lado_a_lado(hojas)] if nombre.startswith("muestrario_") else hojas


@cache
def leido(nombre: str) -> Leido:
    """El documento de uno de esos informes, leído una sola vez."""
    return INFORMES[nombre]()


def _ahora() -> datetime:
    return datetime(2027, 4, 5, tzinfo=UTC)


def _ejemplo(ruta: Path) -> Expediente:
    return creacion.crear_ejemplo(ruta, _ahora)


def _segundo_plan(ruta: Path) -> Expediente:
    return creacion.crear(ruta, SEGUNDO_PLAN / "plan.toml", SEGUNDO_PLAN / "trimestre.toml", _ahora)


def _leer(crear: Callable[[Path], Expediente], trimestre: Trimestre, *por_corregir: str) -> Leido:
    with TemporaryDirectory() as carpeta:
        abierto = crear(Path(carpeta) / "oficina.sqlite")
        foto = abierto.foto(trimestre)
        contenido = contenidos_de(abierto, foto)
        abierto.cerrar()
    return armar(foto, por_corregir), contenido
