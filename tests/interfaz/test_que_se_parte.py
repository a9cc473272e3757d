"""La hilera que se parte: nada se sale de lo ancho, y cada cosa va a la altura que se pidió."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte


def _pieza(ancho: int, alto: int) -> QWidget:
    pieza = QWidget()
    pieza.setFixedHeight(alto)
    pieza.setMinimumWidth(ancho)
    return pieza


def _hilera(qtbot, ancho: int, van="en medio") -> tuple[QWidget, list[QWidget]]:
    caja = QWidget()
    qtbot.addWidget(caja)
    hilera = HileraQueSeParte(caja, entre=10, van=van)
    piezas = [_pieza(100, 20), _pieza(100, 30), _pieza(100, 20)]
    for pieza in piezas:
        hilera.agregar(pieza, 1)
    caja.resize(ancho, hilera.heightForWidth(ancho))
    caja.show()
    qtbot.waitUntil(caja.isVisible)
    return caja, piezas


def test_si_caben_van_juntas_y_se_reparten_lo_que_sobra(qtbot):
    _, piezas = _hilera(qtbot, 350)
    assert [pieza.width() for pieza in piezas] == [110, 110, 110]
    assert [pieza.x() for pieza in piezas] == [0, 120, 240]


def test_la_que_no_cabe_baja_y_nada_se_sale(qtbot):
    caja, piezas = _hilera(qtbot, 230)
    assert [pieza.y() > 25 for pieza in piezas] == [False, False, True]
    assert all(pieza.geometry().right() < caja.width() for pieza in piezas)
    assert caja.height() == 30 + 6 + 20


@pytest.mark.parametrize(("van", "y"), [("arriba", 0), ("en medio", 5), ("abajo", 10)])
def test_la_mas_baja_va_a_la_altura_que_se_pide(qtbot, van, y):
    _, piezas = _hilera(qtbot, 350, van)
    assert [pieza.y() for pieza in piezas] == [y, 0, y]


def test_lo_que_no_se_ve_no_ocupa_lugar(qtbot):
    caja, piezas = _hilera(qtbot, 230)
    piezas[0].hide()
    caja.layout().activate()
    assert [pieza.y() for pieza in piezas[1:]] == [0, 5]
