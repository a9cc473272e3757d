"""El español del informe."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.palabras import redaccion as r
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.personas import Personas

CORREO, LLAMADA = Sustantivo("correo", "correos"), Sustantivo("llamada", "llamadas", "f")


@pytest.mark.parametrize(
    ("cosas", "lista"),
    [
        ([], ""),
        (["uno"], "uno"),
        (["oficios", "correos"], "oficios y correos"),
        (["a", "b", "c"], "a, b y c"),
        (["Egresos", "Ingresos"], "Egresos e Ingresos"),
        (["padre", "hijo"], "padre e hijo"),
        (["Ana", "Íñigo"], "Ana e Íñigo"),
        (["Ana", "Hípica"], "Ana e Hípica"),
        (["agua", "hielo"], "agua y hielo"),
        (["agua", "hiato"], "agua y hiato"),
        (["Egresos", "«Ingresos»"], "Egresos e «Ingresos»"),
        (["Egresos", '"Ingresos"'], 'Egresos e "Ingresos"'),
        (["Ingresos", "Egresos"], "Ingresos y Egresos"),
    ],
)
def test_las_listas_llevan_comas_y_al_final_y_o_e(cosas: list[str], lista: str) -> None:
    assert r.lista(cosas) == lista


@pytest.mark.parametrize(
    ("preposicion", "nombre", "articulo", "frase"),
    [
        ("a", "Tesorería", "la", "a la Tesorería"),
        ("a", "Comité", "el", "al Comité"),
        ("de", "Área", "el", "del Área"),
        ("de", "Titulares", "los", "de los Titulares"),
        ("a", "Dirección", "", "a Dirección"),
        ("a", "el área de archivo", "", "al área de archivo"),
        ("de", "El Colegio", "", "de El Colegio"),
    ],
)
def test_a_el_y_de_el_se_contraen(preposicion: str, nombre: str, articulo: str, frase: str) -> None:
    assert r.con_preposicion(preposicion, nombre, articulo) == frase


def test_el_articulo_va_delante_si_lo_hay() -> None:
    assert (r.con_articulo("Comité", "el"), r.con_articulo("Comité", "")) == ("el Comité", "Comité")


def test_uno_en_singular_y_lo_demas_en_plural() -> None:
    assert [r.cantidad(n, CORREO) for n in (0, 1, 2)] == ["0 correos", "1 correo", "2 correos"]
    assert r.cantidad_de_lista(1, CORREO) == "un correo"
    assert r.cantidad_de_lista(1, LLAMADA) == "una llamada"
    assert r.cantidad_de_lista(6, CORREO) == "6 correos"


@pytest.mark.parametrize(
    ("numero", "letra"),
    [
        (0, "cero"), (1, "uno"), (16, "dieciséis"), (29, "veintinueve"), (30, "treinta"),
        (31, "treinta y uno"), (99, "noventa y nueve"), (100, "cien"), (101, "ciento uno"),
        (159, "ciento cincuenta y nueve"), (200, "doscientos"), (500, "quinientos"),
        (777, "setecientos setenta y siete"), (1000, "mil"), (1001, "mil uno"),
        (2024, "dos mil veinticuatro"),
        (21_000, "veintiún mil"), (31_031, "treinta y un mil treinta y uno"), (100_000, "cien mil"),
        (121_000, "ciento veintiún mil"),
        (999_999, "novecientos noventa y nueve mil novecientos noventa y nueve"),
        (1_000_000, "1000000"), (-1, "-1"),
    ],
)  # fmt: skip
def test_los_numeros_en_palabras(numero: int, letra: str) -> None:
    assert r.en_letra(numero) == letra


@given(st.integers(0, 999_998))
def test_dos_numeros_distintos_no_se_dicen_igual(numero: int) -> None:
    assert r.en_letra(numero) != r.en_letra(numero + 1)
    assert "  " not in r.en_letra(numero)


def test_los_ordinales() -> None:
    assert (r.ordinal(2), r.ordinal(3, "f")) == ("2º", "3ª")
    assert [r.ordinal_en_letra(n) for n in (1, 2, 12, 13, 0)] == [
        "primero",
        "segundo",
        "duodécimo",
        "13º",
        "0º",
    ]
    assert [r.ordinal_en_letra(n, "f") for n in (1, 13)] == ["primera", "13ª"]
    assert [r.ordinal_ante_nombre(n) for n in (1, 2, 3, 4)] == ["primer", "segundo", "tercer", "cuarto"]


def test_las_fechas() -> None:
    dia = date(2031, 7, 4)
    assert (r.fecha_larga(dia), r.fecha_corta(dia)) == ("4 de julio de 2031", "04/07/2031")
    assert [r.mes(n) for n in (1, 12)] == ["enero", "diciembre"]
    assert r.periodo(Trimestre(2031, 2)) == "abril – junio"


@pytest.mark.parametrize(
    ("fechas", "dias"),
    [
        ([], ""),
        ([(4, 9)], "9 de abril"),
        ([(4, 9), (4, 11), (4, 16), (4, 24)], "9, 11, 16 y 24 de abril"),
        ([(4, 30), (5, 2)], "30 de abril y 2 de mayo"),
        ([(4, 9), (4, 11), (5, 2)], "9 y 11 de abril y 2 de mayo"),
        ([(5, 2), (4, 9), (5, 3)], "2 de mayo, 9 de abril y 3 de mayo"),
        ([(4, 9), (4, 9)], "9 y 9 de abril"),
    ],
)
def test_los_dias_se_agrupan_por_mes_sin_cambiar_su_orden(fechas: list[tuple[int, int]], dias: str) -> None:
    assert r.dias([date(2031, mes, dia) for mes, dia in fechas]) == dias


@pytest.mark.parametrize(
    ("personas", "cifras", "letra"),
    [
        (Personas(16, 15), "16 mujeres y 15 hombres", "16 mujeres y 15 hombres"),
        (Personas(mujeres=1, hombres=0), "1 mujer", "una mujer"),
        (Personas(ni=1), "1 persona no identificada", "una persona no identificada"),
        (Personas(hombres=1, ni=2), *(f"{uno} hombre y 2 personas no identificadas" for uno in ("1", "un"))),
        (Personas(total=62), "62 personas", "62 personas"),
        (Personas(total=1), "1 persona", "una persona"),
        (Personas(0, 0), "0 personas", "0 personas"),
        (Personas(), "", ""),
    ],
)  # fmt: skip
def test_las_personas_por_sexo_y_sin_el(personas: Personas, cifras: str, letra: str) -> None:
    assert (r.personas_por_sexo(personas), r.personas_en_letra(personas)) == (cifras, letra)


def test_solo_la_primera_letra_se_agranda() -> None:
    assert (r.con_inicial("ñandú y MÁS"), r.con_inicial("")) == ("Ñandú y MÁS", "")


@given(st.lists(st.integers(0, 60)))
def test_los_numeros_seguidos_van_en_un_tramo(numeros: list[int]) -> None:
    tramos = r.seguidos(numeros)
    assert [numero for tramo in tramos for numero in tramo] == sorted(set(numeros))
    assert all(tramo == list(range(tramo[0], tramo[-1] + 1)) for tramo in tramos)
    assert all(una[-1] + 1 < otra[0] for una, otra in pairwise(tramos))
