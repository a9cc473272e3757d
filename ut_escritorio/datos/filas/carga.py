"""Cargar en un archivo nuevo un plan y los datos de un trimestre, ya leídos y revisados."""

from __future__ import annotations

from collections.abc import Mapping

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas import captura
from ut_escritorio.datos.filas.catalogo import guardar_catalogo
from ut_escritorio.datos.filas.dias import poner_dia
from ut_escritorio.datos.filas.legajo import leer_legajo
from ut_escritorio.datos.filas.plan.escribir import guardar_plan
from ut_escritorio.datos.filas.renglones import guardar_parrafo, guardar_renglon
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre


def cargar_plan(base: Base, plan: Plan, catalogo: Catalogo, contenidos: Mapping[str, bytes]) -> None:
    """Agrega un plan, su catálogo y sus logotipos."""
    for sha256, octetos in contenidos.items():
        base.inserta(e.Contenido, sha256=sha256, bytes=octetos)
    guardar_plan(base, plan)
    guardar_catalogo(base, plan.clave, catalogo)


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
    captura.poner_fecha_de_firma(legajo, foto.fecha_de_firma)
    captura.poner_numeracion(legajo, foto.numera_paginas)
