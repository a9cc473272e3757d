"""Lo que la tira propone según dónde está ella y lo que ya anotó: medio, sentido, lugar y fecha."""

from __future__ import annotations

from dataclasses import replace

from ut_escritorio.dominio.impreso import anotar as regla
from ut_escritorio.dominio.impreso.contestables import Contestable, lugar_de_la_respuesta
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.oficios.solo_al_libro import SOLO_AL_LIBRO
from ut_escritorio.interfaz.anotar.campos import Hoja
from ut_escritorio.interfaz.anotar.ya_anotado import YaAnotado
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion


class Propuesta:
    """`donde` es el lugar del plan donde ella estaba; el que escoge a mano ya no se le cambia por otro."""

    def __init__(self, sesion: Sesion, hoja: Hoja, ya: YaAnotado) -> None:
        self._sesion, self._hoja, self._ya = sesion, hoja, ya
        self.donde = ""
        self.lugar_a_mano = False

    def empezar(self, donde: str) -> None:
        """Lo de costumbre en ese lugar."""
        self.donde, self.lugar_a_mano = donde, False
        self._comenzar(donde)
        self.fechar()

    def fechar(self) -> None:
        """Hoy o, si no cae en el trimestre, la fecha que le toca."""
        hoy = self._sesion.reloj.hoy()
        self._hoja.fecha.poner(regla.fecha_propuesta(self._sesion.trimestre, hoy))

    def seguir_al_medio(self, *, solo_al_libro: bool) -> None:
        """Con otro medio o sentido, el lugar de costumbre; el libro no deja de serlo más que si ya no va."""
        medio, sentido = self._hoja.medio.currentData(), self._hoja.sentido.currentData()
        no_va = solo_al_libro and medio != self._sesion.foto.plan.medio_con_folio
        if not self.lugar_a_mano or no_va:
            self._hoja.lugar.poner(self._ya.lugar_propuesto(medio, sentido, self.donde))

    def contestar(self, fila: EnElLibro) -> None:
        """El oficio que llegó en respuesta a ese, de su misma área."""
        self._ya.por_contestar = replace(fila, seguimiento=replace(fila.seguimiento, espera=True))
        self._hoja.medio.poner(self._sesion.foto.plan.medio_con_folio)
        self._hoja.sentido.poner("recibido")
        self._hoja.unidad.setText(fila.con)
        self._hoja.unidad.setCursorPosition(0)  # donde no cabe, se lee su comienzo

    def seguir_a(self, a: Contestable | None) -> None:
        """Lo que contesta a un oficio, donde le toca."""
        if a is None or self.lugar_a_mano:
            return
        medio = self._hoja.medio.currentData()
        if lugar := lugar_de_la_respuesta(self._sesion.foto, a, medio):
            self._hoja.lugar.poner(lugar)
        if lugar == SOLO_AL_LIBRO and not self._hoja.fecha.text():  # ahí va aunque no sea del trimestre
            self._hoja.fecha.poner(self._sesion.reloj.hoy())

    def seguir_al_lugar(self) -> None:
        """Con otro lugar, escogido por ella, el medio con que ahí se empieza, si el que está no es suyo."""
        self.lugar_a_mano = True
        lugar = self._hoja.lugar.currentData()
        if not regla.es_de_su_medio(self._sesion.foto.plan, lugar, self._hoja.medio.currentData()):
            self._comenzar(lugar)

    def _comenzar(self, lugar: str) -> None:
        comienzo = regla.comienzo_de(self._sesion.foto, lugar)
        self._hoja.medio.poner(comienzo.medio)
        self._hoja.sentido.poner(comienzo.sentido)
