"""Un libro de Excel antes de escribirse: sus hojas y, en cada una, qué va en cada casilla."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from ut_escritorio.dominio.congelado import congelado

Aspecto = Literal["titulo", "nota", "borrador", "rotulo", "dato", "total", "texto"]
"""Cómo se ve: el título de la hoja, lo que la explica, el rótulo de un cuadro, un número, un texto largo."""


@congelado
class Numero:
    """Un número, con los decimales y la unidad que diga; `formula`, si se suma de otras casillas."""

    valor: int | Decimal
    unidad: str = ""
    formula: str = ""


Valor = str | date | Numero | None


@congelado
class Puesta:
    """Lo que va en una casilla: desde qué fila y columna, contadas desde 0, y cuánto abarca.

    `hacia`: el nombre de la hoja a la que lleva.
    """

    fila: int
    columna: int
    valor: Valor
    aspecto: Aspecto = "texto"
    ancho: int = 1
    alto: int = 1
    hacia: str = ""


@congelado
class Hoja:
    """Una hoja: su nombre, lo que lleva, lo ancho de sus columnas (en letras) y cuántas filas no se mueven.

    `filtra`: sus columnas se pueden filtrar desde la última fila fija.
    """

    nombre: str
    puestas: tuple[Puesta, ...]
    anchos: tuple[float, ...]
    fijas: int = 1
    filtra: bool = False


@congelado
class Libro:
    """El libro entero, con el título y la fecha que dice de sí."""

    titulo: str
    autor: str
    fecha: date
    hojas: tuple[Hoja, ...]
