"""Las cosas que se cuentan, con su plural y su género."""

from __future__ import annotations

from typing import Literal

from ut_escritorio.dominio.congelado import congelado

Genero = Literal["f", "m"]


@congelado
class Sustantivo:
    """Una cosa que se cuenta: «actualización», «actualizaciones», femenino."""

    singular: str
    plural: str
    genero: Genero = "m"
