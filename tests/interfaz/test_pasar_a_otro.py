"""En Oficina, lo escrito de un puesto o de una unidad no se va al pasar a otro ni al guardar otra cosa."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests.interfaz.manos import clic, oprimir_en_aviso, pedir, poner_en, tecla, teclear
from tests.interfaz.test_sin_guardar import ocupado
from tests.interfaz.test_sin_perderlo import PREGUNTA
from ut_escritorio.dominio.oficina.firmantes import ocupante
from ut_escritorio.interfaz.catalogos import Catalogos
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.servicios.oficina.catalogos import catalogo_de

SEGUIR, PASAR = "Seguir escribiendo", "Pasar y perderlo"


@pytest.fixture
def oficina(ventana, qtbot):
    """La ventana de los catálogos."""
    pedir(ventana, "Oficina", "Personas y cargos…")
    dialogo = ventana.findChild(Catalogos)
    qtbot.waitUntil(dialogo.isVisible)
    yield dialogo
    if isValid(dialogo):
        dialogo.accept()


@pytest.fixture
def personas(oficina):
    oficina.personas.puesto.setCurrentIndex(0)
    return oficina.personas


@pytest.fixture
def unidades(oficina):
    oficina.pestanas.setCurrentIndex(1)
    oficina.unidades.lista.setCurrentRow(3)
    return oficina.unidades


def _escribir(campo, palabras: str) -> None:
    poner_en(campo)
    campo.selectAll()
    teclear(palabras)


def _elegidas(unidades) -> list[int]:
    return [indice.row() for indice in unidades.lista.selectedIndexes()]


def test_pasar_a_otro_puesto_pregunta_y_de_costumbre_se_sigue_escribiendo(personas):
    primero = personas.puesto.currentText()
    _escribir(personas.nombre, "Eva Sol")
    poner_en(personas.puesto)
    tecla(Qt.Key.Key_Down)
    assert avisos.ultimo().texto == PREGUNTA
    assert avisos.ultimo().dialogo.defaultButton().text() == SEGUIR
    assert (personas.puesto.currentText(), personas.nombre.text()) == (primero, "Eva Sol")
    oprimir_en_aviso(SEGUIR)
    assert (personas.puesto.currentText(), personas.nombre.text()) == (primero, "Eva Sol")
    poner_en(personas.puesto)
    tecla(Qt.Key.Key_Down)
    oprimir_en_aviso(PASAR)
    assert (personas.puesto.currentIndex(), personas.nombre.text()) == (1, "")
    assert not personas.sin_guardar()


def test_la_fecha_que_se_escribe_antes_de_elegir_el_puesto_se_queda(ventana, personas):
    """Se lee «A partir del… en el puesto de… está…»: la fecha va primero."""
    _escribir(personas.desde, "01/01/2025")
    tecla(Qt.Key.Key_Tab)
    personas.puesto.setCurrentIndex(1)
    assert personas.desde.text() == "01/01/2025"
    _escribir(personas.nombre, "Eva Sol")
    clic(personas.guardar)
    puesto = personas.puesto.currentData()
    catalogo = catalogo_de(ventana.sesion.expediente)
    assert ocupante(catalogo, puesto, date(2025, 1, 1)).nombre == "Eva Sol"
    assert ocupante(catalogo, puesto, date(2024, 12, 31)).nombre != "Eva Sol"
    assert personas.desde.text() == "04/07/2024", "lo que sigue se dice desde hoy"


def test_pasar_a_otra_unidad_pregunta_y_la_lista_sigue_en_la_que_se_escribe(unidades):
    antes = unidades.nombre.text()
    _escribir(unidades.nombre, "Otro nombre")
    poner_en(unidades.lista)
    tecla(Qt.Key.Key_Down)
    assert avisos.ultimo().texto == PREGUNTA
    assert (unidades.lista.currentRow(), _elegidas(unidades)) == (3, [3])
    oprimir_en_aviso(SEGUIR)
    assert unidades.nombre.text() == "Otro nombre"
    clic(unidades.lista.viewport(), unidades.lista.visualItemRect(unidades.lista.item(5)).center())
    oprimir_en_aviso(PASAR)
    assert (unidades.lista.currentRow(), _elegidas(unidades)) == (5, [5])
    assert unidades.nombre.text() not in (antes, "Otro nombre")
    assert not unidades.sin_guardar()


def test_la_unidad_nueva_tambien_pregunta_por_lo_escrito_en_otra(unidades):
    _escribir(unidades.siglas, "XYZ")
    clic(unidades.nueva)
    assert avisos.ultimo().texto == PREGUNTA
    oprimir_en_aviso(SEGUIR)
    assert unidades.siglas.text() == "XYZ"
    clic(unidades.nueva)
    oprimir_en_aviso(PASAR)
    assert (unidades.nombre.text(), unidades.siglas.text(), _elegidas(unidades)) == ("", "", [])


def test_a_medias_en_la_nueva_elegir_una_de_la_lista_pregunta(unidades):
    clic(unidades.nueva)
    _escribir(unidades.nombre, "Archivo Municipal")
    clic(unidades.lista.viewport(), unidades.lista.visualItemRect(unidades.lista.item(2)).center())
    assert avisos.ultimo().texto == PREGUNTA
    oprimir_en_aviso(SEGUIR)
    assert (unidades.nombre.text(), _elegidas(unidades)) == ("Archivo Municipal", [])


def test_sin_nada_escrito_se_pasa_sin_preguntar(personas, unidades):
    personas.puesto.setCurrentIndex(1)
    unidades.lista.setCurrentRow(4)
    assert avisos.ultimo() is None


def test_guardar_dos_veces_la_unidad_nueva_la_agrega_una(ventana, unidades):
    antes = len(catalogo_de(ventana.sesion.expediente).unidades)
    clic(unidades.nueva)
    _escribir(unidades.nombre, "Archivo Municipal")
    for _ in range(2):
        clic(unidades.guardar)
    assert len(catalogo_de(ventana.sesion.expediente).unidades) == antes + 1
    assert unidades.lista.currentItem().text() == "Archivo Municipal"
    assert not unidades.sin_guardar()


def test_guardar_en_un_catalogo_no_borra_lo_escrito_en_otro(oficina, personas, unidades):
    oficina.pestanas.setCurrentIndex(0)
    _escribir(personas.nombre, "Eva Sol")
    oficina.pestanas.setCurrentIndex(1)
    unidades.lista.setCurrentRow(3)
    _escribir(unidades.titular, "Omar Gil")
    clic(unidades.guardar)
    assert personas.nombre.text() == "Eva Sol"
    _escribir(unidades.siglas, "XYZ")
    clic(oficina.deshacer)
    assert (personas.nombre.text(), unidades.siglas.text()) == ("Eva Sol", "XYZ")


def test_lo_que_no_se_pudo_guardar_sigue_escrito(oficina, personas, unidades, archivo):
    with ocupado(archivo):
        oficina.pestanas.setCurrentIndex(0)
        _escribir(personas.nombre, "Eva Sol")
        clic(personas.guardar)
        oprimir_en_aviso("Aceptar")
        oficina.pestanas.setCurrentIndex(1)
        clic(unidades.nueva)
        _escribir(unidades.nombre, "Archivo Municipal")
        clic(unidades.guardar)
        oprimir_en_aviso("Aceptar")
    assert (personas.nombre.text(), unidades.nombre.text()) == ("Eva Sol", "Archivo Municipal")


def test_la_titular_de_otro_dia_se_lee_aunque_hoy_este_otra(unidades):
    _escribir(unidades.titular, "Nadia Sosa")
    tecla(Qt.Key.Key_Tab)
    _escribir(unidades.cargo, "Tesorera")
    tecla(Qt.Key.Key_Tab)
    _escribir(unidades.desde, "01/01/2025")
    clic(unidades.guardar)
    QApplication.processEvents()
    assert not unidades.sin_guardar()
    assert unidades.despues.text() == "A partir del 01/01/2025: Nadia Sosa, Tesorera"


def test_quitar_el_nombre_del_titular_deja_el_puesto_vacante_con_su_cargo(ventana, unidades):
    _escribir(unidades.titular, "Nadia Sosa")
    _escribir(unidades.cargo, "Tesorera")
    clic(unidades.guardar)
    unidades.titular.clear()
    clic(unidades.guardar)
    assert (unidades.titular.text(), unidades.cargo.text()) == ("", "Tesorera")
    assert not unidades.sin_guardar()
    clave = unidades._unidad.clave
    assert ocupante(catalogo_de(ventana.sesion.expediente), clave, date(2024, 7, 4)) is None
    assert ocupante(catalogo_de(ventana.sesion.expediente), clave, date(2024, 7, 3)).nombre == "Nadia Sosa"


def test_el_membrete_de_otro_dia_ya_esta_guardado_y_cerrar_no_pregunta(oficina):
    oficina.pestanas.setCurrentIndex(2)
    membrete = oficina.membrete
    antes = membrete.pie.text()
    _escribir(membrete.desde, "01/01/2025")
    tecla(Qt.Key.Key_Tab)
    _escribir(membrete.pie, "Otro pie")
    clic(membrete.guardar)
    assert (membrete.pie.text(), membrete.sin_guardar()) == ("Otro pie", False)
    clic(oficina.deshacer)
    assert (membrete.pie.text(), membrete.sin_guardar()) == (antes, False)
    oficina.reject()
    assert avisos.ultimo() is None


def test_el_dia_escrito_sin_su_porque_tampoco_se_va_al_cerrar(oficina):
    oficina.pestanas.setCurrentIndex(3)
    _escribir(oficina.dias.desde, "15/07/2024")
    oficina.reject()
    assert avisos.ultimo().texto == PREGUNTA
    oprimir_en_aviso(SEGUIR)
    assert oficina.dias.desde.text() == "15/07/2024"
