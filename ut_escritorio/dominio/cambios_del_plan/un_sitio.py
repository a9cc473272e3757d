"""Mover algo un sitio en cualquier lista del plan: departamentos, medios, frases, lo que se imprime."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from ut_escritorio.errores import ValorInvalido


class _ConClave(Protocol):
    @property
    def clave(self) -> str: ...


T = TypeVar("T", bound=_ConClave)


def con_una_un_sitio(suyas: Sequence[T], clave: str, hacia: int, orillas: tuple[str, str]) -> tuple[T, ...]:
    """La lista con una cosa un sitio antes (-1) o después (1); lanza lo mismo que `sitio_de_junto`."""
    queda = list(suyas)
    sitio = sitio_de_junto(suyas, clave, hacia, orillas)
    queda.insert(sitio, queda.pop(sitio - hacia))
    return tuple(queda)


def sitio_de_junto(suyas: Sequence[T], clave: str, hacia: int, orillas: tuple[str, str]) -> int:
    """El sitio (desde 0) de junto al de esa cosa.

    ValorInvalido si es la de la orilla: `orillas` dice cómo se llama la primera y cómo la última.
    """
    sitio = [cada.clave for cada in suyas].index(clave) + hacia
    if not 0 <= sitio < len(suyas):
        raise ValorInvalido(f"Ya es {orillas[hacia > 0]}.")
    return sitio
