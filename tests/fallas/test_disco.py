"""El disco falla en cada operación: se dice la causa, y el archivo y la pantalla dicen lo mismo y lo sano."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fallas.disco import compilar
from tests.fallas.forma import cuantas, no_se_puede_aqui

pytestmark = pytest.mark.fallas
RAIZ = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def biblioteca(tmp_path_factory: pytest.TempPathFactory) -> Path:
    hecha = compilar(tmp_path_factory.mktemp("fallas"))
    if hecha is None:
        no_se_puede_aqui("sin Linux o sin gcc no se hace fallar el disco operación por operación")
    assert hecha is not None
    return hecha


@pytest.mark.parametrize(
    ("donde", "que", "salto"),
    [
        ("disco", "guardar", 9),
        ("disco", "respaldar", 9),
        ("disco", "morir", 9),
        ("disco_de_partes", "entregar", 13),
        ("disco_de_partes", "recibir", 41),
    ],
)
def test_en_cada_operacion(biblioteca: Path, molde: Path, tmp_path: Path, donde: str, que: str, salto: int):
    carpeta = tmp_path / "oficina"
    carpeta.mkdir()
    orden = ["-m", f"tests.fallas.{donde}", str(molde), str(carpeta), que, str(cuantas(salto, 1))]
    entorno = os.environ | {"LD_PRELOAD": str(biblioteca), "XDG_CONFIG_HOME": str(tmp_path / "ajustes")}
    hecho = subprocess.run(
        [sys.executable, *orden], cwd=RAIZ, env=entorno, capture_output=True, text=True, check=False
    )
    assert hecho.returncode == 0, hecho.stderr[-3000:]
    dicho = json.loads(hecho.stdout.splitlines()[-1])
    print(f"\nDisco que falla al {que}: {dicho['probadas']} operaciones")
    assert dicho["malas"] == []
    assert dicho["probadas"] > 10
