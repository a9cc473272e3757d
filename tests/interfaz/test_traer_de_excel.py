"""Traer de Excel: junto al cuadro por sexo, la lista de la plataforma se ve antes de usarse."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests.interfaz.manos import (
    bloque_de,
    cuadros,
    en,
    oprimir_en_aviso,
    poner_en,
    se_ve,
    tecla,
    teclear,
)
from tests.interfaz.test_firmar import corregir
from tests.interfaz.test_sin_guardar import disco_lleno, ocupado
from tests.listas.archivos import NOMBRE, Fila, bomba, dejar, libro
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.hojas import lista_de_afuera
from ut_escritorio.interfaz.hojas.lista_de_afuera import TraerDeExcel
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.entrega.firma import firmar


def de(mes: int, cuantas: int, sexo: str) -> list[Fila]:
    return [(n, f"{mes}-{sexo}-{n}", NOMBRE, date(2024, mes, 3), sexo) for n in range(cuantas)]


DE_ABRIL_Y_MAYO = de(4, 3, "Hombre") + de(4, 2, "Mujer") + de(5, 4, "Persona moral")


def boton_de(ventana):
    """El botón del cuadro de solicitudes por sexo."""
    (rejilla,) = [
        c for c in cuadros(en(ventana, "2.2")) if "SOLICITUDES RECIBIDAS Y ATENDIDAS POR" in se_ve(c)
    ]
    boton = bloque_de(rejilla).traer_de_excel
    assert boton is not None
    return boton


@pytest.fixture
def traer(ventana, qtbot, monkeypatch, tmp_path) -> Iterator[Callable[..., TraerDeExcel]]:
    """Oprime el botón, escoge ese archivo y espera a que se lea."""
    abiertos: list[TraerDeExcel] = []

    def escoger(ruta: Path, *, esperar: bool = True) -> TraerDeExcel:
        monkeypatch.setattr(avisos, "pedir_archivo", lambda *datos: datos[4](ruta))
        boton_de(ventana).click()
        cuadro = ventana.findChildren(TraerDeExcel)[-1]
        abiertos.append(cuadro)
        if esperar:
            qtbot.waitUntil(lambda: cuadro.tarea is None, timeout=30_000)
        return cuadro

    yield escoger
    for cuadro in filter(isValid, abiertos):
        cuadro.done(0)


@pytest.fixture
def lista(tmp_path) -> Callable[[Sequence[Fila]], Path]:
    return lambda filas: dejar(tmp_path, "Reporte_SISAI_2T.xlsx", libro(filas, [("Reporte de solicitudes",)]))


def decir(campo, que) -> None:
    """Escoge en una lista, como ella."""
    campo.poner(que)
    campo.activated.emit(campo.currentIndex())


def por_sexo(ventana, mes: int) -> list[int | None]:
    conteos = ventana.sesion.foto.conteos
    return [conteos.en(Casilla("solicitudes", 2, mes, sexo)) for sexo in ("hombres", "mujeres", "ni")]


def test_la_primera_vez_se_dice_que_es_cada_palabra_y_nada_entra_hasta_aceptarlo(ventana, traer, lista):
    antes = ventana.sesion.foto.conteos
    cuadro = traer(lista(DE_ABRIL_Y_MAYO))
    assert cuadro.encabezado.currentText() == "2"
    assert cuadro.columnas["fecha"].currentText() == "Fecha oficial de recepción"
    modelo = cuadro.primeras.modelo
    assert list(modelo.rotulos()) == ["Folio", "Fecha oficial de recepción", "Sexo del solicitante"]
    assert modelo.textos(0) == ["4-Hombre-0", "03/04/2024", "Hombre"]
    assert (modelo.rowCount(), modelo.headerData(0, Qt.Orientation.Vertical)) == (6, "3")
    assert cuadro.trae.text().startswith("9 filas: 9 del 2º trimestre 2024")
    assert cuadro.cambia.text() == "Sexo: Falta decir qué es «Persona moral». Escójalo en su lista."
    assert not cuadro.usar.isEnabled()
    decir(cuadro.palabras["Persona moral"], "ni")
    assert "abril, hombres: 3 (ahora 10)" in cuadro.cambia.text()
    assert "de junio no trae ninguna y no se toca" in cuadro.trae.text()
    assert ventana.sesion.foto.conteos == antes
    cuadro.usar.click()
    assert (por_sexo(ventana, 4), por_sexo(ventana, 5)) == ([3, 2, 0], [0, 0, 4])
    assert por_sexo(ventana, 6) == [4, 20, 8]
    assert ventana.sesion.foto.conteos.en(Casilla("solicitudes", 2, 4)) == 5, "el mes también estaba escrito"
    ventana.mando.historia.deshacer()
    assert ventana.sesion.foto.conteos == antes


def test_la_segunda_vez_ya_se_sabe_y_con_lo_mismo_no_cambia_nada(ventana, traer, lista):
    primera = traer(lista(DE_ABRIL_Y_MAYO))
    decir(primera.palabras["Persona moral"], "ni")
    primera.usar.click()
    otra = traer(lista(DE_ABRIL_Y_MAYO))
    assert otra.palabras["Persona moral"].currentText() == "N/I"
    assert otra.cambia.text().startswith("Sin cambios")
    assert not otra.usar.isEnabled()
    recordado = str(ventana._ajustes.value("lista_de_solicitudes"))
    assert "persona moral" in recordado and NOMBRE.lower() not in recordado.lower()


def test_con_otras_columnas_se_escogen_y_la_de_los_nombres_no_se_toma_por_la_del_sexo(ventana, traer, lista):
    filas = [(n, f"f{n}", f"{NOMBRE} {n}", date(2024, 4, 3), "Mujer") for n in range(20)]
    cuadro = traer(lista(filas))
    decir(cuadro.columnas["sexo"], 2)
    assert "20 palabras distintas: no parece la del sexo" in cuadro.cambia.text()
    assert (cuadro.palabras, cuadro.usar.isEnabled()) == ({}, False)
    decir(cuadro.columnas["fecha"], -1)
    assert "Fecha: Falta decir en qué columna está." in cuadro.cambia.text()
    decir(cuadro.columnas["fecha"], 3)
    decir(cuadro.columnas["sexo"], 4)
    assert cuadro.primeras.modelo.textos(5)[1:] == ["03/04/2024", "Mujer"]
    assert cuadro.usar.isEnabled()
    decir(cuadro.encabezado, 0)  # ahí solo está el título
    assert not cuadro.usar.isEnabled()


def con_esc(cuadro: TraerDeExcel, qtbot) -> None:
    cuadro.activateWindow()
    qtbot.waitUntil(cuadro.isActiveWindow)
    tecla(Qt.Key.Key_Escape)


def test_esc_con_algo_dicho_pregunta_y_al_cerrarlo_no_cambia_nada_ni_se_recuerda(
    ventana, traer, lista, qtbot
):
    antes = ventana.sesion.foto.conteos
    sin_decir_nada = traer(lista(DE_ABRIL_Y_MAYO))
    con_esc(sin_decir_nada, qtbot)
    assert not isValid(sin_decir_nada) and avisos.ultimo() is None
    cuadro = traer(lista(DE_ABRIL_Y_MAYO))
    decir(cuadro.palabras["Persona moral"], "ni")
    con_esc(cuadro, qtbot)
    oprimir_en_aviso("Seguir escribiendo")
    assert cuadro.isVisible() and cuadro.palabras["Persona moral"].currentText() == "N/I"
    con_esc(cuadro, qtbot)
    oprimir_en_aviso("Cerrar y perderlo")
    assert not isValid(cuadro)
    assert ventana.sesion.foto.conteos == antes
    assert not ventana._ajustes.value("lista_de_solicitudes")


def test_si_el_cuadro_ya_lo_dice_esc_cierra_y_se_recuerda_que_es_cada_palabra(ventana, traer, lista, qtbot):
    cuadro = traer(lista(DE_ABRIL_Y_MAYO))
    cuadro.recordarlas.setChecked(False)
    decir(cuadro.palabras["Persona moral"], "ni")
    cuadro.usar.click()
    cuadro = traer(lista(DE_ABRIL_Y_MAYO))
    decir(cuadro.palabras["Persona moral"], "ni")
    assert cuadro.cambia.text().startswith("Sin cambios") and not cuadro.usar.isEnabled()
    con_esc(cuadro, qtbot)
    assert not isValid(cuadro) and avisos.ultimo() is None, "no hay nada que perder"
    assert traer(lista(DE_ABRIL_Y_MAYO)).cambia.text().startswith("Sin cambios"), "ya no se pregunta"


def test_lo_que_no_se_puede_leer_se_dice_ahi_y_se_puede_cerrar(traer, tmp_path):
    cuadro = traer(dejar(tmp_path, "bomba.xlsx", bomba()))
    assert cuadro.trae.text().startswith("«bomba.xlsx» guarda demasiado para ser una lista.")
    assert not cuadro.usar.isEnabled()


def test_mientras_se_lee_la_ventana_sigue_y_se_puede_dejar(ventana, traer, lista, qtbot, monkeypatch):
    soltar, vueltas = threading.Event(), []

    def despacio(ruta, avance, cancelado):
        qtbot_espera = soltar.wait(20)
        vueltas.append((qtbot_espera, cancelado()))
        return ()

    monkeypatch.setattr(lista_de_afuera, "leer", despacio)
    cuadro = traer(lista(DE_ABRIL_Y_MAYO), esperar=False)
    tarea = cuadro.tarea
    assert tarea is not None and "Leyendo" in cuadro.trae.text()
    QApplication.processEvents()
    cuadro.reject()
    soltar.set()
    qtbot.waitUntil(lambda: bool(vueltas), timeout=20_000)
    assert vueltas == [(True, True)], "al cerrarlo se le pidió que lo dejara"
    qtbot.waitUntil(lambda: not isValid(cuadro))


def test_con_el_archivo_ocupado_se_dice_y_el_cuadro_sigue_abierto(ventana, archivo, traer, lista):
    cuadro = traer(lista(de(4, 1, "Mujer")))
    with ocupado(archivo):
        cuadro.usar.click()
        assert "Otro programa está usando el archivo" in avisos.ultimo().texto
        avisos.ultimo().dialogo.reject()
    assert isValid(cuadro) and cuadro.isVisible()
    cuadro.usar.click()
    assert por_sexo(ventana, 4) == [0, 1, 0]


def test_con_el_disco_lleno_se_dice_nada_entra_a_medias_y_al_haber_lugar_entra_todo(ventana, traer, lista):
    cuadro, sesion = traer(lista(de(4, 1, "Mujer"))), ventana.sesion
    antes = por_sexo(ventana, 4)
    with disco_lleno(ventana):
        with pytest.raises(ErrorEsperado):  # lo que el archivo tenía libre también se acaba
            for numero in count():
                capturar(sesion.expediente, sesion.trimestre, Casilla("solicitudes", 2, 6), numero)
        cuadro.usar.click()
        assert "disco está lleno" in avisos.ultimo().texto
        avisos.ultimo().dialogo.reject()
        assert cuadro.isVisible() and not ventana._ajustes.value("lista_de_solicitudes")
        assert por_sexo(ventana, 4) == antes
    cuadro.usar.click()
    assert por_sexo(ventana, 4) == [0, 1, 0]


def test_lo_que_esta_a_medio_escribir_en_otro_lado_sigue_ahi(ventana, traer, lista):
    rejilla = cuadros(en(ventana, "1.2/1"))[0]
    poner_en(rejilla)
    teclear("12.5")
    tecla(Qt.Key.Key_Return)
    assert ventana.sesion.sin_guardar
    traer(lista(de(4, 1, "Mujer"))).usar.click()
    assert por_sexo(ventana, 4) == [0, 1, 0]
    assert ventana.sesion.sin_guardar


def test_en_un_trimestre_firmado_no_se_ofrece_hasta_abrirlo_para_corregir(ventana):
    ventana.sesion.hacer(lambda exp, trimestre: firmar(exp, trimestre, date(2024, 7, 4)))
    assert not boton_de(ventana).isEnabled()
    corregir(ventana)
    assert boton_de(ventana).isEnabled()


def test_solo_lo_ofrecen_los_cuadros_que_van_por_mes_y_sexo(ventana):
    con_boton = {
        bloque_de(rejilla).cuadro.clave
        for lugar in ("1.2/1", "2.1", "2.2", "2.3", "2.5", "3.1/1")
        for rejilla in cuadros(en(ventana, lugar))
        if bloque_de(rejilla).traer_de_excel is not None
    }
    assert con_boton == {"2.2#3", "2.2#8", "2.3#1"}


def arrastrar(ventana, rutas: Sequence[Path]) -> tuple[bool, bool]:
    """Arrastra esos archivos al cuadro y los suelta: si los dejó entrar, y si los tomó."""
    bloque = boton_de(ventana).parentWidget()
    datos = QMimeData()
    datos.setUrls([QUrl.fromLocalFile(str(ruta)) for ruta in rutas])
    accion, boton, sin = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entra = QDragEnterEvent(QPoint(20, 20), accion, datos, boton, sin)
    QApplication.sendEvent(bloque, entra)
    if not entra.isAccepted():
        return False, False
    suelta = QDropEvent(QPointF(20, 20), accion, datos, boton, sin)
    QApplication.sendEvent(bloque, suelta)
    return True, suelta.isAccepted()


def test_la_lista_se_arrastra_al_cuadro_y_lo_demas_no_es_de_ahi(ventana, lista, qtbot, tmp_path):
    ruta = lista(de(4, 1, "Mujer"))
    foto = dejar(tmp_path, "foto.jpg", b"\xff\xd8\xff")
    assert arrastrar(ventana, [foto]) == arrastrar(ventana, [ruta, foto]) == (False, False)
    assert arrastrar(ventana, [ruta]) == (True, True)
    cuadro = ventana.findChildren(TraerDeExcel)[-1]
    qtbot.waitUntil(lambda: cuadro.tarea is None, timeout=30_000)
    cuadro.usar.click()
    assert por_sexo(ventana, 4) == [0, 1, 0]
    ventana.sesion.hacer(lambda exp, trimestre: firmar(exp, trimestre, date(2024, 7, 4)))
    assert arrastrar(ventana, [ruta]) == (False, False)
