"""Un lugar del informe se dice de una sola manera."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Paso, Plan
from ut_escritorio.dominio.plan.lugares import (
    con_nombre,
    de_donde,
    decir_lugar,
    dicho_de_usado,
    donde,
    donde_estan,
    rotulo,
)
from ut_escritorio.dominio.plan.programa import Programa

PASO = Paso("1.2/3", "3", "Recibir la información de las unidades", corto="Se recibió")
PLAN = Plan(
    "p",
    2031,
    Programa("1", "P"),
    componentes=(
        Componente("1", "1", "Portal", "d", actividades=(Actividad("1.2", "1.2", "Revisar", pasos=(PASO,)),)),
    ),
)
NUMEROS = st.lists(st.integers(1, 30).map(str), min_size=1, max_size=4, unique=True)


@pytest.mark.parametrize(
    ("clave", "dicho", "de"),
    [
        ("1", "componente 1", " del componente 1"),
        ("1.2", "1.2", " de 1.2"),
        ("1.2/3", "1.2 paso 3", " de 1.2 paso 3"),
        ("", "", ""),
        ("ya no está", "", ""),
    ],
)
def test_un_lugar_se_dice_por_sus_numeros(clave: str, dicho: str, de: str):
    assert (donde(PLAN, clave), de_donde(PLAN, clave)) == (dicho, de)


def test_los_lugares_de_algo_se_dicen_una_vez_y_entre_parentesis():
    assert donde_estan(PLAN, ["1.2/3", "", "1", "1.2/3"]) == " (1.2 paso 3; componente 1)"
    assert donde_estan(PLAN, [""]) == ""


def test_con_su_nombre_corto_o_el_largo_si_no_lo_hay():
    assert decir_lugar(PLAN, "1.2/3") == "1.2 paso 3 · Se recibió"
    assert decir_lugar(PLAN, "1") == "Componente 1 · Portal"
    assert [con_nombre(lugar) for lugar in PLAN.lugares()] == ["Componente 1", "1.2 Revisar", "3 Se recibió"]
    assert [rotulo(lugar) for lugar in PLAN.lugares()] == ["Componente 1", "1.2", "3"]


def test_un_numero_ya_usado_dice_donde():
    assert dicho_de_usado(PLAN, ["UT/0645/2031"], "1.2/3") == "UT/0645/2031 ya está en 1.2 paso 3."
    varios = ["UT/0645/2031", "UT/0646/2031"]
    assert dicho_de_usado(PLAN, varios, "1.2/3") == "UT/0645/2031 y UT/0646/2031 ya están en 1.2 paso 3."
    assert dicho_de_usado(PLAN, ["UT/0645/2031"], "") == "UT/0645/2031 ya está en un oficio de remisión."


@given(NUMEROS, NUMEROS, NUMEROS)
def test_dos_lugares_no_se_dicen_igual(componentes, actividades, pasos):
    plan = Plan(
        "p",
        2031,
        Programa("1", "P"),
        componentes=tuple(
            Componente(
                c,
                c,
                "C",
                "d",
                actividades=tuple(
                    Actividad(
                        f"{c}.{a}",
                        f"{c}.{a}",
                        "A",
                        pasos=tuple(Paso(f"{c}.{a}/{p}", p, "P") for p in pasos),
                    )
                    for a in actividades
                ),
            )
            for c in componentes
        ),
    )
    assert len({donde(plan, clave) for clave in plan.lugar}) == len(plan.lugar)
