"""Las fechas y las horas se entienden como la gente las escribe; lo que no lo es se rechaza."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.dominio.trimestre.fechas import leer_fecha, leer_fecha_ya_pasada, leer_hora, mover_dias
from ut_escritorio.dominio.trimestre.renglones import leer_campo
from ut_escritorio.errores import ValorInvalido

CERCA = date(2024, 4, 1)
ABRIL_5 = date(2024, 4, 5)
HORAS = ("{t.hour}:{t:%M}", "{t:%H:%M} hrs", "{t:%H.%M}", "{t:%I:%M %p}", "{t:%H:%M} h")
FORMAS = (
    "{d:%d/%m/%Y}",
    "{d.day}/{d.month}/{d.year}",
    "{d.day}-{d.month}-{d:%y}",
    "{d.day}.{d.month}.{d:%y}",
    "{d.day} / {d.month} / {d.year}",
    "{d:%d%m%Y}",
    "{d:%Y-%m-%d}",
    "{d.year}/{d.month}/{d.day}",
    "{d:%Y-%m-%d} 00:00:00",
    "  {d:%d/%m/%Y}\u00a0",
    "{d.day} de {mes} de {d.year}",
    "{d.day} de {mes} del {d.year}",
    "{d.day} de {mes}, {d.year}",
    "{d.day} {mes} {d.year}",
    "viernes {d.day} de {mes} de {d.year}",
    "{d.day} DE {mayus} DE {d.year}",
    "{d:%d}-{corto}-{d:%y}",
    "{d:%d}/{corto}/{d.year}",
    "{d.day} {corto}. {d.year}",
)


@given(st.dates(date(2000, 1, 1), date(2068, 12, 31)), st.sampled_from(FORMAS))
def test_una_fecha_escrita_de_cualquier_forma_se_lee_igual(dia: date, forma: str) -> None:
    mes = MESES[dia.month - 1]
    escrita = forma.format(d=dia, mes=mes, mayus=mes.upper(), corto=mes[:3])
    assert leer_fecha(escrita, CERCA) == dia
    assert leer_campo("fecha", escrita) == dia.isoformat()


@pytest.mark.parametrize(
    ("escrita", "dia"),
    [
        ("6/5/24", date(2024, 5, 6)),
        ("14082024", date(2024, 8, 14)),
        ("1º de mayo de 2024", date(2024, 5, 1)),
        ("1o. de mayo", date(2024, 5, 1)),
        ("30-sept-24", date(2024, 9, 30)),
        ("30 de setiembre de 2024", date(2024, 9, 30)),
        ("5 de abril", ABRIL_5),
        ("5", ABRIL_5),
        ("5 de abril del año 2024", ABRIL_5),
        ("el 5 de abril de 2024.", ABRIL_5),
        ("a 5 de abril de 2024", ABRIL_5),
        ("día 5", ABRIL_5),
        ("viernes 5/4/24", ABRIL_5),
        ("Vie. 5 de abril", ABRIL_5),
        ("primero de abril de 2024", date(2024, 4, 1)),
        ("5–4–2024", ABRIL_5),
        ("050424", ABRIL_5),
        ("05/04/2024 0:00", ABRIL_5),
        ("05/04/2024 12:00:00 a. m.", ABRIL_5),
    ],
)
def test_las_que_trae_un_oficio_o_una_hoja_de_calculo(escrita: str, dia: date) -> None:
    assert leer_fecha(escrita, CERCA) == dia


@pytest.mark.parametrize(
    "escrita",
    ["", "hoy", "31/02/2024", "30 de febrero de 2024", "5 de ma de 2024", "5 de brumario", "31/12/9999",
     "1/1/0001", "05/04/2024 y 06/04/2024", "140824x", "2024", "٥/٤/٢٠٢٤", "45387", "5 de",
     "/5/4", "2024-13-01", "05/04/2024 10:30", "primero", "el", "a"],
)  # fmt: skip
def test_lo_que_no_es_una_fecha_no_se_adivina(escrita: str) -> None:
    assert leer_fecha(escrita, CERCA) is None


@given(st.text())
def test_cualquier_texto_es_una_fecha_o_no_lo_es(texto: str) -> None:
    dia = leer_fecha(texto, CERCA)
    assert dia is None or 1900 <= dia.year <= 2100


def test_una_fecha_propia_de_una_forma_lleva_su_año() -> None:
    with pytest.raises(ValorInvalido, match="no es una fecha"):
        leer_campo("fecha", "5 de abril")


def test_mover_un_dia_no_se_sale_de_los_años() -> None:
    assert mover_dias(ABRIL_5, 1) == ABRIL_5 + timedelta(1)
    assert mover_dias(date(2100, 12, 31), 1) == date(2100, 12, 31)
    assert mover_dias(date(1900, 1, 1), -1) == date(1900, 1, 1)
    assert mover_dias(date.max, 1) == date(2100, 12, 31)


@pytest.mark.parametrize(
    ("escrita", "hora"),
    [
        ("10:30", "10:30"),
        ("9:05", "9:05"),
        ("09:05", "09:05"),
        ("10:30 hrs", "10:30"),
        ("10:30 hrs.", "10:30"),
        ("10:30hrs", "10:30"),
        ("10.30", "10:30"),
        ("10:30:00", "10:30"),
        ("10 horas", "10:00"),
        ("a las 10:30 horas", "10:30"),
        ("10:30 a.m.", "10:30"),
        ("2:30 p. m.", "14:30"),
        ("02:30 PM", "14:30"),
        ("12:15 p.m.", "12:15"),
        ("12:15 a.m.", "00:15"),
        ("10h30", "10:30"),
        ("10:30 de la mañana", "10:30"),
        ("2 de la tarde", "14:00"),
        ("8:30 de la noche", "20:30"),
        ("12 del día", "12:00"),
        ("12:30 de la noche", "00:30"),
        ("12:30 de la tarde", "12:30"),
        (" ", ""),
    ],
)
def test_la_hora_se_lee_como_se_escribe(escrita: str, hora: str) -> None:
    assert leer_hora(escrita) == hora


@given(
    st.times(),
    st.sampled_from(HORAS),
)
def test_una_hora_escrita_de_cualquier_forma_es_la_misma(t, forma: str) -> None:
    hora, _, minutos = leer_hora(forma.format(t=t)).partition(":")
    assert (int(hora), int(minutos)) == (t.hour, t.minute)


@pytest.mark.parametrize(
    "escrita",
    [
        "10",
        "24:00",
        "10:60",
        "13:00 p.m.",
        "0:30 am",
        "10:3",
        "14:00 de la tarde",
        "12 de la mañana",
        "5 del día",
        "3 de la noche",
        "10 de la",
        "diez",
        "١٠:٣٠",
        "10:30 11:00",
    ],
)
def test_lo_que_no_es_una_hora_se_dice(escrita: str) -> None:
    with pytest.raises(ValorInvalido, match="no es una hora; escriba por ejemplo 10:30"):
        leer_hora(escrita)


@pytest.mark.parametrize(
    ("escrita", "cerca_de", "hoy", "fecha"),
    [
        ("4/1", date(2031, 10, 1), date(2032, 1, 4), date(2032, 1, 4)),
        ("4/1", date(2031, 12, 27), date(2032, 1, 4), date(2032, 1, 4)),
        ("29/12", date(2031, 10, 1), date(2032, 1, 4), date(2031, 12, 29)),
        ("29/12", date(2032, 1, 1), date(2032, 1, 4), date(2031, 12, 29)),
        ("29/12", date(2032, 1, 1), date(2032, 12, 30), date(2032, 12, 29)),
        ("4/1", date(2031, 10, 1), date(2031, 12, 20), date(2031, 1, 4)),
        ("15", date(2031, 10, 1), date(2032, 1, 20), date(2031, 10, 15)),
        ("4/1/2031", date(2031, 10, 1), date(2032, 1, 4), date(2031, 1, 4)),
        ("27/6", date(2031, 7, 1), date(2031, 7, 8), date(2031, 6, 27)),
        ("32/1", date(2031, 10, 1), date(2032, 1, 4), None),
    ],
)
def test_lo_que_ya_paso_y_se_escribe_sin_anio_no_cruza_el_anio_nuevo(escrita, cerca_de, hoy, fecha) -> None:
    assert leer_fecha_ya_pasada(escrita, cerca_de, hoy) == fecha


@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_solo_cambia_de_anio_por_el_trimestre_de_junto_que_ya_empezo(cerca_de: date, hoy: date) -> None:
    for dia in ("4/1", "29/12", "29/2", "1/7"):
        de_siempre, leida = leer_fecha(dia, cerca_de), leer_fecha_ya_pasada(dia, cerca_de, hoy)
        if leida != de_siempre:
            assert leida is not None and leida <= hoy and abs(leida.year - cerca_de.year) == 1
            assert cerca_de.month not in range(4, 10), "a media de año no se cruza"
