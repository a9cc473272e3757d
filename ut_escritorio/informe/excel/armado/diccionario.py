"""Qué quiere decir cada dato del libro."""

from __future__ import annotations

from ut_escritorio.informe.excel.armado.listas import (
    DE_OFICIOS,
    DE_RENGLONES,
    OFICIOS,
    RENGLONES,
    Columna,
    hoja_de_lista,
)
from ut_escritorio.informe.excel.libro import Hoja

_Renglon = tuple[str, str, str]
_DE_LOS_CUADROS: tuple[_Renglon, ...] = (
    ("Una por actividad", "Números", "Los del informe; vacío si no se sabe, que no es cero."),
    (
        "Una por actividad",
        "Totales",
        "El que se suma de otros números del libro es fórmula; el que se cuenta de lo anotado, un número.",
    ),
)
_COLUMNAS: tuple[Columna[_Renglon], ...] = (
    Columna("Hoja", 24.0, "", lambda fila: fila[0]),
    Columna("Dato", 24.0, "", lambda fila: fila[1]),
    Columna("Qué es", 80.0, "", lambda fila: fila[2]),
)


def hoja_de_diccionario() -> Hoja:
    """Un renglón por dato."""
    renglones = [(RENGLONES, columna.rotulo, columna.que_es) for columna in DE_RENGLONES]
    oficios = [(OFICIOS, columna.rotulo, columna.que_es) for columna in DE_OFICIOS]
    return hoja_de_lista("Diccionario", _COLUMNAS, (*_DE_LOS_CUADROS, *renglones, *oficios))
