"""Esperar para escribir: mientras haya por qué, lo que se iba a guardar se forma y luego pasa en orden."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, Signal

PorQueEsperar = Literal["otra ventana", "respaldo", "archivo", "pregunta"]


class Espera(QObject):
    """`termino` sale al no haber por qué esperar, antes de que pase lo formado; `cambio`, si se forma algo.

    Se espera porque ella está en otro programa (quizá copiando el archivo), porque se está respaldando,
    porque el archivo se está abriendo otra vez o porque antes se le pregunta algo.
    """

    termino = Signal()
    cambio = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._por: set[PorQueEsperar] = set()
        self._formado: list[Callable[[], object]] = []

    def __bool__(self) -> bool:
        return bool(self._por)

    @property
    def hay_formado(self) -> bool:
        """Si algo espera su turno."""
        return bool(self._formado)

    def entrar(self, por: PorQueEsperar) -> None:
        """Desde ahora se espera por eso."""
        self._por.add(por)

    def salir(self, por: PorQueEsperar) -> None:
        """Ya no se espera por eso; si por nada, pasa lo formado."""
        if por not in self._por:
            return
        self._por.discard(por)
        if self._por:
            return
        self.termino.emit()
        while self._formado and not self._por:
            que = self._formado.pop(0)
            self.cambio.emit()  # antes: «Guardado 16:59» borraría lo que al hacerlo se diga
            que()

    def cuando_se_pueda(self, que: Callable[[], object]) -> None:
        """Hace algo ya o, si hay que esperar, en su turno."""
        if not self._por:
            que()
            return
        self._formado.append(que)
        self.cambio.emit()
