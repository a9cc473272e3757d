"""Recordar lo que no se ha contestado: una carta por oficio, que dice cuál es, de cuándo y cuánto lleva."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ut_escritorio.datos.esquema.campos import nuevo_uid
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.oficios import cartas as datos
from ut_escritorio.datos.filas.oficios import escritos
from ut_escritorio.dominio.cartas.carta import Carta, carta_nueva
from ut_escritorio.dominio.cartas.plantilla import PlantillaDeCarta
from ut_escritorio.dominio.cartas.recordatorio import (
    PENDIENTE,
    dicho_de_recordado,
    es_de_recordar,
    lo_que_recuerda,
)
from ut_escritorio.dominio.oficios.clases import clase_llamada
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio, Seguimiento
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.oficios.cartas import plantillas


def recordar(
    exp: Expediente, trimestre: Trimestre, filas: Sequence[EnElLibro], hoy: date
) -> tuple[tuple[str, ...], Cambios]:
    """Escribe el recordatorio de cada uno, sin tomar números, en una sola acción; da los uid de las cartas.

    El que ya tiene uno sin número sigue con ese. ErrorEsperado si alguno ya no espera respuesta.
    """
    callados = [fila.oficio.folio for fila in filas if not fila.espera or not fila.oficio.folio]
    if callados or not filas:
        raise ErrorEsperado(f"De {callados[0] if callados else 'ninguno'} ya no se espera respuesta.")
    plantilla = _plantilla(exp)
    with exp.base.lectura():
        ultima = datos.la_ultima(exp.base, plantilla.clave)
        hay = datos.sin_numero_que_dicen(exp.base, PENDIENTE)
    plan = exp.foto(trimestre).plan
    nueva, clase = carta_nueva(plantilla, plan, ultima), clase_llamada(plan.programa.clases, plantilla.clase)
    faltan = [fila for fila in filas if fila.oficio.folio not in hay]
    por_hacer = [
        (_oficio(nuevo_uid(), fila, clase or "", trimestre, hoy), _carta(nueva, fila)) for fila in faltan
    ]
    de_cada = {fila.oficio.folio: hay.get(fila.oficio.folio, "") for fila in filas}
    de_cada |= {carta.campos[PENDIENTE]: oficio.uid for oficio, carta in por_hacer}
    uids = tuple(de_cada.values())
    if not por_hacer:
        return uids, Cambios("", frozenset())

    def escribir(legajo: Legajo) -> None:
        for oficio, carta in por_hacer:
            escritos.agregar(legajo, oficio)
            datos.poner_carta(legajo.base, oficio.uid, carta)
            # La respuesta que falta es la del primero: si los dos esperaran, se reclamaría dos veces.
            escritos.poner_seguimiento(legajo.base, oficio.uid, Seguimiento(espera=False))

    cuantos = len(por_hacer)
    nombre = "Escribir un recordatorio" if cuantos == 1 else f"Escribir {cuantos} recordatorios"
    return uids, exp.hacer(trimestre, nombre, escribir)


def recordado(exp: Expediente, folio: str) -> str:
    """«Recordado con UT/0830/2031 el 12/08/2031.»; vacío si de ese oficio no ha salido recordatorio."""
    with exp.base.lectura():
        return dicho_de_recordado(datos.con_numero_que_dicen(exp.base, PENDIENTE, folio))


def _plantilla(exp: Expediente) -> PlantillaDeCarta:
    """La que ella guardó para recordar o, si ninguna, la del programa."""
    suya = next((cada for cada in plantillas(exp) if es_de_recordar(cada)), None)
    if suya is None:
        raise ErrorEsperado("No hay ninguna plantilla de recordatorio. Guarde una de una carta ya escrita.")
    return suya


def _oficio(uid: str, fila: EnElLibro, clase: str, trimestre: Trimestre, hoy: date) -> Oficio:
    """Uno nuevo, de hoy y sin número, a quien no ha contestado."""
    anio, papel = trimestre.ejercicio, DelPapel(hoy, partes=fila.oficio.papel.partes)
    nuevo = Oficio(uid, ejercicio=anio, papel=papel, clase=clase)
    return replace(nuevo, expediente=fila.oficio.expediente)


def _carta(nueva: Carta, fila: EnElLibro) -> Carta:
    return replace(nueva, campos={**nueva.campos, **lo_que_recuerda(fila)})
