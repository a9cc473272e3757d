"""Dónde vive una víctima, y lo que a su lado puede quedar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

Avisar = Callable[[int], None]


@dataclass(frozen=True)
class Escena:
    """Dónde vive una víctima: su archivo, la carpeta de sus copias y un sano de donde salió."""

    carpeta: Path
    molde: Path

    @property
    def archivo(self) -> Path:
        return self.carpeta / "oficina.sqlite"

    @property
    def copias(self) -> Path:
        return self.carpeta / "copias"


def que_quedo(escena: Escena, nombres: set[str]) -> Iterator[str]:
    hay = {cosa.name for cosa in escena.carpeta.iterdir() if cosa.is_file()}
    if hay != nombres:
        yield f"quedó {sorted(hay - nombres)}"
