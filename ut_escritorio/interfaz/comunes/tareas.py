"""Trabajo largo fuera de la ventana: avance, cancelación, resultado y error vuelven siempre."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, QThread, Signal


class Trabajo(Protocol):
    """Lo que se hace aparte: dice su avance (hecho, total) y mira si ya se canceló."""

    def __call__(self, avance: Callable[[int, int], None], cancelado: Callable[[], bool]) -> Any: ...


class Tarea(QThread):
    """Un trabajo en su hilo; al acabar da exactamente una de dos: `hecha` o `fallida`."""

    avanzo = Signal(int, int)
    hecha = Signal(object)
    fallida = Signal(object)

    def __init__(self, trabajo: Trabajo, padre: QObject) -> None:
        super().__init__(padre)
        self._trabajo = trabajo
        self.finished.connect(self.deleteLater)

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
