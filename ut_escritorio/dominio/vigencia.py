"""Lo que vale desde un día y hasta otro: una sola manera de preguntarlo."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar


class ConVigencia(Protocol):
    """Algo con un primer día (`desde`) y un último (`hasta`), ambos incluidos; None: sin límite."""

    @property
    def desde(self) -> date | None: ...  # noqa: D102
    @property
    def hasta(self) -> date | None: ...  # noqa: D102


V = TypeVar("V", bound=ConVigencia)


def vale(cosa: ConVigencia, dia: date) -> bool:
    """Si la cosa está vigente ese día."""
    return (cosa.desde is None or cosa.desde <= dia) and (cosa.hasta is None or dia <= cosa.hasta)


def vigente(cosas: Iterable[V], dia: date) -> V | None:
    """La que vale ese día; si valen varias, la que empezó más tarde; None si ninguna."""
    validas = [cosa for cosa in cosas if vale(cosa, dia)]
    return max(validas, key=lambda cosa: cosa.desde or date.min, default=None)
