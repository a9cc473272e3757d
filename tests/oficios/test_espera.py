"""Cuánto espera un oficio: los días hábiles desde el siguiente al suyo, y cuáles no se cuentan."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.oficina.calendario import Calendario, Descanso
from ut_escritorio.dominio.oficios.espera import esperando

SIN_FERIADOS = Calendario()
DIAS = st.dates(date(2030, 1, 1), date(2032, 12, 31))


def test_se_dice_cuantos_son_y_por_que():
    espera = esperando(SIN_FERIADOS, date(2024, 5, 6), date(2024, 6, 26))
    assert espera.dias == 37
    assert str(espera) == "Del 07/05 al 26/06: 37 días hábiles. No cuentan 14 sábados y domingos."


def test_los_dias_de_la_oficina_tampoco_cuentan():
    calendario = Calendario(descansos=(Descanso(date(2024, 5, 8), date(2024, 5, 9), "Aniversario"),))
    sin_descanso = esperando(SIN_FERIADOS, date(2024, 5, 6), date(2024, 5, 10))
    espera = esperando(calendario, date(2024, 5, 6), date(2024, 5, 10))
    assert (sin_descanso.dias, espera.dias) == (4, 2)
    assert "(2 días)" in str(espera)


def test_el_de_hoy_y_el_de_manana_dicen_desde_cuando():
    for dia in (date(2024, 5, 6), date(2024, 5, 7)):
        espera = esperando(SIN_FERIADOS, dia, date(2024, 5, 6))
        assert espera.dias == 0
        assert str(espera) == f"Se cuenta desde el {dia + timedelta(days=1):%d/%m}, el día siguiente al suyo."


@given(DIAS, st.integers(0, 400))
def test_lo_que_cuenta_y_lo_que_no_suman_los_dias_que_pasaron(fecha: date, pasaron: int):
    espera = esperando(SIN_FERIADOS, fecha, fecha + timedelta(days=pasaron))
    assert espera.dias + espera.fines_de_semana == pasaron
