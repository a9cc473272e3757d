"""Piezas que ceden antes que ensanchar la ventana: lo que no cabe se corta con «…»."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel

from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado
from ut_escritorio.interfaz.comunes.aspecto.sin_nombrar_qt import poner

_AL_MENOS = 8
"""Las letras que se leen aunque no quepa más."""


class LetreroQueCede(QLabel):
    """Un renglón de texto llano; si no cabe se corta con «…», y al posarse en él se lee entero."""

    def __init__(self, texto: str = "", *, por_el_medio: bool = False) -> None:
        super().__init__()
        poner(self, textFormat="PlainText")
        self._entero, self._ayuda, self._por_el_medio = "", "", por_el_medio
        self.setText(texto)

    def setText(self, arg__1: str) -> None:
        self._entero = arg__1
        self._cortar()
        self.updateGeometry()

    def text(self) -> str:
        """El texto entero, aunque se vea cortado."""
        return self._entero

    def setToolTip(self, arg__1: str) -> None:
        """Lo que se explica al posarse, en vez del texto entero."""
        self._ayuda = arg__1
        self._cortar()

    def sizeHint(self) -> QSize:
        orillas = self.contentsMargins()
        ancho = self.fontMetrics().horizontalAdvance(self._entero.replace("&", "")) + 2
        return QSize(ancho + orillas.left() + orillas.right(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        pide = self.sizeHint()
        return QSize(min(pide.width(), self.fontMetrics().averageCharWidth() * _AL_MENOS), pide.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cortar()

    def _cortar(self) -> None:
        cabe = self.sizeHint().width() <= self.width()
        de_sobra = self.contentsRect().width()
        dicho = (
            self._entero if cabe else _cortado(self._entero, self.fontMetrics(), de_sobra, self._por_el_medio)
        )
        if dicho != super().text():
            super().setText(dicho)
        super().setToolTip(self._ayuda or ("" if cabe else sin_marcado(self._entero)))


def _cortado(texto: str, medidas: QFontMetrics, ancho: int, por_el_medio: bool) -> str:
    """Lo más que cabe del texto, con «…» donde falta lo demás."""
    for quedan in range(len(texto) - 1, 0, -1):
        antes = quedan // 2 if por_el_medio else quedan
        dicho = f"{texto[:antes].rstrip()}…{texto[len(texto) - (quedan - antes) :]}"
        if medidas.horizontalAdvance(dicho.replace("&", "")) <= ancho:
            return dicho
    return "…"
