"""Cerrar la ventana: nada a medias se pierde, se respalda si algo cambió, y se recuerda cómo estaba."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from ut_escritorio.interfaz.comunes.sesion.salidas import CERRAR
from ut_escritorio.interfaz.comunes.sesion.tareas import detener_todas
from ut_escritorio.interfaz.ventana import recuerdos
from ut_escritorio.interfaz.ventana.mesa import Mesa
from ut_escritorio.interfaz.ventana.pestanas import Pestanas

if TYPE_CHECKING:
    from ut_escritorio.interfaz.respaldo.copias import Copias


class Cierre:
    """Lo que hay que hacer antes; lo que tarde o se pregunte cierra la ventana después.

    `sin_guardarlo`: ella ya dijo que se cierre con lo que no se pudo guardar.
    """

    def __init__(self, mesa: Mesa, copias: Callable[[], Copias]) -> None:
        self._mesa, self._copias = mesa, copias
        self.sin_guardarlo = False

    def listo(self) -> bool:
        """Si ya se puede cerrar: nada se copia, se adjunta ni queda a medias, y lo que cambió se respaldó."""
        cerrar, copias = self._mesa.marco.close, self._copias()
        self._mesa.sesion().espera.salir("otra ventana")
        return (
            copias.cuando_este_libre(cerrar)
            and self._mesa.sesion().cuando_acabe(cerrar)
            and (self.sin_guardarlo or self._pasa_la_puerta())
            and copias.listo_para_cerrar(cerrar)
        )

    def _pasa_la_puerta(self) -> bool:
        """Si ya se puede cerrar; si hubo que preguntar, lo que ella conteste cierra después."""
        contesta_despues = False

        def cerrar() -> None:
            self.sin_guardarlo = True
            # Cerrar otra vez desde aquí dentro quitaría la ventana del sistema sin esperar a la copia
            if contesta_despues:
                self._mesa.marco.close()

        paso = self._mesa.sesion().puerta(CERRAR, cerrar)
        contesta_despues = True
        return paso

    def recoger(self, pestanas: Pestanas, ajustes: QSettings) -> None:
        """Detiene lo que ande en otro hilo y recuerda la ventana y su trimestre."""
        sesion = self._mesa.sesion()
        sesion.revision.parar()
        detener_todas()
        recuerdos.guardar(self._mesa.marco, pestanas, sesion.trimestre, ajustes)
