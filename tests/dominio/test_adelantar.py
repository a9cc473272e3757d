"""Un texto del trimestre anterior, dicho en este: meses, año y ordinales; nada más."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.palabras.adelantar import adelantar
from ut_escritorio.dominio.palabras.redaccion import ordinal_ante_nombre
from ut_escritorio.dominio.periodos import MESES, Trimestre

SEGUNDO, TERCERO = Trimestre(2031, 2), Trimestre(2031, 3)
CUARTO, PRIMERO = Trimestre(2031, 4), Trimestre(2032, 1)
TRIMESTRES = st.builds(Trimestre, st.integers(2001, 2099), st.integers(1, 4))


@pytest.mark.parametrize(
    ("antes", "ahora"),
    [
        ("en abril, mayo y junio", "en julio, agosto y septiembre"),
        ("ABRIL – JUNIO 2031", "JULIO – SEPTIEMBRE 2031"),
        ("Abril del 2031", "Julio del 2031"),
        ("el segundo trimestre", "el tercer trimestre"),
        ("SEGUNDO INFORME TRIMESTRAL 2031", "TERCER INFORME TRIMESTRAL 2031"),
        ("2º trimestre, 2do. trimestre y 2o trimestre", "3º trimestre, 3er. trimestre y 3o trimestre"),
        ("del 1 de abril al 30 de junio", "del 1 de julio al 30 de septiembre"),
        ("a diferencia del primer trimestre", "a diferencia del segundo trimestre"),
    ],
)
def test_dentro_del_anio(antes: str, ahora: str) -> None:
    assert adelantar(antes, SEGUNDO, TERCERO) == ahora


@pytest.mark.parametrize(
    ("antes", "ahora"),
    [
        ("octubre, noviembre y diciembre de 2031", "enero, febrero y marzo de 2032"),
        ("el cuarto trimestre del ejercicio 2031", "el primer trimestre del ejercicio 2032"),
        ("CUARTO TRIMESTRE DEL PLAN ANUAL 2031", "PRIMER TRIMESTRE DEL PLAN ANUAL 2032"),
        ("del 1 de octubre al 31 de diciembre de 2031", "del 1 de enero al 31 de marzo de 2032"),
        ("el tercer trimestre de 2031", "el cuarto trimestre de 2031"),
        ("desde septiembre de 2031", "desde diciembre de 2031"),
        ("el Plan 2031", "el Plan 2032"),
    ],
)
def test_al_cruzar_el_anio(antes: str, ahora: str) -> None:
    assert adelantar(antes, CUARTO, PRIMERO) == ahora


@pytest.mark.parametrize(
    "texto",
    [
        "UT/0548/2031 y UT/0549/2031",
        "la administración 2030-2032",
        "la ley del 4 de mayo de 2015",
        "el 9, 11 y 24 de abril se dieron sesiones",
        "el 04/06/2031",
        "la mayoría marzocotuda",
        "la segunda sesión y el segundo oficio",
        "el Código de 1999 y el Plan 2015",
        "el 31 de abril, el 0 de junio y el 32 de octubre",
    ],
)
def test_lo_que_no_es_del_periodo_se_queda(texto: str) -> None:
    assert adelantar(texto, SEGUNDO, TERCERO) == texto
    assert adelantar(texto, CUARTO, PRIMERO) == texto


def test_lo_del_anio_de_al_lado_tambien_se_corre() -> None:
    assert adelantar("desde diciembre de 2031", PRIMERO, PRIMERO.siguiente) == "desde marzo de 2032"
    anterior = "el cuarto trimestre de 2031"
    assert adelantar(anterior, PRIMERO, PRIMERO.siguiente) == "el primer trimestre de 2032"


def test_lo_de_dos_anios_antes_se_queda() -> None:
    for dicho in ("el cuarto trimestre de 2030", "diciembre de 2030"):
        assert adelantar(dicho, PRIMERO, PRIMERO.siguiente) == dicho


@given(st.text(), TRIMESTRES)
def test_al_mismo_trimestre_es_el_mismo_texto(texto: str, trimestre: Trimestre) -> None:
    assert adelantar(texto, trimestre, trimestre) == texto


def de_un_periodo(trimestre: Trimestre) -> str:
    """Todo lo que un informe dice de su periodo."""
    meses = [MESES[mes - 1] for mes in trimestre.meses]
    ordinal, anio = ordinal_ante_nombre(trimestre.numero), trimestre.ejercicio
    return (
        f"{meses[0].upper()} – {meses[2].upper()} {anio}. En {meses[0]}, {meses[1]} y {meses[2]} de {anio}, "
        f"{ordinal} trimestre del Plan {anio}. "
        f"{trimestre.numero}º trimestre de {anio}; {ordinal.upper()} INFORME TRIMESTRAL. "
        f"Del 1 de {meses[0]} al {trimestre.ultimo_dia.day} de {meses[2]} de {anio}."
    )


@given(TRIMESTRES, TRIMESTRES)
def test_lo_de_un_periodo_llega_al_otro_y_vuelve(uno: Trimestre, otro: Trimestre) -> None:
    assert adelantar(de_un_periodo(uno), uno, otro) == de_un_periodo(otro)
    assert adelantar(adelantar(de_un_periodo(uno), uno, otro), otro, uno) == de_un_periodo(uno)


@given(TRIMESTRES.filter(lambda t: (t.ejercicio, t.numero) < (2099, 3)))
def test_dos_pasos_son_uno_de_dos(trimestre: Trimestre) -> None:
    uno, dos = trimestre.siguiente, trimestre.siguiente.siguiente
    texto = de_un_periodo(trimestre)
    assert adelantar(adelantar(texto, trimestre, uno), uno, dos) == adelantar(texto, trimestre, dos)
