"""Cómo quedó abierto un archivo: para escribir o, si solo se puede leer, por qué."""

from __future__ import annotations

from typing import Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.servicios.archivo.expediente import Expediente

PorQueSoloLeer = Literal["", "en uso", "cambiado", "sin permiso", "revisando", "danado"]
ARRIBA = "El archivo está abierto solo para leer; arriba se dice por qué."


@congelado
class Abierto:
    """Un archivo abierto; si solo se puede leer, por qué y con qué palabras."""

    expediente: Expediente
    por: PorQueSoloLeer = ""
    frase: str = ""

    @property
    def solo_leer(self) -> str:
        """Lo que se dice a quien quiera escribir; vacío si puede."""
        return ARRIBA if self.por else ""
