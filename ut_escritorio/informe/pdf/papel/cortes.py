"""De cada fuente, solo las figuras que un documento usa; las mismas letras dan siempre el mismo corte."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from fontTools import subset
from fontTools.ttLib import TTFont
from fpdf.output import PDFFontStream
from fpdf.syntax import PDFContentStream

from ut_escritorio.informe.pdf.papel.fuentes import figuras_de, fuente, ruta_de

# Lo que un PDF necesita de una fuente TrueType; sin `cmap`, algunos visores dibujan las letras de otro modo.
_TABLAS = frozenset(("cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"))
_CODIGOS = 0x10000
_POR_BLOQUE = 100
_MAPA = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{letras}endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


@dataclass(frozen=True, slots=True)
class Corte:
    """Un corte listo para el PDF: su archivo, cuánto mide cada código, y qué letra y qué figura es."""

    archivo: PDFFontStream
    anchos: str
    letras: PDFContentStream
    figuras: PDFContentStream

    @property
    def sin_usar(self) -> Corte:
        """El mismo, con objetos que ningún otro PDF ha numerado."""
        return Corte(copy(self.archivo), self.anchos, copy(self.letras), copy(self.figuras))


@lru_cache(maxsize=64)
def corte(nombre: str, letras: frozenset[str]) -> Corte:
    """El corte de una fuente con esas letras; el código de cada una es el suyo en Unicode."""
    codigos = sorted(map(ord, letras))
    de_codigo = figuras_de(nombre)
    archivo, quedaron = _cortada(nombre, [de_codigo[codigo] for codigo in codigos])
    figuras = bytearray(2 * _CODIGOS)
    for codigo in codigos:
        figuras[2 * codigo : 2 * codigo + 2] = quedaron[de_codigo[codigo]].to_bytes(2, "big")
    return Corte(
        PDFFontStream(archivo),
        _anchos(nombre, codigos),
        PDFContentStream(_MAPA.format(letras=_letras(codigos)).encode("ascii"), compress=True),
        PDFContentStream(figuras, compress=True),
    )


def _cortada(nombre: str, figuras: Sequence[int]) -> tuple[bytes, Mapping[int, int]]:
    """El archivo con esas figuras, y el número con que quedó cada una."""
    hecho = BytesIO()
    with TTFont(ruta_de(nombre), recalcTimestamp=False, recalcBBoxes=False, lazy=True) as cortada:
        opciones = subset.Options(notdef_outline=True)
        opciones.drop_tables = [tabla for tabla in cortada.keys() if tabla not in _TABLAS]  # noqa: SIM118
        recorte = subset.Subsetter(opciones)
        recorte.populate(gids=figuras)
        recorte.subset(cortada)
        cortada.save(hecho)
    return hecho.getvalue(), recorte.glyph_index_map


def _anchos(nombre: str, codigos: Sequence[int]) -> str:
    """El ancho de cada código, los seguidos juntos."""
    anchos = fuente(nombre).cw
    partes: list[str] = []
    anterior = -2
    for codigo in codigos:
        if codigo != anterior + 1:
            partes.append(f"{'] ' if partes else ''}{codigo} [")
        partes.append(f"{int(anchos[codigo])} ")
        anterior = codigo
    return f"[{''.join(partes)}{']' if partes else ''}]"


def _letras(codigos: Sequence[int]) -> str:
    return "".join(_bloques([f"<{codigo:04X}> <{codigo:04X}>\n" for codigo in codigos]))


def _bloques(renglones: Sequence[str]) -> Iterator[str]:
    for desde in range(0, len(renglones), _POR_BLOQUE):
        suyos = renglones[desde : desde + _POR_BLOQUE]
        yield f"{len(suyos)} beginbfchar\n{''.join(suyos)}endbfchar\n"
