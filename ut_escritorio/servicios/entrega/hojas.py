"""Las hojas de un PDF adjunto como van en los anexos: pintadas, y no copiadas.

Así lo que un PDF ajeno traiga (letras que no lleva dentro, tintas, programas) no entra al informe, que se
abre igual dentro de treinta años; y lo que se tapó en una hoja queda tapado: debajo no va su texto.
"""

from __future__ import annotations

from collections.abc import Mapping

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.informe.claves import partes_de
from ut_escritorio.servicios.evidencias import al_pedirlo
from ut_escritorio.servicios.evidencias.hojas import PintarHoja


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
