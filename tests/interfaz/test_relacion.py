"""La relación de oficios en la ventana: verla, cambiarla, imprimirla y guardarla."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import con_control, oprimir_en_aviso, tecla
from tests.interfaz.test_oficios import campo, elegir, oficios, poner_en, teclear
from ut_escritorio.interfaz.comunes.dialogos import avisos, impresion
from ut_escritorio.interfaz.oficios.relacion.ventana import HojaDeOficios


def opciones(ventana) -> dict[str, Any]:
    menu = oficios(ventana).relacion.menu
    return {accion.text(): accion for accion in menu.actions() if accion.text()}


@pytest.fixture
def abrir_hoja(ventana, qtbot):
    """Escoge del menú «Relación» y espera a que la hoja se vea."""

    def abre(cual: str) -> HojaDeOficios:
        opciones(ventana)[cual].trigger()
        QApplication.processEvents()
        hoja = ventana.findChildren(HojaDeOficios)[-1]
        hoja.activateWindow()
        lista(hoja)
        qtbot.waitUntil(hoja.isActiveWindow)
        return hoja

    def lista(hoja: HojaDeOficios) -> None:
        qtbot.waitUntil(lambda: hoja.imprimir.isEnabled() and hoja._tarea is None, timeout=60_000)

    abre.lista = lista
    yield abre
    for hoja in ventana.findChildren(HojaDeOficios):
        hoja.done(0)


def test_el_menu_ofrece_los_meses_con_oficios_los_trimestres_y_el_anio(ventana):
    dichas = list(opciones(ventana))
    assert dichas[:3] == ["Abril", "Mayo", "Julio"]
    assert "2º trimestre" in " ".join(dichas) and "Todo 2024" in dichas
    assert dichas[-2:] == ["Lista para entregar (15 sin acuse)", "Repartir acuses…"]


def test_la_relacion_de_mayo_son_tres_acciones(ventana, abrir_hoja, monkeypatch):
    pedidas: list[int] = []
    monkeypatch.setattr(avisos, "elegir_impresora", lambda *datos: pedidas.append(datos[3]))
    hoja = abrir_hoja("Mayo")
    assert hoja.windowTitle() == "Relación de oficios enviados, mayo de 2024"
    assert hoja.estado.text() == "Un oficio en una hoja. No van 11 que no tienen fecha."
    assert hoja._documento.pageCount() == 1
    con_control(Qt.Key.Key_P)
    assert pedidas == [1]


def test_se_cambia_lo_que_lleva_y_la_hoja_es_otra(ventana, abrir_hoja):
    hoja = abrir_hoja("Todo 2024")
    assert hoja.estado.text().startswith("15 oficios")
    hoja.cuales.poner("ambos")
    hoja.cuales.activated.emit(hoja.cuales.currentIndex())
    abrir_hoja.lista(hoja)
    assert hoja.estado.text().startswith("17 oficios")
    assert "enviados y recibidos" in hoja.windowTitle()
    hoja.cancelados.click()  # mientras se hace una, se pide otra: queda la última
    hoja.cancelados.click()
    abrir_hoja.lista(hoja)
    assert hoja.cancelados.isChecked() and hoja.estado.text().startswith("17 oficios")


def test_la_lista_para_entregar_no_pregunta_mas(ventana, abrir_hoja):
    hoja = abrir_hoja("Lista para entregar (15 sin acuse)")
    assert not hoja.cuales.isVisible() and not hoja.cancelados.isVisible()
    assert hoja.estado.text().startswith("15 oficios en ")


def test_sale_a_lo_ancho_en_la_impresora(ventana, abrir_hoja, qtbot, tmp_path: Path):
    hoja = abrir_hoja("Mayo")
    impresora = QPrinter()
    impresora.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    impresora.setOutputFileName(str(tmp_path / "impreso.pdf"))
    hoja.mandar((1,), impresora)
    qtbot.waitUntil(lambda: not hoja.en_papel.ocupado, timeout=60_000)
    assert hoja.estado.text() == "Se mandó a imprimir."
    papel = impresora.pageLayout().fullRect()
    assert papel.width() > papel.height()
    assert (tmp_path / "impreso.pdf").stat().st_size > 1000


def test_sin_impresora_se_dice_y_se_puede_guardar(ventana, abrir_hoja, monkeypatch, tmp_path: Path):
    hoja = abrir_hoja("Mayo")
    monkeypatch.setattr(impresion, "hay_impresora", lambda: False)
    hoja._imprimir()
    assert "ninguna impresora" in avisos.ultimo().texto
    pedidos: list[Path] = []
    with monkeypatch.context() as m:
        m.setattr(avisos, "pedir_donde_guardar", lambda _, __, propuesta, *___: pedidos.append(propuesta))
        oprimir_en_aviso("Guardar como PDF…")
    assert [propuesta.suffix for propuesta in pedidos] == [".pdf"]
    hoja.guardar_en(tmp_path / "mayo.pdf")
    assert (tmp_path / "mayo.pdf").read_bytes().startswith(b"%PDF")
    assert avisos.ultimo().texto.startswith("Quedó en")


def test_lo_que_no_se_deja_guardar_se_dice_y_la_hoja_sigue_ahi(ventana, abrir_hoja, tmp_path: Path):
    hoja = abrir_hoja("Mayo")
    (tmp_path / "notas.pdf").write_text("no es un PDF", encoding="utf-8")
    hoja.guardar_en(tmp_path / "notas.pdf")
    assert avisos.ultimo().texto == "No se guardó la hoja."
    assert (tmp_path / "notas.pdf").read_text(encoding="utf-8") == "no es un PDF"
    avisos.ultimo().dialogo.done(0)
    hoja.guardar_en(tmp_path / "no" / "existe.pdf")
    assert avisos.ultimo().texto == "No se guardó la hoja."
    assert hoja.isVisible() and hoja.guardar.isEnabled()


def test_esc_la_cierra_aunque_se_este_haciendo(ventana, qtbot):
    opciones(ventana)["Todo 2024"].trigger()
    hoja = ventana.findChildren(HojaDeOficios)[-1]
    hoja.activateWindow()
    hoja.imprimir.setFocus()
    tecla(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not ventana.findChildren(HojaDeOficios), timeout=60_000)


def test_lo_que_estaba_a_medio_escribir_se_guarda_antes_y_sale_en_la_hoja(ventana, abrir_hoja):
    pestana = oficios(ventana)
    elegir(pestana, "UT/0583/2024")
    poner_en(campo(pestana, "fecha"))
    teclear("20/05/2024")
    hoja = abrir_hoja("Mayo")
    assert hoja.estado.text().startswith("2 oficios")
