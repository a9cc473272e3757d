"""Ninguna prueba toca los ajustes ni las notas de quien la corre."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from tests.oficios.contra_el_libro import ahora
from tests.sorteos import DE_COSTUMBRE
from ut_escritorio import rutas
from ut_escritorio.datos.motor import turno
from ut_escritorio.datos.motor.fallas import esta_ocupado
from ut_escritorio.servicios.archivo import creacion, expediente
from ut_escritorio.servicios.archivo.expediente import Expediente

# Ninguna prueba falla por tardar: una máquina ocupada no es un error del programa. De cada regla se sortean
# 50 casos, otros en cada corrida; los 500 se piden con `--hypothesis-profile=a_fondo`
settings.register_profile("sin_prisa", deadline=None, max_examples=DE_COSTUMBRE)
settings.register_profile("a_fondo", deadline=None, max_examples=500)
settings.load_profile("sin_prisa")

# Lo compilado se guarda: las pruebas lanzan el programa muchas veces, y cada vez lo compilaría entero
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Los archivos de las pruebas van en la memoria, donde la hay: guardar espera siempre al disco, y ellas
# guardan miles de veces
_EN_LA_MEMORIA = Path("/dev/shm")
_HACEN_FALTA = 4 * 1024**3  # octetos
if os.access(_EN_LA_MEMORIA, os.W_OK) and shutil.disk_usage(_EN_LA_MEMORIA).free > _HACEN_FALTA:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_EN_LA_MEMORIA))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Las que tardan, primero: la que acabara al último tendría esperando a los demás procesos."""
    items.sort(key=lambda prueba: prueba.get_closest_marker("fallas") is None)


# Lo que se carga no se va a soltar: mientras se junta cuáles son las pruebas no se busca lo que sobra
gc.disable()


def pytest_collection_finish() -> None:
    """Lo ya cargado no se recorre en busca de lo que sobra, y lo nuevo no tan seguido.

    De costumbre se busca cada 700 cosas nuevas, y una ventana son cien mil.
    """
    gc.freeze()
    gc.set_threshold(20_000)
    gc.enable()


def pytest_unconfigure() -> None:
    """Lo que queda acaba con el proceso: al salir, Python no lo recorre."""
    gc.freeze()


@pytest.fixture(scope="session")
def del_sistema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Una carpeta nueva cada vez; `mktemp`, para numerarla, recorrería en cada prueba las de las demás."""
    todas = tmp_path_factory.mktemp("sistema")
    return (todas / str(numero) for numero in count())


@pytest.fixture(autouse=True)
def carpetas_del_sistema(del_sistema: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Los ajustes y las notas van a una carpeta de la prueba, también en los procesos que lance."""
    carpeta = next(del_sistema)
    carpeta.mkdir()
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(carpeta))
    monkeypatch.setattr(rutas, "carpeta_de_ajustes", lambda: carpeta / "ajustes")
    monkeypatch.setattr(rutas, "carpeta_de_registro", lambda: carpeta / "notas")
    return carpeta


@pytest.fixture
def poca_espera(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quien ocupe el archivo se le espera apenas: la prueba no lo va a soltar mientras."""
    monkeypatch.setattr(turno, "ESPERA", 0.01)


@pytest.fixture
def esperas(poca_espera: None, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Los segundos que se esperó cada vez que se halló ocupado el archivo: cero, si no se esperó."""
    vistas: list[float] = []
    de_verdad = turno.Turno.fallo

    def fallo(suyo: turno.Turno, error: BaseException) -> None:
        if esta_ocupado(error):
            vistas.append(suyo.conexion.execute("PRAGMA busy_timeout").fetchone()[0] / 1000)
        de_verdad(suyo, error)

    monkeypatch.setattr(turno.Turno, "fallo", fallo)
    return vistas


@pytest.fixture(scope="session")
def molde_del_ejemplo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """El archivo de ejemplo, hecho una sola vez: sacarle copia tarda mucho menos que hacerlo."""
    ruta = tmp_path_factory.mktemp("ejemplo") / "molde.sqlite"
    creacion.crear_ejemplo(ruta, ahora).cerrar()
    return ruta


@pytest.fixture
def ejemplo(molde_del_ejemplo: Path, tmp_path: Path) -> Iterator[Expediente]:
    """El ejemplo, abierto; cada prueba trabaja en su copia."""
    ruta = tmp_path / "ejemplo.sqlite"
    ruta.write_bytes(molde_del_ejemplo.read_bytes())
    with expediente.abrir(ruta, ahora) as abierto:
        yield abierto
