"""Del ejemplo al año siguiente, en la ventana: otra Titular, otra administración, y el de antes intacto."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import clic, con_control, pedir, poner_en, tecla, teclear
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.relevos import nombra
from ut_escritorio.interfaz.anio import VentanaDeAnio
from ut_escritorio.interfaz.anio.actividades import NOMBRE, NUMERO
from ut_escritorio.interfaz.anio.textos import UnoPorUno
from ut_escritorio.interfaz.comunes import avisos, visor
from ut_escritorio.interfaz.comunes.nueva_actividad import NuevaActividad
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.informe import contenidos_de, exportar

ANTES, PRIMERO = Trimestre(2024, 2), Trimestre(2025, 1)


def _pdf(ventana: Ventana, trimestre: Trimestre, salida: Path) -> bytes:
    exp = ventana.sesion.expediente
    foto = exp.foto(trimestre)
    exportar(foto, contenidos_de(exp, foto), salida)
    return salida.read_bytes()


def _leido(pdf: Path) -> str:
    return "\n".join(hoja.extract_text() for hoja in PdfReader(pdf).pages)


@pytest.fixture
def anio(ventana: Ventana, qtbot) -> VentanaDeAnio:
    """La ventana del año nuevo, pedida por su menú."""
    pedir(ventana, "Oficina", "Año nuevo…")
    dialogo = ventana.findChild(VentanaDeAnio)
    assert dialogo is not None
    qtbot.waitUntil(dialogo.isVisible)
    return dialogo


def _decir(campo, palabras: str) -> None:
    poner_en(campo)
    con_control(Qt.Key.Key_A)
    teclear(palabras)
    tecla(Qt.Key.Key_Tab)


def _firma(anio: VentanaDeAnio, rotulo: str):
    return next(f for f in anio.cambios.firmas if f.rotulo == rotulo)


def _escoger(anio: VentanaDeAnio, numero: str, letra: str) -> None:
    """Dice qué pasa con una actividad escribiendo el principio de la opción en su lista."""
    fila = next(f for f in range(anio.actividades.rowCount()) if anio.actividades.item(f, 0).text() == numero)
    poner_en(anio.actividades.lista_de(fila))
    teclear(letra)


def _mirar_textos(anio: VentanaDeAnio) -> int:
    """Acepta lo propuesto en cada texto que dice lo de antes; cuenta cuántos fueron."""
    clic(anio.ver_textos)
    dialogo = anio.findChild(UnoPorUno)
    vistos = 0
    while dialogo.isVisible():
        clic(dialogo.cambiar)
        vistos += 1
    return vistos


def test_el_ano_nuevo_con_otra_titular_y_sin_lo_que_ya_no_existe(ventana, anio, tmp_path, qtbot):
    antes = _pdf(ventana, ANTES, tmp_path / "antes.pdf")
    _decir(_firma(anio, "Vo. Bo.").nombre, "Mtra. Nadia Sosa Vera")
    assert anio.cambios.administracion.text().endswith("2025-2027")
    _decir(anio.cambios.leyenda, "2025, Año de la Casa Abierta")
    _escoger(anio, "1.1", "y")
    clic(anio.mas)
    nueva = anio.findChild(NuevaActividad)
    qtbot.waitUntil(nueva.isVisible)
    _decir(nueva.nombre, "Visitas guiadas al archivo")
    nueva.clase.setCurrentIndex(nueva.clase.findText("Meses y total", Qt.MatchFlag.MatchContains))
    _decir(nueva.cuentan[0].nombre, "Visitas")
    clic(nueva.agregar)
    assert _mirar_textos(anio) == 4
    assert not anio.ver_textos.isEnabled()
    clic(anio.crear)
    assert ventana.windowTitle() == ("UT Escritorio · 1º trimestre 2025 (enero–marzo) · Plan provisional")
    _pdf(ventana, PRIMERO, tmp_path / "nuevo.pdf")
    dice = _leido(tmp_path / "nuevo.pdf")
    for nuevo in ("Nadia Sosa Vera", "2025-2027", "2025, Año de la Casa Abierta"):
        assert nuevo in dice
    for viejo in ("Keyla", "2022-2024", "2024", "INAI", "OGAIPO"):
        assert not nombra(dice, viejo), viejo
    plan = ventana.sesion.foto.plan
    assert "1.1" not in plan.lugar
    assert [a.cuadro for a in plan.lugar["3.4"].apartados if a.clase == "cuadro"] == ["3.4#1"]
    assert not ventana.sesion.foto.registros
    assert _pdf(ventana, ANTES, tmp_path / "despues.pdf") == antes


def test_la_que_pasa_a_ser_otra_lo_dice_en_cuanto_se_escribe_su_numero(ventana, anio):
    tabla = anio.actividades
    fila = next(f for f in range(tabla.rowCount()) if tabla.item(f, 0).text() == "3.2")
    tabla.setCurrentCell(fila, NUMERO)
    poner_en(tabla)
    teclear("2.6")
    tecla(Qt.Key.Key_Return)
    assert tabla.lista_de(fila).currentText() == "Pasó a ser…"
    clic(anio.crear)
    lugar = ventana.sesion.foto.plan.lugar["2.6"]
    assert (lugar.antes, lugar.pasos[0].antes) == ("3.2", "3.2/1")


def test_deshacer_crear_el_ano_vuelve_al_de_antes_y_rehacer_lo_trae(ventana, anio):
    clic(anio.crear)
    assert ventana.sesion.trimestre == PRIMERO
    ventana.historia.deshacer()
    assert ventana.sesion.trimestre == ANTES
    assert PRIMERO not in ventana.sesion.trimestres
    ventana.historia.rehacer()
    assert PRIMERO in ventana.sesion.trimestres


def test_cancelar_no_cambia_nada_y_un_numero_repetido_se_dice(ventana, anio):
    tabla = anio.actividades
    tabla.item(0, NUMERO).setText("2.1")
    assert "dos actividades con el número 2.1" in anio._dicen.text()
    clic(anio.crear)
    assert "2.1" in avisos.ultimo().texto
    assert anio.isVisible()
    avisos.ultimo().dialogo.reject()
    tabla.item(0, NOMBRE).setText("Otro nombre")
    clic(anio.cancelar)
    assert PRIMERO not in ventana.sesion.trimestres


def test_un_ano_que_ya_esta_no_se_crea_otra_vez(ventana, anio):
    anio.anio.setValue(2024)
    clic(anio.crear)
    assert "2024" in avisos.ultimo().texto


def test_el_informe_vacio_se_ve_antes_de_crear_nada(ventana, anio, monkeypatch, qtbot):
    abiertos: list[Path] = []
    fuera = SimpleNamespace(openUrl=lambda url: abiertos.append(Path(url.toLocalFile())))
    monkeypatch.setattr(visor, "QDesktopServices", fuera)
    clic(anio.vacio)
    qtbot.waitUntil(lambda: bool(abiertos) and anio.vacio.isEnabled(), timeout=20_000)
    assert "2025" in _leido(abiertos[0])
    assert PRIMERO not in ventana.sesion.trimestres


def test_con_el_teclado_enter_pasa_al_dato_siguiente(anio):
    primera = anio.cambios.firmas[0]
    poner_en(primera.nombre)
    tecla(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is primera.cargo
    assert anio.isVisible()


def test_al_aprobarse_el_plan_deja_de_decir_que_es_provisional(ventana, anio):
    clic(anio.crear)
    assert ventana.windowTitle().endswith("Plan provisional")
    pedir(ventana, "Oficina", "El plan ya se aprobó")
    assert not ventana.sesion.foto.plan.provisional
    assert not ventana.windowTitle().endswith("Plan provisional")
