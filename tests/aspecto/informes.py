"""Los informes de los que se guardan retratos: el ejemplo, el segundo plan y el ejemplo en BORRADOR."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.informe.armado import armar
from ut_escritorio.informe.documento import Documento
from ut_escritorio.informe.pdf import escribir_pdf
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega.informe import contenidos_de

SEGUNDO_PLAN = Path(__file__).parent.parent / "segundo_plan"


@cache
def leidos() -> Mapping[str, tuple[Documento, Mapping[str, bytes]]]:
    """Cada informe por su nombre: su documento y los bytes de sus logotipos."""
    return {
        "ejemplo": _leido(lambda ruta: creacion.crear_ejemplo(ruta, _ahora), Trimestre(2024, 2)),
        "borrador": _leido(
            lambda ruta: creacion.crear_ejemplo(ruta, _ahora), Trimestre(2024, 2), "Falta algo."
        ),
        "segundo_plan": _leido(_segundo_plan, Trimestre(2027, 1)),
    }


def pdf_de(nombre: str) -> bytes:
    """El PDF de uno de esos informes, escrito ahora."""
    documento, contenido = leidos()[nombre]
    return escribir_pdf(documento, contenido.__getitem__).datos


def _ahora() -> datetime:
    return datetime(2027, 4, 5, tzinfo=UTC)


def _segundo_plan(ruta: Path) -> Expediente:
    return creacion.crear(ruta, SEGUNDO_PLAN / "plan.toml", SEGUNDO_PLAN / "trimestre.toml", _ahora)


def _leido(
    crear: Callable[[Path], Expediente], trimestre: Trimestre, *por_corregir: str
) -> tuple[Documento, Mapping[str, bytes]]:
    with TemporaryDirectory() as carpeta:
        abierto = crear(Path(carpeta) / "oficina.sqlite")
        foto = abierto.foto(trimestre)
        contenido = contenidos_de(abierto, foto)
        abierto.cerrar()
    return armar(foto, por_corregir), contenido
