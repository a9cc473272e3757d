"""Lo que se pega o se suelta: entra limpio y entero, o no entra y se dice por qué."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tests.interfaz.manos import (
    bloque_de,
    con_control,
    copiar_al_portapapeles,
    cuadros,
    en,
    poner_en,
    renglones,
    se_ve,
    tecla,
    teclear,
)
from ut_escritorio.interfaz.anotar.tira import Tira
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoLargo
from ut_escritorio.interfaz.comunes.campos.fechas import CampoDeFecha
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio, CuadroLimpio
from ut_escritorio.interfaz.comunes.entrada.recibido import TOPE

DE_PDF = "la información de las sesiones de\r\ncabildo correspondientes al primer semestre del\r\naño."
EN_UNO = "la información de las sesiones de cabildo correspondientes al primer semestre del año."


@pytest.fixture(autouse=True)
def portapapeles_limpio(qtbot):
    """Lo copiado no sobrevive a la prueba, ni a Python."""
    yield
    QGuiApplication.clipboard().clear()


def pegar(pieza, texto: str) -> None:
    poner_en(pieza)
    copiar_al_portapapeles(texto)
    con_control(Qt.Key.Key_A)
    con_control(Qt.Key.Key_V)


def soltar(pieza, texto: str) -> None:
    datos = QMimeData()
    datos.setText(texto)
    donde = pieza if isinstance(pieza, QLineEdit) else pieza.viewport()
    copia, boton, modo = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(donde, QDragEnterEvent(QPoint(2, 2), copia, datos, boton, modo))
    QApplication.sendEvent(donde, QDropEvent(QPointF(QPoint(2, 2)), copia, datos, boton, modo))


def test_el_hueco_de_una_columna_pegada_vacia_su_mes(ventana):
    rejilla = cuadros(en(ventana, "2.2"))[2]
    poner_en(rejilla)
    teclear("5")
    tecla(Qt.Key.Key_Return)
    teclear("6")
    tecla(Qt.Key.Key_Return)
    teclear("7")
    tecla(Qt.Key.Key_Return)
    for columna, meses in (
        ("9\r\n\r\n8\r\n", ["9", "", "8"]),
        ("\r\n4\r\n3\r\n", ["", "4", "3"]),
        ("2\r\n1\r\n\r\n", ["2", "1", ""]),
    ):
        rejilla._al_principio()
        copiar_al_portapapeles(columna)
        con_control(Qt.Key.Key_V)
        assert [fila.split(" | ")[1] for fila in se_ve(rejilla).splitlines()[-3:]] == meses


@pytest.mark.parametrize(
    ("copiado", "queda"),
    [("26.00\t13.00\t32.00\r\n", ["26", "13", "32"]), (" $ - \t1,250\t\u00a07\u00a0", ["0", "1250", "7"])],
)
def test_los_numeros_de_excel_entran_con_su_formato(ventana, copiado, queda):
    rejilla = cuadros(en(ventana, "2.2"))[2]
    poner_en(rejilla)
    rejilla._al_principio()
    copiar_al_portapapeles(copiado)
    con_control(Qt.Key.Key_V)
    assert se_ve(rejilla).splitlines()[-3].split(" | ")[1:4] == queda


def _de(clase: str) -> QMimeData:
    datos = QMimeData()
    match clase:
        case "imagen":
            datos.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
        case "html":
            datos.setHtml("<table><tr><td>5</td></tr></table>")
        case "archivo":
            datos.setUrls([QUrl.fromLocalFile("/tmp/oficio.docx")])
        case "mucho":
            datos.setText("\r\n".join(["7"] * 1_000_000))
        case "largo":
            datos.setText("así " * 300_000)
    return datos


def test_en_un_cuadro_lo_que_no_es_un_bloque_de_numeros_se_dice(ventana):
    rejilla = cuadros(en(ventana, "2.2"))[2]
    poner_en(rejilla)
    antes = se_ve(rejilla)
    for clase, dicho in (
        ("nada", "No hay nada copiado"),
        ("imagen", "Lo copiado es una imagen"),
        ("html", "Péguelo en el Bloc de notas"),
        ("archivo", "Lo copiado es un archivo"),
        ("mucho", "1,000,000 celdas"),
    ):
        QGuiApplication.clipboard().setMimeData(_de(clase))
        con_control(Qt.Key.Key_V)
        assert dicho in bloque_de(rejilla)._reparo.text(), clase
        assert "No se pegó nada" in bloque_de(rejilla)._reparo.text(), clase
        assert se_ve(rejilla) == antes, clase


@pytest.mark.parametrize("campo_nuevo", [CampoLimpio, CuadroLimpio])
@pytest.mark.parametrize(
    ("clase", "dicho"),
    [("nada", "No hay nada copiado"), ("imagen", "imagen"), ("html", "Bloc de notas"),
     ("archivo", "un archivo"), ("largo", "1,200,000 letras")],
)  # fmt: skip
def test_en_un_campo_lo_que_no_es_texto_o_no_cabe_se_dice_y_no_cambia_nada(qtbot, campo_nuevo, clase, dicho):
    pieza = campo_nuevo("lo que había")
    qtbot.addWidget(pieza)
    QGuiApplication.clipboard().setMimeData(_de(clase))
    qtbot.keyClick(pieza, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dicho in pieza.accessibleDescription()
    texto = pieza.text() if isinstance(pieza, QLineEdit) else pieza.toPlainText()
    assert texto == "lo que había"


def test_lo_que_no_cabe_entero_no_entra_por_ninguna_puerta(qtbot):
    pieza = CampoLimpio("había")
    qtbot.addWidget(pieza)
    soltar(pieza, "x" * (TOPE + 1))
    assert pieza.text() == "había"
    assert "no cabe entero" in pieza.accessibleDescription()
    pieza.setCursorPosition(5)
    qtbot.keyClicks(pieza, " mas")
    assert pieza.text() == "había mas", "lo que sigue sí entra"


def test_lo_soltado_y_lo_del_menu_entran_limpios(qtbot):
    pieza, largo = CampoLimpio(), CuadroLimpio(en_un_renglon=True)
    for cada in (pieza, largo):
        qtbot.addWidget(cada)
        soltar(cada, f"el oﬁcio{chr(0xAD)}  de\r\nhoy")
    assert pieza.text() == largo.toPlainText() == "el oficio  de hoy"
    assert largo.limpio() == "el oficio de hoy"
    pieza.clear()
    copiar_al_portapapeles(DE_PDF)
    pieza.paste()
    assert pieza.text() == EN_UNO


def test_una_fecha_pegada_con_espacios_o_con_letras_entra_entera(qtbot):
    pieza = CampoDeFecha("Fecha", lambda: date(2024, 7, 4), date(2024, 4, 1))
    qtbot.addWidget(pieza)
    copiadas = (
        "  05/04/2024",
        "2024-04-05",
        "5 de abril de 2024",
        "viernes, 5 de abril",
        "05-abr-24",
    )
    for copiada in copiadas:
        pieza.poner(None)
        copiar_al_portapapeles(copiada)
        qtbot.keyClick(pieza, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(pieza, Qt.Key.Key_Return)
        assert (pieza.fecha(), pieza.text()) == (date(2024, 4, 5), "05/04/2024")


def test_el_ultimo_dia_de_los_dias_y_mas_no_truena(qtbot):
    pieza = CampoDeFecha("Fecha", lambda: date(2024, 7, 4), date(2024, 4, 1))
    qtbot.addWidget(pieza)
    qtbot.keyClicks(pieza, "31/12/9999")
    qtbot.keyClick(pieza, Qt.Key.Key_Return)
    assert "no es una fecha" in pieza.accessibleDescription()
    qtbot.keyClick(pieza, Qt.Key.Key_Escape)
    pieza.poner(date.max)
    qtbot.keyClicks(pieza, "+")
    assert pieza.fecha() == date(2100, 12, 31)


def test_un_asunto_pegado_de_un_pdf_queda_en_un_renglon_en_el_formulario_y_en_la_tira(ventana, qtbot):
    bloque = renglones(en(ventana, "1.2/2"))
    bloque.tabla.selectRow(0)
    QApplication.processEvents()
    (asunto,) = bloque.formulario.findChildren(CampoLargo)
    pegar(asunto, DE_PDF)
    asunto.guardar_ya()
    assert EN_UNO in [r.asunto for r in ventana.sesion.foto.renglones]
    tecla(Qt.Key.Key_F9)
    tira = ventana.findChild(Tira)
    pegar(tira.hoja.asunto, DE_PDF)
    assert tira.hoja.asunto.text() == EN_UNO


def test_un_parrafo_libre_conserva_sus_renglones_y_el_espacio_que_se_acaba_de_teclear(ventana):
    bloque = renglones(en(ventana, "1.2/2"))
    pieza = bloque.parrafo
    assert isinstance(pieza, QPlainTextEdit)
    pieza.setPlainText("")
    pieza.insertFromMimeData(_con("Uno.\r\nDos\u00a0tres "))
    assert pieza.toPlainText() == "Uno.\nDos tres "
    assert pieza.limpio() == "Uno.\nDos tres "


def _con(texto: str) -> QMimeData:
    datos = QMimeData()
    datos.setText(texto)
    return datos


def test_lo_guardado_con_rarezas_por_otra_version_no_se_da_por_cambiado(qtbot):
    pieza = CuadroLimpio()
    qtbot.addWidget(pieza)
    de_fecha = CampoDeFecha("Fecha", lambda: date(2024, 7, 4), date(2024, 4, 1))
    qtbot.addWidget(de_fecha)
    de_fecha.poner(date(2024, 5, 1))
    assert not de_fecha.sin_confirmar()
