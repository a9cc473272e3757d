"""Dos archivos de una misma oficina, cada uno por su lado, y la parte que uno le entrega al otro."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.datos.oficina import TRIMESTRE, abrir, ahora
from ut_escritorio.dominio.partes.cosa import Nombra
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.partes.entregar import entregar
from ut_escritorio.servicios.partes.llegada import Llegada
from ut_escritorio.servicios.partes.recibir import proponer, recibir

Pedir = Callable[..., Llegada]


@pytest.fixture
def otro(molde: Path, tmp_path: Path) -> Iterator[Expediente]:
    """El archivo del otro departamento: empezó igual que este."""
    ruta = tmp_path / "otro" / "oficina.sqlite"
    ruta.parent.mkdir()
    ruta.write_bytes(molde.read_bytes())
    with abrir(ruta) as abierto:
        yield abierto


@pytest.fixture
def pedir(exp: Expediente, otro: Expediente, tmp_path: Path) -> Pedir:
    """La parte del otro como está en ese momento, comparada con lo de aquí."""
    veces = iter(range(100))

    def pedida(contestadas: dict[Nombra, str] | None = None) -> Llegada:
        ruta = tmp_path / f"{next(veces)}.parte"
        entregar(otro, TRIMESTRE, ["vecindad"], ruta, ahora)
        return proponer(exp, ruta, None, contestadas or {})

    return pedida


def recibe(exp: Expediente, llegada: Llegada) -> None:
    """Recibe lo que se propone."""
    recibir(exp, llegada, llegada.de_entrada, ahora)


def dichos(llegada: Llegada) -> list[str]:
    """Lo que se puede recibir, en palabras."""
    return [f"{cambio.que}: {cambio}" for cambio in llegada.comparacion.cambios]
