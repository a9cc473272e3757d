"""Entregar la parte de un departamento y recibir la de otro, con la ventana de verdad."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QTreeWidgetItem

from tests.interfaz.conftest import AHORA, SEGUNDO
from tests.interfaz.manos import cuadros, en, oprimir_en_aviso, pedir, poner_en, tecla, teclear
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.interfaz.anotar.tira import Tira
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.partes import recibir
from ut_escritorio.interfaz.partes.entregar import EntregarParte
from ut_escritorio.interfaz.partes.recibir import RecibirParte
from ut_escritorio.interfaz.ventana.ordenes.partes import DondeSeSueltan
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.archivo.expediente import abrir as abrir_archivo
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.entrega.firma import firmar
from ut_escritorio.servicios.oficios.anotar import agregar
from ut_escritorio.servicios.partes.entregar import entregar
from ut_escritorio.servicios.partes.llegada import Llegada, comparar_con

ABRIL, MAYO = Casilla("solicitudes", 2, 4), Casilla("solicitudes", 2, 5)
RECIBIR = "Recibir la parte de otro departamento…"
Hacer = Callable[[dict[Casilla, int]], Path]


@pytest.fixture
def parte(ejemplo: Path, tmp_path: Path) -> Hacer:
    """La parte de Transparencia, hecha en otro archivo de la oficina con esos números."""

    def hacer(numeros: dict[Casilla, int]) -> Path:
        otro, ruta = tmp_path / "otro" / "otro.sqlite", tmp_path / "Transparencia.parte"
        otro.parent.mkdir()
        shutil.copy(ejemplo, otro)
        with abrir_archivo(otro, lambda: AHORA) as suyo:
            for casilla, valor in numeros.items():
                capturar(suyo, SEGUNDO, casilla, valor)
            entregar(suyo, SEGUNDO, ["transparencia"], ruta, lambda: AHORA)
        return ruta

    return hacer


def un_oficio(exp: Expediente, _: Trimestre, asunto: str) -> Cambios:
    """Anota en el libro un oficio con un número que los dos departamentos usaron."""
    papel = DelPapel(date(2024, 5, 3))
    return agregar(exp, SEGUNDO, Oficio("", "UT/0990/2024", papel=papel, asunto=asunto))[1]


def soltar(qtbot, ventana, ruta: Path) -> bool:
    """Arrastra un archivo a la ventana ya pintada y, si lo admite, lo suelta."""
    qtbot.waitUntil(lambda: ventana.findChild(DondeSeSueltan) is not None)
    datos = QMimeData()
    datos.setUrls([QUrl.fromLocalFile(str(ruta))])
    accion, boton, nada = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entra = QDragEnterEvent(QPoint(5, 5), accion, datos, boton, nada)
    QApplication.sendEvent(ventana, entra)
    if entra.isAccepted():
        QApplication.sendEvent(ventana, QDropEvent(QPointF(5, 5), accion, datos, boton, nada))
    return entra.isAccepted()


def en_el_aviso() -> str:
    """Lo que se avisó, ya cerrado."""
    aviso = avisos.ultimo()
    assert aviso is not None
    aviso.dialogo.accept()
    return aviso.texto


def renglon(cuadro: RecibirParte, cual: int) -> QTreeWidgetItem:
    """Uno de los del primer componente."""
    grupo = cuadro.lista.topLevelItem(0)
    assert grupo is not None
    hallado = grupo.child(cual)
    assert hallado is not None
    return hallado


def la_que_llega(ventana, qtbot) -> RecibirParte:
    cuadro = ventana.findChildren(RecibirParte)[-1]
    qtbot.waitUntil(lambda: cuadro.tarea is None, timeout=30_000)
    return cuadro


def test_se_entrega_con_su_nombre_y_la_vez_siguiente_ya_esta_marcado(ventana, monkeypatch, tmp_path):
    usb, propuestas = tmp_path / "usb", []
    usb.mkdir()

    def guardar(padre, titulo, propuesta, filtro, al_elegir) -> None:
        propuestas.append(propuesta)
        al_elegir(usb / propuesta.name)

    monkeypatch.setattr(avisos, "pedir_donde_guardar", guardar)
    pedir(ventana, "Archivo", "Entregar mi parte…")
    cuadro = ventana.findChildren(EntregarParte)[-1]
    assert (cuadro.marcados(), cuadro.guardar.isEnabled()) == ([], False)
    cuadro.de["transparencia"].click()
    assert "2º trimestre 2024, 2024-07-04 16-59.parte»" in cuadro.se_llamara.text()
    cuadro.guardar.click()
    assert [ruta.name for ruta in usb.iterdir()] == [propuestas[0].name]
    assert "cosas capturadas" in en_el_aviso()
    pedir(ventana, "Archivo", "Entregar mi parte…")
    otra_vez = ventana.findChildren(EntregarParte)[-1]
    assert otra_vez.marcados() == ["transparencia"]
    otra_vez.guardar.click()
    assert propuestas[1] == usb / f"{propuestas[0].stem} (2).parte"
    en_el_aviso()


def test_se_suelta_se_ve_lo_que_cambia_y_se_recibe_y_se_deshace_de_una_vez(ventana, parte, qtbot):
    soltar(qtbot, ventana, parte({ABRIL: 30, MAYO: 40}))
    cuadro = la_que_llega(ventana, qtbot)
    assert cuadro.que.text().startswith("De Transparencia, Acceso")
    assert cuadro.llegada is not None
    assert [cambio.nombre for cambio in cuadro.llegada.comparacion.cambios] == [
        "2.2: Solicitudes recibidas, abril", "2.2: Solicitudes recibidas, mayo",
    ]  # fmt: skip
    assert [renglon(cuadro, 0).text(columna) for columna in range(3)] == [
        "Cambia · 2.2: Solicitudes recibidas, abril", "26", "30",
    ]  # fmt: skip
    renglon(cuadro, 1).setCheckState(0, Qt.CheckState.Unchecked)
    assert cuadro.recibir.text() == "&Recibir una cosa"
    cuadro.lista.setCurrentItem(renglon(cuadro, 0))
    assert (cuadro._dice_aqui.text(), cuadro._llega.text()) == ("Aquí: 26", "Llega: 30")
    cuadro.recibir.click()
    conteos = lambda: ventana.sesion.foto.conteos.valores  # noqa: E731
    qtbot.waitUntil(lambda: conteos()[ABRIL] == 30)
    assert conteos()[MAYO] == 13
    ventana.sesion.hacer(capturar, MAYO, 14)  # lo que no se recibió se cambia sin más
    assert conteos()[MAYO] == 14
    ventana.sesion.hacer(capturar, ABRIL, 31)
    assert conteos()[ABRIL] == 30, "antes se pregunta"
    aviso = avisos.ultimo()
    assert aviso is not None
    assert "Recibido de Transparencia, Acceso a la Información" in aviso.texto
    assert aviso.texto.endswith("¿Cambiar aquí lo del componente 2?")
    aviso.dialogo.reject()
    assert (conteos()[ABRIL], ventana.sesion.guardando) == (30, False)
    ventana.sesion.hacer(capturar, ABRIL, 31)
    oprimir_en_aviso("Cambiarlo aquí")
    qtbot.waitUntil(lambda: conteos()[ABRIL] == 31)
    ventana.sesion.hacer(capturar, ABRIL, 32)
    assert conteos()[ABRIL] == 32, "se pregunta una vez"
    for _ in range(3):
        ventana.mando.historia.deshacer()
    assert (conteos()[ABRIL], conteos()[MAYO]) == (30, 13)
    ventana.mando.historia.deshacer()
    assert conteos()[ABRIL] == 26


def test_se_compara_en_otro_hilo_tambien_al_contestar_y_lo_desmarcado_sigue_asi(
    ventana, ejemplo, tmp_path, qtbot, monkeypatch
):
    otro, ruta = tmp_path / "otro.sqlite", tmp_path / "Transparencia.parte"
    shutil.copy(ejemplo, otro)
    with abrir_archivo(otro, lambda: AHORA) as suyo:
        un_oficio(suyo, SEGUNDO, "el agua")
        capturar(suyo, SEGUNDO, ABRIL, 30)
        entregar(suyo, SEGUNDO, ["transparencia"], ruta, lambda: AHORA)
    ventana.sesion.hacer(un_oficio, "la luz")
    hilos: list[bool] = []

    def comparar(*datos) -> Llegada:
        hilos.append(threading.current_thread() is threading.main_thread())
        return comparar_con(*datos)

    monkeypatch.setattr(recibir, "comparar_con", comparar)
    soltar(qtbot, ventana, ruta)
    cuadro = la_que_llega(ventana, qtbot)
    assert (cuadro.recibir.text(), cuadro.recibir.isEnabled()) == ("Falta contestar", False)
    (duda,) = cuadro.dudas.values()
    renglon(cuadro, 0).setCheckState(0, Qt.CheckState.Unchecked)
    for opcion in (1, 2, 3):  # «queda como está aquí», «como llega», «son dos»: la última, antes de acabar
        duda.setCurrentIndex(opcion)
        duda.activated.emit(opcion)
    assert not cuadro.recibir.isEnabled(), "mientras se compara no se recibe"
    la_que_llega(ventana, qtbot)
    assert cuadro.recibir.text() == "&Recibir", "son dos, y lo de abril se quitó: no queda nada que recibir"
    duda.setCurrentIndex(2)
    duda.activated.emit(2)
    la_que_llega(ventana, qtbot)
    assert (cuadro.recibir.text(), cuadro.recibir.isEnabled()) == ("&Recibir una cosa", True)
    cuadro.recibir.click()
    libro = "SELECT asunto FROM oficio WHERE folio = 'UT/0990/2024'"
    qtbot.waitUntil(lambda: ventana.sesion.expediente.base.lee_orden(libro) == [("el agua",)])
    assert ventana.sesion.foto.conteos.valores[ABRIL] == 26
    assert not any(hilos)


def test_lo_que_no_se_puede_se_dice_y_cerrar_no_cambia_nada(ventana, parte, qtbot, monkeypatch, tmp_path):
    ruta = parte({ABRIL: 30})
    antes = ventana.sesion.expediente.ultimo_cambio
    monkeypatch.setattr(avisos, "pedir_archivo", lambda *datos: datos[4](ruta))
    pedir(ventana, "Archivo", RECIBIR)
    cuadro = la_que_llega(ventana, qtbot)
    cuadro.reject()
    assert ventana.sesion.expediente.ultimo_cambio == antes
    rota = tmp_path / "rota.parte"
    rota.write_bytes(ruta.read_bytes()[:-9000])
    soltar(qtbot, ventana, rota)
    cuadro = la_que_llega(ventana, qtbot)
    assert "«rota.parte» no se puede recibir: llegó incompleto." in cuadro.que.text()
    assert not cuadro.recibir.isEnabled()
    cuadro.reject()
    ventana.sesion.hacer(firmar, date(2024, 7, 4))
    soltar(qtbot, ventana, ruta)
    cuadro = la_que_llega(ventana, qtbot)
    assert "ya está firmado aquí" in cuadro.que.text()
    cuadro.reject()


def test_soltarla_con_algo_a_medio_escribir_no_lo_pierde(ventana, parte, qtbot):
    ruta = parte({ABRIL: 30})
    poner_en(cuadros(en(ventana, "2.2"))[1])
    teclear("27")  # en la celda de abril, sin su Enter
    soltar(qtbot, ventana, ruta)
    cuadro = la_que_llega(ventana, qtbot)
    celda = renglon(cuadro, 0)
    assert "abril" in celda.text(0)
    assert (celda.text(1), celda.text(2)) == ("27", "30"), "lo de la celda se guardó antes de comparar"
    cuadro.reject()
    assert ventana.sesion.foto.conteos.valores[ABRIL] == 27

    ventana.activateWindow()
    qtbot.waitUntil(ventana.isActiveWindow)
    poner_en(cuadros(en(ventana, "2.2"))[1])
    teclear("12.5")
    soltar(qtbot, ventana, ruta)
    assert avisos.ultimo().texto.startswith("No se pudo guardar: ")
    oprimir_en_aviso("Ir a corregirlo")
    tecla(Qt.Key.Key_Escape)
    assert not ventana.sesion.sin_guardar

    ventana.pestanas.ir_a("tablero")
    tecla(Qt.Key.Key_F9)
    teclear("700")
    soltar(qtbot, ventana, ruta)
    oprimir_en_aviso("Volver a verlo")
    tira = ventana.mesa.medio.findChild(Tira)
    assert (tira.isVisible(), tira.hoja.numero.texto()) == (True, "700")
    soltar(qtbot, ventana, ruta)
    oprimir_en_aviso("Seguir sin anotarlo")
    la_que_llega(ventana, qtbot).reject()

    pedir(ventana, "Oficina", "Personas y cargos…")
    de_oficina = QApplication.activeModalWidget()
    assert de_oficina is not None
    assert not soltar(qtbot, ventana, ruta), "debajo de un diálogo no se admite nada"
    assert QApplication.activeModalWidget() is de_oficina
