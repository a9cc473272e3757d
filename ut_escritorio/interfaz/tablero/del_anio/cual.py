"""Cuál de las gráficas de la fila se ve: sus meses, los mismos por sexo, o las metas de las actividades."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from ut_escritorio.dominio.graficas.grafica import ClaseDeGrafica
from ut_escritorio.interfaz.tablero.vistas import resaltar

_ROTULOS: dict[ClaseDeGrafica, str] = {"meses": "Por mes", "por sexo": "Por sexo", "metas": "Metas"}
_SIN_SEXO = "De este número no se sabe el sexo mes por mes."


class CualGrafica(QWidget):
    """Un botón por gráfica; `cambio` sale al elegir otra."""

    cambio = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Qué gráfica se ve")
        self._grupo = QButtonGroup(self)
        self.botones: dict[ClaseDeGrafica, QPushButton] = {}
        hilera = QHBoxLayout(self)
        hilera.setContentsMargins(0, 0, 0, 0)
        for clase, rotulo in _ROTULOS.items():
            boton = self.botones[clase] = QPushButton(rotulo)
            boton.setCheckable(True)
            boton.setAutoDefault(False)
            self._grupo.addButton(boton)
            hilera.addWidget(boton)
        self._grupo.buttonToggled.connect(resaltar)
        self.botones["meses"].setChecked(True)
        self._grupo.buttonClicked.connect(lambda _: self.cambio.emit())

    @property
    def elegida(self) -> ClaseDeGrafica:
        """La que se ve; si de esa fila no se sabe el sexo, sus meses."""
        for clase, boton in self.botones.items():
            if boton.isChecked() and boton.isEnabled():
                return clase
        return "meses"

    def admitir(self, *, por_sexo: bool) -> None:
        """Si la de por sexo se puede ver."""
        self.botones["por sexo"].setEnabled(por_sexo)
        self.botones["por sexo"].setToolTip("" if por_sexo else _SIN_SEXO)
