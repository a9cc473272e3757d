"""Trabajo largo fuera de la ventana: avance, cancelación, resultado y error vuelven siempre."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QThread, Signal


class Trabajo(Protocol):
    """Lo que se hace aparte: dice su avance (hecho, total) y mira si ya se canceló."""

    def __call__(self, avance: Callable[[int, int], None], cancelado: Callable[[], bool]) -> Any: ...


class Tarea(QThread):
    """Un trabajo en su hilo; al acabar da exactamente una de dos, `hecha` o `fallida`, y luego `acabo`.

    Vive hasta que acaba, aunque la pestaña que la pidió ya no exista.
    """

    avanzo = Signal(int, int)
    hecha = Signal(object)
    fallida = Signal(object)
    acabo = Signal()

    def __init__(self, trabajo: Trabajo) -> None:
        super().__init__()
        self._trabajo = trabajo
        self._entregar: Callable[[], object] = lambda: None
        self.finished.connect(self._acabar)

    def empezar(self) -> None:
        """Lo hace aparte."""
        _andando.add(self)
        self.start()

    def cancelar(self) -> None:
        """Pide al trabajo que lo deje; él lo nota en su siguiente paso."""
        self.requestInterruption()

    def run(self) -> None:
        try:
            resultado = self._trabajo(self.avanzo.emit, self.isInterruptionRequested)
        except Exception as error:  # el error viaja a la ventana, que lo dice
            self._entregar = partial(self.fallida.emit, error)
        else:
            self._entregar = partial(self.hecha.emit, resultado)

    def _acabar(self) -> None:
        """Entrega lo que dio, una sola vez; la que ya no se espera no se entrega."""
        if self not in _andando:
            return
        _andando.discard(self)
        self._entregar()
        self.acabo.emit()


_andando: set[Tarea] = set()


def no_se_pudo(error: Exception) -> None:
    """Lo que el programa hace por su cuenta y falla se dice como todo lo imprevisto."""
    sys.excepthook(type(error), error, error.__traceback__)


def acabar_todas() -> None:
    """Cancela lo que esté andando, espera y lo entrega: al volver, quien lo pidió ya sabe en qué quedó."""
    while _andando:
        tarea = next(iter(_andando))
        tarea.cancelar()
        tarea.wait()
        tarea._acabar()


def detener_todas() -> None:
    """Cancela lo que esté andando y espera, para cerrar: ya no hay archivo ni ventana a quien entregarlo."""
    andando = tuple(_andando)
    _andando.clear()
    for tarea in andando:
        tarea.cancelar()
    for tarea in andando:
        tarea.wait()
