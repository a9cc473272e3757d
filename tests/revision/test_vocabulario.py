"""Lo que un texto cuenta y cuántos dice que son, en cifras o en letras."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.palabras.redaccion import en_letra
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.revision import vocabulario
from ut_escritorio.revision.vocabulario import leer_en_letra, vocabulario_de

CORREO, LLAMADA = Sustantivo("correo", "correos"), Sustantivo("llamada", "llamadas", "f")
RECURSO, DE_REVISION = (
    Sustantivo("recurso", "recursos"),
    Sustantivo("recurso de revisión", "recursos de revisión"),
)
SABIDAS = vocabulario_de((CORREO, LLAMADA, RECURSO, DE_REVISION))


@pytest.mark.parametrize(
    ("texto", "dice"),
    [
        ("Llegó un correo.", {CORREO: {1}}),
        ("Hubo una llamada y cero correos.", {LLAMADA: {1}, CORREO: {0}}),
        ("VEINTIÚN CORREOS", {CORREO: {21}}),
        ("Treinta y dos correos; antes, 31 correos", {CORREO: {32, 31}}),
        ("seis recursos de revisión", {DE_REVISION: {6}}),
        ("seis recursos revisados", {RECURSO: {6}}),
        ("novecientos noventa y nueve correos", {CORREO: {999}}),
        ("ciento un correos y doscientas veintiuna llamadas", {CORREO: {101}, LLAMADA: {221}}),
        ("quinientas llamadas; mil correos", {LLAMADA: {500}, CORREO: {1000}}),
        ("treinta y un mil doscientas dos llamadas", {LLAMADA: {31_202}}),
        ("El día treinta dos correos", {CORREO: {2}}),
        ("1,200 correos, y 3.5 llamadas", {}),
        ("Los correos de las llamadas", {}),
        ("Nada que contar", {}),
    ],
)
def test_cada_cosa_con_los_numeros_que_se_le_ponen(texto: str, dice: dict[Sustantivo, set[int]]) -> None:
    assert SABIDAS.numeros(texto) == dice


@given(st.integers(0, 999_999))
def test_se_lee_todo_lo_que_en_letra_se_escribe(numero: int) -> None:
    assert leer_en_letra(en_letra(numero)) == numero


def test_de_dos_que_se_dicen_igual_vale_la_primera_y_sin_ninguna_no_se_halla_nada() -> None:
    otra = Sustantivo("correo", "correos electrónicos")
    assert vocabulario_de((CORREO, otra)).numeros("dos correos") == {CORREO: {2}}
    assert vocabulario_de((otra, CORREO)).numeros("un correo") == {otra: {1}}
    assert vocabulario_de(()).numeros("dos correos") == {}


def test_lo_ya_leido_no_crece_sin_fin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulario, "_TEXTOS", 2)
    suyo = vocabulario_de((CORREO,))
    for numero in range(2, 9):
        assert suyo.numeros(f"{numero} correos") == {CORREO: {numero}}
        assert len(suyo.leidos) <= 3
