"""El trimestre: sus meses, sus días y los de al lado."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.periodos import MESES, Trimestre, trimestre_de, ya_termino
from ut_escritorio.errores import ValorInvalido

TRIMESTRES = st.builds(Trimestre, st.integers(2001, 2099), st.integers(1, 4))


def test_el_segundo_trimestre_va_de_abril_a_junio() -> None:
    segundo = Trimestre(2031, 2)
    assert [MESES[mes - 1] for mes in segundo.meses] == ["abril", "mayo", "junio"]
    assert (segundo.primer_dia, segundo.ultimo_dia) == (date(2031, 4, 1), date(2031, 6, 30))
    assert str(segundo) == "2º trimestre 2031"


def test_el_ultimo_dia_del_primer_trimestre_es_el_31_de_marzo() -> None:
    assert Trimestre(2032, 1).ultimo_dia == date(2032, 3, 31)


def test_tras_el_cuarto_empieza_otro_ejercicio() -> None:
    assert Trimestre(2031, 4).siguiente == Trimestre(2032, 1)
    assert Trimestre(2031, 1).anterior == Trimestre(2030, 4)
    assert Trimestre(2031, 3).siguiente == Trimestre(2031, 4)
    assert Trimestre(2031, 3).anterior == Trimestre(2031, 2)


@given(TRIMESTRES)
def test_ir_y_volver_deja_en_el_mismo_trimestre(trimestre: Trimestre) -> None:
    assert trimestre.siguiente.anterior == trimestre == trimestre.anterior.siguiente
    assert trimestre.anterior < trimestre < trimestre.siguiente


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_cada_dia_cae_en_un_trimestre_que_lo_contiene(dia: date) -> None:
    suyo = trimestre_de(dia)
    assert suyo.primer_dia <= dia <= suyo.ultimo_dia
    assert dia.month in suyo.meses


@pytest.mark.parametrize(("ejercicio", "numero"), [(1999, 1), (2101, 1), (2031, 0), (2031, 5)])
def test_un_trimestre_imposible_se_rechaza(ejercicio: int, numero: int) -> None:
    with pytest.raises(ValorInvalido):
        Trimestre(ejercicio, numero)


@pytest.mark.parametrize("ejercicio", [2000, 2100])
def test_el_primer_y_el_ultimo_año_del_programa_valen(ejercicio: int) -> None:
    assert Trimestre(ejercicio, 1).ejercicio == ejercicio


@pytest.mark.parametrize(
    ("mes", "hoy", "termino"),
    [
        (4, date(2031, 4, 30), False),
        (4, date(2031, 5, 1), True),
        (None, date(2031, 6, 30), False),
        (None, date(2031, 7, 1), True),
        (4, date(2030, 12, 31), False),
        (4, date(2032, 1, 1), True),
    ],
)
def test_un_mes_termina_al_empezar_el_que_sigue(mes: int | None, hoy: date, termino: bool) -> None:
    assert ya_termino(Trimestre(2031, 2), mes, hoy) is termino
