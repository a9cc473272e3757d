"""Lo que se escribe en una orden, leído por argparse y dicho en español si no se entiende."""

from __future__ import annotations

import argparse
import re
from datetime import date
from typing import Any, NoReturn

from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.dominio.trimestre.fechas import leer_fecha
from ut_escritorio.errores import ErrorEsperado

Dato = tuple[str, dict[str, Any]]
"""Algo que se escribe en una orden, como argparse lo recibe."""


class NoSeEntiende(ErrorEsperado):
    """Lo escrito no es ninguna orden."""


def dato(nombre: str, **como: Any) -> Dato:
    """Algo que se escribe en una orden, y cómo se lee."""
    return nombre, como


def si(nombre: str) -> Dato:
    """Lo que se pide con solo escribirlo."""
    return dato(nombre, action="store_true")


class Lector(argparse.ArgumentParser):
    """argparse, que en vez de escribir y salir dice en español lo que no entendió."""

    def __init__(self) -> None:
        super().__init__(add_help=False, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Lanza NoSeEntiende con lo que argparse halló mal."""
        for ingles, espanol in _EN_ESPANOL:
            hallado = re.fullmatch(ingles, message, re.DOTALL)
            if hallado:
                raise NoSeEntiende(f"{hallado.expand(espanol)} Pida --ayuda para ver cómo se usa.")
        raise NoSeEntiende("No se entiende la orden. Pida --ayuda para ver cómo se usa.")


_EN_ESPANOL = (
    (r"the following arguments are required: (.*)", r"Falta decir: \1."),
    (r"unrecognized arguments: (.*)", r"Sobra «\1»."),
    (r"argument (\S+): invalid choice: '(.*)' .*", r"«\2» no es de los que \1 admite."),
    (r"argument (\S+): expected one argument", r"Falta lo que va después de \1."),
    (r"argument (\S+): invalid entero value: '(.*)'", r"«\2» no es un número entero, y \1 lo pide."),
    (r"argument (\S+): invalid mes value: '(.*)'", r"«\2» no es un mes; \1 lo pide por su nombre («mayo»)."),
    (r"argument (\S+): invalid fecha value: '(.*)'", r"«\2» no es una fecha; \1 la pide como 2001-01-31."),
)


def lector(*datos: Dato) -> Lector:
    """Quien lee esos datos."""
    lector = Lector()
    for nombre, como in datos:
        lector.add_argument(nombre, **como)
    return lector


def entero(texto: str) -> int:
    """Un número entero; ValueError si no lo es."""
    return int(texto)


def mes(texto: str) -> int:
    """El número de un mes, por su nombre."""
    return MESES.index(llano(texto)) + 1


def fecha(texto: str) -> date:
    """La fecha, como se lee en cualquier campo de la ventana; se escribe entera."""
    dia = leer_fecha(texto, date.min)
    if dia is None:
        raise ValueError
    return dia
