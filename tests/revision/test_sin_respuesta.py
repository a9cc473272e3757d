"""Lo que se envió y tarda en contestarse, y la respuesta que tiene fecha de antes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.inventado import foto, plan
from tests.revision.lo_que_dice import dice, hallados, sitios
from ut_escritorio.dominio.trimestre.esperas import Contestado, Papel, PorContestar

VIEJO = PorContestar("uno", "UT/0548/2031", date(2031, 5, 6))
RECIENTE = PorContestar("otro", "UT/0612/2031", date(2031, 6, 30))
UNO, LLEGO = Papel("uno", "UT/0548/2031", date(2031, 5, 6)), Papel("llego", "TM/23/2031", date(2031, 5, 2))
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


def test_una_respuesta_de_antes_dice_los_dos_oficios_y_sus_dias_y_salta_a_cualquiera() -> None:
    una = foto(plan(), contestados=(Contestado(UNO, LLEGO),))
    assert dice(una, "respuesta_de_antes") == (
        "revisar: UT/0548/2031 es del 06/05/2031, y lo contesta TM/23/2031, que es de antes: 02/05/2031."
    )
    adonde = [(sitio["origen"], sitio["campo"]) for sitio in sitios(una, "respuesta_de_antes")]
    assert adonde == [("libro:uno", "fecha"), ("libro:llego", "fecha")]
    sin_numero = foto(plan(), contestados=(Contestado(replace(UNO, folio=""), LLEGO),))
    assert "Un oficio sin número es del 06/05/2031" in dice(sin_numero, "respuesta_de_antes")


def test_la_del_mismo_dia_la_de_despues_y_la_que_no_dice_su_fecha_estan_bien() -> None:
    for fecha in (UNO.fecha, date(2031, 5, 7), None):
        una = foto(plan(), contestados=(Contestado(UNO, replace(LLEGO, fecha=fecha)),))
        assert not hallados(una, "respuesta_de_antes")


def test_cada_respuesta_de_antes_se_deja_asi_por_separado_hasta_que_cambie_una_fecha() -> None:
    otro = Contestado(replace(UNO, oficio="otro", folio="UT/0612/2031"), LLEGO)
    corregida = Contestado(UNO, replace(LLEGO, fecha=date(2031, 5, 3)))
    todas = foto(plan(), contestados=(Contestado(UNO, LLEGO), otro, corregida))
    assert len({h.huella for h in hallados(todas, "respuesta_de_antes")}) == 3
