"""Lo que entrega el escritor del PDF."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.errores import ErrorEsperado

ClaseDeHojas = Literal["paradas", "acostadas", "por llenar"]
"""A lo alto; a lo ancho, para listas largas; o a lo ancho y con celdas donde se escribe a mano."""


class Cancelado(ErrorEsperado):
    """Quien pidió el informe lo detuvo antes de que estuviera completo."""


@congelado
class PdfEscrito:
    """El PDF completo y lo que conviene saber de él.

    `sin_glifo` son los caracteres que ninguna fuente tiene, en el orden en que aparecieron: se
    imprimen como □. `hojas` lleva cada `origen` a la primera página (desde 1) donde se imprime.
    `huellas` resume lo que cada página lleva, aparte de su número: dos iguales se imprimen igual.
    `sin_leerse` dice, de cada foto y hoja que no se pudo poner y lleva un marco, cuál y qué hacer; y
    `logotipos_sin_leerse`, de los logotipos.
    """

    datos: bytes
    paginas: int
    sin_glifo: tuple[str, ...]
    hojas: Mapping[str, int]
    huellas: tuple[str, ...]
    sin_leerse: tuple[str, ...] = ()
    logotipos_sin_leerse: tuple[str, ...] = ()

    @property
    def avisos(self) -> tuple[str, ...]:
        """Todo lo que no se pudo poner."""
        return (*self.logotipos_sin_leerse, *self.sin_leerse)
