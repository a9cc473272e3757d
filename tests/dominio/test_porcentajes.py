"""El valor alcanzado: un porcentaje de 0 a 1,000 con dos decimales cuando más."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.porcentajes import (
    TOPE,
    con_signo,
    decir_porcentaje,
    leer_porcentaje,
    revisar_porcentaje,
)
from ut_escritorio.errores import ValorInvalido


@pytest.mark.parametrize(
    ("texto", "valor"),
    [
        ("30", "30"),
        (" 30 % ", "30"),
        ("27.5", "27.5"),
        ("27,5", "27.5"),
        ("33.33", "33.33"),
        ("0", "0"),
        ("1,000", "1000"),
        ("1,000.00 %", "1000.00"),
    ],
)
def test_se_lee_un_porcentaje(texto: str, valor: str) -> None:
    leido = leer_porcentaje(texto)
    assert str(leido) == valor


@pytest.mark.parametrize("texto", ["", "  ", "%"])
def test_sin_nada_escrito_no_hay_valor(texto: str) -> None:
    assert leer_porcentaje(texto) is None


@pytest.mark.parametrize(
    ("texto", "frase"),
    [
        ("33,333333", "«33.333333» lleva más de dos decimales; escriba por ejemplo 33.33."),
        ("1,200", "«1200» no puede ser; escriba un porcentaje de 0 a 1,000."),
        ("1e2", "«1e2» no es un porcentaje; escriba por ejemplo 30."),
        ("٣", "«٣» no es un porcentaje; escriba por ejemplo 30."),
        ("treinta", "«treinta» no es un porcentaje; escriba por ejemplo 30."),
        ("-3", "«-3» no es un porcentaje; escriba por ejemplo 30."),
        ("3000", "«3000» no puede ser; escriba un porcentaje de 0 a 1,000."),
        ("30%%", "«30%%» no es un porcentaje; escriba por ejemplo 30."),
    ],
)
def test_lo_que_no_es_un_porcentaje_se_dice(texto: str, frase: str) -> None:
    with pytest.raises(ValorInvalido) as error:
        leer_porcentaje(texto)
    assert str(error.value) == frase


@pytest.mark.parametrize("valor", ["NaN", "Infinity", "-1", "1000.01", "0.001"])
def test_un_numero_que_no_puede_ser_un_porcentaje_se_rechaza(valor: str) -> None:
    with pytest.raises(ValorInvalido):
        revisar_porcentaje(Decimal(valor))


def test_se_guarda_sin_exponente_ni_menos_cero() -> None:
    assert [str(revisar_porcentaje(Decimal(v))) for v in ("1E+2", "-0", "30.50")] == ["100", "0", "30.50"]


@given(st.integers(0, TOPE * 100))
def test_cualquiera_con_dos_decimales_se_lee_como_se_escribe(centesimas: int) -> None:
    valor = Decimal(centesimas) / 100
    assert leer_porcentaje(f"{valor:.2f}") == valor


@given(st.integers(0, TOPE * 100))
def test_lo_que_se_dice_se_vuelve_a_leer(centesimas: int) -> None:
    valor = Decimal(centesimas) / 100
    assert leer_porcentaje(decir_porcentaje(valor)) == leer_porcentaje(con_signo(valor)) == valor
    assert not decir_porcentaje(valor).endswith((".0", ".00"))
    assert leer_porcentaje(f"{valor:,.2f}") == valor


def test_sin_valor_no_se_dice_nada() -> None:
    assert decir_porcentaje(None) == ""
