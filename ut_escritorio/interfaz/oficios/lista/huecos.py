"""Lo único que se dice de los números que faltan: un renglón gris y, si ella quiere, cuáles son."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.aspecto.piezas import boton
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import LetreroQueCede
from ut_escritorio.servicios.oficios.libro import Libro


class RenglonDeHuecos(QWidget):
    """«2031: 43 números entre el 0005 y el 0123. Los demás no están aquí. [Ver cuáles]»."""

    pide = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.letrero = LetreroQueCede()
        paleta = self.letrero.palette()
        paleta.setColor(paleta.ColorRole.WindowText, color("letra_tenue"))
        self.letrero.setPalette(paleta)
        self.ver = boton("Ver cuáles", self.pide.emit)
        acomodo = QHBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addWidget(self.letrero)
        acomodo.addWidget(self.ver)
        acomodo.addStretch()

    def poner(self, libro: Libro) -> None:
        """Dice cuántos hay y entre cuáles; nada si no hay ninguno."""
        dicho = libro.en_un_renglon
        self.letrero.setText(dicho)
        self.ver.setVisible(bool(dicho))
        self.ver.setText("Ver cuáles" if libro.numeros.huecos else "Quién la lleva")
        self.ver.setAccessibleName(self.ver.text())
        self.setVisible(bool(dicho))
