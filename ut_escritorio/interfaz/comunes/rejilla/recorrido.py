"""Por dónde camina el cursor de la rejilla: solo por las celdas de datos, con las teclas de Excel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from ut_escritorio.dominio.numeros.tabla import CeldaDeCuadro, TablaDeCuadro

Paso = Literal["abajo", "arriba", "derecha", "izquierda", "siguiente", "anterior"]


def datos(tabla: TablaDeCuadro) -> tuple[CeldaDeCuadro, ...]:
    """Las celdas con número, escritas o calculadas."""
    return tuple(celda for celda in tabla.celdas if celda.casilla is not None)


def editables(tabla: TablaDeCuadro) -> tuple[CeldaDeCuadro, ...]:
    """Las celdas donde se escribe, por renglones."""
    return tuple(sorted((c for c in tabla.celdas if c.editable), key=_por_renglon))


def tras(tabla: TablaDeCuadro, celda: CeldaDeCuadro, paso: Paso) -> CeldaDeCuadro | None:
    """La celda a la que lleva ese paso; None si no hay más allá.

    «siguiente» y «anterior» son Enter y Mayús+Enter: bajan o suben por lo que se escribe y, al
    acabarse la columna, siguen en la de al lado. Los demás son flechas y Tab.
    """
    if paso in ("siguiente", "anterior"):
        return _vecina(sorted(editables(tabla), key=_por_columna), celda, paso == "siguiente", _por_columna)
    fija = _columna if paso in ("abajo", "arriba") else _fila
    en_linea = [c for c in datos(tabla) if fija(c) == fija(celda)]
    return _vecina(sorted(en_linea, key=_por_renglon), celda, paso in ("abajo", "derecha"), _por_renglon)


def al_tabular(tabla: TablaDeCuadro, celda: CeldaDeCuadro, adelante: bool) -> CeldaDeCuadro | None:
    """La celda editable que sigue con Tab (o con Mayús+Tab); None al salir de la rejilla."""
    return _vecina(list(editables(tabla)), celda, adelante, _por_renglon)


def _vecina(
    celdas: list[CeldaDeCuadro],
    celda: CeldaDeCuadro,
    adelante: bool,
    orden: Callable[[CeldaDeCuadro], tuple[int, int]],
) -> CeldaDeCuadro | None:
    if adelante:
        return next((c for c in celdas if orden(c) > orden(celda)), None)
    return next((c for c in reversed(celdas) if orden(c) < orden(celda)), None)


def _fila(celda: CeldaDeCuadro) -> int:
    return celda.fila


def _columna(celda: CeldaDeCuadro) -> int:
    return celda.columna


def _por_renglon(celda: CeldaDeCuadro) -> tuple[int, int]:
    return celda.fila, celda.columna


def _por_columna(celda: CeldaDeCuadro) -> tuple[int, int]:
    return celda.columna, celda.fila
