"""La celda de asuntos en que se trabaja se ve siempre: con sus datos abiertos y con la tira de anotar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import clic, en, poner_en, tecla
from tests.interfaz.test_ventanas import libre
from ut_escritorio.interfaz.anotar.tira import Tira
from ut_escritorio.interfaz.componente.asuntos.bloque import BloqueDeAsuntos

FILAS = (0, 9, 17)
"""La primera, una de en medio y la última."""


@pytest.fixture(params=[("100", 100), ("150", 160)], ids=["holgada", "apretada"])
def pestana(request, ventana):
    """Una actividad con asuntos, en una pantalla de esa escala y con esa letra."""
    pantalla, por_ciento = request.param
    ventana.zoom.poner(por_ciento)
    ventana._rehacer()
    ventana.setGeometry(libre(pantalla))
    yield en(ventana, "1.2")
    ventana.zoom.poner(100)


def _asuntos(pestana) -> BloqueDeAsuntos:
    return next(b for b in pestana.hoja.bloques if isinstance(b, BloqueDeAsuntos))


def _se_ve(pestana, caja: QRect) -> bool:
    hay = pestana.hoja.viewport()
    return hay.rect().contains(QRect(_asuntos(pestana).mapTo(hay, caja.topLeft()), caja.size()))


def test_al_abrir_sus_datos_se_ven_la_celda_y_los_datos(pestana, qtbot):
    for fila in FILAS:
        abrir_sus_datos(pestana, qtbot, fila)


def abrir_sus_datos(pestana, qtbot, fila: int) -> None:
    bloque = _asuntos(pestana)
    con_todos = bloque.tabla.height()
    indice = bloque.modelo.index(fila, 0)
    poner_en(bloque.tabla)
    bloque.tabla.setCurrentIndex(indice)
    qtbot.waitUntil(lambda: _se_ve(pestana, bloque.celda()))
    clic(bloque.tabla.viewport(), bloque.tabla.visualRect(indice).center())
    qtbot.waitUntil(lambda: _se_ve(pestana, bloque.celda()))
    qtbot.waitUntil(lambda: bloque.tabla.currentIndex() == indice and bloque.tabla.height() < con_todos)
    qtbot.waitUntil(lambda: _se_ve(pestana, bloque.datos().adjusted(0, 0, 0, 8 - bloque.datos().height())))
    poner_en(bloque.tabla)
    tecla(Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: bloque.tabla.height() == con_todos)
    qtbot.waitUntil(lambda: _se_ve(pestana, bloque.celda()))


def test_con_la_tira_de_anotar_y_al_cerrarla_se_sigue_viendo(ventana, pestana, qtbot):
    for fila in FILAS:
        abrir_la_tira(ventana, pestana, qtbot, fila)


def abrir_la_tira(ventana, pestana, qtbot, fila: int) -> None:
    bloque = _asuntos(pestana)
    poner_en(bloque.tabla)
    bloque.tabla.setCurrentIndex(bloque.modelo.index(fila, 3))
    qtbot.waitUntil(lambda: _se_ve(pestana, bloque.celda()))
    alto = pestana.hoja.viewport().height()
    ventana.mando.diario.anotar()
    qtbot.waitUntil(lambda: pestana.hoja.viewport().height() < alto)
    con_la_tira = pestana.hoja.viewport().height()
    qtbot.waitUntil(lambda: _se_ve(pestana, bloque.celda()))
    tecla(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: pestana.hoja.viewport().height() > con_la_tira)
    qtbot.waitUntil(lambda: _se_ve(pestana, bloque.celda()))


def test_si_al_oprimir_la_tabla_se_acomoda_el_clic_no_se_pierde(ventana, pestana, qtbot):
    """De una celda con datos abiertos a un botón: al irse los datos, todo sube."""
    bloque = _asuntos(pestana)
    poner_en(bloque.tabla)
    con_datos = bloque.modelo.index(9, 3)
    clic(bloque.tabla.viewport(), bloque.tabla.visualRect(con_datos).center())
    qtbot.waitUntil(lambda: not bloque.datos().isEmpty() and _se_ve(pestana, bloque.celda()))
    suya, cual, hoja = bloque.tabla.viewport(), bloque.modelo.index(6, 3), pestana.hoja.verticalScrollBar()
    assert bloque.modelo.ficha_en(cual) is not None
    bloque.tabla.scrollTo(cual)
    oprimido = suya.mapToGlobal(bloque.tabla.visualRect(cual).center())
    izquierdo, sin = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(suya, izquierdo, sin, suya.mapFromGlobal(oprimido))
    hoja.setValue(max(0, hoja.value() - 40) or 40)
    QApplication.processEvents()
    QTest.mouseRelease(suya, izquierdo, sin, suya.mapFromGlobal(oprimido))
    QApplication.processEvents()
    tira = ventana.findChild(Tira)
    assert tira is not None and tira.isVisible()
    assert bloque.tabla.currentIndex() == cual


def test_si_se_arrastra_a_otra_parte_no_es_un_clic(ventana, pestana, qtbot):
    bloque = _asuntos(pestana)
    cual = bloque.modelo.index(2, 3)
    suya, donde = bloque.tabla.viewport(), bloque.tabla.visualRect(cual).center()
    izquierdo, sin = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(suya, izquierdo, sin, donde)
    QTest.mouseRelease(suya, izquierdo, sin, donde + QPoint(0, 60))
    QApplication.processEvents()
    tira = ventana.findChild(Tira)
    assert tira is None or not tira.isVisible()


def test_achicar_la_ventana_no_la_pierde(ventana, pestana, qtbot):
    bloque = _asuntos(pestana)
    poner_en(bloque.tabla)
    bloque.tabla.setCurrentIndex(bloque.modelo.index(17, 3))
    ventana.resize(ventana.width(), ventana.height() - 60)
    qtbot.waitUntil(lambda: _se_ve(pestana, bloque.celda()))
