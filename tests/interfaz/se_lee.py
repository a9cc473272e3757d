"""Si el Tablero se lee: ninguna tinta sin contraste ni nada cortado, de todas las maneras."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from tests.interfaz.manos import agenda, revisada
from tests.interfaz.test_accesibilidad import contraste
from tests.interfaz.test_ventanas import libre
from ut_escritorio.interfaz.comunes.aspecto.paleta import poner_paleta
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.ventana.marco import Ventana

_AA = 4.5
_P = TypeVar("_P", bound=QWidget)


def el_tablero_se_lee(ventana: Ventana, qtbot) -> None:
    """En claro y en oscuro, al 100, 125 y 150 %; al acabar, la ventana queda en claro."""
    aplicacion = QApplication.instance()
    assert isinstance(aplicacion, QApplication)
    try:
        for oscuro in (True, False):
            poner_paleta(aplicacion, oscuro)
            QApplication.processEvents()  # se pinta de nuevo en la vuelta que sigue
            revisada(ventana, qtbot)
            for pantalla in ("100", "125", "150"):
                ventana.setGeometry(libre(pantalla))
                qtbot.waitUntil(lambda: list(_cortado(ventana)) == [], timeout=30_000)
            malas = list(_sin_contraste(ventana))
            assert not malas, malas
    finally:
        poner_paleta(aplicacion, oscuro=False)


def _cortado(ventana: Ventana) -> Iterator[str]:
    tablero = ventana.pestanas.actual().contenido
    yield from ("de lado" for zona in tablero.zonas()[1:] if zona.horizontalScrollBar().maximum())
    for letrero in _a_la_vista(ventana, Letrero):
        if letrero.wordWrap() and letrero.height() < letrero.heightForWidth(letrero.width()):
            yield letrero.text()
    if (columna := agenda(ventana)) is None:
        yield "lo que hoy se pide, que aún no llega"
        return
    for boton in _a_la_vista(columna, QAbstractButton):
        if boton.width() < boton.minimumSizeHint().width():
            yield boton.text()


def _sin_contraste(ventana: Ventana) -> Iterator[tuple[str, float]]:
    """Lo que se lee con menos de 4.5, contra el color que de verdad tiene detrás; lo apagado no cuenta."""
    retrato = ventana.grab().toImage()
    for pieza, dicho, tinta in _con_tinta(ventana):
        visto = pieza.visibleRegion().boundingRect()
        donde = visto.translated(pieza.mapTo(ventana, QPoint()))
        puntos = (
            retrato.pixelColor(x, y).name()
            for x in range(donde.left() + 3, donde.right() - 2, 3)
            for y in range(donde.top() + 3, donde.bottom() - 2, 2)
        )
        de_atras = Counter(puntos).most_common(1)
        medido = round(contraste(tinta.name(), de_atras[0][0]), 2) if de_atras else _AA
        if medido < _AA:
            yield f"{dicho} ({tinta.name()} sobre {de_atras[0][0]})", medido


def _con_tinta(ventana: Ventana) -> Iterator[tuple[QWidget, str, QColor]]:
    for pieza in (*_a_la_vista(ventana, QLabel), *_a_la_vista(ventana, QAbstractButton)):
        if pieza.text() and pieza.isEnabled():
            yield pieza, pieza.text(), pieza.palette().color(pieza.foregroundRole())
    for campo in _a_la_vista(ventana, QLineEdit):
        cual = QPalette.ColorRole.Text if campo.text() else QPalette.ColorRole.PlaceholderText
        if campo.isEnabled():
            yield campo, campo.text() or campo.placeholderText(), campo.palette().color(cual)


def _a_la_vista(raiz: QWidget, clase: type[_P]) -> list[_P]:
    return [pieza for pieza in raiz.findChildren(clase) if pieza.isVisible() and pieza.width() > 0]
