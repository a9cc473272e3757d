"""El cuadro de diálogo que, con algo escrito, no se cierra con Esc ni con su cruz sin preguntar."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent

from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo


class SinPerderlo(Dialogo):
    """Cada uno dice, en `lo_dicho`, lo que ella puede cambiar en él; lo demás es igual para todos."""

    _al_abrir: object = None

    def lo_dicho(self) -> object:
        """Lo que se perdería al cerrarlo; de suyo, nada."""
        return None

    def recordar_lo_dicho(self) -> None:
        """Lo que dice ahora lo puso el programa: no se pierde nada al cerrarlo."""
        self._al_abrir = self.lo_dicho()

    def showEvent(self, arg__1: QShowEvent) -> None:
        super().showEvent(arg__1)
        if not arg__1.spontaneous():
            self.recordar_lo_dicho()

    def reject(self) -> None:
        if self.lo_dicho() == self._al_abrir:
            super().reject()
        else:
            avisos.preguntar_si_se_pierde(self, super().reject)
