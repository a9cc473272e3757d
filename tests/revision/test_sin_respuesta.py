"""Lo que se envió y tarda en contestarse: un renglón tranquilo en la revisión."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.inventado import foto, plan
from tests.revision.lo_que_dice import dice, hallados, sitios
from ut_escritorio.dominio.trimestre.esperas import PorContestar

VIEJO = PorContestar("uno", "UT/0548/2031", date(2031, 5, 6))
RECIENTE = PorContestar("otro", "UT/0612/2031", date(2031, 6, 30))
CODIGO = "oficios_sin_respuesta"


def test_se_dice_en_un_renglon_cuales_pasaron_su_dia_y_nunca_hay_que_corregirlo() -> None:
    una = foto(plan(), esperan=(VIEJO, RECIENTE))
    assert dice(una, CODIGO) == "revisar: Un oficio pasó su día sin respuesta: UT/0548/2031."
    dos = replace(una, esperan=(VIEJO, replace(RECIENTE, antes_del=date(2031, 7, 3))))
    assert dice(dos, CODIGO) == (
        "revisar: 2 oficios pasaron su día sin respuesta: UT/0548/2031 y UT/0612/2031."
    )
    assert [sitio["origen"] for sitio in sitios(dos, CODIGO)] == ["libro:uno", "libro:otro"]


def test_con_mas_paciencia_o_con_un_dia_que_no_llega_no_se_dice_nada() -> None:
    assert not hallados(foto(plan(), esperan=(VIEJO,), dias_de_espera=60), CODIGO)
    assert not hallados(foto(plan(), esperan=(replace(VIEJO, antes_del=date(2031, 7, 4)),)), CODIGO)


def test_lo_que_ella_dejo_asi_sigue_asi_aunque_pasen_los_dias() -> None:
    antes, despues = (
        hallados(foto(plan(), esperan=(VIEJO,)), CODIGO, hoy)[0]
        for hoy in (date(2031, 7, 4), date(2031, 8, 4))
    )
    assert antes.huella == despues.huella
