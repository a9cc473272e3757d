"""Qué textos se traen de un trimestre a otro, también de un año a otro."""

from __future__ import annotations

from dataclasses import replace

from tests.inventado import componente, foto, plan
from ut_escritorio.dominio.impreso.traidos import proponer_traidos
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, TextoAMano
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre

CUARTO, PRIMERO = Trimestre(2031, 4), Trimestre(2032, 1)
PASO = (Apartado("1.1/1#1", "parrafo", "Se hizo lo de siempre."), Apartado("r", "renglones"))


def el_plan(anio: int, paso: tuple[Apartado, ...] = PASO) -> Plan:
    return plan(componentes=(componente(paso=paso),), ejercicio=anio)


def en(trimestre: Trimestre, **otros: object) -> FotoTrimestre:
    suyo = el_plan(trimestre.ejercicio)
    return replace(foto(suyo), trimestre=trimestre, **otros)


def parrafos(*textos: str) -> tuple[ParrafoLibre, ...]:
    return tuple(ParrafoLibre(f"p{n}", "1.1/1", n, texto) for n, texto in enumerate(textos))


def a_mano(*origenes: str) -> dict[str, TextoAMano]:
    return {origen: TextoAMano(origen, "En el cuarto trimestre de 2031.", "antes") for origen in origenes}


def textos(antes: FotoTrimestre, ahora: FotoTrimestre) -> list[tuple[str, str, str]]:
    return [(t.lugar, t.origen, t.texto) for t in proponer_traidos(antes, ahora).cambios]


def test_de_un_anio_a_otro_llegan_con_el_anio_nuevo() -> None:
    antes = en(
        CUARTO, parrafos=parrafos("De octubre a diciembre de 2031."), a_mano=a_mano("apartado:1.1/1#1")
    )
    assert textos(antes, en(PRIMERO)) == [
        ("1.1/1", "", "De enero a marzo de 2032."),
        ("1.1/1", "apartado:1.1/1#1", "En el primer trimestre de 2032."),
    ]


def test_lo_de_un_lugar_que_cambio_de_clave_llega_al_nuevo() -> None:
    antes = en(CUARTO, parrafos=parrafos("Nada."), a_mano=a_mano("apartado:1.1/1#1"))
    viejo = el_plan(2032, (Apartado("2.1/1#1", "parrafo", "Igual."), Apartado("r", "renglones")))
    actividad = viejo.componentes[0].actividades[0]
    movido = replace(actividad.pasos[0], clave="2.1/1", antes="1.1/1")
    movida = replace(viejo.componentes[0], actividades=(replace(actividad, pasos=(movido,)),))
    ahora = replace(en(PRIMERO), plan=replace(viejo, componentes=(movida,)))
    assert [(lugar, origen) for lugar, origen, _ in textos(antes, ahora)] == [
        ("2.1/1", ""),
        ("2.1/1", "apartado:2.1/1#1"),
    ]


def test_lo_que_ya_no_tiene_lugar_no_se_trae() -> None:
    antes = en(CUARTO, parrafos=parrafos("Nada."), a_mano=a_mano("apartado:1.1/1#1", "registro:x"))
    sin_paso = replace(en(PRIMERO), plan=el_plan(2032, ()))
    assert textos(antes, sin_paso) == []


def test_lo_que_este_trimestre_ya_dice_no_se_trae() -> None:
    antes = en(CUARTO, parrafos=parrafos("Nada.", "  "), a_mano=a_mano("apartado:1.1/1#1"))
    ahora = en(PRIMERO, parrafos=parrafos("Nada."), a_mano=a_mano("apartado:1.1/1#1"))
    assert textos(antes, ahora) == []
