"""Lo que se escribe en un cuadro: enteros de cero en adelante, y vacío no es cero."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventado import ABRIL, MAYO, TRIMESTRE
from ut_escritorio.dominio.trimestre.conteos import TOPE, Casilla, Conteos, leer_conteo, revisar_conteo
from ut_escritorio.errores import ValorInvalido

CASILLA = Casilla("visitas", TRIMESTRE.numero, MAYO)


@pytest.mark.parametrize("valor", [-1, 1.5, True, "12", None, TOPE + 1])
def test_lo_que_no_es_un_conteo_se_rechaza(valor: Any) -> None:
    with pytest.raises(ValorInvalido):
        revisar_conteo(valor)
    with pytest.raises(ValorInvalido):
        Conteos().con([(CASILLA, valor)] if valor is not None else [(CASILLA, -1)])


@pytest.mark.parametrize("valor", [0, 1, TOPE])
def test_del_cero_al_tope_todo_vale(valor: int) -> None:
    assert revisar_conteo(valor) == valor


def test_escribir_y_borrar_deja_los_de_antes_como_estaban() -> None:
    antes = Conteos(capturados=frozenset({("visitas", MAYO)}))
    escritos = antes.con([(CASILLA, 0)])
    assert (dict(antes.valores), dict(escritos.valores)) == ({}, {CASILLA: 0})
    assert escritos.con([(CASILLA, None)]) == antes
    assert antes.con([(CASILLA, None)]) == antes


def test_una_casilla_vacia_es_cero_solo_si_su_mes_se_dio_por_capturado() -> None:
    conteos = Conteos({CASILLA: 3}, frozenset({("visitas", ABRIL), ("visitas", MAYO)}))
    casillas = [Casilla("visitas", TRIMESTRE.numero, mes) for mes in (*TRIMESTRE.meses, None)]
    assert [conteos.en(casilla) for casilla in casillas] == [0, 3, None, None]


def test_los_conteos_no_se_cambian_por_fuera() -> None:
    mios = {CASILLA: 3}
    conteos = Conteos(mios)
    mios[CASILLA] = 9
    assert conteos.valores[CASILLA] == 3
    with pytest.raises(TypeError):
        conteos.valores[CASILLA] = 9  # type: ignore[index]


@pytest.mark.parametrize(
    ("texto", "valor"),
    [
        ("12", 12),
        (" 12\t", 12),
        ("0", 0),
        ("007", 7),
        ("1,250", 1250),
        ("1,000,000", TOPE),
        ("26.00", 26),
        ("1,250.0", 1250),
        ("13.", 13),
        ("-", 0),
        (" $ -   ", 0),
        ("\u00a0–\u00a0", 0),
        ("\u200b12\u00a0", 12),
        ("", None),
        (" ", None),
    ],
)
def test_se_lee_un_conteo(texto: str, valor: int | None) -> None:
    assert leer_conteo(texto) == valor


@pytest.mark.parametrize(
    "texto",
    [
        "-1",
        "−1",
        "1.5",
        "12.01",
        "1.250",
        "(5)",
        "- 5",
        "1,25",
        "doce",
        "1 2",
        "²",
        "١٢",
        "1,000,001",
        "9" * 20_000,
        "{0}",
        "1e3",
        "+1",
    ],
)
def test_lo_que_no_es_un_conteo_se_dice(texto: str) -> None:
    with pytest.raises(ValorInvalido):
        leer_conteo(texto)


def test_muchos_ceros_delante_no_se_comen_el_numero() -> None:
    assert leer_conteo("000000000012") == 12


@given(st.integers(0, TOPE))
def test_el_numero_se_lee_con_comas_y_sin_ellas(numero: int) -> None:
    assert leer_conteo(str(numero)) == leer_conteo(f"{numero:,}") == numero


@given(st.text())
def test_cualquier_texto_se_lee_o_se_rechaza(texto: str) -> None:
    try:
        valor = leer_conteo(texto)
    except ValorInvalido:
        return
    assert valor is None or 0 <= valor <= TOPE


@pytest.mark.parametrize(
    ("texto", "frase"),
    [
        ("-5", "«-5» es negativo; escriba 0 o más."),
        ("1.5", "«1.5» no es un número entero; escriba por ejemplo 12."),
        ("1000001", "«1000001» es demasiado grande; el tope es 1,000,000."),
        ("999999999999", "«999999999999» es demasiado grande; el tope es 1,000,000."),
        ("9" * 99, f"«{'9' * 40}» es demasiado grande; el tope es 1,000,000."),
    ],
)
def test_se_dice_con_lo_que_ella_escribio_por_que_no_puede_ser(texto: str, frase: str) -> None:
    with pytest.raises(ValorInvalido) as error:
        leer_conteo(texto)
    assert str(error.value) == frase
