"""Los respaldos: cuándo toca uno, cuáles se conservan y cómo se dice de cuándo es el último."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.oficina.respaldos import (
    GB,
    Cuenta,
    Ocasion,
    Respaldo,
    edad,
    hace_poco,
    no_caben,
    sobran,
    toca,
    tope_de,
)

HOY = datetime(2031, 7, 4, 12, 30)  # noqa: DTZ001
INSTANTES = st.datetimes(datetime(2028, 1, 1), HOY)  # noqa: DTZ001


def hecho(cuando: datetime) -> Respaldo:
    return Respaldo(Path(f"{cuando:%Y-%m-%d %H-%M-%S.%f}.sqlite"), cuando)


def hace(**tiempo: float) -> Respaldo:
    return hecho(HOY - timedelta(**tiempo))


@pytest.mark.parametrize(
    ("ultimo", "huella", "ocasion", "si"),
    [
        (None, "b", "cada rato", True),
        (hace(minutes=29), "b", "cada rato", False),
        (hace(minutes=30), "b", "cada rato", True),
        (hace(minutes=-5), "b", "cada rato", True),  # el reloj se atrasó
        (hace(days=9), "a", "cada rato", False),
        (None, "a", "al cerrar", True),
        (hace(minutes=1), "b", "al cerrar", True),
        (hace(minutes=1), "a", "al cerrar", False),
    ],
)
def test_toca_si_cambio_y_cada_rato_solo_pasada_media_hora(
    ultimo: Respaldo | None, huella: str, ocasion: Ocasion, si: bool
):
    assert toca(Cuenta((ultimo,) if ultimo else (), "a"), huella, HOY, ocasion) is si


def test_de_un_ano_de_respaldos_cada_media_hora_quedan_los_que_se_prometen():
    todos = [hace(minutes=30 * n) for n in range(2 * 24 * 365)]
    fuera = set(sobran(todos, HOY))
    quedan = [r for r in todos if r not in fuera]
    recientes = [r for r in quedan if HOY - r.cuando <= timedelta(days=2)]
    assert len(recientes) == 2 * 24 * 2 + 1
    assert len({r.cuando.date() for r in quedan[: len(recientes) + 9]}) == 12
    assert len({r.cuando.isocalendar()[:2] for r in quedan} & {
        (HOY - timedelta(weeks=n)).isocalendar()[:2] for n in range(10)
    }) == 10  # fmt: skip
    assert len({(r.cuando.year, r.cuando.month) for r in quedan}) == 9
    assert len(quedan) < len(recientes) + 12 + 10 + 9


@given(st.sets(INSTANTES, max_size=60))
def test_nunca_sobra_el_ultimo_ni_nada_de_dos_dias_y_quitarlos_otra_vez_no_quita_mas(cuando: set[datetime]):
    todos = [hecho(uno) for uno in cuando]
    fuera = sobran(todos, HOY)
    quedan = [r for r in todos if r not in fuera]
    assert not any(HOY - r.cuando <= timedelta(days=2) for r in fuera)
    assert not todos or max(todos, key=lambda r: r.cuando) in quedan
    assert sobran(quedan, HOY) == ()


@given(st.lists(st.datetimes(datetime(2001, 1, 1), datetime(2040, 1, 1)), min_size=1, unique=True))  # noqa: DTZ001
def test_con_cualquier_reloj_nunca_sobra_el_mas_adelantado(relojes: list[datetime]):
    todos = [replace(hecho(cuando), accion=n) for n, cuando in enumerate(relojes, 1)]
    assert todos[-1] not in sobran(todos, HOY)


def test_una_copia_del_futuro_no_detiene_las_de_cada_media_hora():
    assert toca(Cuenta((hace(days=-900),), "a"), "b", HOY, "cada rato")
    assert not hace_poco(Cuenta((hace(days=-900),)), HOY)
    assert hace_poco(Cuenta((hace(minutes=5),)), HOY)


@given(st.lists(INSTANTES, min_size=1, max_size=40, unique=True))
def test_en_una_jornada_tras_otra_cada_mes_reciente_conserva_algo(cuando: list[datetime]):
    """Como pasa de verdad: cada respaldo nuevo rota los de antes."""
    hay: list[Respaldo] = []
    for uno in sorted(cuando):
        hay.append(hecho(uno))
        hay = [r for r in hay if r not in sobran(hay, uno)]
    meses = sorted({(c.year, c.month) for c in cuando})[-9:]
    assert {(r.cuando.year, r.cuando.month) for r in hay} >= set(meses)


@pytest.mark.parametrize(
    ("cuenta", "frase"),
    [
        (Cuenta(), "Sin copia todavía"),
        (Cuenta((hace(hours=3),)), "Última copia hoy 09:30"),
        (Cuenta((hace(hours=13),)), "Última copia ayer 23:30"),
        (Cuenta((hace(days=5), hace(days=3))), "Última copia hace 3 días"),
        (Cuenta((hace(days=-3),)), "Última copia 07/07/2031"),
    ],
)
def test_la_edad_se_dice_como_se_habla(cuenta: Cuenta, frase: str):
    assert edad(cuenta, HOY) == frase


def pesan(respaldos: list[Respaldo], cada_uno: int = 10) -> dict[Path, int]:
    return {r.ruta: cada_uno for r in respaldos}


def test_por_espacio_se_van_primero_las_de_cada_rato_luego_los_dias_las_semanas_y_los_meses():
    ratos = [hace(minutes=30 * n) for n in range(40)]
    dias = [hace(days=n) for n in range(3, 12)]
    meses = [hace(days=31 * n) for n in range(3, 9)]
    todos = [*ratos, *dias, *meses]
    en_orden = no_caben(todos, HOY, pesan(todos), 0)
    assert set(todos) - set(en_orden) == set(ratos[:3]), "las tres últimas nunca"
    fin_de_ayer = hace(hours=13)
    de_rato = sorted((r for r in ratos[3:] if r != fin_de_ayer), key=lambda r: r.cuando)
    assert list(en_orden[: len(de_rato)]) == de_rato, "la última de ayer vale por su día"
    de_junio = hace(days=4)
    assert list(en_orden[-7:]) == [*sorted(meses, key=lambda r: r.cuando), de_junio]


def test_solo_se_quitan_las_que_hacen_falta_y_si_caben_ninguna():
    todos = [hace(minutes=30 * n) for n in range(20)]
    assert no_caben(todos, HOY, pesan(todos), 200) == ()
    assert no_caben(todos, HOY, pesan(todos), 199) == (todos[-1],)
    assert len(no_caben(todos, HOY, pesan(todos), 150)) == 5


@given(st.sets(INSTANTES, max_size=40), st.integers(0, 500), st.integers(1, 40))
def test_por_espacio_nunca_se_va_una_de_las_tres_ultimas_ni_se_quita_de_mas(
    cuando: set[datetime], tope: int, cada_una: int
):
    todos = [hecho(uno) for uno in cuando]
    sobradas = set(sobran(todos, HOY))
    quedan = [r for r in todos if r not in sobradas]
    fuera = no_caben(quedan, HOY, pesan(quedan, cada_una), tope)
    siguen = [r for r in quedan if r not in fuera]
    assert not set(sorted(quedan, key=lambda r: r.cuando)[-3:]) & set(fuera)
    assert len(siguen) * cada_una <= tope or len(siguen) <= 3
    assert not fuera or (len(siguen) + 1) * cada_una > tope


def test_el_tope_es_el_suyo_o_cinco_gb_o_la_decima_parte_de_lo_libre():
    assert tope_de(Cuenta(), 500 * GB) == 5 * GB
    assert tope_de(Cuenta(), 8 * GB) == 8 * GB // 10
    assert tope_de(Cuenta(tope=2 * GB), 8 * GB) == 2 * GB
