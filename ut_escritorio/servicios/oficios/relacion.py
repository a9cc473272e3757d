"""La relación de oficios y las listas de cómo va hoy el libro, hechas hoja."""

from __future__ import annotations

from datetime import date

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.relacion import Lista, PedidoDeRelacion, por_entregar, relacion_de
from ut_escritorio.dominio.periodos import trimestre_de
from ut_escritorio.informe.armado.relaciones import (
    Mesa,
    hoja_de_entrega,
    hoja_de_pendientes,
    hoja_de_relacion,
)
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.oficios.espera import paciencia_de
from ut_escritorio.servicios.oficios.libro import Libro, leer_libro, que_esperan, ultimo_de
from ut_escritorio.servicios.papel.hoja_suelta import HojaSuelta, logotipos_de


@congelado
class HojaDelLibro(HojaSuelta):
    """Una hoja del libro: cuántos oficios lleva y cuántos no se sabe."""

    cuantos: int = 0
    sin_fecha: int = 0


def relacion(exp: Expediente, pedido: PedidoDeRelacion, hoy: date) -> HojaDelLibro:
    """La relación de un periodo, como se imprimiría hoy."""
    mesa = _mesa(exp, pedido.periodo.ejercicio, hoy)
    hecha = relacion_de(_libro(exp, pedido.periodo.ejercicio, hoy).filas, pedido)
    logotipos = logotipos_de(exp, mesa.foto, mesa.dia)
    documento = hoja_de_relacion(mesa, hecha)
    return HojaDelLibro(documento, logotipos, cuantos=hecha.cuantos, sin_fecha=hecha.sin_fecha)


def lista_de_entrega(exp: Expediente, ejercicio: int, hoy: date) -> HojaDelLibro:
    """Los oficios del año que aún no tienen acuse, por área."""
    mesa, filas = _mesa(exp, ejercicio, hoy), por_entregar(_libro(exp, ejercicio, hoy).filas)
    return HojaDelLibro(
        hoja_de_entrega(mesa, filas), logotipos_de(exp, mesa.foto, mesa.dia), cuantos=len(filas)
    )


def lista_de_pendientes(exp: Expediente, ejercicio: int, hoy: date) -> HojaDelLibro:
    """Los que esperan respuesta, también de años anteriores, con los días hábiles que lleva cada uno."""
    mesa, filas = _mesa(exp, ejercicio, hoy), que_esperan(exp, paciencia_de(exp, hoy))
    return HojaDelLibro(
        hoja_de_pendientes(mesa, filas), logotipos_de(exp, mesa.foto, mesa.dia), cuantos=len(filas)
    )


def lista(exp: Expediente, cual: Lista, ejercicio: int, hoy: date) -> HojaDelLibro:
    """Una de las que dicen cómo va hoy el libro."""
    return (lista_de_entrega if cual == "por entregar" else lista_de_pendientes)(exp, ejercicio, hoy)


def _libro(exp: Expediente, ejercicio: int, hoy: date) -> Libro:
    return leer_libro(exp, ejercicio, paciencia_de(exp, hoy))


def _mesa(exp: Expediente, ejercicio: int, hoy: date) -> Mesa:
    """El membrete y la firma son los de hoy; si el archivo no llega hasta hoy, los últimos de ese año."""
    de_hoy = trimestre_de(hoy)
    cual = de_hoy if de_hoy in exp.trimestres() else ultimo_de(exp, ejercicio)
    return Mesa(exp.foto(cual), min(hoy, cual.ultimo_dia), hoy)
