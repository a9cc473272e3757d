"""Las ventanas del primer día, del año nuevo y de los catálogos: cada campo con nombre, sin atajos dobles."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QWidget,
)

from tests.interfaz.ventanas import DIALOGOS
from ut_escritorio.interfaz.ventana.marco import Ventana

SUYOS = (
    "primer día", "año nuevo", "textos de antes", "componente de más", "actividad nueva", "un texto",
    "Personas y cargos", "Unidades y órganos", "Membrete y leyenda", "Días inhábiles", "Textos del plan",
)  # fmt: skip


def _visibles(dialogo: QDialog) -> list[QWidget]:
    return [pieza for pieza in dialogo.findChildren(QWidget) if pieza.isVisible()]


def _sin_nombre(dialogo: QDialog) -> list[str]:
    sin_nombre = []
    for pieza in _visibles(dialogo):
        ajeno = isinstance(pieza, (QScrollBar, QTabBar, QScrollArea)) or pieza.objectName()[:3] == "qt_"
        if ajeno or pieza.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        interfaz = QAccessible.queryAccessibleInterface(pieza)
        if interfaz and not interfaz.text(QAccessible.Text.Name):
            sin_nombre.append(type(pieza).__name__)
    return sin_nombre


def _atajos(dialogo: QDialog) -> list[str]:
    textos = [p.text() for p in _visibles(dialogo) if isinstance(p, (QAbstractButton, QLabel))]
    return [m.group(1).lower() for t in textos for m in re.finditer(r"(?<!&)&(\w)", t)]


def test_todo_campo_tiene_nombre_y_ningun_atajo_se_repite(ventana: Ventana, qtbot):
    for cual in SUYOS:
        dialogo = DIALOGOS[cual](ventana)
        dialogo.open()
        qtbot.waitUntil(dialogo.isVisible)
        QApplication.processEvents()
        assert _sin_nombre(dialogo) == [], cual
        atajos = _atajos(dialogo)
        assert len(atajos) == len(set(atajos)), (cual, sorted(atajos))
        dialogo.hide()
        dialogo.close()
