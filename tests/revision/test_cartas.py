"""Las cartas que van a salir sin el nombre de a quién van."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.inventado import foto, plan
from tests.revision.lo_que_dice import dice, hallados, sitios
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Nombramiento, Persona, Unidad
from ut_escritorio.dominio.trimestre.esperas import PorImprimir

TITULAR = Nombramiento("TES", "ana", "Tesorera", desde=date(2031, 5, 16))
OFICINA = Catalogo(
    personas=(Persona("ana", "Ana Ruiz"),),
    unidades=(Unidad("TES", "Tesorería", "la"), Unidad("OBR", "Obras", "")),
    nombramientos=(TITULAR,),
)
CODIGO = "area_sin_titular"


def una(*cartas: PorImprimir):
    return foto(plan(), catalogo=OFICINA, por_imprimir=cartas)


def test_se_dice_el_area_sin_titular_el_dia_de_su_carta_y_se_va_a_ella() -> None:
    antes = PorImprimir("uno", "UT/0640/2031", "TES", date(2031, 5, 15))
    dos = una(antes, replace(antes, oficio="otro", folio="", area="OBR"))
    assert dice(dos, CODIGO) == (
        "revisar: No se sabe quién es titular, y la carta saldrá sin su nombre: "
        "Tesorería (UT/0640/2031) y Obras (sin número)."
    )
    adonde = [(sitio["origen"], sitio["campo"]) for sitio in sitios(dos, CODIGO)]
    assert adonde == [("libro:uno", "carta.partes"), ("libro:otro", "carta.partes")]
    assert not hallados(una(replace(antes, fecha=date(2031, 5, 16))), CODIGO), "ese día ya había"


def test_la_que_no_tiene_fecha_es_de_hoy_y_solo_se_dice_en_su_trimestre() -> None:
    sin_fecha = una(PorImprimir("uno", "", "OBR"))
    assert hallados(sin_fecha, CODIGO, date(2031, 6, 30))
    assert not hallados(sin_fecha, CODIGO, date(2031, 7, 1))
