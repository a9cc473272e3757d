"""Las vistas del Tablero, arriba de todo: hoy, el año, el avance y comparar."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget

HOY, ANIO, AVANCE, COMPARAR = range(4)
VISTAS = ("Hoy", "El año", "Avance", "Comparar")


class TiraDeVistas(QWidget):
    """`elegida` sale con su posición, desde 0."""

    elegida = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Vistas del Tablero")
        self._grupo = QButtonGroup(self)
        hilera = QHBoxLayout(self)
        hilera.setContentsMargins(0, 0, 0, 0)
        for cual, nombre in enumerate(VISTAS):
            boton = QPushButton(nombre)
            boton.setCheckable(True)
            boton.setAutoDefault(False)
            self._grupo.addButton(boton, cual)
            hilera.addWidget(boton)
        hilera.addStretch()
        self._grupo.idClicked.connect(self.elegida)
        self._grupo.buttonToggled.connect(resaltar)
        self.poner(HOY)

    @property
    def botones(self) -> list[QAbstractButton]:
        """Uno por vista, en su orden."""
        return self._grupo.buttons()

    @property
    def puesta(self) -> int:
        """La que se ve."""
        return self._grupo.checkedId()

    def poner(self, cual: int) -> None:
        """Marca la que se ve."""
        self._grupo.button(cual).setChecked(True)


def resaltar(boton: QAbstractButton, elegida: bool) -> None:
    """En negrita, la que se ve: con los colores oscuros el botón hundido no se distingue."""
    letra = boton.font()
    letra.setBold(elegida)
    boton.setFont(letra)
