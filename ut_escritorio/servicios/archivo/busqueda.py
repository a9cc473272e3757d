"""Buscar en todo el archivo: folio, unidad, persona, palabras de cualquier renglón, texto o año."""

from __future__ import annotations

from ut_escritorio.datos.filas.busqueda import leer_hallables, sello_de_lo_hallable
from ut_escritorio.dominio.impreso.busqueda import TOPE, Hallable, Hallado, Indice
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.servicios.archivo.expediente import Expediente

__all__ = ["TOPE", "Buscador", "Hallado"]


class Buscador:
    """Busca en un archivo, como estaba la última vez que se puso al día."""

    def __init__(self, exp: Expediente) -> None:
        self._exp = exp
        self._sello: tuple[int, ...] = ()
        self._indice = Indice(())

    def poner_al_dia(self) -> None:
        """Lo vuelve a leer, solo si algo de lo que se busca cambió."""
        sello = sello_de_lo_hallable(self._exp.base)
        if sello != self._sello:
            self._sello, self._indice = sello, Indice(leer_hallables(self._exp.base))

    def buscar(self, texto: str) -> tuple[Hallado, ...]:
        """Lo que lleva todas las palabras, lo más nuevo primero; a lo más `TOPE`."""
        return self._indice.buscar(texto)


def trimestre_de(hallable: Hallable, visto: Trimestre) -> Trimestre:
    """A qué trimestre se salta: el suyo o, si es de todo el año, el que se está viendo en ese año."""
    return Trimestre(hallable.ejercicio, hallable.numero or visto.numero)
