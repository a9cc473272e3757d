"""Las piezas de que está hecho un .docx, y en qué unidades mide."""

from __future__ import annotations

import re
from typing import Any

from docx import oxml
from docx.oxml.ns import nsdecls, qn

from ut_escritorio.informe.documento import Alineacion
from ut_escritorio.informe.estilo import MM_POR_PUNTO, Color
from ut_escritorio.informe.pdf.papel.signos import limpio

Nodo = Any
"""Una pieza de XML; lxml no dice de qué clase es cada una."""

_WORD: Any = oxml
_NI_EN_XML = re.compile("[\ufffe\uffff]")

JC: dict[Alineacion, str] = {
    "izquierda": "left",
    "centro": "center",
    "derecha": "right",
    "justificada": "both",
}


def nodo(nombre: str, *hijos: Nodo | None, **atributos: object) -> Nodo:
    """`nodo("w:spacing", before=120)`, con lo que lleva dentro; un hijo `None` no va."""
    hecho = _WORD.OxmlElement(nombre)
    for cual, valor in atributos.items():
        hecho.set(qn(f"w:{cual.rstrip('_')}"), str(valor))
    hecho.extend([hijo for hijo in hijos if hijo is not None])
    return hecho


def leido(xml: str, *prefijos: str) -> Nodo:
    """La pieza escrita así, cuando su espacio de nombres no es de los de siempre."""
    return _WORD.parse_xml(xml.replace("NOMBRES", nsdecls(*prefijos)))


def en_xml(texto: str) -> str:
    """El texto como se imprime, sin lo que un archivo de Word no admite."""
    return _NI_EN_XML.sub("□", limpio(texto))


def en_una_linea(texto: str) -> str:
    """Lo mismo, en un solo renglón."""
    return " ".join(en_xml(texto).split())


def veinteavos(mm: float) -> int:
    """Milímetros en veinteavos de punto, en que Word mide los espacios."""
    return round(mm / MM_POR_PUNTO * 20)


def octavos(mm: float) -> int:
    """Milímetros en octavos de punto, en que Word mide las rayas; ninguna tan fina que no se vea."""
    return max(round(mm / MM_POR_PUNTO * 8), 2)


def emus(mm: float) -> int:
    """Milímetros en las unidades de las imágenes."""
    return round(mm * 36_000)


def hexa(color: Color) -> str:
    """El color como «6A1B36»."""
    return "".join(f"{parte:02X}" for parte in color)


def raya(lado: str, grosor_mm: float, color: Color, espacio: int = 0) -> Nodo:
    """El borde de un lado."""
    return nodo(f"w:{lado}", val="single", sz=octavos(grosor_mm), space=espacio, color=hexa(color))
