"""Si ella se va a otro programa, se guarda lo pendiente y no se escribe nada hasta que vuelva.

Así se copia el archivo: se va al explorador, y la copia que tome estará completa.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tras_pintar import tras_pintar
from ut_escritorio.interfaz.ventana import al_pedirlo as de_la_ventana

if TYPE_CHECKING:
    from PySide6.QtCore import Qt


def esperar_con_la_aplicacion(
    ventana: QWidget, sesion: Callable[[], Sesion], asentar: Callable[[], None]
) -> None:
    """Desde que se pintó, la sesión de ahora espera mientras la aplicación no esté activa."""
    # PySide solo dice cómo está la aplicación con su `Qt` ya armado, y eso no se hace antes de pintar.
    tras_pintar(ventana, lambda: Atencion(ventana, sesion, asentar))


class Atencion(QObject):
    """De una ventana: si la aplicación está activa."""

    def __init__(self, ventana: QWidget, sesion: Callable[[], Sesion], asentar: Callable[[], None]) -> None:
        super().__init__(ventana)
        self._ventana, self._sesion, self._asentar = ventana, sesion, asentar
        self._estar_activa = de_la_ventana.qt().ApplicationState.ApplicationActive
        aplicacion = QGuiApplication.instance()
        assert isinstance(aplicacion, QGuiApplication)
        aplicacion.applicationStateChanged.connect(self._seguir)

    def _seguir(self, estado: Qt.ApplicationState) -> None:
        self._activa = estado == self._estar_activa
        if self._activa:
            self._sesion().espera.salir("otra ventana")
        else:
            # De una ventana a otra del programa también pasa por aquí, un instante.
            QTimer.singleShot(0, self, self._irse)

    def _irse(self) -> None:
        if not self._activa and self._ventana.isVisible():
            self._asentar()
            self._sesion().espera.entrar("otra ventana")
