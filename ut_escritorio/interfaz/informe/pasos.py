"""Los cuatro pasos del informe: 1 Revisar → 2 Ver → 3 Imprimir para firma → 4 Ya está firmado."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

PASOS = ("Revisar", "Ver", "Imprimir para firma", "Ya está firmado")


class Pasos(QWidget):
    """Se va a cualquiera en cualquier orden; `elegido` sale con su posición, desde 0."""

    elegido = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._grupo = QButtonGroup(self)
        hilera = QHBoxLayout(self)
        hilera.setContentsMargins(0, 0, 0, 0)
        for numero, nombre in enumerate(PASOS):
            if numero:
                hilera.addWidget(QLabel("→"))
            hilera.addWidget(self._boton(numero, nombre))
        hilera.addStretch()
        self._grupo.idClicked.connect(self.elegido)
        self._grupo.buttonToggled.connect(_resaltar)

    def poner(self, cual: int) -> None:
        """Marca el paso que se ve."""
        self._grupo.button(cual).setChecked(True)

    def decir(self, cual: int, mas: str) -> None:
        """Dice algo junto al nombre de un paso: «1 Revisar (3)»."""
        rotulo = f"{cual + 1} {PASOS[cual]}{f' {mas}' if mas else ''}"
        paso = self._grupo.button(cual)
        paso.setText(rotulo)
        paso.setAccessibleName(f"Paso {rotulo}")

    def _boton(self, numero: int, nombre: str) -> QPushButton:
        paso = QPushButton(f"{numero + 1} {nombre}")
        paso.setAccessibleName(f"Paso {numero + 1} {nombre}")
        paso.setCheckable(True)
        paso.setAutoDefault(False)
        paso.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._grupo.addButton(paso, numero)
        return paso


def _resaltar(paso: QAbstractButton, elegido: bool) -> None:
    letra = paso.font()
    letra.setBold(elegido)
    paso.setFont(letra)
