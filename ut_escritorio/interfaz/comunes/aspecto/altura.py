"""A qué altura queda lo que se rehízo o lo que acaba de llegar, y en qué pieza el cursor."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QScrollArea, QWidget
from shiboken6 import isValid

_AIRE = 8
_MIENTRAS_SE_ACOMODA = 500  # milisegundos


def dejar_a_la_altura(zona: QAbstractScrollArea, alto: int) -> None:
    """Deja su barra ahí en cuanto lo de adentro mida lo suyo, que al armarse aún no se sabe; una sola vez."""
    barra = zona.verticalScrollBar()
    espera = QTimer(zona, singleShot=True, interval=_MIENTRAS_SE_ACOMODA)

    def poner() -> None:
        if espera.isActive() and barra.maximum() >= alto:
            espera.stop()  # después manda adonde ella vaya
            barra.setValue(alto)

    barra.rangeChanged.connect(lambda _minimo, _maximo: poner())
    espera.start()
    poner()


def dejar_a_la_vista_lo_que_llega(zona: QScrollArea, pieza: QWidget) -> None:
    """Corre la zona hasta que esa pieza, que acaba de llegar, se vea; también mientras se acomoda."""
    (zona.findChild(_ALaVista) or _ALaVista(zona)).seguir(pieza)


class _ALaVista(QTimer):
    """Lo último que se pidió ver; de lo que no cabe, su principio. Cede en cuanto ella corre la zona."""

    def __init__(self, zona: QScrollArea) -> None:
        super().__init__(zona, singleShot=True, interval=_MIENTRAS_SE_ACOMODA)
        self._zona = zona
        self._pieza: QWidget | None = None
        zona.verticalScrollBar().rangeChanged.connect(lambda *_: self._en_cuanto_se_pueda())
        zona.verticalScrollBar().actionTriggered.connect(lambda _: self.stop())

    def seguir(self, pieza: QWidget) -> None:
        self._pieza = pieza
        self.start()
        self._en_cuanto_se_pueda()

    def _en_cuanto_se_pueda(self) -> None:
        if self.isActive():
            QTimer.singleShot(0, self, self._ver)

    def _ver(self) -> None:
        pieza, zona = self._pieza, self._zona
        if pieza is None or not (self.isActive() and isValid(pieza) and pieza.isVisible()):
            return  # para entonces puede verse ya otro lugar
        zona.ensureWidgetVisible(pieza, 0, _AIRE)
        if pieza.height() > zona.viewport().height():
            barra, principio = zona.verticalScrollBar(), pieza.mapTo(zona.viewport(), QPoint()).y()
            barra.setValue(barra.value() + principio - _AIRE)


def cual_tiene_el_cursor(zona: QWidget) -> str:
    """Cómo se llama la pieza de adentro que tiene el cursor; vacío si ninguna."""
    pieza = zona.window().focusWidget()
    return _nombre(pieza) if pieza is not None and zona.isAncestorOf(pieza) else ""


def devolver_el_cursor(zona: QWidget, nombre: str) -> None:
    """Lo pone en la pieza de adentro que así se llama, si la hay."""
    for pieza in zona.findChildren(QWidget):
        if nombre and _nombre(pieza) == nombre:
            pieza.setFocus()
            return


def _nombre(pieza: QWidget) -> str:
    return pieza.accessibleName() or (pieza.text() if isinstance(pieza, QAbstractButton) else "")
