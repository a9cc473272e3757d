"""Lo que se pide sin escribir ninguna orden: la ventana. No carga a las órdenes, que ella no usa."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ut_escritorio.dominio.congelado import congelado


@congelado
class Ventana:
    """Abrir la ventana en un archivo o, sin él, en el último que se usó."""

    archivo: Path | None = None


@congelado
class VentanaConEjemplo:
    """Abrir la ventana en una copia nueva del ejemplo."""


def ventana_pedida(escrito: Sequence[str]) -> Ventana | None:
    """La ventana, si no se escribió nada o solo un archivo, como casi siempre; None si hay que leerlo bien.

    Un archivo lleva su punto o su carpeta; el que no, pudo ser una orden.
    """
    if not escrito:
        return Ventana()
    es_un_archivo = len(escrito) == 1 and not escrito[0].startswith("-") and not escrito[0].isalpha()
    return Ventana(Path(escrito[0])) if es_un_archivo else None
