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
    `no_dura` dice, de cada cosa por la que el PDF podría verse de otro modo dentro de años, cuál y qué hacer;
    con ellas van las `sin_leerse`: las fotos y las hojas que no se pudieron poner, y llevan un marco.
    """

    datos: bytes
    paginas: int
    sin_glifo: tuple[str, ...]
    hojas: Mapping[str, int]
    huellas: tuple[str, ...]
    no_dura: tuple[str, ...] = ()
    sin_leerse: tuple[str, ...] = ()
