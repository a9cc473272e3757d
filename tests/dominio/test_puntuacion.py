"""Lo que ella termina con su punto, dentro de una frase que ya lleva el suyo: uno solo."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventado import foto, plan
from ut_escritorio.dominio.impreso.contexto import Contexto
from ut_escritorio.dominio.impreso.textos import decir
from ut_escritorio.dominio.palabras.puntuacion import Pedazo, unir


def dicho(patron: str, x: str) -> str:
    return decir(patron, Contexto(foto(plan()), otros={"x": (x,)})).texto


@pytest.mark.parametrize(
    ("patron", "x", "texto"),
    [
        ("Se pidió {x}.", "la lista.", "Se pidió la lista."),
        ("Se pidió {x}.", "la lista", "Se pidió la lista."),
        ("Se pidió {x}.", "la lista, etc.", "Se pidió la lista, etc."),
        ("Se pidió {x}.", "lo de Obras, S.A. de C.V.", "Se pidió lo de Obras, S.A. de C.V."),
        ("Se pidió {x}.", "actas, minutas...", "Se pidió actas, minutas..."),
        ("Se pidió {x}.", "«La lista.»", "Se pidió «La lista.»"),
        ("Se preguntó {x}.", "¿cuántas?", "Se preguntó ¿cuántas?"),
        ("Se pidió {x}, para publicarla.", "la lista.", "Se pidió la lista, para publicarla."),
        ("Se pidió {x}; nada más.", "la «lista.»", "Se pidió la «lista»; nada más."),
        ("Se pidió {x}, con todo.", "la lista, etc.", "Se pidió la lista, etc., con todo."),
        ("Se vio a {x}, S.C.", "Obras, S.A. de C.V.", "Se vio a Obras, S.A. de C.V., S.C."),
        ("Se vio a {x}, hoy.", "la del Depto.", "Se vio a la del Depto., hoy."),
        ("{x}", "Todo se hizo.", "Todo se hizo."),
        ("Se pidió {x}[, a {nadie}].", "la lista.", "Se pidió la lista."),
        ("Se pidió {x}[, y {x}].", "la lista.", "Se pidió la lista, y la lista."),
        ("El {x}.- Título", "1", "El 1.- Título"),
        ("{x?Uno.|Varios.}. Y ya.", "1", "Uno.. Y ya."),
    ],
)
def test_un_solo_signo_donde_se_juntan_dos(patron: str, x: str, texto: str) -> None:
    assert dicho(patron, x) == texto


@given(st.text(alphabet="ab .,;:!?…«»\"'\n", max_size=12), st.sampled_from([".", ", y", "", " así.", "…"]))
def test_solo_se_quita_un_signo_y_nunca_una_letra(dato: str, sigue: str) -> None:
    entera = f"Se dijo {dato}{sigue}"
    unida = unir((Pedazo("Se dijo "), Pedazo(dato, dato=True), Pedazo(sigue)))
    assert len(entera) - len(unida) in (0, 1)
    assert [letra for letra in unida if letra.isalpha()] == [letra for letra in entera if letra.isalpha()]
    assert not unida.endswith("..") or entera.endswith(("...", "..")) and dato.endswith("..")
