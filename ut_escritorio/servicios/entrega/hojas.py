"""Las hojas de un PDF adjunto como van en los anexos: pintadas, y no copiadas.

Así lo que un PDF ajeno traiga (letras que no lleva dentro, tintas, programas) no entra al informe, que se
abre igual dentro de treinta años; y lo que se tapó en una hoja queda tapado: debajo no va su texto.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.informe.claves import partes_de
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.evidencias import al_pedirlo
from ut_escritorio.servicios.evidencias.hojas import PintarHoja

T = TypeVar("T")


@congelado
class ConHojas:
    """Lo que el informe pide del archivo: cada cosa por su clave, y la hoja de un PDF, ya pintada."""

    octetos: Mapping[str, bytes]
    pintar: PintarHoja | None

    def __call__(self, clave: str) -> bytes:
        """Los bytes de una imagen."""
        sha256, hoja = partes_de(clave)
        if not hoja or self.pintar is None:
            return self.octetos[sha256]
        pintada = self.pintar(self.octetos[sha256], hoja)
        return al_pedirlo.fotos().de_puntos(pintada.ancho, pintada.alto, pintada.octetos)


def por_leer(
    exp: Expediente, necesarios: Collection[str], con_pdf: bool, pintar: PintarHoja | None
) -> tuple[ConHojas, Iterator[None]]:
    """Esos contenidos del archivo y los pasos que los leen: quien trabaja aparte no lo toca.

    `pintar` pinta las hojas de los PDF, conforme se piden; ErrorEsperado si hay alguno (`con_pdf`) y nadie
    que lo haga.
    """
    if con_pdf and pintar is None:
        raise ErrorEsperado("Aquí no hay con qué ver las hojas de un PDF adjunto. Ábralo en la ventana.")
    octetos: dict[str, bytes] = {}
    return ConHojas(octetos, pintar), exp.leyendo(sorted(necesarios), octetos)


def ya_leido(por_leer: tuple[T, Iterator[None]]) -> T:
    """Lo mismo, con sus pasos ya dados; lanza lo que ellos."""
    leido, pasos = por_leer
    for _ in pasos:
        pass
    return leido
