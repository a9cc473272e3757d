"""El segundo plan hecho archivo, y abierto en la ventana como cualquier otro."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.interfaz.conftest import abrir, ajustes, recien_copiado  # noqa: F401
from ut_escritorio.servicios.archivo import creacion

AQUI = Path(__file__).parent


@pytest.fixture(scope="session")
def molde(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """El archivo, hecho una sola vez como lo hace la orden «nuevo»."""
    ruta = tmp_path_factory.mktemp("segundo") / "encino.sqlite"
    datos = AQUI / "trimestre.toml"
    creacion.crear(ruta, AQUI / "plan.toml", datos, lambda: datetime(2027, 4, 5, tzinfo=UTC)).cerrar()
    return ruta


@pytest.fixture
def archivo(molde: Path, tmp_path: Path) -> Path:
    copia = tmp_path / "encino.sqlite"
    copia.write_bytes(molde.read_bytes())
    return copia
