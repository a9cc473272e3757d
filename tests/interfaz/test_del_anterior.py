"""Del trimestre anterior: los textos que se traen y los números que se ven en gris."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import (
    clic,
    con_control,
    cuadros,
    en,
    impreso,
    poner_en,
    revisada,
    tecla,
    teclear,
)
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.hojas.traer import HojaDeTraer
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.captura.renglones import nuevo_parrafo
from ut_escritorio.servicios.oficina.anio import crear_anio, proponer_anio

SEGUNDO, TERCERO = Trimestre(2024, 2), Trimestre(2024, 3)


@pytest.fixture
def tercero(abrir):
    """El tercer trimestre del ejemplo, con dos párrafos escritos en el segundo."""
    ventana = abrir(TERCERO)
    expediente = ventana.sesion.expediente
    nuevo_parrafo(
        expediente, SEGUNDO, "1.2/2", "En el segundo trimestre, de abril a junio de 2024, todo bien."
    )
    nuevo_parrafo(expediente, SEGUNDO, "1.2/2", "Sin novedad.")
    return ventana


def hoja_de(ventana) -> HojaDeTraer:
    acciones = ventana.findChildren(QAction)
    next(a for a in acciones if a.text() == "Traer &textos del trimestre anterior…").trigger()
    QApplication.processEvents()
    return next(h for h in ventana.findChildren(HojaDeTraer) if h.isVisible())


def test_se_traen_corridos_con_enter_y_se_miran_uno_por_uno(tercero, qtbot):
    hoja = hoja_de(tercero)
    assert hoja.traer.text() == "&Traer 2 textos"
    assert hoja._decia.text().startswith("Decía: En el segundo trimestre, de abril a junio")
    assert hoja._dira.text().startswith("Dirá: En el tercer trimestre, de julio a septiembre")
    hoja.traer.click()
    QApplication.processEvents()
    pestana = tercero.pestanas.actual().contenido
    assert pestana.lugar() == "1.2/2"
    assert impreso(pestana) == [
        "En el tercer trimestre, de julio a septiembre de 2024, todo bien.",
        "Sin novedad.",
    ]
    assert any("textos traídos" in h.mensaje for h in revisada(tercero, qtbot).por_revisar)
    pestana.impreso.lista.setCurrentIndex(pestana.impreso.modelo.index(0))
    clic(pestana.impreso.mirado)
    assert pestana.impreso.elegida().relato.texto == "Sin novedad.", "sigue el que falta"
    clic(pestana.impreso.mirado)
    assert not pestana.impreso.mirado.isVisible()
    assert not any("traído" in h.mensaje for h in revisada(tercero, qtbot).por_revisar)


def test_lo_que_no_viene_al_caso_se_quita_y_ctrl_z_lo_devuelve_todo(tercero):
    hoja = hoja_de(tercero)
    hoja.lista.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert hoja.traer.text() == "&Traer un texto"
    hoja.traer.click()
    QApplication.processEvents()
    assert [p.texto for p in tercero.sesion.foto.parrafos] == ["Sin novedad."]
    tercero.activateWindow()
    poner_en(tercero.pestanas.tabBar())
    con_control(Qt.Key.Key_Z)
    assert tercero.sesion.foto.parrafos == ()
    assert tercero.sesion.foto.por_mirar == frozenset()


def test_si_no_hay_que_traer_se_dice(ventana):
    ventana.mando.diario.traer()
    assert "No hay textos que traer del 1º trimestre 2024" in avisos.ultimo().texto
    avisos.ultimo().dialogo.close()


def se_ven(rejilla) -> list[str]:
    modelo = rejilla.modelo
    return [modelo.dicho_de_antes(c) for c in modelo.tabla.celdas if c.editable]


def test_las_celdas_vacias_ensenan_el_numero_de_antes_hasta_que_se_escribe(abrir):
    ventana = abrir(TERCERO)
    pestana = en(ventana, "1.2/1")
    rejilla = cuadros(pestana)[0]
    assert pestana.hoja._gris.isVisible()
    assert se_ven(rejilla) == ["antes 77", "antes 70", "antes 64"]
    celda = next(c for c in rejilla.modelo.tabla.celdas if c.editable)
    dicho = rejilla.modelo.indice_de(celda).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "vacía, antes 77" in dicho
    poner_en(rejilla)
    teclear("80")
    tecla(Qt.Key.Key_Return)
    assert se_ven(rejilla) == ["", "antes 70", "antes 64"]


def test_se_puede_quitar_el_gris_y_se_recuerda(abrir):
    ventana = abrir(TERCERO)
    pestana = en(ventana, "1.2/1")
    clic(pestana.hoja._gris)
    assert se_ven(cuadros(pestana)[0]) == ["", "", ""]
    ventana.close()
    otra = abrir(TERCERO)
    pestana = en(otra, "1.2/1")
    assert not pestana.hoja._gris.isChecked()
    assert se_ven(cuadros(pestana)[0]) == ["", "", ""]


def test_con_todo_escrito_no_estorba_la_casilla(abrir):
    ventana = abrir(SEGUNDO)
    assert not en(ventana, "1.2/1").hoja._gris.isVisible()
    casilla = cuadros(en(ventana, "1.2/1"))[0].celda_actual().casilla
    ventana.sesion.hacer(capturar, casilla, None)
    QApplication.processEvents()
    assert not en(ventana, "1.2/1").hoja._gris.isVisible(), "del primer trimestre no hay números"


@pytest.fixture
def anio_nuevo(abrir):
    """El primer trimestre de 2025, recién creado, tras un cuarto de 2024 con números y un párrafo."""
    ventana = abrir(SEGUNDO)
    exp, cuarto = ventana.sesion.expediente, Trimestre(2024, 4)
    for mes, numero in ((10, 70), (11, 60), (12, 45)):
        capturar(exp, cuarto, Casilla("portal", 4, mes), numero)
    nuevo_parrafo(exp, cuarto, "1.2/2", "De octubre a diciembre de 2024, cuarto trimestre, sin novedad.")
    crear_anio(exp, cuarto, proponer_anio(exp, cuarto), {})
    ventana.close()
    return abrir(Trimestre(2025, 1))


def test_en_enero_se_ven_los_numeros_de_octubre_del_anio_anterior(anio_nuevo):
    pestana = en(anio_nuevo, "1.2/1")
    assert se_ven(cuadros(pestana)[0]) == ["antes 70", "antes 60", "antes 45"]


def test_al_cruzar_el_anio_los_textos_llegan_con_el_anio_nuevo(anio_nuevo):
    hoja_de(anio_nuevo).traer.click()
    QApplication.processEvents()
    (parrafo,) = anio_nuevo.sesion.foto.parrafos
    assert parrafo.texto == "De enero a marzo de 2025, primer trimestre, sin novedad."


def test_se_busca_en_todos_los_anios_y_se_salta_al_que_es(anio_nuevo):
    poner_en(anio_nuevo.pestanas.tabBar())
    con_control(Qt.Key.Key_B)
    hoja = anio_nuevo.mando.diario._buscar
    hoja.campo.setText("ut/0548/2024")
    hoja.pide_ir.emit(hoja.lista.hallado().que)
    assert anio_nuevo.sesion.trimestre == SEGUNDO
    assert anio_nuevo.pestanas.actual().contenido.lugar() == "1.2/2"
    hoja.close()
