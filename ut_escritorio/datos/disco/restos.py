"""Lo que un corte dejó a medio escribir, con nombres que solo pone este programa."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

_UN_DIA = 24 * 60 * 60  # segundos
_ES_RESTO = r"\.[0-9a-f]{8}(?:[0-9a-f]{24})?\.(?:tmp|restaurado)(?:-journal)?"


def quitar_restos(carpeta: Path, ahora: datetime) -> None:
    """Quita de una carpeta lo que quedó a medias hace más de un día; lo de hoy puede estarse escribiendo."""
    with suppress(OSError):
        for resto in carpeta.glob(".*"):
            if re.fullmatch(_ES_RESTO, resto.name):
                _quitar(resto, ahora.timestamp() - _UN_DIA)


def _quitar(resto: Path, antes_de: float) -> None:
    """Lo quita si es de antes; si otro programa no lo suelta, será otro día, y los demás no lo esperan."""
    with suppress(OSError):
        if resto.stat().st_mtime < antes_de:
            resto.unlink()
