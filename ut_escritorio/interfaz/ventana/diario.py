"""Lo de todos los días, desde cualquier parte de la ventana: lo que se hace a diario y sus días."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ut_escritorio.interfaz.comunes.sesion import Sesion
from ut_escritorio.interfaz.ventana.acciones import Accion

if TYPE_CHECKING:
    from ut_escritorio.dominio.asuntos import Encargo
    from ut_escritorio.interfaz.ventana.marco import Ventana

_LO_QUE_DURA = 8000


class Diario(QObject):
    """Sus gestos, y las hojas que se abren al lado; cada una se carga la primera vez que se pide."""

    def __init__(self, ventana: Ventana) -> None:
        super().__init__(ventana)
        self._ventana = ventana
        self.acciones = (
            Accion("&Anotar", self.anotar, ("F9",), "a_mano"),
            Accion("&Monitoreos de hoy", self.registrar_los_de_hoy, ("F8",), "dias"),
        )

    def atender(self, sesion: Sesion) -> None:
        """Atiende lo que las pestañas de una sesión piden."""
        sesion.pide_anotar.connect(self.anotar)
        sesion.pide_dias.connect(self.ver_los_dias)
        sesion.pide_registrar.connect(self.registrar_los_de_hoy)

    def anotar(self, encargo: Encargo | None = None) -> None:
        """Abre la tira de anotar, con un encargo o con lo que se propone según dónde está."""
        from ut_escritorio.interfaz.anotar import abrir_tira

        abrir_tira(self._ventana.medio, self._ventana.sesion, encargo or self._ventana.donde()[1])

    def registrar_los_de_hoy(self) -> None:
        """Anota lo de siempre de hoy en lo que se hace a diario, y dice qué se anotó."""
        from ut_escritorio.servicios.monitoreos import registrar_los_de_hoy

        self._ventana.asentar()
        sesion = self._ventana.sesion
        hoy = sesion.reloj.hoy()
        if dicho := sesion.hacer(lambda expediente, _: registrar_los_de_hoy(expediente, hoy)):
            self._ventana.statusBar().showMessage(dicho, _LO_QUE_DURA)

    def ver_los_dias(self, cifra: str, completar: bool) -> None:
        """Abre al lado los días de lo que se hace a diario; con `completar`, con su propuesta ya hecha."""
        from ut_escritorio.interfaz.monitoreos.hoja import HojaDeDias

        HojaDeDias(self._ventana, self._ventana.sesion, cifra, completar).show()
