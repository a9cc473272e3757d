"""Los valores: congelados, iguales por lo que dicen, y dataclasses para quien las recorre."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace
from datetime import date

import pytest

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.calendario import Descanso
from ut_escritorio.dominio.trimestre.conteos import Casilla, Conteos
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.linea_de_comandos.pedidos import Autoprueba, Ayuda

JUNIO = Casilla("visitas", 2, 6)


def test_se_arma_en_orden_por_nombre_y_con_lo_que_no_se_dice():
    assert Casilla("visitas", 2, mes=6) == Casilla(cifra="visitas", trimestre=2, mes=6, sexo=None) == JUNIO


@pytest.mark.parametrize(
    ("en_orden", "por_nombre"),
    [
        (("visitas",), {}),
        (("visitas", 2, 6, None, 5), {}),
        (("visitas", 2), {"cifra": "x"}),
        ((), {"hora": 1}),
    ],
    ids=["falta", "sobra", "dos veces", "otro nombre"],
)
def test_no_se_arma_si_falta_o_sobra_algo(en_orden, por_nombre):
    with pytest.raises(TypeError):
        Casilla(*en_orden, **por_nombre)


def test_no_cambia():
    for cambiar in (
        lambda: setattr(JUNIO, "mes", 5),
        lambda: setattr(JUNIO, "hora", 1),
        lambda: delattr(JUNIO, "mes"),
    ):
        with pytest.raises(FrozenInstanceError):
            cambiar()
    assert Casilla("visitas", 2, 6) == JUNIO


def test_es_igual_solo_al_de_su_clase_que_dice_lo_mismo():
    assert Casilla("visitas", 2, 5) != JUNIO
    assert JUNIO != ("visitas", 2, 6, None)
    assert len({JUNIO, Casilla("visitas", 2, 6), Casilla("visitas", 2)}) == 2


def test_los_que_no_dicen_nada_son_iguales():
    assert Ayuda() == Ayuda() != Autoprueba()


@congelado
class Muestra:
    """Un valor con de todo: obligatorio, con su valor de siempre, hecho cada vez y revisado al final."""

    uno: int
    dos: str = "dos"
    tres: list[int] = field(default_factory=list[int])
    d: str = "un nombre corto"

    def __post_init__(self) -> None:
        object.__setattr__(self, "suma", self.uno + len(self.tres))


def test_compilada_se_arma_igual_que_antes_de_compilarse():
    formas = (((1,), {}), ((1, "x"), {}), ((1,), {"tres": [5]}), ((), {"dos": "y", "uno": 4, "d": "z"}))
    sin_compilar = Muestra.__init__
    antes = [Muestra(*en_orden, **por_nombre) for en_orden, por_nombre in formas]
    while Muestra.__init__ is sin_compilar:
        Muestra(0)
    despues = [Muestra(*en_orden, **por_nombre) for en_orden, por_nombre in formas]
    assert antes == despues
    assert [vars(valor) for valor in antes] == [vars(valor) for valor in despues]
    assert despues[0].tres is not despues[1].tres
    for en_orden, por_nombre in (
        ((), {}),
        ((1, "x", [], "z", 4), {}),
        ((1,), {"uno": 1}),
        ((1,), {"cinco": 5}),
    ):
        with pytest.raises(TypeError):
            Muestra(*en_orden, **por_nombre)


def test_lo_que_cada_uno_trae_no_es_de_los_demas():
    assert Conteos() == Conteos()
    assert Conteos().valores is not Conteos({JUNIO: 3}).valores


def test_al_final_se_revisa_lo_suyo():
    vacaciones = Descanso(date(2031, 7, 14), date(2031, 7, 25))
    with pytest.raises(ValorInvalido):
        replace(vacaciones, hasta=date(2031, 7, 1))


def test_es_una_dataclass():
    assert is_dataclass(Casilla)
    assert [campo.name for campo in fields(Casilla)] == ["cifra", "trimestre", "mes", "sexo"]
    assert replace(JUNIO, mes=5) == Casilla("visitas", 2, 5)
    assert copy.deepcopy(JUNIO) == pickle.loads(pickle.dumps(JUNIO)) == JUNIO
    assert repr(JUNIO) == "Casilla(cifra='visitas', trimestre=2, mes=6, sexo=None)"
    match JUNIO:
        case Casilla(cifra, _, mes):
            assert (cifra, mes) == ("visitas", 6)
