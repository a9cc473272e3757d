"""Cargar en un archivo nuevo un plan y los datos de un trimestre, ya leídos y revisados."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas import captura
from ut_escritorio.datos.filas.catalogo import guardar_catalogo
from ut_escritorio.datos.filas.dias import poner_dia
from ut_escritorio.datos.filas.legajo import leer_legajo
from ut_escritorio.datos.filas.oficios import escritos
from ut_escritorio.datos.filas.oficios.cartas import poner_plantilla
from ut_escritorio.datos.filas.oficios.citados import Mencion, hallar
from ut_escritorio.datos.filas.oficios.papeles import leer_oficio
from ut_escritorio.datos.filas.plan.escribir import guardar_plan
from ut_escritorio.datos.filas.renglones import guardar_parrafo, guardar_renglon
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.cartas.plantilla import PlantillaDeCarta
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio, Seguimiento
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre


def cargar_plan(
    base: Base,
    plan: Plan,
    catalogo: Catalogo,
    contenidos: Mapping[str, bytes],
    plantillas: Iterable[PlantillaDeCarta] = (),
) -> None:
    """Agrega un plan, su catálogo, sus logotipos y las plantillas de sus cartas."""
    for sha256, octetos in contenidos.items():
        base.inserta(e.Contenido, sha256=sha256, bytes=octetos)
    guardar_plan(base, plan)
    guardar_catalogo(base, plan.clave, catalogo)
    for plantilla in plantillas:
        poner_plantilla(base, plantilla)


def cargar_trimestre(base: Base, foto: FotoTrimestre) -> None:
    """Agrega todo lo capturado en un trimestre; su plan ya debe estar."""
    legajo = leer_legajo(base, foto.trimestre)
    for casilla, valor in foto.conteos.valores.items():
        captura.poner_conteo(legajo, casilla, valor)
    for cifra, mes in sorted(foto.conteos.capturados):
        captura.poner_capturado(legajo, cifra, mes, True)
    for (cifra, dia), valor in foto.conteos.dias.items():
        poner_dia(legajo, cifra, dia, valor)
    for renglon in foto.renglones:
        guardar_renglon(legajo, renglon, tal_cual=True)
    for parrafo in foto.parrafos:
        guardar_parrafo(legajo, parrafo)
    for origen, texto in foto.a_mano.items():
        captura.poner_texto(legajo, origen, texto)
    for lugar, valor in foto.alcanzado.items():
        captura.poner_alcanzado(legajo, lugar, valor)
    for oficio in foto.remisiones.values():
        captura.poner_oficio(legajo, oficio, tal_cual=True)
    for lugar in sorted(foto.sin_actividad):
        captura.poner_sin_actividad(legajo, lugar, True)
    for lugar, texto in foto.justificaciones.items():
        captura.poner_justificacion(legajo, lugar, texto)
    for lugar, meta in foto.modificadas.items():
        captura.poner_modificada(legajo, lugar, meta)
    captura.poner_fecha_de_firma(legajo, foto.fecha_de_firma)
    captura.poner_numeracion(legajo, foto.numera_paginas)


def cargar_papeles(base: Base, trimestre: Trimestre, papeles: Iterable[tuple[Oficio, Seguimiento]]) -> None:
    """Agrega al libro unos papeles, ya cargado quien los dice: al que ya está, solo lo que le falta."""
    legajo = leer_legajo(base, trimestre)
    for oficio, seguimiento in papeles:
        hallado = hallar(legajo, Mencion(oficio.folio, oficio.sentido, oficio.papel))
        if hallado is None:
            escritos.agregar(legajo, oficio)
        else:
            hay = leer_oficio(legajo, hallado)
            oficio = _completado(hay, oficio)
            escritos.cambiar(legajo, oficio)
        escritos.poner_seguimiento(base, oficio.uid, seguimiento)


def _completado(hay: Oficio, oficio: Oficio) -> Oficio:
    """El que ya se dice, con lo suyo y, donde callaba, lo del libro."""
    papel = DelPapel(
        hay.papel.fecha or oficio.papel.fecha,
        hay.papel.mes or oficio.papel.mes,
        hay.papel.partes or oficio.papel.partes,
    )
    return replace(
        hay,
        papel=papel,
        asunto=hay.asunto or oficio.asunto,
        clase=oficio.clase,
        expediente=oficio.expediente,
        propio=True,
    )
