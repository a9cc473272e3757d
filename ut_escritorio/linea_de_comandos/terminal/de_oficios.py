"""Lo que se pide del libro y de las cartas, según lo que se escribió."""

from __future__ import annotations

import argparse
from typing import Any

from ut_escritorio.dominio.oficios.relacion import Lista, PedidoDeRelacion, Periodo
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.linea_de_comandos.pedidos import Escribir, HojaDeOficios, Oficios
from ut_escritorio.linea_de_comandos.terminal.lector import NoSeEntiende


def oficios(**escrito: Any) -> Oficios | HojaDeOficios:
    """El libro, sus cartas o una de sus hojas; NoSeEntiende si se mezclan."""
    leido = argparse.Namespace(**escrito)
    if leido.relacion is None and (leido.cuales or leido.sin_cancelados):
        raise NoSeEntiende("Falta decir: --relacion. --cuales y --sin-cancelados dicen qué lleva.")
    if leido.folios and leido.salida is None:
        raise NoSeEntiende("Falta decir: --salida. --folio dice cuáles cartas van en ese PDF.")
    hoja = leido.relacion is not None or leido.por_entregar
    if hoja or (leido.sin_contestar and leido.salida is not None):
        return _hoja_de_oficios(leido)
    folios = tuple(leido.folios)
    return Oficios(leido.archivo, leido.ejercicio, leido.json, leido.salida, folios, leido.sin_contestar)


def _hoja_de_oficios(leido: argparse.Namespace) -> HojaDeOficios:
    hojas = (leido.relacion is not None, leido.por_entregar, leido.sin_contestar)
    if leido.json or leido.folios or sum(hojas) > 1:
        raise NoSeEntiende(
            "Pida una sola cosa: --json, --folio, --relacion, --por-entregar o --sin-contestar."
        )
    if leido.salida is None:
        raise NoSeEntiende("Falta decir: --salida, el PDF donde queda la hoja.")
    if leido.relacion is not None:
        return HojaDeOficios(leido.archivo, leido.ejercicio, leido.salida, _relacion(leido))
    cual: Lista = "por entregar" if leido.por_entregar else "sin contestar"
    return HojaDeOficios(leido.archivo, leido.ejercicio, leido.salida, cual)


def _relacion(leido: argparse.Namespace) -> PedidoDeRelacion:
    """El periodo: un mes por su nombre, un trimestre por su número, o el año."""
    dicho = llano(leido.relacion)
    if dicho in MESES:
        periodo = Periodo(leido.ejercicio, mes=MESES.index(dicho) + 1)
    elif dicho in ("1", "2", "3", "4"):
        periodo = Periodo(leido.ejercicio, trimestre=int(dicho))
    elif dicho == "todo":
        periodo = Periodo(leido.ejercicio)
    else:
        raise NoSeEntiende(f"«{leido.relacion}» no es un mes («mayo»), un trimestre («2») ni «todo».")
    return PedidoDeRelacion(periodo, leido.cuales or "enviados", con_cancelados=not leido.sin_cancelados)


def escribir(**escrito: Any) -> Escribir:
    """La misma carta a varias áreas; NoSeEntiende si un dato no dice cuál es."""
    leido = argparse.Namespace(**escrito)
    campos = tuple(
        (limpio(clave), limpio(dicho)) for clave, _, dicho in (d.partition("=") for d in leido.datos)
    )
    if mal := [dato for dato in leido.datos if not limpio(dato.partition("=")[0]) or "=" not in dato]:
        raise NoSeEntiende(f"«{mal[0]}» no dice qué dato es; escríbalo como --dato modulo=Horarios.")
    return Escribir(
        leido.archivo,
        leido.ejercicio,
        leido.plantilla,
        leido.areas,
        campos,
        limpio(leido.asunto),
        leido.fecha,
        limpio(leido.paso),
        leido.salida,
    )
