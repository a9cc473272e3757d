"""Los nombres con que algo se guarda son los de su tabla: los del código pueden cambiar."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.guardado import guardada, huella


@congelado
class Antes:
    """Una clase como se llamaba."""

    uno: str
    dos: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Despues:
    """La misma, con otro nombre y otros campos."""

    primero: str
    segundo: tuple[float, ...]


TABLA = {Antes: "Cosa uno dos", Despues: "Cosa uno dos"}


def test_la_huella_no_sigue_a_los_nombres_del_codigo():
    antes = huella([Antes("a", (1.5,)), None], TABLA)
    assert antes == huella([Despues("a", (1.5,)), None], TABLA)
    assert len(antes) == 16


@pytest.mark.parametrize(
    "otro",
    [
        [Antes("b", (1.5,)), None],
        [Antes("a", (1.5, 2.0)), None],
        (Antes("a", (1.5,)), None),
        [Antes("a", (1.5,)), 0],
        [Antes("a", (1.5,))],
    ],
)
def test_la_huella_cambia_con_lo_que_se_dice(otro: object):
    assert huella(otro, TABLA) != huella([Antes("a", (1.5,)), None], TABLA)


def test_uno_no_es_su_texto_ni_verdadero():
    assert len({huella(valor, TABLA) for valor in (1, "1", 1.0, True, (1,), [1], None, "None")}) == 8


def test_la_tabla_dice_todos_los_campos():
    assert guardada(Antes, TABLA).campos == (("uno", "uno"), ("dos", "dos"))
    with pytest.raises(TypeError, match="se guarda con"):
        guardada(Antes, {Antes: "Cosa uno"})
    with pytest.raises(TypeError, match="no tiene nombre"):
        huella({1, 2}, TABLA)
