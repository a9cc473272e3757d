"""Las ventanas del primer día, del año nuevo y de los catálogos: cada campo con nombre, sin atajos dobles."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
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

from ut_escritorio.dominio.plan.textos import textos_de
from ut_escritorio.interfaz.anio import VentanaDeAnio
from ut_escritorio.interfaz.anio.textos import UnoPorUno
from ut_escritorio.interfaz.catalogos import Catalogos
from ut_escritorio.interfaz.comunes.dialogos.editor_de_texto import EditorDeTexto
from ut_escritorio.interfaz.comunes.dialogos.nueva_actividad import NuevaActividad
from ut_escritorio.interfaz.comunes.sesion.sesion import DiaYHora
from ut_escritorio.interfaz.primer_dia import PrimerDia
from ut_escritorio.interfaz.primer_dia.agregar import AgregarComponente
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.oficina import anio


def _uno_por_uno(v: Ventana) -> QDialog:
    exp, trimestre = v.sesion.expediente, v.sesion.trimestre
    return UnoPorUno(
        anio.por_mirar(exp, trimestre, anio.proponer_anio(exp, trimestre)), v.sesion.foto.plan, v
    )


DIALOGOS: dict[str, Callable[[Ventana], QDialog]] = {
    "primer día": lambda v: PrimerDia(DiaYHora(lambda: date(2026, 5, 14), v.sesion.reloj.ahora), padre=v),
    "año nuevo": lambda v: VentanaDeAnio(v.sesion, v),
    "textos de antes": _uno_por_uno,
    "componente de más": lambda v: AgregarComponente(v.sesion.foto.plan.componentes, 2024, v),
    "actividad nueva": lambda v: NuevaActividad(v.sesion.foto.plan, "3.4", v),
    "un texto": lambda v: EditorDeTexto(v.sesion, next(textos_de(v.sesion.foto.plan)), v),
    **{
        cual: lambda v, cual=cual: Catalogos(v.sesion, cual, v)
        for cual in (
            "Personas y cargos", "Unidades y órganos", "Membrete y leyenda", "Días inhábiles",
            "Textos del plan",
        )
    },
}  # fmt: skip


@pytest.fixture(params=list(DIALOGOS))
def dialogo(request, ventana: Ventana, qtbot):
    abierto = DIALOGOS[request.param](ventana)
    abierto.open()
    qtbot.waitUntil(abierto.isVisible)
    QApplication.processEvents()
    yield abierto
    abierto.close()


def _visibles(dialogo: QDialog) -> list[QWidget]:
    return [pieza for pieza in dialogo.findChildren(QWidget) if pieza.isVisible()]


def test_todo_campo_tiene_nombre_y_ningun_atajo_se_repite(dialogo: QDialog):
    sin_nombre = []
    for pieza in _visibles(dialogo):
        ajeno = isinstance(pieza, (QScrollBar, QTabBar, QScrollArea)) or pieza.objectName()[:3] == "qt_"
        if ajeno or pieza.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        interfaz = QAccessible.queryAccessibleInterface(pieza)
        if interfaz and not interfaz.text(QAccessible.Text.Name):
            sin_nombre.append(type(pieza).__name__)
    textos = [p.text() for p in _visibles(dialogo) if isinstance(p, (QAbstractButton, QLabel))]
    atajos = [m.group(1).lower() for t in textos for m in re.finditer(r"(?<!&)&(\w)", t)]
    assert sin_nombre == []
    assert len(atajos) == len(set(atajos)), sorted(atajos)


def test_cabe_en_la_pantalla(dialogo: QDialog):
    disponible = dialogo.screen().availableGeometry()
    assert dialogo.width() <= disponible.width()
    assert dialogo.height() <= disponible.height()
