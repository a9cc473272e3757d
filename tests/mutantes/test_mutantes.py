"""Que cada mutante siga siendo aplicable; matarlos es la forma larga, `python -m tests.mutantes`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutantes.al_azar import CAPAS, sortear
from tests.mutantes.cobertura import Mapa
from tests.mutantes.lista import MUTANTES, Mutante

RAIZ = Path(__file__).resolve().parents[2]


def test_son_al_menos_treinta_y_ninguno_se_repite() -> None:
    assert len({(mutante.archivo, mutante.original) for mutante in MUTANTES}) == len(MUTANTES) >= 30


@pytest.mark.parametrize("mutante", MUTANTES, ids=lambda mutante: mutante.porque)
def test_lo_que_cambia_esta_una_sola_vez_y_sigue_siendo_python(mutante: Mutante) -> None:
    texto = (RAIZ / "ut_escritorio" / mutante.archivo).read_text(encoding="utf-8")
    assert texto.count(mutante.original) == 1
    compile(texto.replace(mutante.original, mutante.mutado), mutante.archivo, "exec")


@pytest.mark.parametrize("mutante", MUTANTES, ids=lambda mutante: mutante.porque)
def test_las_pruebas_que_deben_notarlo_existen(mutante: Mutante) -> None:
    assert all((RAIZ / "tests" / prueba).exists() for prueba in mutante.pruebas.split())


def test_los_sorteados_son_de_todas_las_capas_y_siguen_siendo_python() -> None:
    sorteados = sortear(RAIZ, 120, 5)
    assert sorteados == sortear(RAIZ, 120, 5)
    assert {mutante.archivo.split("/")[1] for mutante in sorteados} == set(CAPAS)
    for mutante in sorteados:
        texto = (RAIZ / mutante.archivo).read_text(encoding="utf-8")
        mutado = mutante.aplicado(texto)
        assert mutado != texto
        compile(mutado, mutante.archivo, "exec")


def test_a_cada_linea_le_tocan_sus_pruebas_y_si_ninguna_las_mas_cercanas() -> None:
    corta, larga = "tests/dominio/test_a.py::corta", "tests/dominio/test_a.py::larga"
    ajena, de_capa = "tests/datos/test_x.py::ajena", "tests/aplicacion/test_b.py::aparte"
    mapa = Mapa(
        {"ut_escritorio/dominio/a.py": {3: frozenset({larga, corta, ajena}), 9: frozenset({larga})}},
        {larga: 9.0, corta: 0.1, ajena: 0.0, de_capa: 2.0},
    )
    assert mapa.pruebas_de("ut_escritorio/dominio/a.py", 2, 3) == (corta, larga, ajena)
    assert mapa.pruebas_de("ut_escritorio/dominio/a.py", 9, 9) == (larga,)
    assert mapa.pruebas_de("ut_escritorio/dominio/a.py", 50, 50) == (corta, larga, ajena)
    assert mapa.pruebas_de("ut_escritorio/aplicacion/c.py", 1, 1) == (de_capa,), "la lanza aparte"
