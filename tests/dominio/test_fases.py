"""En qué va un trimestre: por el día que es y por lo que tiene, sin nada que configurar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventado import TRIMESTRE, cifra, foto, plan, por_mes
from ut_escritorio.dominio.oficina.calendario import Calendario, Descanso
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.conteos import Conteos
from ut_escritorio.dominio.trimestre.fases import (
    dia_de_entrega,
    dia_de_fiar,
    fase_de,
    primer_dia_del_cierre,
    reloj_dudoso,
)
from ut_escritorio.dominio.trimestre.foto import PdfFirmado

NUEVA = foto(plan(cifra("visitas")))
CON_ALGO = foto(plan(cifra("visitas")), por_mes("visitas", 3, 1, 2))
FIRMADA = replace(CON_ALGO, firmado=PdfFirmado("0" * 64, 3, date(2031, 7, 4), {}))
LIBRE = Calendario()


def con_dias(cuantos: int):
    """Sin más que lo de cada día, de tantos días."""
    dias = {("visitas", date(2031, 5, 1 + n)): 3 for n in range(cuantos)}
    return replace(NUEVA, conteos=Conteos(dias=dias))


@pytest.mark.parametrize(
    ("cual", "hoy", "fase"),
    [
        (NUEVA, date(2031, 4, 1), "empieza"),
        (NUEVA, date(2031, 7, 8), "empieza"),
        (con_dias(5), date(2031, 5, 14), "empieza"),
        (con_dias(6), date(2031, 5, 14), "corre"),
        (CON_ALGO, date(2031, 5, 14), "corre"),
        (CON_ALGO, date(2031, 6, 23), "corre"),
        (CON_ALGO, date(2031, 6, 24), "cierra"),
        (CON_ALGO, date(2031, 7, 8), "cierra"),
        (FIRMADA, date(2031, 5, 14), "firmado"),
        (replace(CON_ALGO, fecha_de_firma=date(2031, 6, 20)), date(2031, 6, 20), "cierra"),
        (replace(CON_ALGO, fecha_de_firma=date(2031, 7, 4)), date(2031, 6, 24), "cierra"),
    ],
)
def test_la_fase_sale_del_dia_y_de_lo_que_hay(cual, hoy: date, fase: str):
    assert fase_de(cual, LIBRE, hoy) == fase


def test_se_cierra_los_ultimos_cinco_habiles_y_los_de_la_oficina_no_cuentan():
    assert primer_dia_del_cierre(TRIMESTRE, LIBRE) == date(2031, 6, 24)
    con_puente = Calendario(descansos=(Descanso(date(2031, 6, 26), date(2031, 6, 27)),))
    assert primer_dia_del_cierre(TRIMESTRE, con_puente) == date(2031, 6, 20)
    sin_nada = Calendario(descansos=(Descanso(date(2031, 6, 3), date(2031, 6, 30)),))
    assert primer_dia_del_cierre(TRIMESTRE, sin_nada) == date(2031, 6, 1)


def test_se_entrega_tantos_habiles_despues_como_diga_el_plan_o_el_dia_de_la_firma():
    firmada = replace(CON_ALGO, fecha_de_firma=date(2031, 7, 9))
    assert dia_de_entrega(CON_ALGO, LIBRE) is None, "el plan no lo dice y aún no se sabe cuándo se firma"
    assert dia_de_entrega(firmada, LIBRE) == date(2031, 7, 9)
    programa = replace(firmada.plan.programa, entrega=5)
    con_plazo = replace(firmada, plan=replace(firmada.plan, programa=programa))
    assert dia_de_entrega(con_plazo, LIBRE) == date(2031, 7, 7)
    con_puente = Calendario(descansos=(Descanso(date(2031, 7, 2), date(2031, 7, 3)),))
    assert dia_de_entrega(con_plazo, con_puente) == date(2031, 7, 9)


@given(st.integers(-400, 400), st.integers(0, 400))
def test_con_los_dias_nunca_se_vuelve_atras(dia: int, otros: int):
    orden = ["corre", "cierra"]
    antes, luego = (TRIMESTRE.primer_dia + timedelta(days=n) for n in (dia, dia + otros))
    assert orden.index(fase_de(CON_ALGO, LIBRE, antes)) <= orden.index(fase_de(CON_ALGO, LIBRE, luego))


def test_un_reloj_mal_puesto_se_nota_y_el_cambio_de_anio_no():
    del_anio = [Trimestre(2031, n) for n in (1, 2, 3, 4)]
    guardado = date(2031, 5, 13)
    assert not reloj_dudoso(date(2031, 5, 14), del_anio, guardado)
    assert not reloj_dudoso(date(2032, 1, 8), del_anio, guardado), "se cierra el cuarto ya en otro año"
    assert not reloj_dudoso(date(2030, 12, 20), del_anio, None), "el año que sigue se prepara antes"
    assert not reloj_dudoso(date(2031, 5, 12), del_anio, guardado), "un día no es un reloj mal puesto"
    assert reloj_dudoso(date(2031, 1, 3), del_anio, guardado), "ya se guardó algo mucho después"
    assert reloj_dudoso(date(2032, 5, 14), del_anio, guardado)
    assert reloj_dudoso(date(1999, 5, 14), del_anio, None)
    assert not reloj_dudoso(date(1999, 5, 14), [], None)


def test_si_hoy_no_puede_ser_vale_el_dia_en_que_se_guardo_lo_ultimo() -> None:
    guardado, trimestres = date(2031, 5, 14), [TRIMESTRE]
    assert dia_de_fiar(date(2031, 5, 20), trimestres, guardado) == date(2031, 5, 20)
    assert dia_de_fiar(date(2019, 1, 3), trimestres, guardado) == guardado
    assert dia_de_fiar(date(2040, 1, 3), trimestres, guardado) == guardado
    assert dia_de_fiar(date(2040, 1, 3), trimestres, None) is None
