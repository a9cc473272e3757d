"""De una gráfica, sus trazos en un lienzo."""

from __future__ import annotations

from typing import assert_never

from ut_escritorio.dominio.graficas.columnas import en_columnas
from ut_escritorio.dominio.graficas.grafica import Grafica
from ut_escritorio.dominio.graficas.renglones import RENGLON, en_renglones
from ut_escritorio.dominio.graficas.trazos import Dibujo, Medidas

_DE_COLUMNAS = 12.0


def dibujar(
    grafica: Grafica, ancho: float, alto: float, medidas: Medidas, elegida: int | None = None
) -> Dibujo:
    """La gráfica en un lienzo de ese tamaño; `elegida`, la barra que ha de verse si no caben todas."""
    match grafica.clase:
        case "meses" | "por sexo":
            return en_columnas(grafica, ancho, alto, medidas)
        case "metas":
            return en_renglones(grafica, ancho, alto, medidas, elegida)
        case _:
            assert_never(grafica.clase)


def alto_que_pide(grafica: Grafica, medidas: Medidas) -> float:
    """Lo que mide con todo a la vista."""
    if grafica.clase == "metas":
        return len(grafica.barras) * RENGLON * medidas.renglon
    return _DE_COLUMNAS * medidas.renglon
