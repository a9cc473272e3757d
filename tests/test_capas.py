"""Las capas miran solo hacia abajo y cada biblioteca vive en su capa."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

RAIZ = Path(__file__).resolve().parent.parent


def _lint_imports() -> subprocess.CompletedProcess[str]:
    orden = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(orden, cwd=RAIZ, capture_output=True, text=True, encoding="utf-8", check=False)


def test_las_capas_se_respetan() -> None:
    resultado = _lint_imports()
    assert resultado.returncode == 0, resultado.stdout
    assert "0 broken" in resultado.stdout


def test_arriba_solo_hay_lo_que_dice_la_carta_de_diseno() -> None:
    arriba = {cosa.name for cosa in RAIZ.iterdir() if not cosa.name.startswith(".")}
    assert arriba == {"ut_escritorio", "recursos", "tests", "empaquetado", "pyproject.toml", "README.md"}
