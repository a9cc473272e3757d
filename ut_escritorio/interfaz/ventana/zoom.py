"""Acercar y alejar: el tamaño de letra propio, sobre el del sistema, de 90 a 160 %."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ut_escritorio.interfaz.comunes.aspecto.iconos import renovar
from ut_escritorio.interfaz.comunes.sesion.ajustes import entero

MINIMO, MAXIMO, PASO, NORMAL = 90, 160, 10, 100


class Zoom:
    """El acercamiento de toda la aplicación, recordado en los ajustes."""

    def __init__(self, ajustes: QSettings) -> None:
        self._ajustes = ajustes
        self._del_sistema = _letra_del_sistema()
        self.por_ciento = NORMAL
        self.poner(entero(ajustes, "acercamiento", NORMAL))

    def dar(self, pasos: int) -> bool:
        """Acerca o aleja unos pasos; con 0 vuelve al tamaño normal. False si ya era ese."""
        return self.poner(self.por_ciento + pasos * PASO if pasos else NORMAL)

    def poner(self, por_ciento: int) -> bool:
        """Cambia el acercamiento, dentro de sus límites; False si ya era ese."""
        nuevo = max(MINIMO, min(MAXIMO, por_ciento))
        if nuevo == self.por_ciento:
            return False
        self.por_ciento = nuevo
        self._ajustes.setValue("acercamiento", nuevo)
        letra = QFont(self._del_sistema)
        letra.setPointSizeF(self._del_sistema.pointSizeF() * nuevo / 100)
        QApplication.setFont(letra)
        renovar()
        return True


def _letra_del_sistema() -> QFont:
    """La letra con que arrancó la aplicación, aunque otra ventana ya la haya acercado."""
    aplicacion = QApplication.instance()
    assert isinstance(aplicacion, QApplication)
    guardada = aplicacion.property("letra_del_sistema")
    if isinstance(guardada, QFont):
        QApplication.setFont(guardada)
        return QFont(guardada)
    letra = QFont(aplicacion.font())
    aplicacion.setProperty("letra_del_sistema", letra)
    return letra
