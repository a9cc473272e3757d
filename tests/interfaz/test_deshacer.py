"""Deshacer y rehacer con el teclado, por todas las pestañas, saltando a lo que cambió."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import (
    asuntos,
    campo,
    con_control,
    copiar_al_portapapeles,
    cuadros,
    en,
    impreso,
    poner_en,
    renglones,
    se_ve,
    tecla,
    teclear,
)
from ut_escritorio.dominio.periodos import Trimestre


def anotar(ventana, lugar: str, numero: str):
    """Escribe un número en la primera celda del primer cuadro de un lugar."""
    rejilla = cuadros(en(ventana, lugar))[0]
    poner_en(rejilla)
    teclear(numero)
    tecla(Qt.Key.Key_Return)


def donde_esta(ventana) -> tuple[str, str]:
    """El lugar que se ve y la celda del cursor."""
    return ventana.pestanas.actual().contenido.lugar(), QApplication.focusWidget().celda_actual().nombre


def test_se_deshace_y_se_rehace_por_todas_las_pestanas_saltando_a_la_celda(ventana):
    anotar(ventana, "1.2/1", "80")
    anotar(ventana, "2.2", "99")
    ventana.pestanas.ir_a("tablero")
    poner_en(ventana.pestanas.actual().contenido.tabla)

    con_control(Qt.Key.Key_Z)
    assert donde_esta(ventana) == ("2.2", "Monitoreo del SISAI 2.0, abril")
    assert se_ve(QApplication.focusWidget()).splitlines()[-1].startswith("66 |")
    con_control(Qt.Key.Key_Z)
    assert donde_esta(ventana)[0] == "1.2/1"
    assert se_ve(QApplication.focusWidget()).splitlines()[-1].startswith("77 |")
    assert not ventana.historia._deshacer.isEnabled()

    con_control(Qt.Key.Key_Y)
    assert donde_esta(ventana)[0] == "1.2/1"
    assert se_ve(QApplication.focusWidget()).splitlines()[-1].startswith("80 |")
    tecla(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert donde_esta(ventana)[0] == "2.2"
    assert se_ve(QApplication.focusWidget()).splitlines()[-1].startswith("99 |")


def test_el_boton_y_el_menu_dicen_lo_que_se_deshace(ventana):
    assert not ventana.historia._deshacer.isEnabled()
    rejilla = cuadros(en(ventana, "2.2"))[2]
    poner_en(rejilla)
    antes = se_ve(rejilla)
    copiar_al_portapapeles("1\t2\t3\n4\t5\t6\n7\t8\t9\n")
    con_control(Qt.Key.Key_V)
    assert ventana.historia._deshacer.text().replace("&", "") == "Deshacer pegar 9 celdas"
    boton = ventana.barra.widgetForAction(ventana.historia._deshacer)
    boton.click()
    assert se_ve(rejilla) == antes
    assert ventana.historia._rehacer.text().replace("&", "") == "Rehacer pegar 9 celdas"
    assert ventana.statusBar().currentMessage() == "Se deshizo: pegar 9 celdas."


def test_un_campo_con_algo_sin_confirmar_es_dueno_de_su_deshacer(ventana):
    anotar(ventana, "1.2/1", "80")
    bloque = renglones(en(ventana, "1.2/2"))
    bloque.tabla.selectRow(3)
    numero = campo(bloque, "Número de oficio")
    antes = numero.text()
    poner_en(numero)
    tecla(Qt.Key.Key_End)
    teclear("9")
    con_control(Qt.Key.Key_Z)
    assert numero.text() == antes
    assert QApplication.focusWidget() is numero
    assert ventana.sesion.foto.conteos.valores != {}
    assert ventana.historia._deshacer.text().endswith("anotar un número")

    con_control(Qt.Key.Key_Z)
    assert donde_esta(ventana)[0] == "1.2/1"
    assert se_ve(QApplication.focusWidget()).splitlines()[-1].startswith("77 |")


def test_un_dato_de_un_renglon_ya_guardado_se_deshace_y_el_cursor_vuelve_a_el(ventana):
    bloque = renglones(en(ventana, "1.2/2"))
    bloque.tabla.selectRow(3)
    numero = campo(bloque, "Número de oficio")
    antes = numero.text()
    poner_en(numero)
    numero.selectAll()
    teclear("UT/0001/2024")
    tecla(Qt.Key.Key_Return)
    con_control(Qt.Key.Key_Z)
    assert campo(bloque, "Número de oficio").text() == antes
    assert QApplication.focusWidget() is campo(bloque, "Número de oficio")


def test_lo_escrito_en_una_visita_a_un_parrafo_se_deshace_junto(ventana):
    pestana = en(ventana, "1.2/1")
    bloque = renglones(pestana)
    bloque.escribir_parrafo()
    for trozo in ("Se avisó ", "por escrito."):
        bloque.parrafo.insertPlainText(trozo)
        bloque.parrafo._pausa.timeout.emit()
    assert "Se avisó por escrito." in impreso(pestana)
    con_control(Qt.Key.Key_Z)
    assert bloque.parrafo.toPlainText() == ""
    assert QApplication.focusWidget() is bloque.parrafo
    assert ventana.historia._deshacer.text().endswith("agregar un párrafo")
    con_control(Qt.Key.Key_Y)
    assert "Se avisó por escrito." in impreso(pestana)


def test_deshacer_quitar_un_renglon_lo_devuelve_con_sus_oficios(ventana):
    pestana = en(ventana, "1.2/2")
    bloque = renglones(pestana)
    antes, frases = asuntos(bloque), impreso(pestana)
    bloque.tabla.selectRow(2)
    bloque.quitar()
    ventana.pestanas.ir_a("tablero")
    con_control(Qt.Key.Key_Z)
    assert asuntos(renglones(ventana.pestanas.actual().contenido)) == antes
    assert impreso(ventana.pestanas.actual().contenido) == frases


def test_deshacer_lo_de_otro_trimestre_vuelve_a_el(ventana):
    anotar(ventana, "1.2/1", "80")
    ventana.mover_trimestre(1)
    con_control(Qt.Key.Key_Z)
    assert ventana.sesion.trimestre == Trimestre(2024, 2)
    assert donde_esta(ventana)[0] == "1.2/1"
    assert se_ve(QApplication.focusWidget()).splitlines()[-1].startswith("77 |")
