"""Un bloque de celdas como texto: tabuladores entre columnas, un renglón por fila, como en Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from ut_escritorio.dominio.tabla import CeldaDeCuadro


def a_texto(celdas: Sequence[CeldaDeCuadro]) -> str:
    """Las celdas elegidas, en su lugar y sin comillas; los huecos quedan vacíos."""
    if not celdas:
        return ""
    columnas = sorted({celda.columna for celda in celdas})
    en = {(celda.fila, celda.columna): _numero(celda) for celda in celdas}
    filas = sorted({celda.fila for celda in celdas})
    return "\n".join("\t".join(en.get((fila, columna), "") for columna in columnas) for fila in filas)


def de_texto(texto: str) -> tuple[tuple[str, ...], ...]:
    """El bloque que trae un texto copiado de una hoja de cálculo."""
    renglones = csv.reader(io.StringIO(texto.replace("\r\n", "\n").rstrip("\n")), delimiter="\t")
    return tuple(tuple(celda.strip() for celda in renglon) for renglon in renglones)


def _numero(celda: CeldaDeCuadro) -> str:
    numero = celda.valor.numero if celda.valor else None
    return "" if numero is None else str(numero)
