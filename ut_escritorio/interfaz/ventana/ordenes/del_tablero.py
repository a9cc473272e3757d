"""Lo que el Tablero pide por su nombre, en el trimestre que se ve o en otro."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.sesion.ordenes import Orden
from ut_escritorio.interfaz.ventana.mesa import Mesa


class Ordenes(QObject):
    """Antes de hacer una, guarda lo que esté a medio escribir y va al trimestre en que se pide."""

    def __init__(self, mesa: Mesa, cuales: Mapping[Orden, Callable[[], object]]) -> None:
        super().__init__(mesa.marco)
        self._mesa, self._cuales = mesa, cuales

    def obedecer(self, orden: Orden, trimestre: Trimestre | None) -> None:
        """Hace lo que se pide."""
        self._mesa.ir_a_trimestre(trimestre or self._mesa.sesion().trimestre, self._cuales[orden])
