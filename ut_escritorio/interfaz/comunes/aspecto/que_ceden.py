"""Piezas que ceden antes que ensanchar la ventana: lo que no cabe se corta con «…»."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, folios_enteros, sin_marcado
from ut_escritorio.interfaz.comunes.aspecto.sin_nombrar_qt import poner

_AL_MENOS = 8
"""Las letras que se leen aunque no quepa más."""
_CORTA = 38
"""Con menos renglones que estos de arriba abajo, una ventana es corta."""


class LetreroQueCede(QLabel):
    """Un renglón de texto llano; si no cabe se corta con «…», y al posarse en él se lee entero.

    `al_menos`: las letras que no cede.
    """

    def __init__(self, texto: str = "", *, por_el_medio: bool = False, al_menos: int = _AL_MENOS) -> None:
        super().__init__()
        poner(self, textFormat="PlainText")
        self._entero, self._ayuda, self._por_el_medio = "", "", por_el_medio
        self._al_menos = al_menos
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
        no_cede = self.fontMetrics().averageCharWidth() * self._al_menos
        return QSize(min(pide.width(), no_cede), pide.height())

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


class QueSePliega(QWidget):
    """Lo que en una ventana corta, mientras se anota, deja su lugar a lo demás."""

    def plegar(self, si: bool) -> None:
        """Deja su lugar, o vuelve a él."""
        raise NotImplementedError


class LetreroQueSePliega(Letrero):
    """Lo que se lee en los renglones que pida; plegado, en uno solo, con «…» y entero al posarse en él."""

    def __init__(self, texto: str = "", *, negrita: bool = False) -> None:
        self._entero, self._plegado = "", False
        super().__init__(texto, negrita=negrita)

    def decir(self, texto: str, tinta: str | None = None) -> None:
        self._entero = texto
        super().decir(texto, tinta)
        self._cortar()

    def text(self) -> str:
        """El texto entero, aunque se vea cortado."""
        return self._entero

    def plegar(self, si: bool) -> None:
        """Lo deja en un renglón, o como estaba."""
        self._plegado = si
        self.setWordWrap(not si)
        self._cortar()

    def minimumSizeHint(self) -> QSize:
        pide = super().minimumSizeHint()
        return (
            QSize(self.fontMetrics().averageCharWidth() * _AL_MENOS, pide.height()) if self._plegado else pide
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cortar()

    def _cortar(self) -> None:
        letra, ancho = self.fontMetrics(), self.contentsRect().width()
        cabe = not self._plegado or letra.horizontalAdvance(self._entero) <= ancho
        dicho = self._entero if cabe else _cortado(self._entero, letra, ancho, por_el_medio=False)
        if dicho != super().text():
            self.setText(folios_enteros(dicho))
        self.setToolTip("" if cabe else sin_marcado(self._entero))


def _cortado(texto: str, medidas: QFontMetrics, ancho: int, por_el_medio: bool) -> str:
    """Lo más que cabe del texto, con «…» donde falta lo demás."""
    for quedan in range(len(texto) - 1, 0, -1):
        antes = quedan // 2 if por_el_medio else quedan
        dicho = f"{texto[:antes].rstrip()}…{texto[len(texto) - (quedan - antes) :]}"
        if medidas.horizontalAdvance(dicho.replace("&", "")) <= ancho:
            return dicho
    return "…"


def plegar_lo_de_arriba(ventana: QWidget, si: bool) -> None:
    """En una ventana corta, mientras se anota, lo dicho arriba ocupa un renglón: que se vea lo demás."""
    corta = ventana.height() < _CORTA * ventana.fontMetrics().lineSpacing()
    for pieza in (*ventana.findChildren(LetreroQueSePliega), *ventana.findChildren(QueSePliega)):
        pieza.plegar(si and corta)
