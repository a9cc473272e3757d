"""El plan de otra oficina, que reparte, promedia y enseña el año, hecho archivo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.interfaz.conftest import HOY, abrir, ajustes, recien_copiado  # noqa: F401
from tests.interfaz.ya_leido import YaLeido
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.renglones import Parte
from ut_escritorio.servicios.archivo import creacion, expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.renglones import nuevo_renglon

AQUI = Path(__file__).parent
PRIMERO, SEGUNDO = Trimestre(2029, 1), Trimestre(2029, 2)
ABRIL, MAYO, JUNIO = SEGUNDO.meses


def ahora() -> datetime:
    return datetime(2029, 7, 4, tzinfo=UTC)


@pytest.fixture(scope="session")
def molde(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """El archivo con su primer trimestre, hecho una sola vez como lo hace la orden «nuevo»."""
    ruta = tmp_path_factory.mktemp("tercero") / "rio_hondo.sqlite"
    creacion.crear(ruta, AQUI / "plan.toml", AQUI / "trimestre.toml", ahora).cerrar()
    return ruta


@pytest.fixture
def archivo(molde: Path, tmp_path: Path) -> Path:
    copia = tmp_path / "rio_hondo.sqlite"
    copia.write_bytes(molde.read_bytes())
    return copia


@pytest.fixture(scope="session")
def ya_leido(molde: Path, tmp_path_factory: pytest.TempPathFactory) -> YaLeido:
    """Lo que dice su primer trimestre."""
    copia = tmp_path_factory.mktemp("leido") / molde.name
    copia.write_bytes(molde.read_bytes())
    with expediente.abrir(copia, ahora) as abierto:
        return YaLeido(abierto, PRIMERO, HOY)


@pytest.fixture
def exp(archivo: Path) -> Iterator[Expediente]:
    with expediente.abrir(archivo, ahora) as abierto:
        yield abierto


def llego(exp: Expediente, dia: date, estado: str, dias: int, *areas: str) -> str:
    """Anota una solicitud del segundo trimestre; devuelve su identidad."""
    renglon, _ = nuevo_renglon(
        exp,
        SEGUNDO,
        "1.1",
        medio="pnt",
        fecha=dia,
        asunto="un dato",
        cantidad=dias,
        campos={"estado": estado},
        partes=tuple(Parte("origen", area) for area in areas),
    )
    return renglon.uid
