"""Dónde está el archivo: si ahí no conviene trabajar se dice arriba, y se puede traer a este equipo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings

from ut_escritorio.interfaz.comunes.sesion import salidas
from ut_escritorio.interfaz.comunes.sesion.salidas import Salida
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.ventana.al_pedirlo import avisos
from ut_escritorio.interfaz.ventana.archivo.al_pedirlo import Servicios
from ut_escritorio.interfaz.ventana.archivo.en_espera import hacer_en_espera
from ut_escritorio.interfaz.ventana.mesa import FranjaDeArriba, Mesa

Dejar = Callable[[Salida, Callable[[], object]], object]


class DondeEsta:
    """`dejar` sigue cuando ella puede irse del que tiene; `abrir` abre el que se trajo."""

    def __init__(
        self,
        mesa: Mesa,
        cuaderno: Path,
        franja: FranjaDeArriba,
        dejar: Dejar,
        abrir: Callable[[Path], object],
    ) -> None:
        self._mesa, self._cuaderno, self._franja = mesa, cuaderno, franja
        self._dejar, self._abrir = dejar, abrir

    def decir(self, ajustes: QSettings) -> None:
        """Por qué conviene otro lugar, si conviene y no dijo ya que ahí sigue."""
        ruta = self._sesion.expediente.ruta
        _, por_que = Servicios.ubicacion().ubicacion_de(ruta)

        def seguir_aqui() -> None:
            ajustes.setValue("seguir_en", str(ruta))
            self._franja.decir("")

        if por_que and ajustes.value("seguir_en") != str(ruta):
            aqui = ("Trabajar en este equipo…", self.pedir_trabajar_aqui)
            self._franja.decir(por_que, aqui, ("Seguir aquí", seguir_aqui), icono="abrir")
        else:
            self._franja.decir("")

    def pedir_trabajar_aqui(self) -> None:
        """Dice adónde se copiaría y, si ella quiere, lo copia y abre esa copia."""
        self._dejar(salidas.TRASLADAR, self._ofrecer)

    def _ofrecer(self) -> None:
        servicio = Servicios.ubicacion()
        ruta, carpeta = self._sesion.expediente.ruta, servicio.carpeta_de_trabajo()
        ahora, ventana = self._sesion.reloj.ahora, self._mesa.marco
        avisos().preguntar(
            ventana,
            f"¿Trabajar desde ahora en «{carpeta}»?",
            "Trabajar en este equipo",
            lambda: hacer_en_espera(
                ventana,
                "Copiando el archivo a este equipo…",
                lambda: servicio.trabajar_aqui(ruta, carpeta, ahora(), self._cuaderno),
                self._abrir,
            ),
            f"El archivo se copia ahí y se abre esa copia. El de «{ruta.parent}» se queda como está, y ahí "
            "se dejará también cada copia de respaldo.",
        )

    @property
    def _sesion(self) -> Sesion:
        return self._mesa.sesion()
