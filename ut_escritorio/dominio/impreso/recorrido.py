"""Lo que se imprime, en su orden: el papel, la revisión y la ventana leen este recorrido y ningún otro."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import assert_never

from ut_escritorio.dominio.impreso.contexto import Contexto
from ut_escritorio.dominio.impreso.entradas import (
    DE_ACTIVIDAD,
    ClaseDeEncabezado,
    Entrada,
    Impreso,
    entradas,
    entradas_de,
    patron_de,
    sin_mano,
)
from ut_escritorio.dominio.impreso.relatos import Relato, relato_de_apartado, relatos_de
from ut_escritorio.dominio.impreso.remision import partes_del_oficio
from ut_escritorio.dominio.impreso.textos import decir
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.patrones import campos_de
from ut_escritorio.dominio.plan.apartados import Apartado, que_imprime
from ut_escritorio.dominio.plan.arbol import Actividad, Lugar, Plan, Ruta
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre


def impresos(foto: FotoTrimestre) -> Iterator[Impreso]:
    """Todo el informe, en su orden."""
    return _dichos_juntos(foto, entradas(foto.plan, foto.sin_actividad))


def impresos_de(foto: FotoTrimestre, lugar: Lugar) -> Iterator[Impreso]:
    """Lo de un lugar; si es una actividad, con sus pasos y su valor."""
    return _dichos_juntos(foto, entradas_de(foto.plan, lugar, foto.sin_actividad))


# Lo que cada entrada dice


def dichos(foto: FotoTrimestre, entrada: Entrada) -> Iterator[Impreso]:
    """Lo que una entrada dice este trimestre, también lo que quedó en blanco."""
    match entrada.que:
        case Apartado() as apartado:
            yield from _de_apartado(foto, entrada, apartado)
        case "valor":
            if entrada.lugar in foto.alcanzado:
                texto = decir(entrada.estilo.valor, Contexto(foto, entrada.lugar))
                yield sin_mano(entrada, "valor", Origen("valor", entrada.lugar), texto, entrada.ruta)
        case "oficio":
            yield from partes_del_oficio(foto, entrada)
        case "actividad" | "nombre_actividad" | "paso":
            yield _encabezado(foto, entrada, entrada.que)
        case _:
            assert_never(entrada.que)


def _de_apartado(foto: FotoTrimestre, entrada: Entrada, apartado: Apartado) -> Iterator[Impreso]:
    que = que_imprime(apartado.clase)
    match que:
        case "cuadro":
            relato = Relato(Origen("cuadro", apartado.cuadro), "", "")
            yield Impreso("cuadro", entrada, relato, ("cuadros", apartado.cuadro))
        case "renglones":
            formas = _ruta_de_formas(foto.plan, entrada.lugar)
            for relato in relatos_de(foto, entrada.lugar):
                ruta = (*formas, relato.forma, "texto") if relato.forma else ()
                yield Impreso("renglones", entrada, relato, ruta)
        case "encabezado" | "frases" | "firmas" | "lista":
            relato = relato_de_apartado(foto, entrada.lugar, apartado)
            if relato is not None:
                yield Impreso(apartado.clase, entrada, relato, (*entrada.ruta, "texto"))
        case _:
            assert_never(que)


def _ruta_de_formas(plan: Plan, lugar: str) -> Ruta:
    """Por dónde se llega a las formas de un lugar: las suyas o las del que lo contiene."""
    duenio = next((cada for cada in reversed(plan.cadena.get(lugar, ())) if cada.formas), None)
    return (*plan.ruta(duenio.clave), "formas") if duenio else ()


def _encabezado(foto: FotoTrimestre, entrada: Entrada, clase: ClaseDeEncabezado) -> Impreso:
    """Se cambia en el nombre del lugar, si lo dice; si no, en el estilo de su componente."""
    patron = patron_de(entrada.estilo, clase)
    texto = decir(patron, Contexto(foto, entrada.lugar))
    nombre = (*foto.plan.ruta(entrada.lugar), "nombre")
    ruta = nombre if "nombre" in campos_de(patron) else entrada.ruta
    return sin_mano(entrada, clase, Origen("lugar", entrada.lugar), texto, ruta)


# Lo de cada actividad, bajo sus encabezados


def _dichos_juntos(foto: FotoTrimestre, de: Iterable[Entrada]) -> Iterator[Impreso]:
    """Lo que se ve de esas entradas; lo de cada actividad, como ella lo acomoda."""
    for clave, suyos in groupby(de, key=lambda entrada: _actividad(foto.plan, entrada)):
        se_ven = (impreso for entrada in suyos for impreso in dichos(foto, entrada) if impreso.se_ve)
        actividad = foto.plan.lugar.get(clave)
        yield from _acomodado(actividad, tuple(se_ven)) if isinstance(actividad, Actividad) else se_ven


def _actividad(plan: Plan, entrada: Entrada) -> str:
    """La clave de la actividad a que toca; vacía si es del componente o de más arriba."""
    return plan.cadena[entrada.lugar][1].clave if entrada.hondura > 1 else ""


def _acomodado(actividad: Actividad, todo: tuple[Impreso, ...]) -> Iterator[Impreso]:
    """Sus encabezados, lo suyo, cada paso que diga algo y el valor; si nada va debajo, nada.

    Donde el estilo los repite, van también antes de cada paso.
    """
    encabezado = _con_marcador([cada for cada in todo if cada.clase in DE_ACTIVIDAD])
    valor = [cada for cada in todo if cada.clase == "valor"]
    aparte = {*DE_ACTIVIDAD, "valor"}
    propios = [cada for cada in todo if cada.lugar == actividad.clave and cada.clase not in aparte]
    de_pasos = [[cada for cada in todo if cada.lugar == paso.clave] for paso in actividad.pasos]
    pasos = [suyos for suyos in de_pasos if any(cada.clase != "paso" for cada in suyos)]
    if not (propios or pasos or valor):
        return
    repite = bool(pasos) and todo[0].entrada.estilo.repite_actividad
    if propios or not repite:
        yield from encabezado
        encabezado = _sin_marcador(encabezado)
    yield from propios
    for suyos in pasos:
        if repite:
            yield from encabezado
            encabezado = _sin_marcador(encabezado)
        yield from suyos
    yield from valor


def _con_marcador(encabezado: list[Impreso]) -> list[Impreso]:
    """El primero lleva cómo nombra el índice a la actividad: todos sus encabezados."""
    marcador = " – ".join(cada.relato.texto for cada in encabezado)
    return [replace(cada, marcador=marcador) for cada in encabezado[:1]] + encabezado[1:]


def _sin_marcador(encabezado: list[Impreso]) -> list[Impreso]:
    return [replace(cada, marcador="") for cada in encabezado]
