"""Toda regla sortea más casos cuando se piden más: ninguna se queda con los que trae escritos."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import settings

from tests.sorteos import casos

PRUEBAS = Path(__file__).parent
SUELTOS = re.compile(r"max_examples=\d")


@pytest.mark.parametrize(("perfil", "veces"), [("sin_prisa", 1), ("a_fondo", 10)])
def test_cada_una_sortea_las_veces_que_pide_el_perfil(perfil: str, veces: int) -> None:
    de_ahora = settings.get_current_profile_name()
    settings.load_profile(perfil)
    try:
        assert casos(60) == 60 * veces
    finally:
        settings.load_profile(de_ahora)


def test_ninguna_escribe_cuantos_sin_contar_con_el_perfil() -> None:
    de_perfil = PRUEBAS / "conftest.py"
    sueltas = [
        str(ruta.relative_to(PRUEBAS))
        for ruta in PRUEBAS.rglob("*.py")
        if ruta != de_perfil and SUELTOS.search(ruta.read_text(encoding="utf-8"))
    ]
    assert sueltas == []
