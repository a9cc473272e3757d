"""Comparar, ordenar y buscar sin que importen acentos ni mayúsculas: lo llano."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.palabras.llano import letra_por_letra, llano, lleva

ESCRITO = st.text("aeiouáéíóúüñÁÉÍÓÚÜÑ bcXYZ1.«»")


def test_asi_se_compara_un_nombre():
    assert llano("  Comité de la NIÑEZ ") == "comite de la ninez"
    assert llano("Bibliot\u0301eca") == "biblioteca"  # un acento que cayó en otra letra


@given(ESCRITO)
def test_da_igual_como_se_hayan_escrito_los_acentos_y_las_mayusculas(texto: str):
    sueltos = unicodedata.normalize("NFD", texto)
    sin_ellos = "".join(letra for letra in sueltos if not unicodedata.combining(letra))
    assert llano(texto) == llano(sueltos) == llano(texto.upper()) == llano(sin_ellos)


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_lo_llano_ya_es_llano(texto: str):
    assert llano(llano(texto)) == llano(texto)


@given(st.text())
def test_letra_por_letra_mide_lo_mismo(texto: str):
    assert len(letra_por_letra(texto)) == len(texto)


@pytest.mark.parametrize(
    ("palabras", "si"),
    [("", True), ("area", True), ("MUNICIPAL área", True), ("tica ar", True), ("areas", False)],
)
def test_se_lleva_por_pedazos_y_en_cualquier_orden(palabras: str, si: bool):
    assert lleva("Área de Política Municipal", palabras) is si
