"""Con qué se distingue cada serie sin su color: llena, rayada al sesgo, rayada a lo largo, o vacía."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.graficas.trazos import Caja, Linea, Trazo


def con_su_trama(serie: int, x: float, y: float, ancho: float, alto: float, paso: float) -> Iterator[Trazo]:
    """La caja de esa serie; `paso`, lo que separa sus rayas."""
    yield Caja(x, y, ancho, alto, "clara" if serie else "llena")
    if serie == 1:
        yield from _al_sesgo(x, y, ancho, alto, paso)
    elif serie == 2:
        yield from _a_lo_largo(x, y, ancho, alto, paso)


def _al_sesgo(x: float, y: float, ancho: float, alto: float, paso: float) -> Iterator[Linea]:
    """De abajo a la izquierda hacia arriba, cada una hasta la orilla de la caja."""
    for n in range(1, int((ancho + alto) / paso) + 1):
        lejos = n * paso
        if lejos < ancho + alto:
            abajo, arriba = max(0.0, lejos - ancho), min(lejos, alto)
            yield Linea(x + lejos - abajo, y + abajo, x + lejos - arriba, y + arriba, "trama")


def _a_lo_largo(x: float, y: float, ancho: float, alto: float, paso: float) -> Iterator[Linea]:
    for n in range(1, int(alto / paso) + 1):
        if n * paso < alto:
            yield Linea(x, y + n * paso, x + ancho, y + n * paso, "trama")
