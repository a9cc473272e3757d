"""«Plantillas…» de la carta: guardar la que se ve como plantilla nueva, o quitar la suya."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ut_escritorio.interfaz.comunes.aspecto.piezas import boton, sin_atajo
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficios import cartas
from ut_escritorio.servicios.oficios.cartas import CartaAbierta


class MenuDePlantillas:
    """El botón y su menú, de la carta que se le diga; `asentar` guarda antes lo que esté a medias."""

    def __init__(self, donde: QWidget, sesion: Sesion, asentar: Callable[[], object]) -> None:
        self._donde, self._sesion, self._asentar = donde, sesion, asentar
        self._abierta: CartaAbierta | None = None
        self.boton: QPushButton = boton("Plantillas…", self._ofrecer, "guardar")

    def poner(self, abierta: CartaAbierta) -> None:
        """De qué carta es."""
        self._abierta = abierta

    def _ofrecer(self) -> None:
        if self._abierta is None:
            return
        menu, plantilla = QMenu(self._donde), self._abierta.plantilla
        menu.addAction("Guardar como plantilla nueva…").triggered.connect(lambda: self.guardar())
        if plantilla.propia:
            quitar = menu.addAction(sin_atajo(f"Quitar la plantilla «{plantilla.nombre}»"))
            quitar.triggered.connect(lambda: self._sesion.hacer(cartas.quitar_plantilla, plantilla.clave))
        menu.popup(self.boton.mapToGlobal(self.boton.rect().bottomLeft()))

    def guardar(self) -> None:
        """Pide cómo se va a llamar y guarda la carta como plantilla."""
        if self._abierta is None:
            return
        self._asentar()
        uid, hoy = self._abierta.oficio.uid, self._sesion.reloj.hoy()
        avisos.pedir_texto(
            self._donde,
            "¿Cómo se va a llamar la plantilla?",
            "Guardarla",
            lambda nombre: self._sesion.logra(cartas.guardar_plantilla, uid, nombre, hoy),
            "Lo escrito a mano queda tal cual; lo demás sigue saliendo de los datos de cada carta.",
            con_enter=True,
        )
