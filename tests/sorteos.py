"""Cuántos casos sortea una regla que no se queda con los de costumbre."""

from __future__ import annotations

from hypothesis import settings

DE_COSTUMBRE = 50
"""Los de una regla que no dice cuántos, en cada corrida."""


def casos(cuantos: int) -> int:
    """Esos en cada corrida y, con `a_fondo`, las mismas veces más que a las demás reglas."""
    return cuantos * settings().max_examples // DE_COSTUMBRE
