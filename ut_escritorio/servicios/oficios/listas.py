"""Las listas de áreas que ella guarda con su nombre, para escribirles otra vez sin volver a escogerlas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ut_escritorio.datos.filas import catalogo as del_catalogo
from ut_escritorio.datos.filas.oficios import cartas as datos
from ut_escritorio.dominio.cartas import tanda
from ut_escritorio.dominio.cartas.tanda import Area
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado, ValorInvalido
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente

TOPE_DE_NOMBRE = 80


def leer_listas(exp: Expediente, dia: date) -> Mapping[str, tuple[Area, ...]]:
    """Las que hay, por su nombre: sus áreas con quien las encabeza ese día; las que ya no existen no van."""
    with exp.base.lectura():
        catalogo = del_catalogo.leer_catalogo(exp.base).catalogo
        guardadas = datos.listas_de_areas(exp.base)
    return {
        nombre: tanda.areas_de(catalogo, partes, dia)
        for nombre, partes in sorted(guardadas.items(), key=lambda par: llano(par[0]))
    }


def guardar_lista(exp: Expediente, trimestre: Trimestre, nombre: str, areas: Sequence[Area]) -> Cambios:
    """Guarda esas áreas con ese nombre, para otra vez; sus titulares son los que Oficina diga entonces.

    Si ya hay una lista que se llama así, aunque sea con otras mayúsculas o sin acentos, la reemplaza.

    Raises:
        ValorInvalido: no tiene nombre o áreas, o el nombre es demasiado largo.
    """
    llamada = limpio(nombre)
    if not llamada or len(llamada) > TOPE_DE_NOMBRE:
        raise ValorInvalido(f"Escriba cómo se llama la lista, en {TOPE_DE_NOMBRE} letras o menos.")
    if not areas:
        raise ValorInvalido("La lista no tiene ninguna área. Agréguelas antes de guardarla.")
    with exp.base.lectura():
        catalogo = del_catalogo.leer_catalogo(exp.base).catalogo
        hay = next((n for n in datos.listas_de_areas(exp.base) if llano(n) == llano(llamada)), llamada)
    partes = tanda.partes_de(catalogo, areas)
    guardar = f"Guardar la lista «{hay}»"
    return exp.hacer(trimestre, guardar, lambda legajo: datos.poner_lista(legajo.base, hay, partes))


def quitar_lista(exp: Expediente, trimestre: Trimestre, nombre: str) -> Cambios:
    """Quita una lista; sus áreas siguen en Oficina. ErrorEsperado si ya no está."""
    with exp.base.lectura():
        esta = nombre in datos.listas_de_areas(exp.base)
    if not esta:
        raise ErrorEsperado(f"La lista «{nombre}» ya no está.")
    return exp.hacer(
        trimestre, f"Quitar la lista «{nombre}»", lambda legajo: datos.quitar_lista(legajo.base, nombre)
    )
