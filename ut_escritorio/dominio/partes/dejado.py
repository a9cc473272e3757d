"""Lo que la revisión señaló y ella dejó así: dónde es y qué se señaló; de cuál es, lo dice su huella."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ut_escritorio.dominio.congelado import congelado


@congelado
class Dejado:
    """`lugar`: la clave de dónde se señaló; `dice`: lo que se señaló, en palabras."""

    lugar: str
    dice: str


Dejados = Mapping[str, Dejado]
"""Por la huella de lo señalado."""

NINGUNO: Dejados = MappingProxyType({})
