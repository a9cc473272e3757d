"""Un bloque de celdas como texto: tabuladores entre columnas, un renglón por fila, como en Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from ut_escritorio.dominio.numeros.copiado import CeldaCopiada
from ut_escritorio.dominio.numeros.tabla import CeldaDeCuadro
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.errores import ValorInvalido

_TOPE = 2_000


def celdas_de(celdas: Sequence[CeldaDeCuadro]) -> tuple[CeldaCopiada, ...]:
    """Las celdas elegidas, para copiarlas en su lugar y sin lo vacío que las rodea."""
    columnas = sorted({celda.columna for celda in celdas})
    filas = sorted({celda.fila for celda in celdas})
    return tuple(
        CeldaCopiada(filas.index(celda.fila), columnas.index(celda.columna), _numero(celda))
        for celda in celdas
    )


def de_texto(texto: str) -> tuple[tuple[str, ...], ...]:
    """El bloque que trae un texto copiado de una hoja de cálculo; ValorInvalido si no es una tabla.

    Un renglón en blanco es una celda vacía más, también el primero y el último.
    """
    escrito = texto.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if _celdas(escrito) > _TOPE:
        escrito = escrito.rstrip()  # la columna entera de una hoja, casi toda en blanco
    if _celdas(escrito) > _TOPE:
        raise ValorInvalido(f"Lo copiado trae {_celdas(escrito):,} celdas. Copie solo los números que van.")
    try:
        filas = tuple(csv.reader(io.StringIO(escrito), delimiter="\t")) or ([],)
    except csv.Error as error:
        raise ValorInvalido("Lo copiado no es un bloque de celdas. Copie solo los números.") from error
    return tuple(tuple(limpio(celda) for celda in fila or [""]) for fila in filas)


def _celdas(texto: str) -> int:
    return 1 + texto.count("\n") + texto.count("\t")


def trae_encabezados(bloque: Sequence[Sequence[str]]) -> bool:
    """Si la primera fila o la primera columna son rótulos, y no números."""
    columna = tuple(fila[0] for fila in bloque if fila)
    return len(bloque) * len(bloque[0]) > 1 and any(_son_rotulos(orilla) for orilla in (bloque[0], columna))


def _son_rotulos(celdas: Sequence[str]) -> bool:
    con_algo = [celda for celda in celdas if celda]
    return bool(con_algo) and all(any(letra.isalpha() for letra in celda) for celda in con_algo)


def _numero(celda: CeldaDeCuadro) -> str:
    numero = celda.valor.numero if celda.valor else None
    return "" if numero is None else str(numero)
