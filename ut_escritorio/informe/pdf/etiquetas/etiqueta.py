"""Una parte del documento como se lee en voz alta: título, párrafo, lista, cuadro o celda."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# Los nombres son los de la norma (ISO 32000-1, 14.8.4): así se escriben en el PDF.
Clase = Literal[
    "Document", "Sect", "Div", "P", "H1", "H2", "H3", "H4", "H5", "H6",
    "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "TOC", "TOCI", "Link",
]  # fmt: skip
Alcance = Literal["", "Column", "Row"]


@dataclass(frozen=True, slots=True)
class Abarca:
    """Cuántas columnas y filas abarca una celda y, si es rótulo, de cuáles lo es."""

    columnas: int = 1
    filas: int = 1
    alcance: Alcance = ""


@dataclass(frozen=True, slots=True, eq=False)
class Etiqueta:
    """Una parte y las que tiene dentro, en el orden en que se leen. Dos que digan lo mismo son dos.

    `alternativo` es lo que se dice de una figura a quien no la ve.
    """

    clase: Clase
    dentro: tuple[Etiqueta, ...] = ()
    alternativo: str = ""
    abarca: Abarca = Abarca()
