"""Cada acción deja en la bitácora un grupo: qué fila, qué columnas cambiaron, de qué a qué."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.datos.oficina import ABRIL, PASO, TRIMESTRE
from ut_escritorio.datos.esquema import Contenido, Conteo
from ut_escritorio.datos.motor import sello
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.captura.renglones import (
    guardar_renglon,
    mover_renglon,
    nuevo_renglon,
    quitar_renglon,
)

Apunte = tuple[str, str, Any, Any]


def ultima(exp: Expediente) -> tuple[str, list[Apunte]]:
    """La última acción: su nombre y, por fila, (tabla, clase, antes, después)."""
    conexion = exp._base.conexion
    id_, nombre = conexion.execute("SELECT id, nombre FROM accion ORDER BY id DESC LIMIT 1").fetchone()
    filas = conexion.execute(
        "SELECT tabla, clase, antes, despues FROM bitacora WHERE accion_id = ? ORDER BY id", (id_,)
    )
    return nombre, [(t, c, json.loads(a or "null"), json.loads(d or "null")) for t, c, a, d in filas]


def acciones(exp: Expediente) -> int:
    return exp._base.conexion.execute("SELECT count(*) FROM accion").fetchone()[0]


def test_cambiar_un_numero_anota_solo_su_valor(exp: Expediente):
    capturar(exp, TRIMESTRE, ABRIL, 78)
    assert ultima(exp) == ("Anotar un número", [("conteo", "cambio", {"valor": 77}, {"valor": 78})])


def test_vaciar_una_casilla_anota_la_fila_entera_que_se_fue(exp: Expediente):
    capturar(exp, TRIMESTRE, ABRIL, None)
    ((tabla, clase, antes, despues),) = ultima(exp)[1]
    assert (tabla, clase, despues) == ("conteo", "baja", None)
    assert (antes["valor"], antes["mes"], antes["sexo"]) == (77, 4, None)
    assert {"id", "uid", "trimestre_id", "cifra_id"} < antes.keys()


def test_lo_que_no_cambia_nada_no_deja_accion(exp: Expediente):
    antes = acciones(exp)
    assert not capturar(exp, TRIMESTRE, ABRIL, 77).cosas
    assert not guardar_renglon(exp, TRIMESTRE, exp.foto(TRIMESTRE).renglones[0]).cosas
    assert acciones(exp) == antes


def test_cambiar_el_asunto_de_un_renglon_no_toca_sus_oficios(exp: Expediente):
    renglon = exp.foto(TRIMESTRE).renglones[0]
    guardar_renglon(exp, TRIMESTRE, replace(renglon, asunto="las sesiones"))
    assert ultima(exp)[1] == [("registro", "cambio", {"asunto": "los horarios"}, {"asunto": "las sesiones"})]


def test_escribir_de_otro_modo_un_folio_es_el_mismo_oficio(exp: Expediente):
    renglon = exp.foto(TRIMESTRE).renglones[0]
    citas = (renglon.citas[0], Cita("PR/0057/2031"), renglon.citas[2])
    guardar_renglon(exp, TRIMESTRE, replace(renglon, citas=citas))
    assert de_folios(exp) == [("oficio", "cambio", "PR/057/2031", "PR/0057/2031")]


def test_un_folio_que_ya_esta_en_otro_renglon_es_ese_oficio_y_se_quita_el_que_nadie_cita(exp: Expediente):
    renglon = exp.foto(TRIMESTRE).renglones[0]
    nuevo_renglon(exp, TRIMESTRE, PASO, sentido="enviado", citas=(Cita("PR/0900/2031"),))
    citas = (renglon.citas[0], Cita("PR/900/2031"), renglon.citas[2])
    guardar_renglon(exp, TRIMESTRE, replace(renglon, citas=citas))
    assert de_folios(exp) == [
        ("cita", "cambio", None, "PR/900/2031"),
        ("oficio", "baja", "PR/057/2031", None),
    ]


def de_folios(exp: Expediente) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (tabla, clase, (antes or {}).get("folio"), (despues or {}).get("folio"))
        for tabla, clase, antes, despues in ultima(exp)[1]
    ]


def test_quitar_un_renglon_se_lleva_lo_suyo_y_deja_el_oficio_que_otro_cita(exp: Expediente):
    primero, segundo = exp.foto(TRIMESTRE).renglones
    quitar_renglon(exp, TRIMESTRE, primero.uid)
    tablas = [(tabla, clase) for tabla, clase, _, _ in ultima(exp)[1]]
    assert sorted(tablas) == [
        *[("cita", "baja")] * 3, *[("oficio", "baja")] * 2, *[("parte", "baja")] * 2,
        ("registro", "baja"), ("texto_a_mano", "baja"),
    ]  # fmt: skip
    foto = exp.foto(TRIMESTRE)
    assert foto.renglones == (segundo,)
    assert segundo.citas == (Cita("PR/0534/2031", "otra vez"),)
    assert not foto.a_mano


def test_mover_un_renglon_solo_cambia_ordenes(exp: Expediente):
    mover_renglon(exp, TRIMESTRE, exp.foto(TRIMESTRE).renglones[1].uid, -2)
    assert all(set(antes) == {"orden"} for _, _, antes, _ in ultima(exp)[1])
    assert [renglon.medio for renglon in exp.foto(TRIMESTRE).renglones] == ["llamada", "oficio"]


def test_un_error_a_media_accion_deja_todo_como_estaba(exp: Expediente):
    antes, cuantas = exp.foto(TRIMESTRE), acciones(exp)
    renglon = antes.renglones[0]
    roto = replace(renglon, asunto="otro", partes=(Parte("emisor", texto="bien"), Parte("emisor", "nadie")))
    with pytest.raises(ErrorEsperado, match="No está en la lista la unidad «nadie»"):
        guardar_renglon(exp, TRIMESTRE, roto)
    with pytest.raises(ZeroDivisionError), exp._base.accion("Falla a la mitad"):
        exp._base.escribe_orden(Conteo, "UPDATE conteo SET valor = 0")
        _ = 1 / 0
    assert exp.foto(TRIMESTRE) == antes
    assert acciones(exp) == cuantas
    assert not exp._base.conexion.in_transaction


def test_nada_se_escribe_fuera_de_una_accion(exp: Expediente):
    with pytest.raises(Exception, match="readonly database"):
        exp._base.conexion.execute("UPDATE conteo SET valor = 0")
    capturar(exp, TRIMESTRE, ABRIL, 76)
    with pytest.raises(Exception, match=r"NOT NULL constraint failed: bitacora.accion_id"):
        exp._base.escribe_orden(Conteo, "UPDATE conteo SET valor = 0")
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 76


def test_tras_una_accion_que_no_quedo_se_sigue_anotando(exp: Expediente):
    """Sus vigías se fueron con ella: la siguiente los vuelve a poner."""
    with pytest.raises(ZeroDivisionError), exp._base.accion("Falla a la mitad"):
        exp._base.escribe_orden(Conteo, "UPDATE conteo SET valor = 0")
        _ = 1 / 0
    with exp._base.accion("Sin nada que hacer"):
        pass
    capturar(exp, TRIMESTRE, ABRIL, 75)
    assert [tabla for tabla, *_ in ultima(exp)[1]] == ["conteo"]
    assert sello.alteradas(exp._base.conexion) == ()


def test_la_carga_deja_un_solo_resumen(exp: Expediente):
    filas = exp._base.conexion.execute("SELECT tabla, fila, antes FROM bitacora").fetchall()
    assert filas == [("", 0, None)]


def test_los_contenidos_solo_se_agregan(exp: Expediente):
    for orden in ("UPDATE contenido SET bytes = x'00'", "DELETE FROM contenido"):
        with pytest.raises(Exception, match="solo se agrega"), exp._base.accion("Cambiar un logotipo"):
            exp._base.escribe_orden(Contenido, orden)


def test_lo_que_una_accion_cambio_dice_de_que_clase_es(exp: Expediente):
    assert capturar(exp, TRIMESTRE, ABRIL, 1).cosas == {"conteos"}
    assert mover_renglon(exp, TRIMESTRE, exp.foto(TRIMESTRE).parrafos[0].uid, 1).cosas == {"renglones"}
    assert exp.foto(TRIMESTRE).parrafos[0].lugar == PASO
