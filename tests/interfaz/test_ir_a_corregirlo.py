"""«Ir a corregirlo» lleva adonde ella lo escribió: a los mismos elegidos, o a la misma carta."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import (
    agenda,
    con_control,
    oprimir_en_aviso,
    poner_en,
    tecla,
    teclear,
    tiene_el_cursor,
)
from tests.interfaz.test_cartas import carta, escribir_una
from tests.interfaz.test_oficios import campo, con_el_cursor, elegir, fila, numeros, oficios
from ut_escritorio.interfaz.comunes.dialogos import avisos

TRES = ("UT/0822/2024", "UT/0771/2024", "UT/0583/2024")
MAL, BIEN = "31/13/2024", "05/07/2024"


def acuses(pestana) -> list[str]:
    return [fila(pestana, folio)[5] for folio in TRES]


def ir_a_corregirlo(ventana) -> None:
    """Imprime con el teclado; en la pregunta, va a corregirlo."""
    con_control(Qt.Key.Key_P)
    assert avisos.ultimo().texto.startswith("No se pudo guardar: ")
    oprimir_en_aviso("Ir a corregirlo")
    ventana.activateWindow()


def test_lo_mal_escrito_a_varios_se_corrige_a_todos(ventana):
    pestana = oficios(ventana)
    elegir(pestana, TRES[0])
    poner_en(campo(pestana, "acuse"))
    teclear("01/07/2024")
    tecla(Qt.Key.Key_Return)
    elegir(pestana, *TRES)
    poner_en(campo(pestana, "acuse"))
    teclear(MAL)
    ir_a_corregirlo(ventana)
    assert [pestana.modelo.texto(cual, 0) for cual in pestana.tabla.elegidas()] == [*TRES]
    assert pestana.formulario.titulo.text().startswith("3 oficios elegidos")
    assert con_el_cursor() == "Acuse" and QApplication.focusWidget().text() == MAL

    elegir(pestana, "UT/0640/2024")  # se va a otro, y de ahí a imprimir: vuelve a los tres
    assert campo(pestana, "acuse").text() == ""
    ir_a_corregirlo(ventana)
    assert len(pestana.tabla.elegidas()) == 3 and campo(pestana, "acuse").text() == MAL
    tecla(Qt.Key.Key_Escape)
    assert acuses(pestana) == ["01/07/2024", "–", "–"], "Esc deja a cada uno con lo suyo"
    assert not ventana.sesion.sin_guardar

    teclear(MAL)
    con_control(Qt.Key.Key_P)
    oprimir_en_aviso("Copiar el texto")
    assert QGuiApplication.clipboard().text() == MAL, "lo escribió una vez"
    oprimir_en_aviso("Ir a corregirlo")
    campo(pestana, "acuse").selectAll()
    teclear(BIEN)
    tecla(Qt.Key.Key_Return)
    assert acuses(pestana) == [BIEN] * 3 and not ventana.sesion.sin_guardar
    con_control(Qt.Key.Key_Z)
    assert acuses(pestana) == ["01/07/2024", "–", "–"]


def test_si_uno_ya_se_corrigio_solo_se_vuelve_a_los_que_faltan(ventana):
    pestana = oficios(ventana)
    elegir(pestana, *TRES)
    poner_en(campo(pestana, "acuse"))
    teclear(MAL)
    elegir(pestana, TRES[1])
    poner_en(campo(pestana, "acuse"))
    campo(pestana, "acuse").selectAll()
    teclear(BIEN)
    tecla(Qt.Key.Key_Return)
    ir_a_corregirlo(ventana)
    elegidos = [pestana.modelo.texto(cual, 0) for cual in pestana.tabla.elegidas()]
    assert elegidos == [TRES[0], TRES[2]] and campo(pestana, "acuse").text() == MAL


def test_lo_mal_escrito_en_la_carta_se_corrige_en_ella(ventana):
    pestana = oficios(ventana)
    panel = escribir_una(pestana)
    poner_en(panel.pieza_de("fecha"))
    panel.pieza_de("fecha").selectAll()
    teclear(MAL)
    for salir in (lambda: con_control(Qt.Key.Key_P), ventana.close):
        salir()
        oprimir_en_aviso("Ir a corregirlo")
        assert carta(pestana) is panel
        assert con_el_cursor() == "Fecha de la carta" and QApplication.focusWidget().text() == MAL
    panel.ver.click()
    ir_a_corregirlo(ventana)
    assert con_el_cursor() == "Fecha de la carta" and not panel.grande
    tecla(Qt.Key.Key_Escape)
    assert not ventana.sesion.sin_guardar and carta(pestana) is panel

    poner_en(panel.pieza_de("carta.dias"))
    teclear("muchos")
    ir_a_corregirlo(ventana)
    assert carta(pestana) is panel and con_el_cursor() == "Días para contestar"
    assert numeros(pestana)[0] == "Sin número todavía"


def test_lo_mal_escrito_en_lo_de_hoy_se_corrige_en_el_tablero(abrir):
    ventana = abrir(hoy=date(2024, 6, 26))
    hoy = next(iter(agenda(ventana).hoy.campos.values()))
    poner_en(hoy)
    teclear("12.5")
    ventana.mando.pedir_informe()
    oprimir_en_aviso("Ir a corregirlo")
    assert ventana.vista.donde()[0] == "tablero" and tiene_el_cursor(hoy) and hoy.text() == "12.5"
    tecla(Qt.Key.Key_Escape)
    assert not ventana.sesion.sin_guardar


def test_el_numero_cero_de_un_oficio_de_remision_se_corrige_donde_se_escribio(ventana):
    informe = ventana.pestanas.ir_a("informe")
    folio = next(iter(informe.datos.oficios.values())).folio
    poner_en(folio)
    folio.selectAll()
    teclear("UT/0000/2024")
    ventana.mando.pedir_informe()
    assert "la cuenta empieza en 1" in avisos.ultimo().dialogo.informativeText()
    oprimir_en_aviso("Ir a corregirlo")
    assert tiene_el_cursor(folio) and folio.text() == "UT/0000/2024"
    tecla(Qt.Key.Key_Escape)
    assert folio.text() == "UT/0822/2024" and not ventana.sesion.sin_guardar
