"""Completar un nombre como ella lo teclea: sin acentos, por cualquiera de sus palabras."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.oficina.catalogo import Catalogo, Unidad
from ut_escritorio.dominio.trimestre.nombres import nombres_de, parecidos, partes_llamadas
from ut_escritorio.dominio.trimestre.renglones import Parte

AREAS = ["Biblioteca Popular", "Tesorería Vecinal", "Comité de Fiestas", "Registro (Tesis)"]
CATALOGO = Catalogo(unidades=(Unidad("tesoreria", "Tesorería Vecinal", siglas="TV"),))


@pytest.mark.parametrize(
    ("escrito", "hallados"),
    [
        ("tes", ["Tesorería Vecinal", "Registro (Tesis)"]),
        ("TESORERIA", ["Tesorería Vecinal"]),
        ("fiestas", ["Comité de Fiestas"]),
        ("te", ["Tesorería Vecinal", "Registro (Tesis)"]),
        ("eca", ["Biblioteca Popular"]),
        ("", []),
        ("zz", []),
    ],
)
def test_primero_las_que_empiezan_asi_y_dentro_de_una_palabra_solo_con_tres_letras(escrito, hallados):
    assert parecidos(escrito, AREAS) == hallados


@given(st.sampled_from(AREAS), st.data())
def test_el_principio_de_cualquier_palabra_la_encuentra(area, data):
    palabra = data.draw(st.sampled_from(area.replace("(", "").split()))
    largo = data.draw(st.integers(1, len(palabra)))
    assert area in parecidos(palabra[:largo].upper(), AREAS)


def test_un_nombre_del_catalogo_o_sus_siglas_son_la_unidad_y_lo_demas_texto_libre():
    partes = partes_llamadas(CATALOGO, "destinatario", "tesoreria vecinal; tv; La Vecina;")
    assert partes == (
        Parte("destinatario", "tesoreria"),
        Parte("destinatario", "tesoreria"),
        Parte("destinatario", texto="La Vecina"),
    )
    assert nombres_de(CATALOGO, partes[1:]) == "Tesorería Vecinal; La Vecina"
