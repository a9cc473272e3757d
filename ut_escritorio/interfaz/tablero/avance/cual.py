"""«Ver ( )1º (•)2º ( )3º ( )4º ( )Año»: de qué trimestre es el avance que se ve, o si es el del año."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero

DEL_ANIO = 0


class CualSeVe(QWidget):
    """`elegido` sale con el número del trimestre, o `DEL_ANIO`."""

    elegido = Signal(int)

    def __init__(self, numero: int) -> None:
        super().__init__()
        self.setAccessibleName("De cuándo es el avance que se ve")
        self._grupo = QButtonGroup(self)
        hilera = QHBoxLayout(self)
        hilera.setContentsMargins(0, 0, 0, 0)
        ver = Letrero("Ver:")
        ver.setWordWrap(False)
        hilera.addWidget(ver)
        for cual, rotulo in ((1, "1º"), (2, "2º"), (3, "3º"), (4, "4º"), (DEL_ANIO, "Año")):
            opcion = QRadioButton(rotulo)
            opcion.setAccessibleName("El año" if cual == DEL_ANIO else f"{cual}º trimestre")
            self._grupo.addButton(opcion, cual)
            hilera.addWidget(opcion)
        hilera.addStretch()
        self._grupo.button(numero).setChecked(True)
        self._grupo.idClicked.connect(self.elegido)

    @property
    def puesto(self) -> int:
        """El que se ve."""
        return self._grupo.checkedId()

    def poner(self, cual: int) -> None:
        """Marca el que se ve."""
        self._grupo.button(cual).setChecked(True)

    def boton(self, cual: int) -> QAbstractButton:
        """El de un trimestre o, con `DEL_ANIO`, el del año."""
        return self._grupo.button(cual)
