"""Anotar lo que se hizo: renglones y párrafos, en el orden que ella quiera."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.datos.oficina import PASO, TRIMESTRE
from ut_escritorio.dominio.personas import Personas
from ut_escritorio.dominio.trimestre.renglones import Cita, ParrafoLibre, Parte
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.renglones import (
    guardar_parrafo,
    guardar_renglon,
    mover_renglon,
    nuevo_parrafo,
    nuevo_renglon,
    quitar_parrafo,
    quitar_renglon,
)


def en_orden(exp: Expediente) -> list[str]:
    """Lo anotado en el paso, como se lee de arriba abajo."""
    foto = exp.foto(TRIMESTRE)
    cosas = [(r.orden, r.asunto or r.medio) for r in foto.renglones if r.lugar == PASO]
    cosas += [(p.orden, p.texto) for p in foto.parrafos if p.lugar == PASO]
    return [texto for _, texto in sorted(cosas)]


def test_un_renglon_nuevo_va_al_final_y_queda_como_se_devolvio(exp: Expediente):
    nuevo, cambios = nuevo_renglon(exp, TRIMESTRE, PASO, medio="oficio", asunto="las actas")
    assert cambios.cosas == {"renglones"}
    assert exp.foto(TRIMESTRE).renglones[-1] == nuevo
    assert en_orden(exp)[-1] == "las actas"


def test_todo_lo_de_un_renglon_se_guarda(exp: Expediente):
    renglon = replace(
        exp.foto(TRIMESTRE).renglones[0],
        lugar="demas",
        medio="llamada",
        sentido="recibido",
        asunto="otro asunto",
        fecha=date(2032, 1, 2),
        mes=6,
        cantidad_medio=4,
        cantidad=0,
        personas=Personas(1, 2, 3, 6),
        partes=(Parte("emisor", "organo"), Parte("origen", texto="el vecino")),
        citas=(Cita("OF/1/2031", "su asunto"), Cita("", "sin folio")),
        forma="otro",
        junto=True,
        campos={"hora": "", "tema": "x"},
        asunto_uid="",
    )
    guardar_renglon(exp, TRIMESTRE, renglon)
    assert exp.foto(TRIMESTRE).renglones[0] == renglon


def test_lo_que_el_plan_no_tiene_se_dice(exp: Expediente):
    renglon = exp.foto(TRIMESTRE).renglones[0]
    for cambio, frase in (
        ({"lugar": "9"}, "no tiene el lugar «9»"),
        ({"medio": "fax"}, "no tiene el medio «fax»"),
        ({"forma": "rara"}, "no tiene la forma «rara»"),
        ({"cantidad": -1}, "negativo"),
        ({"personas": Personas(hombres=-3)}, "negativo"),
    ):
        with pytest.raises(ErrorEsperado, match=frase):
            guardar_renglon(exp, TRIMESTRE, replace(renglon, **cambio))
    assert exp.foto(TRIMESTRE).renglones[0] == renglon


def test_subir_y_bajar_entre_renglones_y_parrafos(exp: Expediente):
    assert en_orden(exp) == ["los horarios", "Texto libre entre dos renglones.", "llamada"]
    parrafo = exp.foto(TRIMESTRE).parrafos[0].uid
    mover_renglon(exp, TRIMESTRE, parrafo, -1)
    assert en_orden(exp) == ["Texto libre entre dos renglones.", "los horarios", "llamada"]
    assert not mover_renglon(exp, TRIMESTRE, parrafo, -5).cosas
    mover_renglon(exp, TRIMESTRE, parrafo, 9)
    assert en_orden(exp) == ["los horarios", "llamada", "Texto libre entre dos renglones."]


def test_con_ordenes_repetidos_tambien_se_mueven(exp: Expediente):
    for renglon in exp.foto(TRIMESTRE).renglones:
        guardar_renglon(exp, TRIMESTRE, replace(renglon, orden=1))
    primero, segundo = exp.foto(TRIMESTRE).renglones
    mover_renglon(exp, TRIMESTRE, primero.uid, 1)
    assert [r.uid for r in exp.foto(TRIMESTRE).renglones] == [segundo.uid, primero.uid]


def test_los_parrafos_libres(exp: Expediente):
    nuevo, _ = nuevo_parrafo(exp, TRIMESTRE, "demas", "Uno.")
    guardar_parrafo(exp, TRIMESTRE, ParrafoLibre(nuevo.uid, "demas", nuevo.orden, "Dos."))
    assert exp.foto(TRIMESTRE).parrafos[0].texto == "Dos."
    quitar_parrafo(exp, TRIMESTRE, nuevo.uid)
    assert [p.lugar for p in exp.foto(TRIMESTRE).parrafos] == [PASO]


def test_lo_que_ya_no_esta_no_se_quita_dos_veces(exp: Expediente):
    uid = exp.foto(TRIMESTRE).renglones[0].uid
    quitar_renglon(exp, TRIMESTRE, uid)
    for intento in (quitar_renglon, quitar_parrafo):
        with pytest.raises(ErrorEsperado, match="ya no está"):
            intento(exp, TRIMESTRE, uid)
    with pytest.raises(ErrorEsperado, match="ya no está"):
        mover_renglon(exp, TRIMESTRE, uid, 1)


def test_un_renglon_no_se_pasa_a_otro_trimestre(exp: Expediente):
    renglon = exp.foto(TRIMESTRE).renglones[0]
    with pytest.raises(ErrorEsperado, match="es de otro trimestre"):
        guardar_renglon(exp, TRIMESTRE.siguiente, replace(renglon, asunto="otro"))
    assert exp.foto(TRIMESTRE).renglones[0] == renglon
