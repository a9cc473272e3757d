"""Cada dato se llama igual donde se pide, en los textos del plan y en las frases."""

from __future__ import annotations

import pytest

from ut_escritorio.dominio.impreso.contexto import CAMPOS
from ut_escritorio.dominio.plan.campos import dicho_en_frase, dicho_en_texto, rotulo_de_campo
from ut_escritorio.dominio.plan.formas import Campo, Forma
from ut_escritorio.dominio.trimestre.renglones import ROLES

SESION = Forma(
    "sesion",
    "Sesión",
    "{asunto}",
    campos=(Campo("sede", "Dónde fue"),),
    etiquetas={"personas": "Asistentes", "asunto": "Qué se trató"},
)


@pytest.mark.parametrize(
    ("campo", "rotulo", "en_texto", "en_frase"),
    [
        ("emisor", "De quién", "de quién", "de quién es"),
        ("folios", "Número de oficio", "número de oficio", "el número de oficio"),
        ("ni", "N/I", "N/I", "las personas no identificadas"),
        ("lo_propio", "lo propio", "lo propio", "un dato"),
    ],
)
def test_un_dato_se_llama_de_una_manera(campo: str, rotulo: str, en_texto: str, en_frase: str):
    assert (rotulo_de_campo(campo), dicho_en_texto(campo), dicho_en_frase(campo)) == (
        rotulo, en_texto, en_frase,
    )  # fmt: skip


def test_manda_la_etiqueta_de_su_forma():
    assert [rotulo_de_campo(campo, SESION) for campo in ("asunto", "mujeres", "total", "sede", "fecha")] == [
        "Qué se trató", "Asistentes: mujeres", "Asistentes: sin saber su sexo", "Dónde fue", "Fecha",
    ]  # fmt: skip
    assert dicho_en_frase("asunto", SESION) == "«Qué se trató»"
    assert dicho_en_frase("sede", SESION) == "«Dónde fue»"
    assert dicho_en_frase("fecha", SESION) == "la fecha"


def test_todo_dato_que_un_texto_puede_llevar_tiene_nombre_y_dos_no_se_confunden():
    de_renglon = [
        *ROLES,
        "folios",
        "asunto",
        "fecha",
        "mes",
        "medio",
        "cantidad",
        "cantidad_medio",
        "personas",
    ]
    assert all(dicho_en_frase(campo) != "un dato" for campo in de_renglon)
    assert len({dicho_en_texto(campo) for campo in de_renglon}) == len(de_renglon)
    assert not [campo for campo in CAMPOS if rotulo_de_campo(campo)[:1].islower()]
