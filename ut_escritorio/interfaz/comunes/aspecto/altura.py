"""Lo que se rehízo vuelve a la altura en que ella lo veía, y el cursor a la pieza en que estaba."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QWidget

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
