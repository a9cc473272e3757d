"""La barra de avance: qué se hace, cuánto va y cómo se deja."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QProgressBar

from ut_escritorio.interfaz.comunes.dialogos.avance import Avance


def test_dice_que_se_hace_y_cuanto_va(qtbot):
    veces: list[str] = []
    avance = Avance(lambda: veces.append("cancelar"))
    qtbot.addWidget(avance)
    barra = avance.findChild(QProgressBar)
    avance.empezar("Haciendo el PDF…")
    assert avance.findChild(QLabel).text() == barra.accessibleName() == "Haciendo el PDF…"
    assert (barra.minimum(), barra.maximum()) == (0, 0), "aún no se sabe cuánto falta"
    for hecho in (3, 9):
        avance.poner(hecho, 9)
        assert (barra.value(), barra.maximum()) == (hecho, 9)
    avance.cancelar.click()
    assert veces == ["cancelar"]
    assert avance.isVisible()


def test_lo_que_no_se_puede_cancelar_no_lo_ofrece(qtbot):
    avance = Avance()
    qtbot.addWidget(avance)
    assert not hasattr(avance, "cancelar")
