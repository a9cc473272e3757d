"""Lo que se escribe en un cuadro: enteros de cero en adelante, y vacío no es cero."""

from __future__ import annotations

from typing import Any

import pytest

from tests.oficina import ABRIL, MAYO, TRIMESTRE
from ut_escritorio.dominio.conteos import TOPE, Casilla, Conteos, revisar_conteo
from ut_escritorio.errores import ValorInvalido

CASILLA = Casilla("visitas", TRIMESTRE.numero, MAYO)


@pytest.mark.parametrize("valor", [-1, 1.5, True, "12", None, TOPE + 1])
def test_lo_que_no_es_un_conteo_se_rechaza(valor: Any) -> None:
    with pytest.raises(ValorInvalido):
        revisar_conteo(valor)
    with pytest.raises(ValorInvalido):
        Conteos().con([(CASILLA, valor)] if valor is not None else [(CASILLA, -1)])


@pytest.mark.parametrize("valor", [0, 1, TOPE])
def test_del_cero_al_tope_todo_vale(valor: int) -> None:
    assert revisar_conteo(valor) == valor


def test_escribir_y_borrar_deja_los_de_antes_como_estaban() -> None:
    antes = Conteos(capturados=frozenset({("visitas", MAYO)}))
    escritos = antes.con([(CASILLA, 0)])
    assert (dict(antes.valores), dict(escritos.valores)) == ({}, {CASILLA: 0})
    assert escritos.con([(CASILLA, None)]) == antes
    assert antes.con([(CASILLA, None)]) == antes


def test_una_casilla_vacia_es_cero_solo_si_su_mes_se_dio_por_capturado() -> None:
    conteos = Conteos({CASILLA: 3}, frozenset({("visitas", ABRIL), ("visitas", MAYO)}))
    casillas = [Casilla("visitas", TRIMESTRE.numero, mes) for mes in (*TRIMESTRE.meses, None)]
    assert [conteos.en(casilla) for casilla in casillas] == [0, 3, None, None]


def test_los_conteos_no_se_cambian_por_fuera() -> None:
    mios = {CASILLA: 3}
    conteos = Conteos(mios)
    mios[CASILLA] = 9
    assert conteos.valores[CASILLA] == 3
    with pytest.raises(TypeError):
        conteos.valores[CASILLA] = 9  # type: ignore[index]
