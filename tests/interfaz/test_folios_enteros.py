"""Un número de oficio nunca queda en dos renglones de la ventana, como no queda en los del papel."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QGuiApplication, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel

from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, folios_enteros
from ut_escritorio.interfaz.comunes.dialogos import avisos

FRASE = (
    "Mediante oficio número UT/0640/2024, se solicitó a la Coordinación, UT/0655/2024, UT/0656/2024 y "
    "OGAIPO/CG/036/2024, del 04/07/2024."
)
LARGA = "https://transparencia.municipiodeoaxaca.gob.mx/portal/obligaciones-comunes"
ANCHOS = range(160, 700, 7)


def renglones(texto: str, ancho: int) -> list[str]:
    """Los renglones en que Qt parte un texto a ese ancho."""
    acomodo = QTextLayout(texto)
    opciones = QTextOption()
    opciones.setWrapMode(QTextOption.WrapMode.WordWrap)
    acomodo.setTextOption(opciones)
    acomodo.beginLayout()
    while (linea := acomodo.createLine()).isValid():
        linea.setLineWidth(ancho)
    acomodo.endLayout()
    lineas = [acomodo.lineAt(n) for n in range(acomodo.lineCount())]
    return [texto[linea.textStart() : linea.textStart() + linea.textLength()] for linea in lineas]


@pytest.mark.usefixtures("qapp")
def test_qt_no_parte_un_folio_en_sus_diagonales():
    dichos = [renglon for ancho in ANCHOS for renglon in renglones(folios_enteros(FRASE), ancho)]
    assert [r for r in dichos if r.rstrip("\u2060").endswith("/")] == []
    assert any(r.endswith("/") for ancho in ANCHOS for r in renglones(FRASE, ancho)), "si no, no se probó"


@pytest.mark.usefixtures("qapp")
def test_un_letrero_lo_lleva_y_sigue_diciendo_lo_mismo():
    letrero = Letrero(FRASE)
    assert letrero.text() == FRASE
    assert QLabel.text(letrero) == folios_enteros(FRASE) != FRASE


def test_un_aviso_no_lo_parte_y_lo_que_se_copia_de_el_se_pega_como_se_escribe(ventana):
    avisos.advertir(ventana, FRASE, FRASE)
    aviso = avisos.ultimo().dialogo
    assert aviso.text() == aviso.informativeText() == FRASE
    pintados = [letrero for letrero in aviso.findChildren(QLabel) if letrero.text() == folios_enteros(FRASE)]
    assert len(pintados) == 2
    for letrero in (*pintados, Letrero(FRASE)):
        QGuiApplication.clipboard().setText(QLabel.text(letrero))
        assert QGuiApplication.clipboard().text() == FRASE


@given(st.text(max_size=40))
def test_lo_demas_queda_como_esta(texto: str):
    assert folios_enteros(texto).replace("\u2060", "") == texto.replace("\u2060", "")


def test_una_direccion_larga_si_se_parte():
    assert folios_enteros(LARGA) == LARGA


@pytest.mark.parametrize("negrita", [False, True])
def test_un_letrero_lleva_la_letra_y_el_tamano_que_se_le_dan(qtbot, negrita: bool):
    de_costumbre = QFont().pointSizeF()
    grande = Letrero("Firmados", aumento=1.5, negrita=negrita)
    assert grande.font().bold() is negrita
    assert grande.font().pointSizeF() == pytest.approx(1.5 * de_costumbre)
    assert Letrero("igual").font().pointSizeF() == pytest.approx(de_costumbre)
