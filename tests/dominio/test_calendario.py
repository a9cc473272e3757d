"""Los días hábiles de la oficina, con los feriados de la ley tal como vienen en recursos."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.oficina.calendario import (
    Calendario,
    Descanso,
    FeriadoFijo,
    FeriadoLunes,
    habil_tras,
    habiles,
    habiles_del_mes,
    por_que_no,
)
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.rutas import recursos


def calendario_de_ley() -> Calendario:
    datos = tomllib.loads((recursos() / "calendario.toml").read_text(encoding="utf-8"))
    return Calendario(
        (*(FeriadoFijo(**f) for f in datos["fijos"]), *(FeriadoLunes(**f) for f in datos["lunes"]))
    )


LEY = calendario_de_ley()
dias = st.dates(date(2006, 2, 1), date(2099, 12, 31))


def test_el_segundo_trimestre_de_2024_tiene_22_22_y_20_dias_habiles() -> None:
    cuantos = [len(habiles_del_mes(LEY, 2024, mes)) for mes in (4, 5, 6)]
    assert cuantos == [22, 22, 20]
    assert [3 * n for n in cuantos] == [66, 66, 60]


@pytest.mark.parametrize(
    ("anio", "feriados"),
    [
        (2024, ["01-01", "02-05", "03-18", "05-01", "09-16", "10-01", "11-18", "12-25"]),
        (2025, ["01-01", "02-03", "03-17", "05-01", "09-16", "11-17", "12-25"]),
        (
            2018,
            ["01-01", "02-05", "03-19", "05-01", "11-19", "12-25"],
        ),  # el 16/09 y el 01/12, sábado o domingo
        (2012, ["02-06", "03-19", "05-01", "11-19", "12-25"]),  # el 1 de diciembre de 2012 fue sábado
        (2030, ["01-01", "02-04", "03-18", "05-01", "09-16", "10-01", "11-18", "12-25"]),
    ],
)
def test_los_feriados_entre_semana_de_cada_anio(anio: int, feriados: list[str]) -> None:
    todos = (date(anio, 1, 1) + timedelta(days=n) for n in range(365))
    caidos = [d for d in todos if por_que_no(LEY, d) not in (None, "sábado", "domingo")]
    assert [f"{d:%m-%d}" for d in caidos] == feriados


def test_se_dice_por_que_no_se_trabaja() -> None:
    assert por_que_no(LEY, date(2024, 6, 16)) == "domingo"
    assert por_que_no(LEY, date(2024, 5, 1)) == "Día del Trabajo"
    assert por_que_no(LEY, date(2024, 6, 17)) is None


def test_el_1_de_octubre_solo_se_descansa_cuando_cambia_el_gobierno() -> None:
    anios = [a for a in range(2018, 2050) if any(d.day == 1 for d in _octubre(a))]
    assert anios == [2024, 2030, 2036, 2042, 2048]


def _octubre(anio: int) -> list[date]:
    caen = (feriado.en(anio) for feriado in LEY.feriados)
    return [dia for dia in caen if dia and dia.month == 10]


def test_las_vacaciones_de_la_oficina_tampoco_cuentan() -> None:
    vacaciones = Descanso(date(2024, 7, 22), date(2024, 8, 2), "Vacaciones de verano")
    suyo = Calendario(LEY.feriados, (vacaciones,))
    assert len(habiles_del_mes(suyo, 2024, 7)) == len(habiles_del_mes(LEY, 2024, 7)) - 8
    assert por_que_no(suyo, date(2024, 8, 1)) == "Vacaciones de verano"
    assert por_que_no(suyo, date(2024, 8, 5)) is None


def test_un_descanso_sin_nota_y_un_feriado_sin_nota_tambien_se_dicen() -> None:
    suyo = Calendario((FeriadoFijo(2, 29),), (Descanso(date(2024, 6, 3), date(2024, 6, 3)),))
    assert por_que_no(suyo, date(2024, 2, 29)) == "día feriado"
    assert por_que_no(suyo, date(2024, 6, 3)) == "día de descanso de la oficina"
    assert por_que_no(suyo, date(2023, 3, 1)) is None


@pytest.mark.parametrize(
    ("hacer", "dice"),
    [
        (lambda: FeriadoFijo(2, 30), "No existe el día 30"),
        (lambda: FeriadoFijo(13, 1), "mes 13"),
        (lambda: FeriadoFijo(10, 1, cada=6), "necesita «desde»"),
        (lambda: FeriadoFijo(10, 1, cada=0), "1 o más"),
        (lambda: FeriadoLunes(2, 5), "del 1 al 4"),
        (lambda: Descanso(date(2024, 2, 2), date(2024, 2, 1), "puente"), "termina antes de empezar"),
    ],
)
def test_una_regla_imposible_se_dice(hacer, dice: str) -> None:
    with pytest.raises(ValorInvalido, match=dice):
        hacer()


@given(dias, dias)
def test_los_habiles_de_un_tramo_son_de_lunes_a_viernes_y_en_orden(uno: date, otro: date) -> None:
    desde, hasta = min(uno, otro), min(max(uno, otro), min(uno, otro) + timedelta(days=400))
    contados = habiles(LEY, desde, hasta)
    assert all(desde <= dia <= hasta and dia.weekday() < 5 for dia in contados)
    assert list(contados) == sorted(set(contados))


@given(st.integers(2006, 2099))
def test_los_meses_suman_el_anio(anio: int) -> None:
    por_mes = [dia for mes in range(1, 13) for dia in habiles_del_mes(LEY, anio, mes)]
    assert tuple(por_mes) == habiles(LEY, date(anio, 1, 1), date(anio, 12, 31))


@given(st.integers(2007, 2099))
def test_los_lunes_de_ley_son_lunes(anio: int) -> None:
    for feriado in LEY.feriados:
        if isinstance(feriado, FeriadoLunes):
            dia = feriado.en(anio)
            assert dia and dia.weekday() == 0 and 7 * (feriado.semana - 1) < dia.day <= 7 * feriado.semana


def test_un_tramo_al_reves_no_tiene_dias() -> None:
    assert habiles(LEY, date(2024, 6, 2), date(2024, 6, 1)) == ()


@given(dias.filter(lambda dia: dia.year < 2099), st.integers(0, 60))
def test_el_habil_que_sigue_tantos_despues_es_habil_y_entre_los_dos_hay_esos(dia: date, cuantos: int) -> None:
    hasta = habil_tras(LEY, dia, cuantos)
    assert len(habiles(LEY, dia + timedelta(days=1), hasta)) == cuantos
    assert hasta == dia if not cuantos else por_que_no(LEY, hasta) is None


def test_una_oficina_que_nunca_abre_no_deja_buscando_un_dia_habil() -> None:
    cerrada = Calendario(descansos=(Descanso(date(2000, 1, 1), date(2100, 1, 1)),))
    assert habil_tras(cerrada, date(2031, 6, 30), 5) == date(2032, 6, 30)
