"""El cuadro en que se escoge impresora y hojas: es el del sistema o, en Linux, el de Qt."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QRadioButton, QWidget

_DE_SU_BOTON = (("from", "printRange"), ("to", "printRange"), ("pagesLineEdit", "pagesRadioButton"))


def cuadro_de_imprimir(impresora: QPrinter, padre: QWidget) -> QPrintDialog:
    """El cuadro para esa impresora; en el de Qt, oprimir dónde van las hojas es querer decir cuáles."""
    cuadro = QPrintDialog(impresora, padre)
    for nombre, de_cual in _DE_SU_BOTON:
        campo, boton = cuadro.findChild(QWidget, nombre), cuadro.findChild(QRadioButton, de_cual)
        if isinstance(campo, QWidget) and isinstance(boton, QRadioButton):  # el de Windows no es de Qt
            _AlOprimirlo(campo, boton)
    return cuadro


class _AlOprimirlo(QObject):
    """Un campo apagado mientras no se escoja su botón: al oprimirlo se escoge, y el cursor queda en él."""

    def __init__(self, campo: QWidget, boton: QRadioButton) -> None:
        super().__init__(campo)
        self._campo, self._boton = campo, boton
        for pieza in (campo, *campo.findChildren(QWidget)):
            pieza.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and not self._campo.isEnabled():
            self._boton.setChecked(True)
            self._campo.setFocus()
        return False
