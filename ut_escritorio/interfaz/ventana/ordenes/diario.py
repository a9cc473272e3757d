"""Lo de todos los días, desde cualquier parte de la ventana: los monitoreos, sus días y buscar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.ventana.acciones import Accion

if TYPE_CHECKING:
    from ut_escritorio.dominio.impreso.asuntos import Encargo
    from ut_escritorio.dominio.impreso.busqueda import Hallable
    from ut_escritorio.interfaz.hojas.buscar import HojaDeBuscar
    from ut_escritorio.interfaz.ventana.marco import Ventana
    from ut_escritorio.servicios.archivo.expediente import Expediente

_LO_QUE_DURA = 8000


class Diario(QObject):
    """Sus gestos, y las hojas que se abren al lado; cada una se carga la primera vez que se pide."""

    def __init__(self, ventana: Ventana) -> None:
        super().__init__(ventana)
        self._ventana = ventana
        self._buscar: HojaDeBuscar | None = None
        self._buscado: Expediente | None = None
        self.acciones = (
            Accion("&Anotar", self.anotar, ("F9",), "a_mano"),
            Accion("&Monitoreos de hoy", self.registrar_los_de_hoy, ("F8",), "dias"),
            Accion("&Buscar…", self.buscar, ("Ctrl+B", "Ctrl+F"), "buscar"),
        )
        self.de_vez_en_cuando = (
            None,
            Accion("Traer &textos del trimestre anterior…", self.traer, icono="traer"),
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
        from ut_escritorio.servicios.captura.monitoreos import registrar_los_de_hoy

        self._ventana.asentar()
        sesion = self._ventana.sesion
        hoy = sesion.reloj.hoy()
        if dicho := sesion.hacer(lambda expediente, _: registrar_los_de_hoy(expediente, hoy)):
            self._ventana.statusBar().showMessage(dicho, _LO_QUE_DURA)

    def ver_los_dias(self, cifra: str, completar: bool) -> None:
        """Abre al lado los días de lo que se hace a diario; con `completar`, con su propuesta ya hecha."""
        from ut_escritorio.interfaz.monitoreos.hoja import HojaDeDias

        HojaDeDias(self._ventana, self._ventana.sesion, cifra, completar).show()

    def buscar(self) -> None:
        """Abre la hoja de buscar, con lo último que se buscó."""
        from ut_escritorio.interfaz.hojas.buscar import HojaDeBuscar
        from ut_escritorio.servicios.archivo.busqueda import Buscador

        self._ventana.asentar()
        expediente = self._ventana.sesion.expediente
        if self._buscar is None:
            self._buscar = HojaDeBuscar(self._ventana)
            self._buscar.pide_ir.connect(self._ir_a_lo_hallado)
        if expediente is not self._buscado:
            self._buscado = expediente
            self._buscar.buscar_en(Buscador(expediente))
        self._buscar.poner_al_dia()
        self._buscar.show()
        self._buscar.activateWindow()

    def _ir_a_lo_hallado(self, hallable: Hallable) -> None:
        from ut_escritorio.servicios.archivo.busqueda import trimestre_de

        self._ventana.activateWindow()
        trimestre = trimestre_de(hallable, self._ventana.sesion.trimestre)
        self._ventana.ir_a_trimestre(trimestre, lambda: self._ventana.ir_a(hallable.sitio))

    def traer(self) -> None:
        """Propone los textos del trimestre anterior que se pueden traer a este."""
        from ut_escritorio.interfaz.hojas.traer import HojaDeTraer
        from ut_escritorio.servicios.captura.traer import proponer

        self._ventana.asentar()
        sesion = self._ventana.sesion
        if propuesta := sesion.consultar(proponer):
            HojaDeTraer(self._ventana, sesion, propuesta).open()
