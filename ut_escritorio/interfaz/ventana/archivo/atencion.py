"""Si ella se va a otro programa, se guarda lo pendiente y no se escribe nada hasta que vuelva.

Así se copia el archivo: se va al explorador, y la copia que tome estará completa.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from ut_escritorio.interfaz.ventana.marco import Ventana

_UN_INSTANTE = 40  # milisegundos


def esperar_con_la_aplicacion(ventana: Ventana) -> None:
    """Desde que se pintó, la ventana espera mientras la aplicación no esté activa."""
    # PySide solo dice cómo está la aplicación con su `Qt` ya armado, y eso no se hace antes de pintar.
    QTimer.singleShot(_UN_INSTANTE, ventana, lambda: Atencion(ventana))


class Atencion(QObject):
    """De una ventana: si la aplicación está activa."""

    def __init__(self, ventana: Ventana) -> None:
        from PySide6.QtCore import Qt

        super().__init__(ventana)
        self._ventana, self._estar_activa = ventana, Qt.ApplicationState.ApplicationActive
        aplicacion = QGuiApplication.instance()
        assert isinstance(aplicacion, QGuiApplication)
        aplicacion.applicationStateChanged.connect(self._seguir)

    def _seguir(self, estado: Qt.ApplicationState) -> None:
        self._activa = estado == self._estar_activa
        if self._activa:
            self._ventana.sesion.espera.salir("otra ventana")
        else:
            # De una ventana a otra del programa también pasa por aquí, un instante.
            QTimer.singleShot(0, self, self._irse)

    def _irse(self) -> None:
        if not self._activa and self._ventana.isVisible():
            self._ventana.asentar()
            self._ventana.sesion.espera.entrar("otra ventana")
