"""Los días marcados contra su mes, y el mes que se va marcando."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.inventado import MAYO, cifra, foto
from tests.revision.lo_que_dice import dice, plan_de, sitios
from ut_escritorio.dominio.trimestre.conteos import Conteos
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

PLAN = plan_de(cifra("monitoreo", por_dia=3))
MARTES = date(2031, 5, 13)


def con_dias(dias: dict[date, int], escrito=None) -> FotoTrimestre:
    base = foto(PLAN, escrito)
    marcados = {("monitoreo", dia): n for dia, n in dias.items()}
    return replace(base, conteos=Conteos(base.conteos.valores, base.conteos.capturados, marcados))


def mayo(*dias: int) -> dict[date, int]:
    return {date(2031, 5, dia): 3 for dia in dias}


def test_un_mes_entero_que_no_dice_lo_que_sus_dias_se_senala() -> None:
    mal = con_dias(mayo(2, 5), {("monitoreo", MAYO, None): 70})
    assert dice(mal, "dias_contra_mes") == (
        "revisar: monitoreo: mayo está escrito entero y dice 70; sus días marcados suman 6."
    )
    assert [s["mes"] for s in sitios(mal, "dias_contra_mes")] == [MAYO]
    assert not dice(con_dias(mayo(2, 5), {("monitoreo", MAYO, None): 6}), "dias_contra_mes")
    assert not dice(con_dias(mayo(2, 5)), "dias_contra_mes")


def test_el_mes_que_se_va_marcando_se_compara_hasta_ayer() -> None:
    al_dia = con_dias(mayo(2, 5, 6, 7, 8, 9, 12))
    assert not dice(al_dia, "ritmo", MARTES)
    assert not dice(con_dias(mayo(2, 5, 6, 7, 8, 9, 12, 13)), "ritmo", MARTES)
    a_medias = con_dias(mayo(2, 5, 13, 14))
    assert "mayo hasta ayer dice 6; 7 días hábiles por 3 son 21" in dice(a_medias, "ritmo", MARTES)
    assert "mayo dice 21; 21 días hábiles por 3 son 63" in dice(al_dia, "ritmo", date(2031, 6, 2))
