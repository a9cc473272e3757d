"""El códec: lo que sale es lo que entró, y el mismo valor da siempre el mismo JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.datos.esquema.clases import COLUMNAS
from ut_escritorio.dominio.oficina import catalogo
from ut_escritorio.dominio.personas import SEXOS
from ut_escritorio.dominio.plan import arbol as plan
from ut_escritorio.dominio.plan import cifras, cuadros
from ut_escritorio.errores import ValorInvalido

TEXTOS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
CLAVES = st.lists(TEXTOS, max_size=3).map(tuple)
BANDAS = st.builds(
    cuadros.Banda,
    st.sampled_from(cuadros.EJES),
    TEXTOS,
    CLAVES,
    CLAVES,
    st.lists(st.sampled_from(SEXOS)).map(tuple),
    st.booleans(),
)
CONTADAS = st.builds(
    cifras.Contada, st.sampled_from(cifras.CONTABLES), CLAVES, CLAVES, CLAVES, st.just(("", "enviado"))
)
FUENTES = st.one_of(
    CONTADAS,
    st.builds(cifras.Formula, CLAVES, CLAVES),
    st.builds(cifras.Capturada, st.lists(st.sampled_from(cifras.CAPTURAS)).map(tuple)),
)
OFICIOS = st.builds(plan.PlantillaOficio, CLAVES, TEXTOS, TEXTOS, TEXTOS, CLAVES, CLAVES, CLAVES)


DECIMALES = st.decimals(allow_nan=False, allow_infinity=False)
LOGOS = st.builds(catalogo.Logo, TEXTOS, TEXTOS, st.floats(0, 99))


@pytest.mark.parametrize(
    ("valores", "tipo"),
    [
        (st.lists(BANDAS).map(tuple), tuple[cuadros.Banda, ...]),
        (FUENTES, cifras.Fuente),
        (st.none() | CONTADAS, cifras.Contada | None),
        (OFICIOS, plan.PlantillaOficio),
        (st.dictionaries(TEXTOS, TEXTOS), Mapping[str, str]),
        (st.dictionaries(st.integers(), DECIMALES), Mapping[int, Decimal]),
        (st.lists(LOGOS).map(tuple), tuple[catalogo.Logo, ...]),
        (st.none() | st.dates(), date | None),
    ],
)
@given(datos=st.data())
def test_ida_y_vuelta(valores: st.SearchStrategy[object], tipo: object, datos: st.DataObject):
    valor = datos.draw(valores)
    assert COLUMNAS.de_json(COLUMNAS.a_json(valor), tipo) == valor


def test_el_orden_de_un_mapa_no_cambia_su_json():
    assert COLUMNAS.a_json({"a": "1", "b": "2"}) == COLUMNAS.a_json({"b": "2", "a": "1"})


@pytest.mark.parametrize("texto", ["a\0b", "\ud800", "fin\udfff"])
def test_los_textos_rotos_no_entran_ni_dentro_de_un_json(texto: str):
    with pytest.raises(ValorInvalido, match="no se puede guardar"):
        COLUMNAS.a_json({"campo": texto})


def test_lo_que_parece_un_nulo_escrito_si_entra():
    assert COLUMNAS.de_json(COLUMNAS.a_json({"campo": r"a\u0000b"}), Mapping[str, str]) == {
        "campo": r"a\u0000b"
    }


@pytest.mark.parametrize(
    ("texto", "tipo"),
    [
        ("{", catalogo.Logo),
        ("[" * 100_000, catalogo.Logo),
        ("[]", catalogo.Logo),
        ("{}", catalogo.Logo),
        ('{"clase:": "Logo"}', catalogo.Logo),
        ("3", tuple[str, ...]),
        ("[]", Mapping[str, str]),
        ('{"1": "x"}', Mapping[int, Decimal]),
        ('{"1": []}', Mapping[int, Decimal]),
        ('{"x": "1"}', Mapping[int, Decimal]),
        ("3", date | None),
        ('"ayer"', date | None),
    ],
)
def test_lo_que_nadie_de_aqui_escribio_es_siempre_el_mismo_error(texto: str, tipo: object):
    with pytest.raises(ValueError):
        COLUMNAS.de_json(texto, tipo)
