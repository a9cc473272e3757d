"""Lo pedido se anota ya o en su turno, si algo lee el archivo; mientras espera, no se pide dos veces."""

from __future__ import annotations

from collections.abc import Callable

from ut_escritorio.interfaz.anotar.hecho import Anotado
from ut_escritorio.interfaz.anotar.pedido import Pedido
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion


class EnSuTurno:
    """`quedo` recibe lo que se pidió y lo que se anotó, en cuanto se anota."""

    def __init__(self, sesion: Sesion, quedo: Callable[[Pedido, Anotado], object]) -> None:
        self._sesion, self._quedo = sesion, quedo
        self._en_camino = False

    def anotar(self, pedido: Callable[[], Pedido], y_luego: Callable[[], object]) -> None:
        """Anota lo que se pide, como lo dice ahora, y sigue; si no se pudo, no sigue."""
        if self._en_camino:
            return
        self._en_camino = True
        dicho = pedido()
        self._sesion.espera.cuando_se_pueda(lambda: self._ya(dicho, y_luego))

    def _ya(self, pedido: Pedido, y_luego: Callable[[], object]) -> None:
        self._en_camino = False
        anotado = pedido.anotar_en(self._sesion)
        if anotado is not None:
            self._quedo(pedido, anotado)
            y_luego()
