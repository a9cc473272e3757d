"""Los cuadros que van a lo ancho: cada uno en su hoja, con los títulos que lo encabezan."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from ut_escritorio.dominio.origen import NINGUNO, Origen
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.informe.documento import Bloque, Seccion, Tabla, Titulo


def de_los_horizontales(plan: Plan) -> frozenset[Origen]:
    """De dónde son las tablas que van a lo ancho."""
    return frozenset(Origen("cuadro", cuadro.clave) for cuadro in plan.cuadros if cuadro.horizontal)


def en_sus_hojas(seccion: Seccion, horizontales: Collection[Origen]) -> Iterator[Seccion]:
    """La parte, cortada donde su hoja se voltea; solo lo primero la nombra en el índice."""
    juntos: list[Bloque] = []
    sigue = seccion
    for bloque in seccion.bloques:
        juntos.append(bloque)
        if isinstance(bloque, Tabla) and bloque.origen in horizontales:
            antes, suyos = _con_sus_titulos(juntos)
            if antes:
                yield replace(sigue, bloques=antes)
                sigue = replace(sigue, marcador="", origen=NINGUNO)
            yield replace(sigue, bloques=suyos, disposicion="horizontal")
            sigue, juntos = replace(sigue, marcador="", origen=NINGUNO), []
    if juntos or sigue is seccion:
        yield replace(sigue, bloques=tuple(juntos))


def _con_sus_titulos(bloques: list[Bloque]) -> tuple[tuple[Bloque, ...], tuple[Bloque, ...]]:
    """Lo de antes, y el cuadro con los títulos que lleva encima."""
    desde = len(bloques) - 1
    while desde and isinstance(bloques[desde - 1], Titulo):
        desde -= 1
    return tuple(bloques[:desde]), tuple(bloques[desde:])
