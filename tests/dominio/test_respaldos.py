"""Los respaldos: cuándo toca uno, cuáles se conservan y cómo se dice de cuándo es el último."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.oficina.respaldos import Cuenta, Ocasion, Respaldo, edad, hace_poco, sobran, toca

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
