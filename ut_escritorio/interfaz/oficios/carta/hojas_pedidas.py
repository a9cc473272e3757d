"""De varias cartas que iban a imprimirse, las que llevan las hojas que ella pidió en la impresora."""

from __future__ import annotations

from collections.abc import Sequence

from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.servicios.oficios.imprimir import PdfEscrito, PorImprimir


def las_de_esas_hojas(
    filas: Sequence[EnElLibro], reunidas: PorImprimir, escrito: PdfEscrito, pedidas: Sequence[int]
) -> tuple[tuple[EnElLibro, ...], tuple[int, ...]]:
    """De unas cartas reunidas y escritas, las que llevan hojas pedidas; y esas hojas, contadas entre ellas.

    A la que no sale no se le toma número, ni se queda como salió.
    """
    empiezan = [escrito.hojas[seccion.origen] for seccion in reunidas.secciones]
    acaban = [*empiezan[1:], escrito.paginas + 1]
    suyas: list[EnElLibro] = []
    entre_ellas: dict[int, int] = {}
    for fila, desde, hasta in zip(filas, empiezan, acaban, strict=True):
        if any(desde <= hoja < hasta for hoja in pedidas):
            suyas.append(fila)
            entre_ellas |= {hoja: len(entre_ellas) + 1 + hoja - desde for hoja in range(desde, hasta)}
    return tuple(suyas), tuple(entre_ellas[hoja] for hoja in pedidas)
