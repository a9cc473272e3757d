"""Un cuadro y una lista se copian con el teclado y se pegan fuera: en un documento, como tabla."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextTable
from PySide6.QtWidgets import QTextEdit

from tests.interfaz.manos import con_control, cuadros, en, poner_en, renglones, tecla
from tests.interfaz.test_asuntos import asuntos_en

CONTROL_MAYUS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def copiar_todo() -> None:
    tecla(Qt.Key.Key_C, CONTROL_MAYUS)


def celdas() -> list[list[str]]:
    return [renglon.split("\t") for renglon in QGuiApplication.clipboard().text().split("\n")]


@pytest.fixture
def documento(qtbot) -> QTextEdit:
    """Un documento con formato, como el de Word."""
    documento = QTextEdit()
    qtbot.addWidget(documento)
    return documento


def pegada_en(documento: QTextEdit) -> QTextTable:
    """La tabla que queda al pegar ahí lo copiado."""
    documento.paste()
    cursor = QTextCursor(documento.document())
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    tabla = cursor.currentTable()
    assert tabla is not None
    return tabla


def dice(tabla: QTextTable, fila: int, columna: int) -> str:
    celda = tabla.cellAt(fila, columna)
    cursor = celda.firstCursorPosition()
    cursor.setPosition(celda.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_un_cuadro_se_pega_como_tabla_con_sus_celdas_combinadas(ventana, documento):
    rejilla = cuadros(en(ventana, "2.2"))[2]
    poner_en(rejilla)
    copiar_todo()
    assert ventana.statusBar().currentMessage() == "Copiado: el cuadro entero."
    tabla = pegada_en(documento)
    assert (tabla.rows(), tabla.columns()) == (rejilla.modelo.tabla.filas, rejilla.modelo.tabla.columnas)
    for celda in rejilla.modelo.tabla.celdas:
        pegada = tabla.cellAt(celda.fila, celda.columna)
        assert dice(tabla, celda.fila, celda.columna) == celda.texto
        assert (pegada.rowSpan(), pegada.columnSpan()) == (celda.alto, celda.ancho)


def test_un_cuadro_se_pega_en_excel_en_sus_celdas(ventana):
    poner_en(cuadros(en(ventana, "1.2/1"))[0])
    copiar_todo()
    assert celdas() == [["ABRIL", "MAYO", "JUNIO", "TOTAL"], ["77", "70", "64", "211"]]


def test_unas_celdas_se_copian_sin_rotulos_y_se_vuelven_a_pegar_aqui(ventana):
    rejilla = cuadros(en(ventana, "1.2/1"))[0]
    poner_en(rejilla)
    tecla(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    con_control(Qt.Key.Key_C)
    assert celdas() == [["77", "70"]]
    assert "<td" in QGuiApplication.clipboard().mimeData().html()
    rejilla.ir_a(rejilla.modelo.tabla.celdas[5])
    con_control(Qt.Key.Key_V)
    assert [c.texto for c in rejilla.modelo.tabla.celdas if c.casilla][:3] == ["77", "77", "70"]


def test_la_lista_de_renglones_se_copia_con_sus_rotulos_y_uno_solo_sin_ellos(ventana):
    bloque = renglones(en(ventana, "1.2/2"))
    bloque.tabla.selectRow(3)
    poner_en(bloque.tabla)
    con_control(Qt.Key.Key_C)
    (solo,) = celdas()
    assert solo == [
        "Se solicitó por oficio", "UT/0548/2024", "Tesorería Municipal",
        "actualizar el módulo Horarios de Atención",
    ]  # fmt: skip
    copiar_todo()
    rotulos, *filas = celdas()
    assert rotulos == ["Qué es", "Oficio", "Con quién", "Asunto", "Cuántos"]
    assert len(filas) == 8
    assert filas[3] == [*solo, ""]


def test_los_asuntos_tambien_se_copian(ventana):
    bloque = asuntos_en(en(ventana, "1.2"))
    poner_en(bloque.tabla)
    copiar_todo()
    rotulos, primero, *_ = celdas()
    assert rotulos == ["Unidad", "Tema", "2 Se solicitó", "3 Se recibió", "4 Analizado", "5 A Sistemas"]
    assert primero[:3] == ["Dirección de Ingresos", "la Ley de ingresos 2024 en datos abiertos", "correo"]


def test_las_cuentas_del_tablero_se_copian(ventana):
    tablero = ventana.pestanas.ir_a("tablero")
    poner_en(tablero.tabla)
    copiar_todo()
    assert celdas()[:2] == [["", "Abr", "May", "Jun", "Total"], ["Solicitudes", "26", "13", "32", "71"]]


def test_un_asunto_que_parece_formula_queda_como_texto_y_escapado(ventana):
    bloque = renglones(en(ventana, "1.2/2"))
    bloque.escribir_parrafo()
    bloque.parrafo.setPlainText('=HIPERVINCULO("x") <b>&')
    bloque.parrafo.guardar_ya()
    poner_en(bloque.tabla)
    con_control(Qt.Key.Key_C)
    assert celdas() == [["Párrafo", '\'=HIPERVINCULO("x") <b>&']]
    assert "&lt;b&gt;&amp;" in QGuiApplication.clipboard().mimeData().html()
