"""Lo que no se guardó porque el archivo no se dejó: se avisa, se dice arriba y se intenta solo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ut_escritorio.interfaz.comunes.sesion.pendientes import con_falla, dicho_arriba
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.ventana import al_pedirlo as de_la_ventana
from ut_escritorio.interfaz.ventana.archivo.puerta import cuadro_de
from ut_escritorio.interfaz.ventana.mesa import FranjaDeArriba, Mesa

if TYPE_CHECKING:
    from ut_escritorio.interfaz.comunes.dialogos.avisos import Aviso

CADA_RATO = 4000  # milisegundos


class Reintento(QObject):
    """La franja de lo que falta guardar, con «Reintentar ahora», mientras haya algo que baste reintentar.

    Su aviso es uno y se cierra solo cuando ya nada está sin guardar por eso.
    """

    def __init__(self, mesa: Mesa) -> None:
        super().__init__(mesa.marco)
        self._mesa, self.franja = mesa, FranjaDeArriba(mesa)
        self._aviso: Aviso | None = None
        self._reloj = QTimer(self, interval=CADA_RATO)
        self._reloj.timeout.connect(self._intentar_solo)

    def atender(self, sesion: Sesion) -> None:
        """Desde ahora, lo de esa sesión."""
        self._sesion = sesion
        sesion.no_guardo.connect(self._avisar)
        sesion.sin_guardar.cambio.connect(self._decir)
        self._decir()

    def _avisar(self, por_que: str) -> None:
        avisos = de_la_ventana.avisos()
        if avisos.a_la_vista(por_que):
            return
        self._cerrar_el_aviso()
        avisos.advertir(QApplication.activeModalWidget() or self._mesa.marco, por_que)
        self._aviso = avisos.ultimo()

    def _cerrar_el_aviso(self) -> None:
        if self._aviso is not None:
            de_la_ventana.avisos().cerrar(self._aviso)
        self._aviso = None

    def _decir(self) -> None:
        pendientes = self._sesion.sin_guardar.todos
        if self._aviso is not None and all(p.por_que != self._aviso.texto for p in pendientes):
            self._cerrar_el_aviso()
        por_reintentar = () if self._sesion.solo_leer else self._sesion.sin_guardar.por_reintentar
        faltan = con_falla(por_reintentar)
        if not faltan:
            self._reloj.stop()
            self.franja.decir("")
            return
        if not self._reloj.isActive():
            self._reloj.start()
        dicho = f"{dicho_arriba(faltan)}. {faltan[-1].falla} Se guardará solo en cuanto se pueda."
        if dicho != self.franja.dice():
            self.franja.decir(dicho, ("Reintentar ahora", self._reintentar), icono="error")

    def _intentar_solo(self) -> None:
        """Sin avisar; a media celda se deja para el rato que sigue, que al guardar se volvería a dibujar."""
        con_foco = self._mesa.marco.focusWidget()
        if con_foco is None or cuadro_de(con_foco) is None:
            self._sesion.reintentar()

    def _reintentar(self) -> None:
        self._mesa.asentar()
        self._sesion.reintentar(avisando=True)
