"""Las semanas de la jefa con los oficios, con el teclado: cada cosa, en sus acciones.

Una acción es una tecla, un clic o un campo escrito. Aquí van las que no se cuentan donde se prueba lo suyo:
anotar uno por teléfono y la respuesta del viernes (`test_anotar`), escribir e imprimir una (`test_cartas`),
lo que llega por correo (`test_respuestas`), cancelar (`test_oficios`) y la relación (`test_relacion`).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import con_control, copiar_al_portapapeles, poner_en, tecla, teclear
from tests.interfaz.test_cartas import acepta, carta, elegida, escribir_una, papel  # noqa: F401
from tests.interfaz.test_oficios import numeros, oficios
from tests.interfaz.test_respuestas import esperando
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.interfaz.oficios.carta.varias import VariasAreas
from ut_escritorio.interfaz.oficios.relacion.ventana import HojaAImprimir
from ut_escritorio.servicios.oficios import anotar

ENTER, ESPACIO, MAYUS = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier


class Acciones:
    """Lleva la cuenta de lo que ella hace."""

    def __init__(self) -> None:
        self.van = 0

    def __call__(self, *gestos: Callable[[], object]) -> None:
        for gesto in gestos:
            self.van += 1
            gesto()

    def escribe(self, texto: str, termina: Qt.Key) -> None:
        """Un campo escrito, con la tecla que lo termina."""
        self.van += 1
        teclear(texto)
        tecla(termina)


def cuadro_de_areas(ventana: Any) -> VariasAreas:
    return ventana.findChildren(VariasAreas)[-1]


def de_vuelta(ventana: Any, qtbot) -> None:
    """El cuadro se cerró, y la ventana vuelve a estar al frente."""
    qtbot.waitUntil(lambda: not any(cuadro.isVisible() for cuadro in ventana.findChildren(VariasAreas)))
    ventana.activateWindow()
    qtbot.waitUntil(ventana.isActiveWindow)


def la_pestana(ventana: Any) -> Any:
    return ventana.pestanas.actual().contenido


def test_el_numero_que_sigue_se_lee_sin_hacer_nada(ventana):
    assert oficios(ventana).barra.siguiente.text() == "Siguiente: UT/0823/2024"


def test_tres_areas_una_solicitud_son_ocho_acciones(ventana, qtbot, papel, elegida):  # noqa: F811
    pestana, accion = oficios(ventana), Acciones()
    accion(lambda: con_control(Qt.Key.Key_Insert))
    accion.escribe("tur", ENTER)
    panel = carta(pestana)
    poner_en(panel.pieza_de("carta.campo.solicitud"))
    accion.escribe("201234524000071", Qt.Key.Key_Tab)
    accion(lambda: con_control(Qt.Key.Key_M))
    cuadro = cuadro_de_areas(ventana)
    assert QApplication.focusWidget() is cuadro.una
    accion.escribe("secretaría de obras públicas y desarrollo urbano; parques; tes", ENTER)
    assert cuadro.cuantas.text().startswith("3 áreas")
    assert [cuadro.tabla.item(fila, 3).text() for fila in range(3)][1] == "se agrega a Oficina"
    assert cuadro.tabla.item(2, 0).text() == "Tesorería Municipal"
    tecla(ENTER)  # sin escribir nada: a tomarlos
    accion(lambda: tecla(ESPACIO))
    de_vuelta(ventana, qtbot)
    accion(lambda: con_control(Qt.Key.Key_P))
    accion(lambda: acepta(elegida, la_pestana(ventana), qtbot))
    assert accion.van == 8
    assert len(PdfReader(papel).pages) == 3
    assert {"UT/0823/2024", "UT/0824/2024", "UT/0825/2024"} <= {*numeros(la_pestana(ventana))}


def test_la_misma_a_las_treinta_de_la_vez_pasada_son_siete_acciones(ventana, qtbot, papel, elegida):  # noqa: F811
    escribir_una(oficios(ventana))
    copiar_al_portapapeles("\n".join(f"Área número {n}" for n in range(30)))
    con_control(Qt.Key.Key_M)
    con_control(Qt.Key.Key_V)
    tecla(ESPACIO)
    de_vuelta(ventana, qtbot)
    pestana, accion = oficios(ventana), Acciones()
    accion(lambda: con_control(Qt.Key.Key_Insert))
    accion.escribe("act", ENTER)
    poner_en(carta(pestana).pieza_de("carta.campo.modulo"))
    accion.escribe("Horarios", Qt.Key.Key_Tab)
    accion(lambda: con_control(Qt.Key.Key_M))
    cuadro = cuadro_de_areas(ventana)
    poner_en(cuadro.pasadas)
    accion(lambda: tecla(ESPACIO))
    assert cuadro.cuantas.text() == "30 áreas · 30 sin titular · termina en UT/0882/2024"
    poner_en(cuadro.tomar)
    accion(lambda: tecla(ESPACIO))
    de_vuelta(ventana, qtbot)
    accion(lambda: con_control(Qt.Key.Key_P))
    acepta(elegida, la_pestana(ventana), qtbot)
    assert accion.van == 7
    assert len(PdfReader(papel).pages) == 30


def test_que_esta_atorado_son_dos_acciones(ventana, qtbot):
    pestana, accion = esperando(ventana, "UT/0583/2024", "UT/0561/2024"), Acciones()
    pestana.tabla.clearSelection()
    filtros = pestana.filtros

    def sin_contestar() -> None:
        filtros.ver.poner("sin contestar")
        filtros.ver.activated.emit(filtros.ver.currentIndex())

    accion(sin_contestar)
    poner_en(pestana.tabla)
    pestana.tabla.clearSelection()
    accion(lambda: con_control(Qt.Key.Key_P))
    assert accion.van == 2
    hoja = ventana.findChildren(HojaAImprimir)[-1]
    qtbot.waitUntil(lambda: hoja.imprimir.isEnabled() and hoja._tarea is None, timeout=60_000)
    assert hoja.windowTitle() == "Oficios sin contestar, 04/07/2024"
    assert hoja.estado.text().startswith("2 oficios")
    hoja.done(0)


def test_recordar_a_cinco_areas_son_ocho_acciones(ventana, monkeypatch):
    sesion, pedidas = ventana.sesion, []
    for n in range(5):
        oficio = Oficio("", f"UT/09{n:02}/2024", papel=DelPapel(date(2024, 6, 3 + n)))
        nuevo = sesion.hacer(anotar.agregar, oficio)
        sesion.hacer(anotar.seguir, (nuevo.uid,), espera=True)
    pestana, accion = oficios(ventana), Acciones()
    monkeypatch.setattr(pestana.cartas.impresor, "en_papel", lambda filas: pedidas.extend(filas))
    pestana.filtros.ver.poner("sin contestar")
    pestana.filtros.ver.activated.emit(pestana.filtros.ver.currentIndex())
    pestana.tabla.clearSelection()
    poner_en(pestana.tabla)
    accion(lambda: pestana.tabla.selectRow(0))
    accion(*[lambda: tecla(Qt.Key.Key_Down, MAYUS)] * 4)
    accion(lambda: con_control(Qt.Key.Key_T))
    accion(lambda: con_control(Qt.Key.Key_P))
    assert accion.van == 7, "y Enter en el cuadro de la impresora, ocho"
    assert [fila.oficio.clase for fila in pedidas] == ["Recordatorio"] * 5
