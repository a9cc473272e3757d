"""Lo anotado: folios como se escribieron, personas que quizá no se distinguen, meses sin día."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventado import renglon
from ut_escritorio.dominio.personas import Personas
from ut_escritorio.dominio.plan.formas import ClaseDeCampo
from ut_escritorio.dominio.trimestre.renglones import Folio, Parte, leer_campo, leer_folio
from ut_escritorio.errores import ValorInvalido


@pytest.mark.parametrize(
    ("texto", "partes"),
    [
        ("UT/0534/2024", ("UT", 534, 2024)),
        ("  AB/CD/12/2031 ", ("AB/CD", 12, 2031)),
        ("03/2024", ("", 3, 2024)),
        ("UT/057/2024", ("UT", 57, 2024)),
    ],
)
def test_un_folio_se_separa_en_serie_numero_y_año(texto: str, partes: tuple[str, int, int]) -> None:
    assert leer_folio(texto) == Folio(texto, *partes)


@pytest.mark.parametrize(
    "texto", ["", "s/n", "UT-1", "UT/534/24", "UT/5x4/2024", "UT/1234567/2024", "UT/1/2024\nx"]
)
def test_un_folio_que_no_se_deja_leer_queda_como_texto(texto: str) -> None:
    assert leer_folio(texto) == Folio(texto)


@given(st.text() | st.from_regex(r"[A-Z/]*/?\d{1,9}/\d{1,6}\s?"))
def test_leer_un_folio_nunca_truena_ni_lo_cambia(texto: str) -> None:
    folio = leer_folio(texto)
    assert folio.texto == texto
    assert (folio.numero is None) == (folio.anio is None) == (folio.serie is None)


def test_un_folio_larguisimo_no_detiene_nada() -> None:
    assert leer_folio("9" * 20_000).numero is None


@pytest.mark.parametrize(
    ("personas", "cuantas"),
    [
        (Personas(16, 15), 31),
        (Personas(ni=1), 1),
        (Personas(0, 0, 0), 0),
        (Personas(total=62), 62),
        (Personas(mujeres=3, total=9), 3),
        (Personas(), None),
    ],
)
def test_las_personas_se_suman_de_sus_sexos_o_se_toma_el_total(
    personas: Personas, cuantas: int | None
) -> None:
    assert personas.cuantas == cuantas


def test_de_un_sexo_que_no_se_anoto_habiendo_otros_hay_cero() -> None:
    assert [Personas(mujeres=3).de(sexo) for sexo in ("mujeres", "hombres", "ni")] == [3, 0, 0]
    assert Personas(total=9).de("mujeres") is None


def test_el_mes_sale_de_la_fecha_o_de_lo_que_se_sepa() -> None:
    assert renglon(fecha=date(2031, 5, 2), mes=4).en_mes == 5
    assert renglon(mes=4).en_mes == 4
    assert renglon().en_mes is None


def test_sus_partes_se_piden_por_su_papel_y_en_orden() -> None:
    una, otra, tercera = Parte("destinatario", "a"), Parte("emisor", "b"), Parte("destinatario", texto="C")
    assert renglon(partes=(una, otra, tercera)).partes_como("destinatario") == (una, tercera)


def test_lo_propio_de_un_renglon_no_se_cambia_por_fuera() -> None:
    campos = {"tema": "Uno"}
    anotado = renglon(campos=campos)
    campos["tema"] = "Otro"
    assert anotado.campos["tema"] == "Uno"


@pytest.mark.parametrize(
    ("clase", "texto", "guardado"),
    [
        ("texto", " con el fin de ", "con el fin de"),
        ("fecha", "2031-07-15", "2031-07-15"),
        ("hora", "10:30", "10:30"),
        ("hora", "9:05", "9:05"),
        ("numero", "1,250", "1250"),
        ("numero", "021", "21"),
        ("fecha", " ", ""),
        ("hora", "", ""),
        ("numero", "", ""),
    ],
)
def test_un_dato_propio_se_guarda_como_su_clase_lo_pide(clase: ClaseDeCampo, texto: str, guardado: str):
    assert leer_campo(clase, texto) == guardado


@pytest.mark.parametrize(
    ("clase", "texto", "frase"),
    [
        ("hora", "25:99", "«25:99» no es una hora; escriba por ejemplo 10:30."),
        ("hora", "25:30", "«25:30» no es una hora; escriba por ejemplo 10:30."),
        ("hora", "10", "«10» no es una hora; escriba por ejemplo 10:30."),
        ("numero", "veinte", "«veinte» no es un número entero; escriba por ejemplo 12."),
        ("fecha", "2031-02-31", "«2031-02-31» no es una fecha; escriba por ejemplo 2031-07-15."),
        ("fecha", "20310715", "«20310715» no es una fecha; escriba por ejemplo 2031-07-15."),
    ],
)
def test_un_dato_propio_que_no_es_de_su_clase_se_dice(clase: ClaseDeCampo, texto: str, frase: str):
    with pytest.raises(ValorInvalido) as error:
        leer_campo(clase, texto)
    assert str(error.value) == frase
