"""Cualquier texto, número o lista que se escribe se lee igual, por raro que sea."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sorteos import casos
from ut_escritorio.datos.toml.escribir.hoja import como_texto

LARGOS = st.lists(
    st.sampled_from(
        ['"', '""', '"""', "\\", " ", "  ", "\n", "\n\n", "\t", "{a b}", "{", "}", "palabra", "ñ"]
    )
).map("".join)
TEXTOS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    LARGOS.map(lambda t: t * 9),
    st.text("ab {}\"'\\\n", min_size=80),
)
SUELTOS = st.one_of(
    TEXTOS,
    st.booleans(),
    st.integers(-(2**40), 2**40),
    st.dates(),
    st.decimals(0, 1000, places=2).map(lambda d: d.quantize(Decimal("0.01"))),
)
COSAS = st.recursive(
    SUELTOS,
    lambda dentro: st.lists(dentro, max_size=4) | st.dictionaries(TEXTOS, dentro, max_size=4),
    max_leaves=12,
)
LLAVES = st.sampled_from(
    ["nombre", "texto", "apartados", "formas", "cifras", "programa", "oficio", "renglones"]
)


def iguales(leido: Any, escrito: Any) -> bool:
    if isinstance(escrito, dict):
        return leido.keys() == escrito.keys() and all(iguales(leido[k], v) for k, v in escrito.items())
    if isinstance(escrito, list):
        return len(leido) == len(escrito) and all(map(iguales, leido, escrito))
    return leido == escrito


@settings(max_examples=casos(150))
@given(st.dictionaries(LLAVES | TEXTOS, COSAS, max_size=5))
def test_lo_escrito_se_lee_igual(hoja: dict[str, Any]):
    texto = como_texto("Un comentario.\nDe dos renglones.", hoja)
    assert iguales(tomllib.loads(texto, parse_float=Decimal), hoja)
