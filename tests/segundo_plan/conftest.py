"""El segundo plan hecho archivo, y abierto en la ventana como cualquier otro."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.interfaz.conftest import HOY, abrir, ajustes, recien_copiado  # noqa: F401
from tests.interfaz.ya_leido import YaLeido
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.servicios.archivo import creacion, expediente

AQUI = Path(__file__).parent


def ahora() -> datetime:
    return datetime(2027, 4, 5, tzinfo=UTC)


@pytest.fixture(scope="session")
def molde(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """El archivo, hecho una sola vez como lo hace la orden «nuevo»."""
    ruta = tmp_path_factory.mktemp("segundo") / "encino.sqlite"
    datos = AQUI / "trimestre.toml"
    creacion.crear(ruta, AQUI / "plan.toml", datos, ahora).cerrar()
    return ruta


@pytest.fixture
def archivo(molde: Path, tmp_path: Path) -> Path:
    copia = tmp_path / "encino.sqlite"
    copia.write_bytes(molde.read_bytes())
    return copia


@pytest.fixture(scope="session")
def ya_leido(molde: Path, tmp_path_factory: pytest.TempPathFactory) -> YaLeido:
    """Lo que dice su primer trimestre."""
    copia = tmp_path_factory.mktemp("leido") / molde.name
    copia.write_bytes(molde.read_bytes())
    with expediente.abrir(copia, ahora) as abierto:
        return YaLeido(abierto, Trimestre(2027, 1), HOY)
