"""Un archivo recién hecho para cada prueba."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.datos import oficina
from ut_escritorio.datos.motor.identidad import senas_de
from ut_escritorio.servicios.archivo.expediente import Expediente


@pytest.fixture(scope="session")
def molde(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """El archivo de la oficina pequeña, hecho una vez; cada prueba trabaja en una copia."""
    ruta = tmp_path_factory.mktemp("molde") / "molde.sqlite"
    oficina.nuevo(ruta).cerrar()
    return ruta


@pytest.fixture
def archivo(molde: Path, tmp_path: Path) -> Path:
    """La copia de esta prueba, cerrada, con un nombre de los que dan guerra."""
    ruta = tmp_path / "Año 2031 & más #1 100%.sqlite"
    ruta.write_bytes(molde.read_bytes())
    return ruta


@pytest.fixture
def exp(archivo: Path) -> Iterator[Expediente]:
    """El archivo de esta prueba, abierto; recién copiado está sano, y no se revisa otra vez."""
    with oficina.abrir(archivo, senas_de(archivo)) as abierto:
        yield abierto
