"""La portada: el título hacia el centro de la hoja, entre dos rayas, y las firmas al pie."""

from __future__ import annotations

from collections.abc import Sequence

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.informe.documento import Bloque, Firmas, Parrafo, Titulo
from ut_escritorio.informe.estilo import GUINDA, Estilo
from ut_escritorio.informe.pdf.etiquetas.guion import Guion
from ut_escritorio.informe.pdf.paginas.membrete import Encuadre
from ut_escritorio.informe.pdf.papel.tipografia import Tipografia
from ut_escritorio.informe.pdf.piezas.firmas import piezas_de_firmas
from ut_escritorio.informe.pdf.piezas.parrafos import antes_de, pieza_de_parrafo, pieza_de_titulo
from ut_escritorio.informe.word.nodos import Nodo, nodo, raya, veinteavos
from ut_escritorio.informe.word.piezas.parrafos import deja_abajo, parrafo

_DE_MENOS = 6.0
"""mm que se dejan libres: otro programa puede medir las letras un poco más altas."""


@congelado
class Aires:
    """Los espacios de una portada, en milímetros, y la raya que abraza su título."""

    sobre_titulo: float
    bajo_titulo: float
    sobre_firmas: float
    estilo: Estilo

    def ponlos(self, nodos: list[Nodo]) -> None:
        """Pone las dos rayas y el espacio que hay sobre ellas."""
        firmas = next(n for n, hecho in enumerate(nodos) if hecho.tag.endswith("}tbl"))
        ultimo = max(n for n in range(firmas) if nodos[n].tag.endswith("}p"))
        deja_abajo(nodos[ultimo], 0.0)
        nodos.insert(ultimo + 1, self._raya(self.bajo_titulo, self.sobre_firmas))
        nodos.insert(0, self._raya(self.sobre_titulo, 0.0))

    def _raya(self, antes: float, luego: float) -> Nodo:
        aspecto = self.estilo.portada
        lado = veinteavos((self.estilo.hoja.columna - aspecto.raya) / 2)
        borde = nodo("w:pBdr", raya("bottom", aspecto.grosor, GUINDA))
        hecha = parrafo(
            (), "Separador", antes_mm=antes, bordes=borde, sangria=nodo("w:ind", left=lado, right=lado)
        )
        deja_abajo(hecha, luego)
        return hecha


def aires_de_portada(
    bloques: Sequence[Bloque], estilo: Estilo, encuadre: Encuadre, tipografia: Tipografia
) -> Aires | None:
    """Los de una portada de títulos y firmas; `None` si lleva otra cosa o no cabe en una hoja."""
    if len(bloques) < 2 or not isinstance(bloques[-1], Firmas):
        return None
    arriba = 2 * estilo.portada.aire
    for lugar, bloque in enumerate(bloques[:-1]):
        if not isinstance(bloque, Titulo | Parrafo):
            return None
        arriba += _alto(bloque, bloques[lugar - 1] if lugar else None, estilo, tipografia)
    firmas = piezas_de_firmas(bloques[-1], estilo, encuadre.cuerpo_alto, tipografia, Guion())
    if len(firmas) != 1:
        return None
    abajo = firmas[0].antes + firmas[0].alto
    libre = encuadre.cuerpo_alto - arriba - abajo - _DE_MENOS
    sobre = libre * estilo.portada.sobre_titulo
    bajo = libre - sobre + firmas[0].antes
    return None if libre < 0 else Aires(sobre, estilo.portada.aire, bajo, estilo)


def _alto(bloque: Titulo | Parrafo, anterior: Bloque | None, estilo: Estilo, tipografia: Tipografia) -> float:
    antes = antes_de(bloque, anterior, estilo)
    if isinstance(bloque, Titulo):
        pieza = pieza_de_titulo(bloque, antes, estilo, tipografia, Guion())
    else:
        pieza = pieza_de_parrafo(bloque, antes, estilo, tipografia, Guion())
    return antes + pieza.alto
