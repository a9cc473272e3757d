"""La palabra que quizá se quiso escribir."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches


def sugerencia(escrita: str, conocidas: Collection[str]) -> str:
    """La palabra conocida que más se parece a la escrita; si ninguna, las que hay."""
    parecidas = get_close_matches(escrita, conocidas, n=1)
    if parecidas:
        return f"¿Quiso decir «{parecidas[0]}»?"
    if not conocidas:
        return "Quítela o agréguela al plan."
    muestra = sorted(conocidas)
    return f"Las que hay: {', '.join(muestra[:12])}{'…' if len(muestra) > 12 else '.'}"
