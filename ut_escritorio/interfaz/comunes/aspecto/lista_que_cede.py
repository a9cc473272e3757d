"""La lista corta que cede: lo escogido que no cabe se corta con «…» y se lee entero al posarse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter  # noqa: TID251

from ut_escritorio.interfaz.comunes.aspecto.opciones import dejar_escogido
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado


class ListaQueCede(QComboBox):
    """Pide las letras que se le digan, y no lo que mide la más larga de sus opciones."""

    def __init__(self, nombre: str, letras: int) -> None:
        super().__init__()
        self.setAccessibleName(nombre)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letras)
        # La rueda del ratón, al pasar, no debe cambiar un dato.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentTextChanged.connect(lambda texto: self.setToolTip(sin_marcado(texto)))

    def paintEvent(self, e: QPaintEvent) -> None:
        """Como siempre, pero lo escogido que no cabe termina en «…»."""
        opcion, control = QStyleOptionComboBox(), QStyle.ComplexControl.CC_ComboBox
        self.initStyleOption(opcion)
        cabida = self.style().subControlRect(control, opcion, QStyle.SubControl.SC_ComboBoxEditField, self)
        dicho = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, cabida.width() - 2
        )
        dejar_escogido(opcion, dicho)
        pintor = QStylePainter(self)
        pintor.drawComplexControl(control, opcion)
        pintor.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, opcion)

    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()
