"""Lo que el programa contesta, revisa, guarda y saca es, palabra por palabra, lo de su retrato escrito."""

from __future__ import annotations

import sys
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.aspecto.consola import en_la_consola
from tests.aspecto.jornada import en_la_jornada
from tests.aspecto.retratos import AQUI
from tests.aspecto.salidas import en_papel

ESCRITOS: dict[str, Callable[[Path], str]] = {
    "consola": en_la_consola,
    "jornada": en_la_jornada,
    "papel": en_papel,
}


@pytest.mark.skipif(sys.platform != "linux", reason="Los retratos se toman en Linux")
@pytest.mark.parametrize("cual", ESCRITOS)
def test_es_lo_que_dice_su_retrato_escrito(tmp_path: Path, cual: str):
    antes = (AQUI / f"{cual}.txt").read_text(encoding="utf-8")
    ahora = ESCRITOS[cual](tmp_path)
    renglones = unified_diff(antes.splitlines(), ahora.splitlines(), "antes", "ahora", "", "", 0, "")
    assert ahora == antes, "\n".join([*renglones, f"Si cambió a propósito: python -m tests.aspecto {cual}"])
