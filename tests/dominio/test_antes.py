"""Los números del trimestre anterior, mes con mes."""

from __future__ import annotations

import pytest

from tests.inventado import ABRIL, JUNIO, POR_MES_Y_SEXO, cifra, foto, plan
from ut_escritorio.dominio.numeros.antes import casilla_antes, valor_antes
from ut_escritorio.dominio.trimestre.conteos import Casilla


@pytest.mark.parametrize(
    ("casilla", "antes"),
    [
        (Casilla("v", 2, 4), Casilla("v", 1, 1)),
        (Casilla("v", 2, 6, "mujeres"), Casilla("v", 1, 3, "mujeres")),
        (Casilla("v", 1, 1), Casilla("v", 4, 10)),
        (Casilla("v", 1, 3), Casilla("v", 4, 12)),
        (Casilla("v", 3), Casilla("v", 2)),
    ],
)
def test_abril_pasa_a_enero_y_enero_a_octubre(casilla: Casilla, antes: Casilla) -> None:
    assert casilla_antes(casilla) == antes


def test_el_numero_de_antes_solo_si_se_sabe_entero() -> None:
    mia = foto(
        plan(cifra("v"), cifra("p", POR_MES_Y_SEXO)), {("v", ABRIL, None): 7, ("p", JUNIO, "mujeres"): 2}
    )
    assert valor_antes(mia, Casilla("v", 3, 7)) == 7
    assert valor_antes(mia, Casilla("v", 3, 8)) is None
    assert valor_antes(mia, Casilla("v", 3)) is None, "al total de antes le faltan meses"
    assert valor_antes(mia, Casilla("p", 3, 9, "mujeres")) == 2


def test_lo_que_antes_no_se_contaba_no_tiene_numero() -> None:
    assert valor_antes(foto(plan(cifra("v"))), Casilla("nueva", 3, 7)) is None
