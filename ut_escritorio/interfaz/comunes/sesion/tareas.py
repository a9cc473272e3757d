"""Trabajo largo fuera de la ventana: avance, cancelación, resultado y error vuelven siempre."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QThread, Signal


class Trabajo(Protocol):
    """Lo que se hace aparte: dice su avance (hecho, total) y mira si ya se canceló."""

    def __call__(self, avance: Callable[[int, int], None], cancelado: Callable[[], bool]) -> Any: ...


class Tarea(QThread):
    """Un trabajo en su hilo; al acabar da exactamente una de dos: `hecha` o `fallida`.

    Vive hasta que acaba, aunque la pestaña que la pidió ya no exista.
    """

    avanzo = Signal(int, int)
    hecha = Signal(object)
    fallida = Signal(object)

    def __init__(self, trabajo: Trabajo) -> None:
        super().__init__()
        self._trabajo = trabajo
        _andando.add(self)
        self.finished.connect(lambda: _andando.discard(self))

    def cancelar(self) -> None:
        """Pide al trabajo que lo deje; él lo nota en su siguiente paso."""
        self.requestInterruption()

    def run(self) -> None:
        try:
            resultado = self._trabajo(self.avanzo.emit, self.isInterruptionRequested)
        except Exception as error:  # el error viaja a la ventana, que lo dice
            self.fallida.emit(error)
        else:
            self.hecha.emit(resultado)


_andando: set[Tarea] = set()


def no_se_pudo(error: Exception) -> None:
    """Lo que el programa hace por su cuenta y falla se dice como todo lo imprevisto."""
    sys.excepthook(type(error), error, error.__traceback__)


def detener_todas() -> None:
    """Cancela lo que esté andando y espera a que termine, para poder cerrar."""
    for tarea in tuple(_andando):
        tarea.cancelar()
        tarea.wait()
