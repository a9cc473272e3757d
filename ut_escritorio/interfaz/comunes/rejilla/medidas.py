"""Cuánto mide cada columna y cada renglón de la rejilla, según lo que dicen sus celdas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from ut_escritorio.dominio.numeros.tabla import CeldaDeCuadro, TablaDeCuadro

MARGEN = 7
_LETRAS_POR_RENGLON = 15


def medir(
    tabla: TablaDeCuadro, letra: QFont, dice: Callable[[CeldaDeCuadro], str]
) -> tuple[list[int], list[int]]:
    """Los anchos de las columnas y los altos de los renglones, en píxeles.

    `dice` da lo que cada celda muestra.
    """
    negrita = QFont(letra)
    negrita.setBold(True)
    metrica = QFontMetrics(negrita)
    anchos = [_ancho(tabla, columna, metrica, dice) for columna in range(tabla.columnas)]
    return anchos, _altos(tabla, anchos, metrica, dice)


def _ancho(
    tabla: TablaDeCuadro, columna: int, metrica: QFontMetrics, dice: Callable[[CeldaDeCuadro], str]
) -> int:
    """Lo que pide la celda más ancha; los rótulos largos se parten, pero nunca una palabra."""
    tope = metrica.averageCharWidth() * _LETRAS_POR_RENGLON
    medida = metrica.averageCharWidth() * 8
    for celda in tabla.celdas:
        if celda.columna == columna and celda.ancho == 1:
            # Los números nunca se parten; los rótulos sí.
            medida = max(medida, _ancho_de(dice(celda), metrica, 10_000 if celda.casilla else tope))
    return medida + 2 * MARGEN


def _ancho_de(texto: str, metrica: QFontMetrics, tope: int) -> int:
    palabra = max((metrica.horizontalAdvance(p) for p in texto.split()), default=0)
    renglon = max((metrica.horizontalAdvance(r) for r in texto.split("\n")), default=0)
    return max(palabra, min(renglon, tope)) + 2


def _altos(
    tabla: TablaDeCuadro,
    anchos: list[int],
    metrica: QFontMetrics,
    dice: Callable[[CeldaDeCuadro], str],
) -> list[int]:
    """El alto de cada renglón: el de su celda más alta; las que abarcan varios ensanchan el último."""
    altos = [metrica.height() + 2 * MARGEN] * tabla.filas
    for celda in sorted(tabla.celdas, key=lambda c: c.alto):
        ancho = sum(anchos[celda.columna : celda.columna + celda.ancho]) - 2 * MARGEN
        caja = metrica.boundingRect(
            QRect(0, 0, ancho, 10_000), Qt.TextFlag.TextWordWrap, dice(celda)
        )  # fmt: skip
        sobra = caja.height() + 2 * MARGEN - sum(altos[celda.fila : celda.fila + celda.alto])
        altos[celda.fila + celda.alto - 1] += max(0, sobra)
    return altos
