"""El equipo de ella: otro programa que tiene abierto un archivo, y este llamado desde la terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SOLO_EN_WINDOWS = pytest.mark.skipif(
    os.name != "nt", reason="solo Windows lo hace; se corre con python empaquetado/windows/banco.py"
)
_TENERLO = "import sys; archivo = open(sys.argv[1], 'rb'); print('ya', flush=True); sys.stdin.read()"
_DE_PYTHON = ("PYTHONUTF8", "PYTHONIOENCODING", "PYTHONWARNINGS")


@contextmanager
def abierto_en_otro_programa(ruta: Path) -> Iterator[None]:
    """Otro proceso lo tiene abierto para leer, como un visor de PDF, hasta salir del `with`."""
    tuberia = subprocess.PIPE
    orden = [sys.executable, "-c", _TENERLO, str(ruta)]
    with subprocess.Popen(orden, stdin=tuberia, stdout=tuberia) as otro:
        assert otro.stdin and otro.stdout
        assert otro.stdout.readline().strip() == b"ya"
        yield
        otro.stdin.close()


def terminal(*escrito: object, python: tuple[str, ...] = ()) -> subprocess.CompletedProcess[bytes]:
    """Una orden con sus tuberías, en la codificación de costumbre del equipo."""
    entorno = {clave: valor for clave, valor in os.environ.items() if clave not in _DE_PYTHON}
    orden = [sys.executable, *python, "-m", "ut_escritorio", *map(str, escrito)]
    return subprocess.run(orden, env=entorno, capture_output=True, check=False, timeout=100)


def trimestre(ejercicio: int, numero: int) -> list[object]:
    return ["--ejercicio", ejercicio, "--trimestre", numero]
