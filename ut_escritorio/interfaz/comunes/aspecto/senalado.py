"""Cómo se ve lo que la revisión señala: un letrero con su signo, y un signo dentro del campo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from ut_escritorio.interfaz.comunes.aspecto.iconos import dibujo, icono
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, sin_marcado, vaciar
from ut_escritorio.interfaz.comunes.sesion.senales import SIGNOS, Senal

_SENALADO = "señalado"


class LetreroDeSenal(QWidget):
    """Lo que hay que corregir y lo que conviene revisar, cada cosa con su signo; si nada, se esconde."""

    def __init__(self) -> None:
        super().__init__()
        self._cuadricula = QGridLayout(self)
        self._cuadricula.setContentsMargins(0, 0, 0, 0)
        self._cuadricula.setColumnStretch(1, 1)
        self._senal: Senal | None = None
        self.hide()

    def poner(self, senal: Senal | None) -> None:
        """Dice la señal, o nada."""
        if senal == self._senal:
            return
        self._senal = senal
        vaciar(self._cuadricula)
        for fila, (gravedad, dicho) in enumerate(senal.partes if senal else ()):
            nombre, tinta = SIGNOS[gravedad]
            signo = QLabel()
            signo.setPixmap(dibujo(nombre, 16, tinta))
            self._cuadricula.addWidget(signo, fila, 0, Qt.AlignmentFlag.AlignTop)
            self._cuadricula.addWidget(Letrero(dicho, tinta), fila, 1)
        self.setVisible(senal is not None)


def marcar(campo: QWidget, senal: Senal | None) -> None:
    """Pone dentro de un campo de un renglón el signo de su señal, con su frase al posarse; None lo quita."""
    if not isinstance(campo, QLineEdit):
        return
    for accion in campo.actions():
        if accion.objectName() == _SENALADO:
            campo.removeAction(accion)
            accion.deleteLater()
    if senal is not None:
        accion = campo.addAction(icono(*SIGNOS[senal.gravedad]), QLineEdit.ActionPosition.TrailingPosition)
        accion.setObjectName(_SENALADO)
        accion.setToolTip(sin_marcado(senal.texto))
    campo.setAccessibleDescription(senal.texto if senal else "")
    campo.update()  # Qt solo pinta el signo, y lo que se lee se recorre para darle lugar
