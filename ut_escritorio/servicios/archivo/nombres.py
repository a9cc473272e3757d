"""Los nombres de las copias: el del archivo y cuándo se hicieron."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

_FORMATO = "%Y-%m-%d %H-%M-%S"
_HECHA_SOLA = re.compile(r"(.*) (\d{4}-\d\d-\d\d \d\d-\d\d-\d\d)(?: \(\d+\))?")


def marca(ahora: datetime) -> str:
    """Lo que dice de cuándo es, en el nombre de una copia."""
    return ahora.strftime(_FORMATO)


def libre(carpeta: Path, archivo: Path, marca: str) -> Path:
    """Un nombre que nada tenga en esa carpeta: el del archivo y la marca."""
    posibles = (
        f"{archivo.stem} {marca}{n}{archivo.suffix}" for n in ("", *(f" ({n})" for n in range(2, 100)))
    )
    return next(ruta for nombre in posibles if not (ruta := carpeta / nombre).exists())


def hecha_el(ruta: Path) -> datetime:
    """Cuándo se hizo una copia, según su nombre o, si no lo dice, su archivo."""
    hallado = _HECHA_SOLA.fullmatch(ruta.stem)
    with suppress(ValueError):
        if hallado:
            return datetime.strptime(hallado[2], _FORMATO)  # noqa: DTZ007
    return datetime.fromtimestamp(ruta.stat().st_mtime).replace(microsecond=0)  # noqa: DTZ006


def llamado(ruta: Path) -> str:
    """El nombre del archivo de que se hizo sola una copia; vacío si se llama de otro modo."""
    hallado = _HECHA_SOLA.fullmatch(ruta.stem)
    return hallado[1] if hallado else ""
