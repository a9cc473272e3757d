"""Lo que entra se limpia igual por todas las puertas, sin perder una letra."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.palabras.limpieza import limpio, limpio_por_renglones


@pytest.mark.parametrize(
    ("pegado", "queda"),
    [
        ("  05/04/2024", "05/04/2024"),
        ("el oﬁcio de notiﬁcación y el ﬂujo", "el oficio de notificación y el flujo"),
        ("la informa\u00adción", "la información"),
        ("la informa\u00ad\r\nción", "la información"),
        ("las sesiones de\r\ncabildo del\r\naño", "las sesiones de cabildo del año"),
        ("Word\vparte así\u2028y así", "Word parte así y así"),
        ("una\u00a0ley\u2003y\u202fotra", "una ley y otra"),
        ("marcas\u200b\ufeff que \u202eno se ven", "marcas que no se ven"),
        ("Ana   Ruiz\tLuna", "Ana Ruiz Luna"),
        ("atencio\u0301n", "atención"),
        ("UT‑0645‐2024 y −3", "UT-0645-2024 y -3"),
        ("„así‟ y `así'", "\"así\" y 'así'"),
        ("\uf0b7 uno \uf0a7 dos \uf0fc tres", "• uno • dos ✓ tres"),
        ("listo ✔\ufe0f", "listo ✔"),
        ("un nulo\x00 y un timbre\x07", "un nulo y un timbre"),
        ("", ""),
        (" \n\t ", ""),
    ],
)
def test_se_quita_lo_que_no_se_ve_y_se_ponen_los_signos_de_siempre(pegado: str, queda: str) -> None:
    assert limpio(pegado) == queda


@pytest.mark.parametrize("escrito", ["«la “Ley” del ‘Año’» – así — … 1º", "Ñandú, pingüino; ¿sí?", "a*b"])
def test_lo_bien_escrito_queda_como_esta(escrito: str) -> None:
    assert limpio(escrito) == limpio_por_renglones(escrito) == escrito


def test_un_parrafo_libre_conserva_sus_renglones() -> None:
    assert (
        limpio_por_renglones("\n\tUno.\u00a0 \r\n\r\nDos,  tres.\u2029Cuatro. \n")
        == "\n\tUno.  \n\nDos,  tres.\nCuatro. \n"
    )


def _letras(texto: str) -> str:
    unido = unicodedata.normalize("NFKC", texto)
    return "".join(signo for signo in unido if signo.isalnum())


@given(st.text(st.characters(codec="utf-8")))
def test_ninguna_letra_ni_cifra_se_pierde(texto: str) -> None:
    for limpia in (limpio, limpio_por_renglones):
        assert _letras(limpia(texto)) == _letras(texto)


@given(st.text())
def test_limpiar_dos_veces_es_como_una(texto: str) -> None:
    assert limpio(limpio(texto)) == limpio(texto) == limpio(limpio_por_renglones(texto))
    assert limpio_por_renglones(limpio_por_renglones(texto)) == limpio_por_renglones(texto)
    assert "\n" not in limpio(texto)
