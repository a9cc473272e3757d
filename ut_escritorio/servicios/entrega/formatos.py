"""En qué se puede dar el informe, que se dice con el final del nombre del archivo."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType

from ut_escritorio.datos.disco.archivos import ClaseDeDocumento
from ut_escritorio.errores import ErrorEsperado

Formato = ClaseDeDocumento

EXTENSIONES: Mapping[Formato, str] = MappingProxyType({"PDF": ".pdf", "Word": ".docx", "Excel": ".xlsx"})
"""Con qué acaba el nombre de cada uno."""


def es_de(formato: Formato, salida: Path) -> bool:
    """Si ese nombre lo pide así."""
    return salida.suffix.lower() == EXTENSIONES[formato]


def formato_de(salida: Path, admite: Collection[Formato] = tuple(EXTENSIONES)) -> Formato:
    """Lo que pide el nombre; ErrorEsperado si no acaba en nada de lo que se admite."""
    for formato in admite:
        if es_de(formato, salida):
            return formato
    *varias, ultima = (EXTENSIONES[formato] for formato in admite)
    como = f"{', '.join(varias)} o {ultima}" if varias else ultima
    raise ErrorEsperado(f"El nombre «{salida.name}» no dice en qué hacerlo: termínelo en {como}.")
