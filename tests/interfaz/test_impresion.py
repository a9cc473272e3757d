"""Cada hoja llega a la impresora a toda la hoja, y tan fina como una de oficina la distingue."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from PySide6.QtCore import QBuffer, QIODevice, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from tests.interfaz.conftest import FINURA
from ut_escritorio.interfaz.comunes.dialogos import impresion

ANCHO, ALTO = 612, 792  # puntos: una hoja carta


def dos_hojas(acostadas: bool) -> bytes:
    """Un PDF de dos hojas carta."""
    memoria = QBuffer()
    memoria.open(QIODevice.OpenModeFlag.WriteOnly)
    escritor = QPdfWriter(memoria)
    lados = (ALTO, ANCHO) if acostadas else (ANCHO, ALTO)
    escritor.setPageSize(QPageSize(QSizeF(*lados), QPageSize.Unit.Point))
    pincel = QPainter(escritor)
    pincel.drawText(100, 100, "Una")
    escritor.newPage()
    pincel.drawText(100, 100, "Dos")
    pincel.end()
    return memoria.data().data()


@pytest.mark.parametrize("acostadas", [False, True], ids=["derechas", "acostadas"])
def test_a_toda_la_hoja_y_a_trescientos_puntos_por_pulgada(qtbot, qapp, tmp_path, monkeypatch, acostadas):
    monkeypatch.setattr(impresion, "_FINURA", FINURA)
    salida: Path = tmp_path / "papel.pdf"
    impresora = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    impresora.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    impresora.setOutputFileName(str(salida))
    mandadas = impresion.Impresion(qapp, dos_hojas(acostadas), [2], impresora)
    with qtbot.waitSignal(mandadas.termino, timeout=30_000) as termino:
        mandadas.empezar()
    assert termino.args == [True]
    (hoja,) = PdfReader(salida).pages
    (imagen,) = hoja.images
    lados = (ANCHO, ALTO)[:: -1 if acostadas else 1]
    assert (round(hoja.mediabox.width), round(hoja.mediabox.height)) == lados
    assert imagen.image is not None
    assert imagen.image.size == tuple(lado * 300 // 72 for lado in lados)


def test_la_que_va_a_lo_ancho_sale_a_lo_ancho_entre_las_paradas(qtbot, qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(impresion, "_FINURA", FINURA)
    junto = PdfWriter()
    for acostadas in (False, True, False):
        junto.add_page(PdfReader(BytesIO(dos_hojas(acostadas))).pages[0])
    juntas = BytesIO()
    junto.write(juntas)
    impresora = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    impresora.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    impresora.setOutputFileName(str(tmp_path / "papel.pdf"))
    mandadas = impresion.Impresion(qapp, juntas.getvalue(), [1, 2, 3], impresora)
    with qtbot.waitSignal(mandadas.termino, timeout=30_000) as termino:
        mandadas.empezar()
    assert termino.args == [True]
    hojas = PdfReader(tmp_path / "papel.pdf").pages
    assert [hoja.mediabox.width > hoja.mediabox.height for hoja in hojas] == [False, True, False]
    (imagen,) = hojas[1].images
    assert imagen.image is not None
    assert imagen.image.size == (ALTO * 300 // 72, ANCHO * 300 // 72), "sin encogerse ni estirarse"
