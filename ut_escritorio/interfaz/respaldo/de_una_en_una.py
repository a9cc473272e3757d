"""Lo que se hace con el archivo en otro hilo: de una en una, y lo que siga espera a que acabe."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from ut_escritorio.interfaz.comunes.dialogos.avance import Avance
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea


class DeUnaEnUna(QObject):
    """`termino` sale cada vez que una acaba, antes de seguir con lo que la esperaba."""

    termino = Signal()

    def __init__(self, ventana: QMainWindow) -> None:
        super().__init__(ventana)
        self._ventana = ventana
        self.tarea: Tarea | None = None
        self.al_quedar_libre: list[Callable[[], object]] = []

    def seguir(self, sesion: Sesion) -> None:
        """Desde ahora, el archivo de esa sesión."""
        self._sesion = sesion

    def cuando_este_libre(self, seguir: Callable[[], object]) -> bool:
        """True si no se está haciendo ninguna; si no, llamará a `seguir` al terminar."""
        if self.tarea is not None:
            self.al_quedar_libre.append(seguir)
        return self.tarea is None

    def dejar_tocar(self, si: bool) -> None:
        """Si, mientras, se puede hacer algo en la ventana."""
        if (medio := self._ventana.centralWidget()) is not None:
            medio.setEnabled(si)

    @cached_property
    def avance(self) -> Avance:
        """La barra de avance, puesta en la de estado."""
        avance = Avance()
        self._ventana.statusBar().addPermanentWidget(avance)
        return avance

    def correr(
        self,
        que: str,
        trabajo: Callable[..., object],
        al_hacer: Callable[[Any], object],
        al_fallar: Callable[[Exception], object],
    ) -> None:
        """Hace algo en otro hilo; mientras lee el archivo, lo que ella edite espera."""
        if self.tarea is not None:
            self._ventana.statusBar().showMessage("Espere a que termine la copia que se está haciendo.", 6000)
            return
        self._copiada, self._al_hacer, self._al_fallar = self._sesion, al_hacer, al_fallar
        self._copiada.espera.entrar("respaldo")
        self.tarea = Tarea(lambda avance, cancelado: trabajo(al_leer=lambda: avance(0, 0)))
        # A métodos y no a funciones sueltas: si la ventana ya no existe, no se les llama.
        self.tarea.avanzo.connect(self._ya_leyo)
        self.tarea.hecha.connect(self._recibir)
        self.tarea.fallida.connect(self._fallar)
        self.tarea.acabo.connect(self._terminar)
        self.avance.empezar(que)
        self.tarea.empezar()

    def _ya_leyo(self) -> None:
        self._copiada.espera.salir("respaldo")

    def _recibir(self, hecho: Any) -> None:
        self._al_hacer(hecho)

    def _fallar(self, error: Exception) -> None:
        self._al_fallar(error)

    def _terminar(self) -> None:
        self.tarea = None
        self.avance.hide()
        self.dejar_tocar(True)
        self._copiada.espera.salir("respaldo")
        self.termino.emit()
        seguir, self.al_quedar_libre = self.al_quedar_libre, []
        for cada in seguir:
            cada()
