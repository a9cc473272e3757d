"""La gramática de los textos del plan."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.palabras.patrones import (
    Campo,
    Eleccion,
    Literal,
    Opcional,
    campos_de,
    con_otras_cifras,
    con_trozos,
    leer,
    lo_fijo,
    raices_de,
    revisar,
)
from ut_escritorio.errores import ValorInvalido


@pytest.mark.parametrize(
    ("patron", "piezas"),
    [
        ("", ()),
        ("tal cual", (Literal("tal cual"),)),
        ("{asunto}", (Campo("asunto"),)),
        ("{ fecha:dias : inicial }", (Campo("fecha", ("dias", "inicial")),)),
        ("{cifra.a.mujeres@mes:unidad}", (Campo("cifra.a.mujeres@mes", ("unidad",)),)),
        ("{cuenta.a+b}", (Campo("cuenta.a+b"),)),
        ("{n?uno|varios}", (Eleccion("n", (), "uno", "varios"),)),
        ("{n:suma?|, respectivamente}", (Eleccion("n", ("suma",), "", ", respectivamente"),)),
        ("a[ b {c}]", (Literal("a"), Opcional((Literal(" b "), Campo("c"))))),
        ("[a[b]c]", (Opcional((Literal("a"), Opcional((Literal("b"),)), Literal("c"))),)),
        ("[a[{b}]]", (Opcional((Literal("a"), Opcional((Campo("b"),)))),)),
        ("{{a}} [[b]]", tuple(map(Literal, ("{", "a", "}", " ", "[", "b", "]")))),
        ("[x]]]", (Opcional((Literal("x"), Literal("]"))),)),
    ],
)
def test_cada_signo_se_entiende(patron: str, piezas: tuple[object, ...]) -> None:
    assert leer(patron) == piezas


@pytest.mark.parametrize(
    ("patron", "remedio"),
    [
        ("[a", "ciérrelo con «]»"),
        ("a]", "escriba «[» antes"),
        ("[[a]", "escriba «[» antes"),
        ("{a", "complétela"),
        ("a}", "complétela"),
        ("{}", "no se entiende"),
        ("{.:}", "no se entiende"),
        ("{a b}", "no se entiende"),
        ("{a?uno}", "no se entiende"),
        ("{a?uno|dos|tres}", "no se entiende"),
    ],
)
def test_lo_mal_escrito_dice_como_se_arregla(patron: str, remedio: str) -> None:
    with pytest.raises(ValorInvalido, match=re.escape(remedio)):
        leer(patron)
    assert [remedio in problema for problema in revisar(patron)] == [True]


def test_lo_bien_escrito_no_tiene_problemas() -> None:
    assert revisar("{a}[ {b}]") == []


def test_los_campos_de_un_patron_tambien_los_de_dentro() -> None:
    assert campos_de("{a:dias} y[ {b?x|y}[ {c}]] {a}") == {"a", "b", "c"}


@given(st.text(alphabet="{}[]:?|ab. "))
def test_leer_entiende_o_lo_dice_nunca_truena(patron: str) -> None:
    assert revisar(patron) or isinstance(leer(patron), tuple)


@given(st.text())
def test_todo_texto_se_puede_escribir_doblando_sus_signos(texto: str) -> None:
    doble = "".join(2 * signo if signo in "{}[]" else signo for signo in texto)
    assert "".join(pieza.texto for pieza in leer(doble) if isinstance(pieza, Literal)) == texto


@pytest.mark.parametrize(
    ("patron", "fijo"),
    [
        ("Con {medio}[ del {fecha:dias}[ y {n?uno|varios}]].", "Con … del … y …."),
        ("{{tal cual}} [[así]]", "{tal cual} [así]"),
        ("sin cerrar [", "sin cerrar ["),
    ],
)
def test_lo_fijo_de_un_patron(patron: str, fijo: str) -> None:
    assert lo_fijo(patron) == fijo


def test_los_datos_que_un_patron_usa_sin_sus_partes() -> None:
    assert raices_de("{personas.mujeres} {folios}[ {cifra.a@mes}]") == {"personas", "folios", "cifra"}


@pytest.mark.parametrize(
    ("patron", "otro"),
    [
        ("{cuenta.a+b.mujeres@mes:unidad} y {cifra.a}", "{cuenta.A+b.mujeres@mes:unidad} y {cifra.A}"),
        ("[{ cifra.a }] a", "[{ cifra.A }] a"),
        ("{cifra.a?uno|varios de a}", "{cifra.A?uno|varios de a}"),
        ("{{cifra.a}} {asunto:a}", "{{cifra.a}} {asunto:a}"),
        ("Grupo {cifra.a b}", "Grupo {cifra.a b}"),
    ],
)
def test_las_cifras_que_cita_se_llaman_de_otro_modo_y_lo_demas_queda(patron: str, otro: str) -> None:
    assert con_otras_cifras(patron, lambda clave: "A" if clave == "a" else clave) == otro


@given(st.text(alphabet="{}[]:?|.@ab ") | st.text())
def test_sin_cambiar_nada_el_patron_queda_como_estaba(patron: str) -> None:
    assert con_trozos(patron, str) == con_otras_cifras(patron, str) == patron
