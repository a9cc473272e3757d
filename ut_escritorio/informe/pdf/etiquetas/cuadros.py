"""Un cuadro como se lee: fila por fila, cada celda con los rótulos que la encabezan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ut_escritorio.informe.documento import Lugar, Papel
from ut_escritorio.informe.pdf.etiquetas.etiqueta import Abarca, Alcance, Etiqueta

_ALCANCES: Mapping[Papel, Alcance] = {"titulo": "Column", "columna": "Column", "fila": "Row"}


def etiquetas_de_celdas(lugares: Sequence[Lugar], filas: int) -> tuple[Etiqueta, ...]:
    """La de cada celda, en el mismo orden."""
    return tuple(_de_celda(lugar, filas) for lugar in lugares)


def etiqueta_de_cuadro(lugares: Sequence[Lugar], celdas: Sequence[Etiqueta], filas: int) -> Etiqueta:
    """La del cuadro entero; la celda que a una fila le falta se lee vacía."""
    columnas = max((lugar.columna + lugar.celda.ancho for lugar in lugares), default=0)
    ocupados = {sitio for lugar in lugares for sitio in _sitios(lugar, filas)}
    por_fila: list[dict[int, Etiqueta]] = [{} for _ in range(filas)]
    for lugar, celda in zip(lugares, celdas, strict=True):
        por_fila[lugar.fila][lugar.columna] = celda
    for fila, suyas in enumerate(por_fila):
        suyas |= {c: Etiqueta("TD") for c in range(columnas) if (fila, c) not in ocupados}
    en_orden = (tuple(suyas[columna] for columna in sorted(suyas)) for suyas in por_fila)
    return Etiqueta("Table", tuple(Etiqueta("TR", suyas) for suyas in en_orden))


def _de_celda(lugar: Lugar, filas: int) -> Etiqueta:
    celda = lugar.celda
    alcance = _ALCANCES.get(celda.papel, "")
    abarca = Abarca(celda.ancho, min(celda.alto, filas - lugar.fila), alcance)
    return Etiqueta("TH" if alcance else "TD", abarca=abarca)


def _sitios(lugar: Lugar, filas: int) -> Iterator[tuple[int, int]]:
    for fila in range(lugar.fila, min(lugar.fila + lugar.celda.alto, filas)):
        for columna in range(lugar.columna, lugar.columna + lugar.celda.ancho):
            yield fila, columna
