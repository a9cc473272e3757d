"""Lo de todos los días, desde cualquier parte de la ventana: los monitoreos, sus días y buscar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.ventana.acciones import Accion
from ut_escritorio.interfaz.ventana.mesa import Mesa
from ut_escritorio.interfaz.ventana.ordenes import al_pedirlo
from ut_escritorio.interfaz.ventana.ordenes.al_pedirlo import Servicios

if TYPE_CHECKING:
    from ut_escritorio.dominio.impreso.asuntos import Encargo
    from ut_escritorio.dominio.impreso.busqueda import Hallable
    from ut_escritorio.dominio.oficios.libro import EnElLibro
    from ut_escritorio.interfaz.hojas.buscar import HojaDeBuscar
    from ut_escritorio.servicios.archivo.expediente import Expediente

_LO_QUE_DURA = 8000


class Diario(QObject):
    """Sus gestos, y las hojas que se abren al lado; cada una se carga la primera vez que se pide."""

    def __init__(self, mesa: Mesa) -> None:
        super().__init__(mesa.marco)
        self._mesa = mesa
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

    def anotar(self, que: Encargo | EnElLibro | None = None) -> None:
        """Abre la tira de anotar, con lo que se pide o con lo que se propone según dónde está."""
        mesa = self._mesa
        al_pedirlo.anotar().abrir_tira(mesa.medio, mesa.sesion(), que or mesa.lugar())

    def registrar_los_de_hoy(self) -> None:
        """Anota lo de siempre de hoy en lo que se hace a diario, y dice qué se anotó."""
        self._mesa.asentar()
        sesion, servicio = self._mesa.sesion(), Servicios.monitoreos()
        hoy = sesion.reloj.hoy()
        if dicho := sesion.hacer(lambda expediente, _: servicio.registrar_los_de_hoy(expediente, hoy)):
            self._mesa.decir(dicho, _LO_QUE_DURA)

    def ver_los_dias(self, cifra: str, completar: bool) -> None:
        """Abre al lado los días de lo que se hace a diario; con `completar`, con su propuesta ya hecha."""
        marco, clase = self._mesa.marco, al_pedirlo.monitoreos().HojaDeDias
        if abierta := next((hoja for hoja in marco.findChildren(clase) if hoja.isVisible()), None):
            abierta.ver(cifra, completar)
            abierta.activateWindow()
        else:
            clase(marco, self._mesa.sesion(), cifra, completar).show()

    def buscar(self) -> None:
        """Abre la hoja de buscar, con lo último que se buscó."""
        self._mesa.asentar()
        expediente = self._mesa.sesion().expediente
        if self._buscar is None:
            self._buscar = al_pedirlo.buscar().HojaDeBuscar(self._mesa.marco)
            self._buscar.pide_ir.connect(self._ir_a_lo_hallado)
        if expediente is not self._buscado:
            self._buscado = expediente
            self._buscar.buscar_en(Servicios.busqueda().Buscador(expediente))
        self._buscar.poner_al_dia()
        self._buscar.show()
        self._buscar.activateWindow()

    def _ir_a_lo_hallado(self, hallable: Hallable) -> None:
        mesa = self._mesa
        mesa.marco.activateWindow()
        trimestre = Servicios.busqueda().trimestre_de(hallable, mesa.sesion().trimestre)
        mesa.ir_a_trimestre(trimestre, lambda: mesa.ir_a(hallable.sitio))

    def traer(self) -> None:
        """Propone los textos del trimestre anterior que se pueden traer a este."""
        self._mesa.asentar()
        sesion = self._mesa.sesion()
        if propuesta := sesion.consultar(Servicios.traer().proponer):
            al_pedirlo.traer().HojaDeTraer(self._mesa.marco, sesion, propuesta).open()
