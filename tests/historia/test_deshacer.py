"""Deshacer como lo vive ella: una cosa por vez, donde se ve, y nunca a través de una firma."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.datos.oficina import ABRIL, PASO, TRIMESTRE
from tests.historia.azar import contenido
from ut_escritorio.datos import esquema as e
from ut_escritorio.dominio.cartas.tanda import Area
from ut_escritorio.dominio.numeros.pegado import CambioDeConteo
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficina.calendario import Descanso
from ut_escritorio.dominio.propuestas import Propuesta, Reparo
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, por_deshacer, por_rehacer, rehacer
from ut_escritorio.servicios.captura.numeros import (
    aplicar_pegado,
    capturar,
    marcar_capturado,
    marcar_sin_actividad,
)
from ut_escritorio.servicios.captura.renglones import (
    guardar_parrafo,
    guardar_renglon,
    mover_renglon,
    nuevo_parrafo,
    quitar_renglon,
)
from ut_escritorio.servicios.entrega.firma import abrir_para_corregir, firmar
from ut_escritorio.servicios.entrega.remision import numerar_paginas
from ut_escritorio.servicios.oficina.calendario import agregar_descanso, descansos
from ut_escritorio.servicios.oficina.catalogos import poner_areas
from ut_escritorio.servicios.oficina.plan import aprobar_plan

MAYO = Casilla("asesorias", 2, 5)


def test_recien_abierto_no_hay_que_deshacer_ni_que_rehacer(exp: Expediente):
    assert (por_deshacer(exp), por_rehacer(exp)) == (None, None)
    for sin_nada in (deshacer, rehacer):
        with pytest.raises(ErrorEsperado, match="No hay nada que"):
            sin_nada(exp)


def test_el_menu_dice_que_se_deshace(exp: Expediente):
    propuesta = Propuesta("Pegar 2 celdas", (CambioDeConteo(ABRIL, 1), CambioDeConteo(MAYO, 2)))
    aplicar_pegado(exp, TRIMESTRE, propuesta)
    assert por_deshacer(exp) == "Deshacer pegar 2 celdas"
    deshacer(exp)
    assert (por_deshacer(exp), por_rehacer(exp)) == (None, "Rehacer pegar 2 celdas")


def _areas(*nombres: str) -> tuple[Area, ...]:
    return tuple(Area(nombre) for nombre in nombres)


DOS_CAMINOS: list[tuple[Callable[[Expediente], object], str]] = [
    (lambda exp: marcar_capturado(exp, TRIMESTRE, ("asesorias",), 5, True), "marcar un mes revisado"),
    (lambda exp: marcar_capturado(exp, TRIMESTRE, ("asesorias",), 5, False), "quitar la marca de un mes"),
    (lambda exp: marcar_sin_actividad(exp, TRIMESTRE, PASO, True), "marcar que no tocó"),
    (lambda exp: marcar_sin_actividad(exp, TRIMESTRE, PASO, False), "quitar la marca de que no tocó"),
    (lambda exp: mover_renglon(exp, TRIMESTRE, exp.foto(TRIMESTRE).renglones[1].uid, -1), "subir un renglón"),
    (lambda exp: mover_renglon(exp, TRIMESTRE, exp.foto(TRIMESTRE).renglones[0].uid, 1), "bajar un renglón"),
    (lambda exp: numerar_paginas(exp, TRIMESTRE, True), "numerar las hojas"),
    (lambda exp: numerar_paginas(exp, TRIMESTRE, False), "dejar las hojas sin número"),
    (lambda exp: aprobar_plan(exp, TRIMESTRE, True), "aprobar el plan"),
    (lambda exp: aprobar_plan(exp, TRIMESTRE, False), "dejar el plan provisional"),
    (lambda exp: poner_areas(exp, TRIMESTRE, _areas("Mercados"), date(2031, 5, 1)), "poner un área"),
    (lambda exp: poner_areas(exp, TRIMESTRE, _areas("Obras", "Aseo"), date(2031, 5, 1)), "poner 2 áreas"),
]


@pytest.mark.parametrize(("hacer", "nombre"), DOS_CAMINOS, ids=[nombre for _, nombre in DOS_CAMINOS])
def test_lo_que_va_por_dos_caminos_se_llama_como_se_hizo(exp: Expediente, hacer, nombre: str):
    opuestos = [haz for haz, _ in DOS_CAMINOS if haz is not hacer]
    for opuesto in opuestos:  # si no cambia nada, no hay acción: primero lo contrario
        opuesto(exp)
    hacer(exp)
    assert por_deshacer(exp) == f"Deshacer {nombre}"


def test_deshacer_dice_la_celda_que_cambio(exp: Expediente):
    capturar(exp, TRIMESTRE, ABRIL, 78)
    cambios = deshacer(exp)
    assert (cambios.cosas, cambios.trimestre) == ({"conteos"}, TRIMESTRE)
    assert cambios.sitios == (Sitio("1.1", "cuadro:1.1#1", ABRIL),)
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 77


def test_un_numero_nuevo_deshecho_tambien_dice_su_celda(exp: Expediente):
    capturar(exp, TRIMESTRE, MAYO, 5)
    assert [sitio.casilla for sitio in deshacer(exp).sitios] == [MAYO]
    assert [sitio.casilla for sitio in rehacer(exp).sitios] == [MAYO]


def test_deshacer_dice_el_dato_del_renglon_que_cambio(exp: Expediente):
    renglon = exp.foto(TRIMESTRE).renglones[0]
    guardar_renglon(exp, TRIMESTRE, replace(renglon, asunto="otra cosa"))
    assert deshacer(exp).sitios == (Sitio(PASO, f"registro:{renglon.uid}", campo="asunto"),)


def test_un_renglon_quitado_vuelve_con_sus_oficios_y_con_quien_fue(exp: Expediente):
    antes, foto = contenido(exp), exp.foto(TRIMESTRE)
    renglon = next(r for r in foto.renglones if r.citas and r.partes)
    quitar_renglon(exp, TRIMESTRE, renglon.uid)
    assert renglon not in exp.foto(TRIMESTRE).renglones
    cambios = deshacer(exp)
    assert contenido(exp) == antes
    assert exp.foto(TRIMESTRE) == foto
    assert f"registro:{renglon.uid}" in [sitio.origen for sitio in cambios.sitios]


def test_lo_escrito_en_varias_pausas_de_una_visita_es_una_sola_cosa(exp: Expediente):
    parrafo, _ = nuevo_parrafo(exp, TRIMESTRE, PASO)
    for texto in ("Hoy", "Hoy se", "Hoy se atendió"):
        guardar_parrafo(exp, TRIMESTRE, replace(parrafo, texto=texto), "visita 1")
    guardar_parrafo(exp, TRIMESTRE, replace(parrafo, texto="Otra vez"), "visita 2")
    textos = []
    while por_deshacer(exp):
        deshacer(exp)
        textos.append([p.texto for p in exp.foto(TRIMESTRE).parrafos if p.uid == parrafo.uid])
    assert textos == [["Hoy se atendió"], [""], []]


def test_tras_deshacer_a_media_visita_lo_que_sigue_va_aparte(exp: Expediente):
    parrafo, _ = nuevo_parrafo(exp, TRIMESTRE, PASO, "nada")
    guardar_parrafo(exp, TRIMESTRE, replace(parrafo, texto="uno"), "visita")
    deshacer(exp)
    guardar_parrafo(exp, TRIMESTRE, replace(parrafo, texto="dos"), "visita")
    assert por_rehacer(exp) is None
    deshacer(exp)
    assert exp.foto(TRIMESTRE).parrafos[-1].texto == "nada"


def test_una_accion_que_falla_no_se_puede_deshacer_y_la_anterior_si(exp: Expediente):
    antes = contenido(exp)
    capturar(exp, TRIMESTRE, ABRIL, 78)
    with pytest.raises(ErrorEsperado):
        capturar(exp, TRIMESTRE, Casilla("todo", 2, 4), 1)
    with pytest.raises(ErrorEsperado):
        mover_renglon(exp, TRIMESTRE, "no existe", 1)
    deshacer(exp)
    assert (contenido(exp), por_deshacer(exp)) == (antes, None)


def test_un_pegado_que_no_se_aplico_no_se_deshace(exp: Expediente):
    propuesta = Propuesta("Pegar 1 celda", (CambioDeConteo(ABRIL, 1),), (Reparo("A", "está mal.", ""),))
    with pytest.raises(ErrorEsperado, match="No se pegó nada"):
        aplicar_pegado(exp, TRIMESTRE, propuesta)
    assert por_deshacer(exp) is None


def test_lo_que_no_es_de_un_trimestre_tambien_se_deshace(exp: Expediente):
    vacaciones = Descanso(date(2031, 7, 14), date(2031, 7, 25), "Vacaciones")
    agregar_descanso(exp, vacaciones)
    assert exp.foto(TRIMESTRE).descansos == descansos(exp) == (vacaciones,)
    cambios = deshacer(exp)
    assert (descansos(exp), cambios.trimestre, cambios.sitios) == ((), None, ())


@pytest.mark.parametrize("ahora_vale", [90, None])
def test_si_lo_cambiado_ya_no_esta_como_quedo_se_niega_y_no_toca_nada(
    exp: Expediente, ahora_vale: int | None
):
    capturar(exp, TRIMESTRE, ABRIL, 78)
    legajo = exp.legajo(TRIMESTRE)
    con_otro_camino = (e.Conteo.trimestre == legajo.id) & (e.Conteo.valor == 78)
    with exp.base.accion("Por otro camino", legajo.id, "aparte"):
        if ahora_vale is None:
            exp.base.borra(e.Conteo, con_otro_camino)
        else:
            exp.base.cambia(e.Conteo, con_otro_camino, valor=ahora_vale)
    antes = contenido(exp)
    with pytest.raises(ErrorEsperado, match="No se pudo deshacer anotar un número: .* No se cambió nada"):
        deshacer(exp)
    assert contenido(exp) == antes
    assert por_deshacer(exp) == "Deshacer anotar un número"


def test_deshacer_solo_agrega_a_la_historia(exp: Expediente):
    def historia() -> list[tuple[object, ...]]:
        return exp.base.conexion.execute("SELECT * FROM bitacora ORDER BY id").fetchall()

    capturar(exp, TRIMESTRE, ABRIL, 78)
    antes = historia()
    deshacer(exp)
    assert historia()[: len(antes)] == antes
    assert len(historia()) == len(antes) + 1


def test_nada_se_deshace_a_traves_de_una_firma_ni_de_abrir_para_corregir(exp: Expediente):
    capturar(exp, TRIMESTRE, ABRIL, 78)
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    assert por_deshacer(exp) is None
    abrir_para_corregir(exp, TRIMESTRE, "Faltó una visita")
    assert por_deshacer(exp) is None
    capturar(exp, TRIMESTRE, ABRIL, 79)
    deshacer(exp)
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 78
    with pytest.raises(ErrorEsperado, match="No hay nada que deshacer"):
        deshacer(exp)


def test_ni_de_una_firma_hecha_por_rehacer(exp: Expediente):
    capturar(exp, TRIMESTRE, ABRIL, 78)
    deshacer(exp)
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    assert por_rehacer(exp) is None


def test_un_trimestre_cerrado_por_otro_camino_no_se_deshace(exp: Expediente):
    capturar(exp, TRIMESTRE, ABRIL, 78)
    legajo = exp.legajo(TRIMESTRE)
    with exp.base.accion("Cerrar", clase="aparte"):
        exp.base.cambia(e.Trimestre, e.Trimestre.id == legajo.id, estado="cerrado")
    with pytest.raises(ErrorEsperado, match="ya está firmado"):
        deshacer(exp)
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 78


def test_otra_apertura_no_deshace_lo_de_esta(exp: Expediente, archivo: Path):
    from tests.datos.oficina import abrir

    capturar(exp, TRIMESTRE, ABRIL, 78)
    exp.cerrar()
    with abrir(archivo) as otra:
        assert por_deshacer(otra) is None
