"""Deshacer y rehacer con el teclado, por todas las pestañas, saltando a lo que cambió."""

from __future__ import annotations

import pytest
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
    oprimir_en_aviso,
    pedir,
    poner_en,
    renglones,
    se_ve,
    tecla,
    teclear,
)
from tests.interfaz.test_anotar import anotar_el_645
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.anio.ventana import VentanaDeAnio
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.monitoreos.dias import HojaDeDias


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
    assert not ventana.mando.historia._deshacer.isEnabled()

    con_control(Qt.Key.Key_Y)
    assert donde_esta(ventana)[0] == "1.2/1"
    assert se_ve(QApplication.focusWidget()).splitlines()[-1].startswith("80 |")
    tecla(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert donde_esta(ventana)[0] == "2.2"
    assert se_ve(QApplication.focusWidget()).splitlines()[-1].startswith("99 |")


def test_el_boton_y_el_menu_dicen_lo_que_se_deshace(ventana):
    assert not ventana.mando.historia._deshacer.isEnabled()
    rejilla = cuadros(en(ventana, "2.2"))[2]
    poner_en(rejilla)
    antes = se_ve(rejilla)
    copiar_al_portapapeles("1\t2\t3\n4\t5\t6\n7\t8\t9\n")
    con_control(Qt.Key.Key_V)
    assert ventana.mando.historia._deshacer.text().replace("&", "") == "Deshacer pegar 9 celdas"
    boton = ventana.mando.puestos.barra.widgetForAction(ventana.mando.historia._deshacer)
    boton.click()
    assert se_ve(rejilla) == antes
    assert ventana.mando.historia._rehacer.text().replace("&", "") == "Rehacer pegar 9 celdas"
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
    assert ventana.mando.historia._deshacer.text().endswith("anotar un número")

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
    assert ventana.mando.historia._deshacer.text().endswith("agregar un párrafo")
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
    ventana.mando.mover_trimestre(1)
    con_control(Qt.Key.Key_Z)
    assert ventana.sesion.trimestre == Trimestre(2024, 2)
    assert donde_esta(ventana)[0] == "1.2/1"
    assert se_ve(QApplication.focusWidget()).splitlines()[-1].startswith("77 |")


def del_anterior(ventana) -> None:
    """Lo último que se hizo es del primer trimestre, y ella está en el segundo."""
    ventana.mando.mover_trimestre(-1)
    anotar(ventana, "1.2/1", "80")
    ventana.mando.mover_trimestre(1)


def a_medias(ventana) -> None:
    """La primera celda dice «12.5», que no puede guardarse."""
    poner_en(cuadros(en(ventana, "1.2/1"))[0])
    teclear("12.5")
    tecla(Qt.Key.Key_Return)


@pytest.mark.parametrize("rehacer", [False, True], ids=["deshacer", "rehacer"])
def test_ir_a_otro_trimestre_a_deshacer_o_rehacer_pregunta_si_algo_falta_guardar(ventana, rehacer):
    del_anterior(ventana)
    if rehacer:
        con_control(Qt.Key.Key_Z)
        ventana.mando.mover_trimestre(1)
    a_medias(ventana)
    lo_pide = ventana.mando.historia.rehacer if rehacer else ventana.mando.historia.deshacer
    lo_pide()
    assert avisos.ultimo().texto.startswith("No se pudo guardar: ")
    oprimir_en_aviso("Cancelar")
    assert ventana.sesion.trimestre.numero == 2
    assert se_ve(cuadros(en(ventana, "1.2/1"))[0]).splitlines()[-1].startswith("12.5*")
    lo_pide()
    oprimir_en_aviso("Cambiar sin guardarlo")
    assert ventana.sesion.trimestre.numero == 1
    assert donde_esta(ventana)[0] == "1.2/1"
    visto = se_ve(cuadros(en(ventana, "1.2/1"))[0]).splitlines()[-1]
    assert visto.startswith("80 | ") == rehacer


def citados(ventana, folio: str) -> int:
    """Cuántas veces se cita un oficio."""
    return sum(cita.folio == folio for r in ventana.sesion.foto.renglones for cita in r.citas)


def test_lo_que_se_guardo_al_preguntar_no_es_lo_que_ella_pidio_deshacer(ventana):
    """Con «Anotarlo y cambiar» lo último ya es otra cosa: no se deshace, y se dice."""
    del_anterior(ventana)
    ventana.pestanas.ir_a("tablero")
    tecla(Qt.Key.Key_F9)
    anotar_el_645()
    ventana.mando.historia.deshacer()
    oprimir_en_aviso("Anotarlo y cambiar")
    assert citados(ventana, "UT/0645/2024")
    assert avisos.ultimo().texto.startswith("No se deshizo nada: antes se guardó otra cosa.")
    assert ventana.sesion.trimestre.numero == 2


def test_desde_la_hoja_de_los_dias_tambien_se_pregunta(ventana, qtbot):
    del_anterior(ventana)
    a_medias(ventana)
    ventana.mando.diario.ver_los_dias("", False)
    hoja = ventana.findChild(HojaDeDias)
    hoja.activateWindow()
    qtbot.waitUntil(hoja.isActiveWindow)
    con_control(Qt.Key.Key_Z)
    assert avisos.ultimo().texto.startswith("No se pudo guardar: ")
    oprimir_en_aviso("Cancelar")
    assert ventana.sesion.trimestre.numero == 2


def test_deshacer_y_rehacer_un_ano_dejan_donde_estaba_y_no_en_cualquier_parte(ventana):
    en(ventana, "3.3/4")
    pedir(ventana, "Oficina", "Año nuevo…")
    ventana.findChild(VentanaDeAnio).crear.click()
    oprimir_en_aviso("Crear así")
    assert ventana.sesion.trimestre == Trimestre(2025, 1)
    ventana.mando.historia.deshacer()
    assert ventana.sesion.trimestre == Trimestre(2024, 2)
    assert ventana.vista.donde()[1] == "3.3/4"
    ventana.mando.historia.rehacer()
    assert ventana.vista.donde()[1] == "3.3/4"
    assert "crear 2025" in ventana.statusBar().currentMessage()
