"""El letrero del ejemplo: que lo que se ve no es de la oficina, y por dónde se empieza lo propio."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from ut_escritorio.interfaz.comunes.aspecto.piezas import boton
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import LetreroQueSePliega


class LetreroDeEjemplo(QFrame):
    """Se ve sobre las pestañas mientras lo abierto es el ejemplo.

    Con un archivo suyo, `pide_volver` sale con su botón; sin ninguno, `pide_empezar`.
    """

    pide_empezar = Signal()
    pide_volver = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.AlternateBase)
        self.volver: QPushButton | None = None
        self.hide()

    def poner(self, es_ejemplo: bool, *, hay_suyo: bool) -> None:
        """Se enseña o se esconde; `hay_suyo`, si ella ya tiene el suyo."""
        if es_ejemplo and self.volver is None:
            self.volver = boton("Volver a mi archivo", self.pide_volver.emit, "deshacer")
            self._empezar = boton("Empezar mi trimestre…", self.pide_empezar.emit, "agregar")
            hilera = QHBoxLayout(self)
            hilera.setContentsMargins(12, 6, 12, 6)
            dice = "Esto es un ejemplo. Lo que cambie aquí no toca sus datos y se va al cerrarlo."
            hilera.addWidget(LetreroQueSePliega(dice, negrita=True), 1)
            hilera.addWidget(self.volver)
            hilera.addWidget(self._empezar)
        if self.volver is not None:
            self.volver.setVisible(hay_suyo)
            self._empezar.setVisible(not hay_suyo)
        self.setVisible(es_ejemplo)
