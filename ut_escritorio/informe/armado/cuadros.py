"""El cuadro dibujado hecho tabla de documento."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from ut_escritorio.dominio.numeros.tabla import CeldaDeCuadro, TablaDeCuadro
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.informe.documento import Celda, Tabla


def celda_impresa(celda: CeldaDeCuadro) -> Celda:
    """La celda impresa: en el papel da igual si un número se escribió o se contó."""
    papel = "dato" if celda.papel == "calculado" else celda.papel
    return Celda(celda.texto, papel, celda.ancho, celda.alto)


def tabla_de(cuadro: TablaDeCuadro, como: Callable[[CeldaDeCuadro], Celda] = celda_impresa) -> Tabla:
    """La tabla con las mismas celdas, rótulos y totales que la rejilla de captura, dicha cada una así."""
    celdas = sorted(cuadro.celdas, key=lambda celda: (celda.fila, celda.columna))
    filas = {fila: tuple(suyas) for fila, suyas in groupby(celdas, key=lambda celda: celda.fila)}
    return Tabla(
        filas=tuple(tuple(como(celda) for celda in filas.get(fila, ())) for fila in range(cuadro.filas)),
        columnas=cuadro.columnas,
        filas_encabezado=cuadro.filas_encabezado,
        origen=Origen("cuadro", cuadro.clave),
    )
