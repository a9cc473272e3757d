"""Trabajo largo fuera de la ventana: avance, cancelación, resultado y error vuelven siempre."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QThread, QTimer, Signal


class Trabajo(Protocol):
    """Lo que se hace aparte: dice su avance (hecho, total) y mira si ya se canceló."""

    def __call__(self, avance: Callable[[int, int], None], cancelado: Callable[[], bool]) -> Any: ...


class Tarea(QThread):
    """Un trabajo en su hilo; al acabar da exactamente una de dos, `hecha` o `fallida`, y luego `acabo`.

    `antes` es lo que para ello se lee del archivo: pasos cortos, que se dan en la ventana de a uno por turno.
    Vive hasta que acaba, aunque la pestaña que la pidió ya no exista.
    """

    avanzo = Signal(int, int)
    hecha = Signal(object)
    fallida = Signal(object)
    acabo = Signal()

    def __init__(self, trabajo: Trabajo, antes: Iterable[object] = ()) -> None:
        super().__init__()
        self._trabajo, self._antes = trabajo, iter(antes)
        self._empezo = self._cancelada = False
        self._entregar: Callable[[], object] = lambda: None
        self.finished.connect(self._acabar)

    def empezar(self) -> None:
        """Lo hace aparte, en cuanto dé los pasos de antes."""
        _andando.add(self)
        self._dar_el_que_sigue()

    def _dar_el_que_sigue(self) -> None:
        if self._empezo or self not in _andando:
            return
        try:
            for _ in self._antes:
                QTimer.singleShot(0, self, self._dar_el_que_sigue)
                return
        except Exception as error:
            self._trabajo = partial(_no_se_leyo, error)
        self._empezo = True
        self.start()

    def apurar(self) -> None:
        """Si aún no empieza, da ya todos los pasos de antes y empieza."""
        while not self._empezo:
            self._dar_el_que_sigue()

    def cancelar(self) -> None:
        """Pide al trabajo que lo deje; él lo nota en su siguiente paso, aunque todavía no empiece."""
        self._cancelada = True

    def run(self) -> None:
        try:
            resultado = self._trabajo(self.avanzo.emit, lambda: self._cancelada)
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


def _no_se_leyo(error: Exception, *_: object) -> None:
    raise error


_andando: set[Tarea] = set()


def no_se_pudo(error: Exception) -> None:
    """Lo que el programa hace por su cuenta y falla se dice como todo lo imprevisto."""
    sys.excepthook(type(error), error, error.__traceback__)


def acabar_todas() -> None:
    """Cancela lo que esté andando, espera y lo entrega: al volver, quien lo pidió ya sabe en qué quedó."""
    while _andando:
        tarea = next(iter(_andando))
        tarea.cancelar()
        tarea.apurar()
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
