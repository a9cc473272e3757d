"""Pedir en la ventana las hojas para capturar a mano: del menú o de su actividad, en papel o en PDF."""

from __future__ import annotations

import errno
import os
import sys
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QMenu
from shiboken6 import isValid

from tests.interfaz.manos import con_control, cuadros, en, oprimir_en_aviso, pedir, poner_en, tecla, teclear
from tests.interfaz.test_sin_guardar import ocupado
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.hojas.captura import HojasDeCaptura
from ut_escritorio.servicios.entrega.firma import firmar

MENU = "Hojas para capturar a mano…"
CLIC_DERECHO = "Hoja para capturar a mano…"


@pytest.fixture
def lista(qtbot):
    """Espera a que la hoja se vea."""
    vistas: list[HojasDeCaptura] = []

    def esperar(ventana) -> HojasDeCaptura:
        hoja = ventana.findChildren(HojasDeCaptura)[-1]
        vistas.append(hoja)
        hoja.activateWindow()
        qtbot.waitUntil(lambda: hoja.imprimir.isEnabled() and hoja._tarea is None, timeout=60_000)
        qtbot.waitUntil(hoja.isActiveWindow)
        return hoja

    yield esperar
    for hoja in filter(isValid, vistas):
        hoja.done(0)


def clic_derecho(ventana, lugar: str) -> list[str]:
    """Lo que ofrece el menú de un lugar del índice; si ahí está la hoja, la pide."""
    pestana = en(ventana, lugar)
    punto = pestana.arbol.visualItemRect(pestana.arbol.currentItem()).center()
    pestana.arbol.customContextMenuRequested.emit(punto)
    menus = [menu for menu in pestana.findChildren(QMenu) if menu.actions()]
    dichas = {accion.text().replace("&", ""): accion for accion in menus[-1].actions()} if menus else {}
    if CLIC_DERECHO in dichas:
        dichas[CLIC_DERECHO].trigger()
    for menu in menus:
        menu.close()
    QApplication.processEvents()
    return list(dichas)


def test_desde_el_menu_se_proponen_las_de_la_actividad_que_se_ve_y_se_escogen_otras(ventana, lista):
    en(ventana, "1.2/2")
    pedir(ventana, "Archivo", MENU)
    hoja = lista(ventana)
    assert hoja.de_cual.currentText() == "1.2 Portal"
    assert hoja.windowTitle() == "Hoja de captura — 2º trimestre de 2024, 1.2"
    assert hoja.estado.text().endswith("hojas en blanco. Del informe no son parte.")
    hoja.de_cual.poner("")
    hoja.de_cual.activated.emit(hoja.de_cual.currentIndex())
    lista(ventana)
    assert hoja.windowTitle() == "Hoja de captura — 2º trimestre de 2024"
    assert hoja._documento.pageCount() > 20


def test_desde_el_tablero_son_las_de_todas(ventana, lista):
    ventana.pestanas.ir_a("tablero")
    pedir(ventana, "Archivo", MENU)
    assert lista(ventana).de_cual.currentText() == "Todas las actividades"


def test_con_el_clic_derecho_sale_la_de_esa_actividad_y_ctrl_p_pide_en_que_imprimirla(
    ventana, lista, monkeypatch
):
    pedidas: list[int] = []
    monkeypatch.setattr(avisos, "elegir_impresora", lambda *datos: pedidas.append(datos[3]))
    assert CLIC_DERECHO in clic_derecho(ventana, "2.4")
    hoja = lista(ventana)
    assert hoja.de_cual.currentText() == "2.4 Obligaciones"
    con_control(Qt.Key.Key_P)
    assert pedidas == [1]
    assert [hoja.de_cuando.itemText(n) for n in range(4)] == [
        "Todo el trimestre", "Solo abril", "Solo mayo", "Solo junio",
    ]  # fmt: skip
    hoja.de_cuando.poner(6)
    hoja.de_cuando.activated.emit(3)
    assert hoja.windowTitle() == "Hoja de captura — junio de 2024, 2.4"


def test_el_indice_de_un_trimestre_firmado_tambien_las_da(ventana, lista):
    ventana.sesion.hacer(lambda exp, trimestre: firmar(exp, trimestre, date(2024, 7, 4)))
    assert clic_derecho(ventana, "3.1") == ["", CLIC_DERECHO]
    assert lista(ventana).windowTitle().endswith(", 3.1")
    assert ventana.sesion.foto.firmado is not None


def test_salen_en_la_impresora_y_se_guardan_en_pdf(ventana, lista, qtbot, tmp_path: Path, monkeypatch):
    clic_derecho(ventana, "2.5")
    hoja = lista(ventana)
    impresora = QPrinter()
    impresora.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    impresora.setOutputFileName(str(tmp_path / "impresa.pdf"))
    hoja.mandar((2,), impresora)
    qtbot.waitUntil(lambda: not hoja.en_papel.ocupado, timeout=60_000)
    assert len(PdfReader(tmp_path / "impresa.pdf").pages) == 1
    hoja.guardar_en(tmp_path / "2.5.pdf")
    assert len(PdfReader(tmp_path / "2.5.pdf").pages) == hoja._documento.pageCount()
    avisos.ultimo().dialogo.done(0)
    (tmp_path / "notas.pdf").write_text("no es un PDF", encoding="utf-8")
    hoja.guardar_en(tmp_path / "notas.pdf")
    assert avisos.ultimo().texto == "No se guardó la hoja."
    assert (tmp_path / "notas.pdf").read_text(encoding="utf-8") == "no es un PDF"
    avisos.ultimo().dialogo.done(0)
    antes = (tmp_path / "2.5.pdf").read_bytes()
    with monkeypatch.context() as lleno:
        lleno.setattr(os, "replace", _falla)
        hoja.guardar_en(tmp_path / "2.5.pdf")
    aviso = avisos.ultimo()
    assert aviso.texto == "No se guardó la hoja." and "disco está lleno" in aviso.dialogo.informativeText()
    assert hoja.isVisible() and (tmp_path / "2.5.pdf").read_bytes() == antes
    aviso.dialogo.done(0)
    sin_disco = QPrinter()
    sin_disco.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    sin_disco.setOutputFileName(
        "/dev/full" if sys.platform == "linux" else str(tmp_path / "no hay" / "x.pdf")
    )
    hoja.mandar((1,), sin_disco)
    qtbot.waitUntil(lambda: not hoja.en_papel.ocupado, timeout=60_000)
    assert hoja.estado.text() == "No se imprimió."
    assert avisos.ultimo().texto == "No se pudo imprimir." and hoja.imprimir.isEnabled()


def _falla(*_: object) -> None:
    raise OSError(errno.ENOSPC, "lleno")


def test_con_algo_mal_escrito_antes_se_dice_y_nada_se_guarda_de_la_hoja(ventana, lista):
    poner_en(cuadros(en(ventana, "1.2/1"))[0])
    teclear("12.5")
    antes = ventana.sesion.foto
    pedir(ventana, "Archivo", MENU)
    assert avisos.ultimo().texto.startswith("No se pudo guardar: ")
    oprimir_en_aviso("Imprimir sin guardarlo")
    hoja = lista(ventana)
    tecla(Qt.Key.Key_Escape)
    assert not isValid(hoja)
    assert ventana.sesion.sin_guardar, "lo que quedó a medias sigue a la vista"
    assert ventana.sesion.foto == antes


def test_con_el_archivo_ocupado_se_ven_igual_porque_solo_se_lee(ventana, archivo, lista):
    with ocupado(archivo):
        clic_derecho(ventana, "3.3")
        assert lista(ventana).windowTitle().endswith(", 3.3")
