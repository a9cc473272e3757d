"""El lugar que en el Tablero se guarda a la gráfica, que llega después, para que al llegar no mueva nada."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

_ALTO_MINIMO = 110


class ReservaDeGrafica(QWidget):
    """Mide lo que la gráfica, que ocupa después su lugar."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(_ALTO_MINIMO)
        self.setMaximumHeight(self.sizeHint().height())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(420, 190)
