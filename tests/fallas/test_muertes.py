"""Matar el programa en cualquier momento: nada de lo que dio por guardado se pierde, nada queda dañado."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fallas.forma import cuantas, no_se_puede_aqui

pytestmark = pytest.mark.fallas
RAIZ = Path(__file__).parents[2]


def test_muertes_al_azar_en_todo_lo_que_hace(tmp_path: Path):
    if not hasattr(os, "fork"):
        no_se_puede_aqui("sin fork no se mata al programa en momentos al azar")
    orden = ["-m", "tests.fallas.muertes", str(tmp_path), str(cuantas(22, 1000)), "2031"]
    entorno = os.environ | {"XDG_CONFIG_HOME": str(tmp_path / "ajustes")}
    hecho = subprocess.run(
        [sys.executable, *orden], cwd=RAIZ, env=entorno, capture_output=True, text=True, check=False
    )
    assert hecho.returncode == 0, hecho.stderr[-3000:]
    dicho = json.loads(hecho.stdout.splitlines()[-1])
    print(f"\nMuertes: {dicho['muertes']}, con {dicho['avisos']} cosas dadas por hechas")
    assert dicho["malas"] == []
    assert dicho["avisos"] > sum(dicho["muertes"].values())
