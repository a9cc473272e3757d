"""Los relevos: lo que desde un día se dice de otra manera, porque lo que se nombraba ya no existe."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ut_escritorio.dominio.congelado import congelado


@congelado
class Relevo:
    """Desde un día (None: siempre), en vez de `dice` va `ahora`."""

    dice: str
    ahora: str
    desde: date | None = None


@congelado
class Rectificado:
    """El último día de unos órganos (por su clave), que otra versión del programa decía otro."""

    organos: tuple[str, ...]
    decia: date
    termino: date


def relevado(texto: str, relevos: Iterable[Relevo], dia: date) -> str:
    """El texto como se dice ese día."""
    for relevo in relevos:
        if relevo.desde is None or relevo.desde <= dia:
            texto = texto.replace(relevo.dice, relevo.ahora)
    return texto


def nombra(texto: str, palabra: str) -> bool:
    """Si el texto dice esa palabra o esas palabras, enteras y sin mirar mayúsculas."""
    return bool(palabra) and bool(re.search(rf"(?<!\w){re.escape(palabra)}(?!\w)", texto, re.IGNORECASE))
