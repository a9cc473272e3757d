"""Las hojas que se agregan al informe: se ponen y se quitan con un gesto, y se ven en sus hojas."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QApplication

from tests.interfaz.conftest import AHORA, SEGUNDO
from tests.interfaz.manos import con_control, poner_en, tecla
from ut_escritorio.interfaz.informe import que_se_agrega
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.entrega.informe import documento_de


def marca(ventana: Ventana, cual: str = "relacion_de_enviados") -> Any:
    informe: Any = ventana.contenidos.informe()
    ventana.pestanas.ir_a("informe")
    return informe.que_se_agrega.marcas[cual]


def marcas(ventana: Ventana) -> Any:
    informe: Any = ventana.contenidos.informe()
    return informe.que_se_agrega.marcas


def secciones(ventana: Ventana) -> list[str]:
    return [seccion.marcador for seccion in documento_de(ventana.sesion.foto).secciones]


def test_en_el_ejemplo_no_va_ninguna(ventana: Ventana):
    assert not any(marca(ventana, cual).isChecked() for cual in marcas(ventana))
    assert {
        "Índice",
        "Avance",
        "Relación de oficios",
        "Resumen",
        "Comparativo",
        "Gráficas",
    }.isdisjoint(secciones(ventana))


def test_se_pone_con_el_teclado_se_ve_en_sus_hojas_y_se_deshace(ventana: Ventana, qtbot, monkeypatch):
    hilos: list[bool] = []
    de_verdad = que_se_agrega.hojas_que_agrega

    def contar(*pedido: Any) -> int:
        hilos.append(QThread.currentThread() is ventana.thread())
        return de_verdad(*pedido)

    monkeypatch.setattr(que_se_agrega, "hojas_que_agrega", contar)
    for cual, hoja in (
        ("relacion_de_enviados", "Relación de oficios"),
        ("indice", "Índice"),
        ("avance", "Avance"),
        ("resumen", "Resumen"),
        ("comparativo", "Comparativo"),
        ("graficas", "Gráficas"),
    ):
        _se_pone_y_se_deshace(ventana, cual, hoja, qtbot)
    assert hilos and not any(hilos), "sus hojas se escriben aparte"


def _se_pone_y_se_deshace(ventana: Ventana, cual: str, hoja: str, qtbot) -> None:
    poner_en(marca(ventana, cual))
    tecla(Qt.Key.Key_Space)
    assert hoja in secciones(ventana)
    assert marca(ventana, cual).isChecked()
    qtbot.waitUntil(lambda: re.search(r"\(\+\d+ hojas?\)$", marca(ventana, cual).text()) is not None)
    assert ventana.pestanas.ir_a("informe") is ventana.contenidos.informe(), "sigue en el informe"
    con_control(Qt.Key.Key_Z)
    assert hoja not in secciones(ventana) and not marca(ventana, cual).isChecked()


def test_si_no_se_pudo_la_marca_vuelve_a_como_estaba(ventana: Ventana, monkeypatch):
    cual = marca(ventana)
    monkeypatch.setattr(ventana.sesion, "solo_leer", "El disco está lleno.")
    poner_en(cual)
    tecla(Qt.Key.Key_Space)
    assert not cual.isChecked() and "Relación de oficios" not in secciones(ventana)


def test_en_lo_firmado_no_se_cambia(abrir, archivo: Path):
    with expediente.abrir(archivo, lambda: AHORA) as exp:
        firma.firmar(exp, SEGUNDO, date(2024, 7, 4))
    assert not marca(abrir()).isEnabled()


def test_al_marcar_una_de_abajo_los_datos_no_saltan_al_principio_ni_se_pierde_el_cursor(
    ventana: Ventana, qtbot
):
    ventana.setGeometry(0, 0, 1000, 420)
    marca(ventana)
    informe: Any = ventana.contenidos.informe()
    barra = informe._datos.verticalScrollBar()
    qtbot.waitUntil(lambda: barra.maximum() > 0)
    cual = marca(ventana, "relacion_de_recibidos")
    poner_en(cual)
    informe._datos.ensureWidgetVisible(cual)
    alto = barra.value()
    assert alto > 0
    tecla(Qt.Key.Key_Space)
    otra: Any = ventana.contenidos.informe()
    assert otra is not informe, "cambió el plan: se armó otra vez"
    assert otra.que_se_agrega.marcas["relacion_de_recibidos"].isChecked()
    qtbot.waitUntil(lambda: otra._datos.verticalScrollBar().value() == alto)
    assert QApplication.focusWidget() is otra.que_se_agrega.marcas["relacion_de_recibidos"]
    tecla(Qt.Key.Key_Space)
    assert not ventana.contenidos.informe().que_se_agrega.marcas["relacion_de_recibidos"].isChecked()
