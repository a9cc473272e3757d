"""Las semanas de la jefa con los oficios, con el teclado: cada cosa, en sus acciones.

Una acción es una tecla, un clic o un campo escrito con la tecla que lo termina. Nada más mueve el cursor: lo
que no se cuenta no se hace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.interfaz.conftest import AHORA, HOY
from tests.interfaz.manos import (
    agenda,
    clic,
    con_control,
    copiar_al_portapapeles,
    en,
    poner_en,
    tecla,
    teclear,
    tiene_el_cursor,
)
from tests.interfaz.test_cartas import acepta, elegida, escoger, escribir_una, papel
from tests.interfaz.test_oficios import elegir, numeros, oficios
from tests.interfaz.test_respuestas import cuadro as cuadro_de_respuesta
from tests.interfaz.test_respuestas import esperando
from ut_escritorio import rutas
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.trimestre.renglones import Parte
from ut_escritorio.interfaz.anotar.tira import Tira
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.oficios.carta.varias import VariasAreas
from ut_escritorio.interfaz.oficios.relacion.ventana import HojaDeOficios
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.oficios import anotar, cartas
from ut_escritorio.servicios.oficios.libro import leer_libro

__all__ = ["elegida", "papel"]

ENTER, ESPACIO, TAB = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab
MAYUS, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier

LAS_QUE_SON = {
    "el número que sigue": 0,
    "la primera vez en un archivo": 2,
    "solo anotar un número": 7,
    "escribir e imprimir una": 6,
    "tres solicitudes, cada una a tres áreas": 8 * 3,
    "la misma a treinta, la primera vez": 7 + 4,
    "la misma a las treinta de la vez pasada": 7,
    "llega la respuesta con su oficio": 8,
    "contestaron por correo": 3,
    "cancelar un número": 3,
    "qué está atorado": 2,
    "recordar a cinco áreas": 8,
    "la relación de mayo": 3,
}
"""Cuántas acciones se admiten en cada una."""

_PROBADAS: list[str] = []


def caminata(cual: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """La prueba recorre esa, y su cuenta no puede pasar de lo que se admite."""
    _PROBADAS.append(cual)

    def es_de(prueba: Callable[..., None]) -> Callable[..., None]:
        vars(prueba)["caminata"] = cual
        return prueba

    return es_de


class Acciones:
    """Lleva la cuenta de lo que ella hace."""

    def __init__(self) -> None:
        self.van = 0

    def __call__(self, *gestos: Callable[[], object]) -> None:
        for gesto in gestos:
            self.van += 1
            gesto()

    def tecla(self, cual: Qt.Key, modo: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self(lambda: tecla(cual, modo))

    def con_control(self, cual: Qt.Key) -> None:
        self(lambda: con_control(cual))

    def escribe(self, texto: str, termina: Qt.Key | None = None) -> None:
        """Un campo escrito, con la tecla que lo termina."""
        self.van += 1
        teclear(texto)
        if termina is not None:
            tecla(termina)


@pytest.fixture
def accion(request: pytest.FixtureRequest) -> Iterator[Acciones]:
    """La cuenta de la caminata, que al final se compara con la suya."""
    cuenta = Acciones()
    yield cuenta
    cual = request.function.caminata
    assert cuenta.van <= LAS_QUE_SON[cual], f"{cual}: {cuenta.van} acciones, y se admiten {LAS_QUE_SON[cual]}"


def test_todas_se_recorren_y_cada_una_una_vez():
    assert sorted(_PROBADAS) == sorted(LAS_QUE_SON)


def cuadro_de_areas(ventana: Any) -> VariasAreas:
    return ventana.findChildren(VariasAreas)[-1]


def de_vuelta(ventana: Any, qtbot) -> Any:
    """El cuadro se cerró, la ventana vuelve a estar al frente; da la pestaña, que pudo armarse otra vez."""

    def cerrado() -> bool:
        return not any(cuadro.isVisible() for cuadro in ventana.findChildren(VariasAreas))

    qtbot.waitUntil(cerrado, timeout=60_000)
    ventana.activateWindow()
    qtbot.waitUntil(ventana.isActiveWindow, timeout=60_000)
    return ventana.pestanas.actual().contenido


def enfocado() -> str:
    """Cómo se llama lo que tiene el cursor; mientras una ventana llega al frente, nada lo tiene."""
    pieza = QApplication.focusWidget()
    return pieza.accessibleName() if pieza is not None else ""


@caminata("el número que sigue")
def test_el_numero_que_sigue_se_lee_sin_hacer_nada(ventana, accion):
    assert agenda(ventana).hoy.siguiente.text() == "Siguiente oficio: UT/0823/2024"
    assert oficios(ventana).barra.siguiente.text() == "Siguiente: UT/0823/2024"


@caminata("la primera vez en un archivo")
def test_se_dice_cual_fue_el_ultimo(archivo: Path, abrir, accion):
    archivo.unlink()
    creacion.crear(archivo, rutas.recursos() / "planes" / "2024.toml", None, lambda: AHORA).cerrar()
    ventana = abrir()
    assert agenda(ventana).hoy.siguiente.isHidden(), "no se dice uno sin saber por cuál va"
    pestana = oficios(ventana)
    assert pestana.barra.pregunta.isVisible()
    accion(lambda: poner_en(pestana.barra.pregunta.campo))
    accion.escribe("654", ENTER)
    assert pestana.barra.siguiente.text() == "Siguiente: UT/0655/2024"
    assert agenda(ventana).hoy.siguiente.text() == "Siguiente oficio: UT/0655/2024"
    oficios(ventana)
    con_control(Qt.Key.Key_Z)
    assert tiene_el_cursor(pestana.barra.pregunta.campo), "se pregunta otra vez, y ahí se contesta"
    teclear("700")
    tecla(ENTER)
    assert pestana.barra.siguiente.text() == "Siguiente: UT/0701/2024"


@caminata("solo anotar un número")
def test_solo_anotar_un_numero_que_dictan_por_telefono(ventana, accion):
    accion.tecla(Qt.Key.Key_F9)
    accion.escribe("645", TAB)
    accion.tecla(TAB)
    accion.escribe("tes", TAB)
    accion.escribe("actualizar el módulo Horarios", ENTER)
    suyo = next(f for f in leer_libro(ventana.sesion.expediente, 2024).filas if "0645" in f.oficio.folio)
    assert (suyo.con, suyo.asunto) == ("Tesorería Municipal", "actualizar el módulo Horarios")


@caminata("escribir e imprimir una")
def test_escribir_e_imprimir_una(ventana, qtbot, papel, elegida, accion):
    pestana, sesion = oficios(ventana), ventana.sesion
    antes = escribir_una(pestana)  # la vez pasada dijo en qué paso va
    suya = cartas.abrir_carta(sesion.expediente, antes.uid, HOY).carta
    sesion.hacer(cartas.escribir, antes.uid, replace(suya, lugar="1.2/2"))
    tecla(Qt.Key.Key_Escape)
    accion.con_control(Qt.Key.Key_Insert)
    accion.escribe("act", ENTER)
    accion.escribe("tes", TAB)
    qtbot.waitUntil(lambda: enfocado() == "Módulo que se actualiza")
    accion.escribe("Horarios de Atención")
    accion.con_control(Qt.Key.Key_P)
    accion(lambda: acepta(elegida, pestana, qtbot))
    assert len(PdfReader(papel).pages) == 1
    suyo = next(f for f in leer_libro(ventana.sesion.expediente, 2024).filas if "0823" in f.oficio.folio)
    assert suyo.espera and suyo.seguimiento.impreso
    assert [dicho.donde for dicho in suyo.dichos] == ["1.2 paso 2"]


@caminata("tres solicitudes, cada una a tres áreas")
def test_tres_solicitudes_cada_una_a_tres_areas(ventana, qtbot, papel, elegida, accion):
    hojas = 0
    for solicitud in ("201234524000071", "201234524000072", "201234524000073"):
        pestana = oficios(ventana)
        accion.con_control(Qt.Key.Key_Insert)
        accion.escribe("tur", ENTER)
        accion.tecla(TAB)  # a quién va se dice después
        qtbot.waitUntil(lambda: enfocado() == "Folio de la solicitud")
        accion.escribe(solicitud)
        accion.con_control(Qt.Key.Key_M)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is cuadro_de_areas(ventana).una)
        accion(
            lambda: (
                teclear("secretaría de obras públicas y desarrollo urbano; parques; tes"),
                tecla(ENTER, CONTROL),
            )
        )
        pestana = de_vuelta(ventana, qtbot)
        accion.con_control(Qt.Key.Key_P)
        accion(lambda de=pestana: acepta(elegida, de, qtbot))
        leidas = [hoja.extract_text() for hoja in PdfReader(papel).pages]
        hojas += len(leidas)
    assert hojas == 9
    nueve = [f"UT/{n:04}/2024" for n in range(823, 832)]
    libro = leer_libro(ventana.sesion.expediente, 2024)
    suyos = {f.oficio.folio: f for f in libro.filas if f.oficio.folio in nueve}
    assert sorted(suyos) == nueve and all(f.seguimiento.impreso for f in suyos.values())
    assert [f.con for f in sorted(suyos.values(), key=lambda f: f.oficio.folio)][:3] == [
        "Secretaría de Obras Públicas y Desarrollo Urbano", "parques", "Tesorería Municipal",
    ]  # fmt: skip
    assert libro.siguiente == "UT/0832/2024"


@caminata("la misma a treinta, la primera vez")
def test_la_misma_a_treinta_areas_pegadas_de_excel(ventana, qtbot, papel, elegida, accion):
    oficios(ventana)
    copiar_al_portapapeles("\n".join(f"Área número {n}\tTitular {n}\tDirector" for n in range(30)))
    accion.con_control(Qt.Key.Key_Insert)
    accion.escribe("act", ENTER)
    accion.tecla(TAB)
    accion.escribe("Horarios")
    accion.con_control(Qt.Key.Key_M)
    accion.con_control(Qt.Key.Key_V)
    cuadro = cuadro_de_areas(ventana)
    assert cuadro.cuantas.text() == "30 áreas · termina en UT/0852/2024"
    accion.tecla(ESPACIO)
    pestana = de_vuelta(ventana, qtbot)
    accion.con_control(Qt.Key.Key_P)
    accion(lambda: acepta(elegida, pestana, qtbot))
    assert len(PdfReader(papel).pages) == 30


@caminata("la misma a las treinta de la vez pasada")
def test_la_misma_a_las_treinta_de_la_vez_pasada(ventana, qtbot, papel, elegida, accion):
    uid, sesion = escribir_una(oficios(ventana), "").uid, ventana.sesion
    suya = cartas.abrir_carta(sesion.expediente, uid, HOY).carta
    sesion.hacer(cartas.escribir, uid, replace(suya, texto="Le pido cargar lo del trimestre en el SIPO."))
    sesion.hacer(cartas.guardar_plantilla, uid, "SIPO, 2.4", HOY)
    sesion.hacer(cartas.con_plantilla, uid, HOY, "sipo_2_4")
    copiar_al_portapapeles("\n".join(f"Área número {n}" for n in range(30)))
    con_control(Qt.Key.Key_M)
    con_control(Qt.Key.Key_V)
    tecla(ESPACIO)
    de_vuelta(ventana, qtbot)
    oficios(ventana)
    accion.con_control(Qt.Key.Key_Insert)
    accion.escribe("sip", ENTER)
    accion.con_control(Qt.Key.Key_M)
    cuadro = cuadro_de_areas(ventana)
    accion(lambda: clic(cuadro.pasadas))  # o Alt+V
    assert cuadro.cuantas.text() == "30 áreas · 30 sin titular · termina en UT/0882/2024"
    accion.con_control(ENTER)
    pestana = de_vuelta(ventana, qtbot)
    accion.con_control(Qt.Key.Key_P)
    accion(lambda: acepta(elegida, pestana, qtbot))
    assert len(PdfReader(papel).pages) == 30


@caminata("llega la respuesta con su oficio")
def test_llega_la_respuesta_con_su_oficio(ventana, qtbot, accion):
    pidio = next(f for f in leer_libro(ventana.sesion.expediente, 2024).filas if "0561" in f.oficio.folio)
    ventana.sesion.hacer(anotar.seguir, (pidio.oficio.uid,), espera=True)
    en(ventana, "1.2/2")
    accion.tecla(Qt.Key.Key_F9)
    accion.con_control(Qt.Key.Key_R)
    tira = ventana.findChild(Tira)
    qtbot.waitUntil(lambda: enfocado() == "Número")
    assert tira.hoja.sentido.currentText() == "Recibido"
    accion.escribe("SSC/0231/2024", TAB)
    accion.tecla(TAB)
    accion.escribe("seguridad ciu", TAB)
    accion.escribe("el módulo Mujer Segura", TAB)
    accion.tecla(Qt.Key.Key_Down)
    assert tira.hoja.lugar.currentData() == "1.2/3", "el paso en que llega lo que se pidió"
    accion.tecla(ENTER)
    suyo = next(f for f in leer_libro(ventana.sesion.expediente, 2024).filas if "0561" in f.oficio.folio)
    assert suyo.contestado_con == ("SSC/0231/2024",)


@caminata("contestaron por correo")
def test_contestaron_por_correo(ventana, accion):
    pestana = esperando(ventana, "UT/0583/2024")
    accion(lambda: elegir(pestana, "UT/0583/2024"))
    accion.con_control(Qt.Key.Key_R)
    assert cuadro_de_respuesta().isVisible()
    accion.tecla(ENTER)
    suyo = next(f for f in leer_libro(ventana.sesion.expediente, 2024).filas if "0583" in f.oficio.folio)
    assert suyo.contestado


@caminata("cancelar un número")
def test_cancelar_un_numero(ventana, accion):
    ventana.sesion.hacer(anotar.agregar, Oficio("", "UT/0823/2024"))
    pestana = oficios(ventana)
    elegir(pestana, "UT/0823/2024")
    ventana.sesion.hacer(anotar.agregar, Oficio("", "UT/0824/2024"))
    accion.tecla(Qt.Key.Key_Delete)
    assert avisos.ultimo().texto == "¿Por qué se cancela UT/0823/2024?"
    accion.escribe("se imprimió dos veces")
    accion.tecla(ENTER)
    suyo = next(f for f in leer_libro(ventana.sesion.expediente, 2024).filas if "0823" in f.oficio.folio)
    assert suyo.oficio.cancelado == "se imprimió dos veces"


@caminata("qué está atorado")
def test_que_esta_atorado(ventana, qtbot, accion):
    pestana = esperando(ventana, "UT/0583/2024", "UT/0561/2024")
    pestana.tabla.clearSelection()
    filtros = pestana.filtros

    def sin_contestar() -> None:
        filtros.ver.poner("sin contestar")
        filtros.ver.activated.emit(filtros.ver.currentIndex())

    accion(sin_contestar)
    accion.con_control(Qt.Key.Key_P)
    hoja = ventana.findChildren(HojaDeOficios)[-1]
    qtbot.waitUntil(lambda: hoja.imprimir.isEnabled() and hoja._tarea is None, timeout=60_000)
    assert hoja.windowTitle() == "Oficios sin contestar, 04/07/2024"
    assert hoja.estado.text().startswith("2 oficios")
    hoja.done(0)


@caminata("recordar a cinco áreas")
def test_recordar_a_cinco_areas(ventana, qtbot, papel, elegida, accion):
    sesion, area = ventana.sesion, Parte("destinatario", texto="la imprenta")
    for n in range(5):
        oficio = Oficio("", f"UT/09{n:02}/2024", papel=DelPapel(date(2024, 6, 3 + n), partes=(area,)))
        nuevo = sesion.hacer(anotar.agregar, oficio)
        sesion.hacer(anotar.seguir, (nuevo.uid,), espera=True)
    pestana = oficios(ventana)
    pestana.filtros.ver.poner("sin contestar")
    pestana.filtros.ver.activated.emit(pestana.filtros.ver.currentIndex())
    pestana.tabla.clearSelection()
    poner_en(pestana.tabla)
    accion(lambda: pestana.tabla.selectRow(0))
    for _ in range(4):
        accion.tecla(Qt.Key.Key_Down, MAYUS)
    accion.con_control(Qt.Key.Key_T)
    accion.con_control(Qt.Key.Key_P)
    accion(lambda: acepta(elegida, pestana, qtbot))
    hojas = [hoja.extract_text() for hoja in PdfReader(papel).pages]
    assert len(hojas) == 5
    clases = [f.oficio.clase for f in leer_libro(sesion.expediente, 2024).filas if f.seguimiento.impreso]
    assert clases == ["Recordatorio"] * 5
    elegir(pestana, "UT/0900/2024")
    assert pestana.formulario.nota.text().endswith("Recordado con UT/0905/2024 el 04/07/2024.")


@caminata("la relación de mayo")
def test_la_relacion_de_mayo(ventana, qtbot, monkeypatch, accion):
    pedidas: list[int] = []
    monkeypatch.setattr(avisos, "elegir_impresora", lambda *datos: pedidas.append(datos[3]))
    pestana = oficios(ventana)
    accion(lambda: pestana.relacion.boton.menu().aboutToShow.emit())
    accion(lambda: escoger(pestana.relacion.menu, "Mayo"))
    hoja = ventana.findChildren(HojaDeOficios)[-1]
    hoja.activateWindow()
    qtbot.waitUntil(lambda: hoja.imprimir.isEnabled() and hoja._tarea is None, timeout=60_000)
    qtbot.waitUntil(hoja.isActiveWindow)
    accion.con_control(Qt.Key.Key_P)
    assert pedidas == [1] and "mayo de 2024" in hoja.windowTitle()
    hoja.done(0)
    assert numeros(pestana)
