"""El cuadro contra el libro en la ventana: se dice, se ven los papeles y se usa su número, si ella quiere."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import (
    bloque_de,
    clic,
    con_control,
    cuadros,
    en,
    poner_en,
    revisada,
    se_ve,
    tecla,
    teclear,
)
from tests.oficios import contra_el_libro
from tests.oficios.contra_el_libro import ABRIL, TRIMESTRE, anotar_turnos
from ut_escritorio.interfaz.comunes.listas.hallazgos import ListaDeHallazgos
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.entrega import firma

DICE = "Oficios de turno de solicitudes: el libro tiene 3 oficios en abril y el cuadro dice 49."


@pytest.fixture(scope="session")
def ejemplo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """En esta oficina el plan nombra las clases, y en abril el libro tiene tres turnos."""
    ruta = tmp_path_factory.mktemp("clases") / "ejemplo.sqlite"
    with contra_el_libro.crear(ruta) as exp:
        anotar_turnos(exp, 3)
    return ruta


def el_bloque(ventana: Ventana) -> Any:
    """El cuadro de los turnos, a la vista."""
    en(ventana, "2.2")
    bloques = map(bloque_de, cuadros(en(ventana, "2.2")))
    return next(bloque for bloque in bloques if bloque.contra_el_libro is not None)


def dichos(bloque: Any) -> list[str]:
    renglones = bloque.contra_el_libro.renglones
    return [renglon.dicho.text() for renglon in renglones if not renglon.isHidden()]


def de_abril(bloque: Any) -> Any:
    return bloque.contra_el_libro.renglones[0].botones


def test_debajo_del_cuadro_se_dice_y_no_cambia_nada_solo(ventana: Ventana):
    bloque = el_bloque(ventana)
    assert dichos(bloque) == [
        DICE,
        "Oficios de turno de solicitudes: el libro no tiene oficios en mayo y el cuadro dice 20.",
        "Oficios de turno de solicitudes: el libro no tiene oficios en junio y el cuadro dice 69.",
    ]
    assert de_abril(bloque).ver.text() == "Ver los 3" and de_abril(bloque).usar.text() == "Usar 3"
    de_mayo = bloque.contra_el_libro.renglones[1].botones
    assert not (de_mayo.ver.isVisible() or de_mayo.usar.isVisible()), "sin papeles, nada que ver ni que usar"
    assert ventana.sesion.foto.conteos.en(ABRIL) == 49


@pytest.mark.parametrize("ancho", [1366, 700])
def test_los_botones_quedan_junto_a_su_frase(ventana: Ventana, ancho: int):
    ventana.resize(ancho, 700)
    renglon = el_bloque(ventana).contra_el_libro.renglones[0]
    QApplication.processEvents()
    frase, botones = renglon.dicho.geometry(), renglon.botones.geometry()
    al_lado = 0 < botones.left() - frase.right() <= 20
    debajo = botones.top() >= frase.bottom() and botones.left() == frase.left()
    assert al_lado or debajo
    assert frase.height() >= renglon.dicho.heightForWidth(frase.width()), "se lee entera"


def test_usarlo_es_una_accion_y_se_deshace(ventana: Ventana):
    bloque = el_bloque(ventana)
    clic(de_abril(bloque).usar)
    assert ventana.sesion.foto.conteos.en(ABRIL) == 3
    assert DICE not in dichos(bloque) and len(dichos(bloque)) == 2
    assert "3" in se_ve(bloque.rejilla)
    con_control(Qt.Key.Key_Z)
    assert ventana.sesion.foto.conteos.en(ABRIL) == 49 and dichos(bloque)[0] == DICE


def test_ver_los_tres_ensena_esos_y_se_vuelve_a_ver_todos(ventana: Ventana):
    clic(de_abril(el_bloque(ventana)).ver)
    pestana: Any = ventana.pestanas.ir_a("oficios")
    assert [fila.oficio.folio for fila in pestana.modelo.filas] == [
        f"UT/{n}/2024" for n in (1003, 1002, 1001)
    ]
    assert QApplication.focusWidget() is pestana.tabla
    solo = pestana.filtros.solo
    assert solo.isVisible() and "abril" in solo.text()
    clic(solo)
    assert len(pestana.modelo.filas) == 20 and not solo.isVisible()


def test_la_revision_lo_dice_como_conviene_revisar_y_ofrece_lo_mismo(ventana: Ventana, qtbot):
    ventana.mando.ir_a_revisar()
    revisada(ventana, qtbot)
    lista = next(cada for cada in ventana.findChildren(ListaDeHallazgos) if cada.isVisible())
    renglon = next(cada for cada in lista.lista.todos() if cada.text(0) == DICE)
    lista.lista.setCurrentItem(renglon)
    del_libro: Any = lista.ofrecido["no_es_lo_del_libro"]
    assert del_libro.usar.text() == "Usar 3"
    del_libro.usar.setFocus()
    tecla(Qt.Key.Key_Space)
    assert ventana.sesion.foto.conteos.en(ABRIL) == 3
    revisada(ventana, qtbot)
    assert DICE not in [cada.text(0) for cada in lista.lista.todos()]
    assert del_libro.usar.text() != "Usar 3"


def test_con_algo_a_medias_en_la_celda_usarlo_lo_deja_resuelto(ventana: Ventana):
    bloque = el_bloque(ventana)
    bloque.rejilla.ir_a_casilla(ABRIL)
    poner_en(bloque.rejilla)
    teclear("4x")
    tecla(Qt.Key.Key_Return)
    assert ventana.sesion.sin_guardar.todos
    clic(de_abril(bloque).usar)
    assert not ventana.sesion.sin_guardar.todos and ventana.sesion.foto.conteos.en(ABRIL) == 3


def test_si_no_se_pudo_guardar_queda_a_la_vista_y_se_reintenta(ventana: Ventana, monkeypatch):
    bloque = el_bloque(ventana)
    with monkeypatch.context() as lleno:
        lleno.setattr(ventana.sesion, "solo_leer", "El disco está lleno.")
        clic(de_abril(bloque).usar)
    assert [p.escrito.texto for p in ventana.sesion.sin_guardar.todos] == ["3"]
    assert "lleno" in bloque._reparo.text()
    ventana.sesion.reintentar()
    assert ventana.sesion.foto.conteos.en(ABRIL) == 3


def test_en_lo_firmado_no_se_dice_nada(abrir, archivo: Path):
    with expediente.abrir(archivo, contra_el_libro.ahora) as exp:
        firma.firmar(exp, TRIMESTRE, date(2024, 7, 4))
    assert dichos(el_bloque(abrir())) == []


def test_la_clase_se_elige_de_las_del_plan(ventana: Ventana):
    pestana: Any = ventana.pestanas.ir_a("oficios")
    poner_en(pestana.tabla)
    pestana.tabla.selectRow(0)
    clase = pestana.formulario.pieza_de("clase")
    poner_en(clase)
    clase.selectAll()
    teclear("circular")
    tecla(Qt.Key.Key_Tab)
    assert "clases del plan: Turno, Respuesta y Notificación" in ventana.sesion.sin_guardar.todos[0].por_que
    poner_en(clase)
    clase.selectAll()
    teclear("notificacion")
    tecla(Qt.Key.Key_Tab)
    assert not ventana.sesion.sin_guardar.todos
    assert pestana.modelo.filas[0].oficio.clase == "Notificación"


def test_en_el_ejemplo_no_se_ve(ventana: Ventana):
    bloques = map(bloque_de, cuadros(en(ventana, "2.1")))
    assert all(bloque.contra_el_libro is None for bloque in bloques)
