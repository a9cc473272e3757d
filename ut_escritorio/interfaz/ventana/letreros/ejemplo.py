"""El letrero del ejemplo: que lo que se ve no es de la oficina, y por dónde se empieza lo propio."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ut_escritorio.interfaz.comunes.aspecto.piezas import boton
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import LetreroQueSePliega


class LetreroDeEjemplo(QFrame):
    """Se ve sobre las pestañas mientras lo abierto es el ejemplo; `pide_empezar` sale con su botón."""

    pide_empezar = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.AlternateBase)
        self._armado = False
        self.hide()

    def poner(self, es_ejemplo: bool) -> None:
        """Se enseña o se esconde."""
        if es_ejemplo and not self._armado:
            self._armado = True
            hilera = QHBoxLayout(self)
            hilera.setContentsMargins(12, 6, 12, 6)
            dice = "Esto es un ejemplo. Lo que cambie aquí no toca sus datos y se va al cerrarlo."
            hilera.addWidget(LetreroQueSePliega(dice, negrita=True), 1)
            hilera.addWidget(boton("Empezar mi trimestre…", self.pide_empezar.emit, "agregar"))
        self.setVisible(es_ejemplo)
