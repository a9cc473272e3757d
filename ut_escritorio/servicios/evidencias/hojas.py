"""La hoja de un PDF, pintada: lo que de ella se ve, y nada más."""

from __future__ import annotations

from collections.abc import Callable

from ut_escritorio.dominio.congelado import congelado


@congelado
class Puntos:
    """Una imagen suelta: su ancho, su alto y sus puntos, de a cuatro octetos (rojo, verde, azul y velo)."""

    ancho: int
    alto: int
    octetos: bytes


PintarHoja = Callable[[bytes, int], Puntos]
"""De un PDF y qué hoja, desde 1. La ventana sabe hacerlo, y se lo presta a las órdenes."""
