"""Lo que ella escribió y no se pudo guardar: no se pierde, se dice, y se vuelve a intentar."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from tests.interfaz.manos import (
    al_pie,
    bloque_de,
    campo,
    con_control,
    copiar_al_portapapeles,
    cuadros,
    en,
    impreso,
    oprimir_en_aviso,
    poner_en,
    renglones,
    revisada,
    se_ve,
    tecla,
    teclear,
)
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.hojas.traer import HojaDeTraer
from ut_escritorio.interfaz.ventana.archivo import reintento
from ut_escritorio.servicios.captura.renglones import nuevo_parrafo

pytestmark = pytest.mark.usefixtures("poca_espera")
LUGAR = "1.2/2"
LARGO = "Texto importante que no se quiere perder. " * 2000


@contextmanager
def ocupado(archivo: Path) -> Iterator[None]:
    """Otro programa tiene el archivo para él solo."""
    otro = sqlite3.connect(archivo, isolation_level=None)
    otro.execute("BEGIN EXCLUSIVE")
    yield
    otro.execute("ROLLBACK")
    otro.close()


@contextmanager
def disco_lleno(ventana) -> Iterator[None]:
    """El archivo ya no puede crecer ni una página."""
    conexion = ventana.sesion.expediente.base.conexion
    (paginas,) = conexion.execute("PRAGMA page_count").fetchone()
    conexion.execute(f"PRAGMA max_page_count = {paginas}")
    yield
    if ventana.isVisible():
        conexion.execute("PRAGMA max_page_count = 1000000")


def dice(ventana) -> str:
    return ventana.estado.guardado.text()


def cerrar_aviso(ventana, qtbot) -> None:
    if avisos.ultimo():
        avisos.ultimo().dialogo.reject()
    avisos.olvidar()
    ventana.activateWindow()
    qtbot.waitUntil(ventana.isActiveWindow)


def parrafo_nuevo(ventana):
    pestana = en(ventana, LUGAR)
    bloque = renglones(pestana)
    bloque.escribir_parrafo()
    return pestana, bloque


def test_con_el_disco_lleno_el_parrafo_sigue_en_la_pantalla_y_se_guarda_al_haber_lugar(ventana, qtbot):
    pestana, bloque = parrafo_nuevo(ventana)
    with disco_lleno(ventana):
        bloque.parrafo.insertPlainText(LARGO)
        bloque.parrafo.guardar_ya()
        assert "disco está lleno" in avisos.ultimo().texto
        assert dice(ventana) == "Sin guardar: Texto del párrafo"
        cerrar_aviso(ventana, qtbot)
        con_control(Qt.Key.Key_G)
        assert dice(ventana) == "Sin guardar: Texto del párrafo"
        assert avisos.ultimo() is None, "la misma falla se avisa una vez"
        assert bloque.parrafo.toPlainText() == LARGO
        assert "disco está lleno" in bloque.parrafo.accessibleDescription()
    con_control(Qt.Key.Key_G)
    assert dice(ventana) == "Guardado 16:59"
    assert bloque.parrafo.accessibleDescription() == ""
    assert LARGO in impreso(pestana)


def test_lo_que_no_se_guardo_espera_aunque_se_vea_otro_renglon_otro_paso_u_otra_pestana(abrir, qtbot):
    ventana = abrir()
    pestana, bloque = parrafo_nuevo(ventana)
    uid = bloque.elegido().uid
    with disco_lleno(ventana):
        bloque.parrafo.insertPlainText(LARGO)
        bloque.tabla.selectRow(0)
        cerrar_aviso(ventana, qtbot)
        assert not bloque.parrafo.isVisible()
        bloque.ir_a(uid)
        assert bloque.parrafo.toPlainText() == LARGO
        en(ventana, "2.2")
        bloque = renglones(en(ventana, LUGAR))
        bloque.ir_a(uid)
        assert bloque.parrafo.toPlainText() == LARGO
        bloque.tabla.selectRow(0)
    ventana.mando.guardar()
    assert dice(ventana) == "Guardado 16:59"
    ventana.close()
    assert LARGO in impreso(en(abrir(), LUGAR))


@pytest.mark.parametrize("salida", ["Cerrar sin guardarlo", "Copiar el texto", "Reintentar", "Cancelar"])
def test_cerrar_con_algo_sin_guardar_pregunta(abrir, salida, archivo):
    ventana = abrir()
    _, bloque = parrafo_nuevo(ventana)
    with disco_lleno(ventana):
        bloque.parrafo.insertPlainText(LARGO)
        assert not ventana.close()
        assert ventana.isVisible()
        assert avisos.ultimo().texto == "No se pudo guardar: Texto del párrafo."
        if salida == "Reintentar":
            oprimir_en_aviso(salida)
            assert ventana.isVisible()
        else:
            oprimir_en_aviso(salida)
    assert ventana.isVisible() == (salida != "Cerrar sin guardarlo")
    if salida == "Copiar el texto":
        assert QGuiApplication.clipboard().text() == LARGO
    if salida == "Reintentar":
        oprimir_en_aviso(salida)
        assert not ventana.isVisible()
        assert LARGO in impreso(en(abrir(), LUGAR))


def test_si_otro_programa_tiene_el_archivo_la_celda_ensena_lo_escrito_y_luego_se_guarda(
    ventana, archivo, qtbot
):
    rejilla = cuadros(en(ventana, "1.2/1"))[0]
    poner_en(rejilla)
    with ocupado(archivo):
        teclear("99")
        tecla(Qt.Key.Key_Return)
        assert "Otro programa está usando el archivo" in avisos.ultimo().texto
        assert se_ve(rejilla).splitlines()[-1] == "99* | 70 | 64 | 211"
        assert "Otro programa" in bloque_de(rejilla)._reparo.text()
        assert dice(ventana).startswith("Sin guardar: ")
        cerrar_aviso(ventana, qtbot)
    poner_en(rejilla)
    teclear("71")
    tecla(Qt.Key.Key_Return)
    assert se_ve(rejilla).splitlines()[-1] == "99 | 71 | 64 | 234"
    assert dice(ventana) == "Guardado 16:59"
    assert bloque_de(rejilla)._reparo.isHidden()


def test_el_dato_de_un_renglon_se_queda_y_al_reintentar_no_deshace_los_demas(ventana, archivo, qtbot):
    bloque = renglones(en(ventana, LUGAR))
    bloque.tabla.selectRow(3)
    uid = bloque.elegido().uid
    with ocupado(archivo):
        poner_en(campo(bloque, "A qué área"))
        campo(bloque, "A qué área").selectAll()
        teclear("La Vecina")
        tecla(Qt.Key.Key_Tab)
        cerrar_aviso(ventana, qtbot)
        assert campo(bloque, "A qué área").text() == "La Vecina"
        assert dice(ventana) == "Sin guardar: A qué área"
    poner_en(campo(bloque, "Número de oficio"))
    campo(bloque, "Número de oficio").selectAll()
    teclear("UT/0999/2024")
    tecla(Qt.Key.Key_Tab)
    guardado = ventana.sesion.renglon(uid)
    assert [cita.folio for cita in guardado.citas] == ["UT/0999/2024"]
    assert [parte.texto for parte in guardado.partes] == ["La Vecina"]
    assert dice(ventana) == "Guardado 16:59"


def test_un_dato_en_rojo_no_deja_decir_que_esta_guardado_y_esc_lo_deja_como_estaba(ventana):
    bloque = renglones(en(ventana, LUGAR))
    bloque.tabla.selectRow(1)
    uid = bloque.elegido().uid
    poner_en(campo(bloque, NUMERO))
    campo(bloque, NUMERO).selectAll()
    teclear("-3")
    con_control(Qt.Key.Key_G)
    assert dice(ventana).startswith("Sin guardar: ")
    assert "«-3» es negativo" in al_pie(campo(bloque, NUMERO))
    bloque.tabla.selectRow(2)
    bloque.ir_a(uid)
    assert campo(bloque, NUMERO).text() == "-3"
    assert "«-3» es negativo" in al_pie(campo(bloque, NUMERO))
    poner_en(campo(bloque, NUMERO))
    tecla(Qt.Key.Key_Escape)
    assert campo(bloque, NUMERO).text() != "-3"
    assert al_pie(campo(bloque, NUMERO)) == ""
    assert dice(ventana) == "Guardado 16:59"


NUMERO = "Llamadas (una por unidad)"


def test_al_reintentar_con_el_archivo_ocupado_cambiar_de_trimestre_pregunta(ventana, archivo, qtbot):
    rejilla = cuadros(en(ventana, "1.2/1"))[0]
    poner_en(rejilla)
    with ocupado(archivo):
        teclear("99")
        tecla(Qt.Key.Key_Return)
        cerrar_aviso(ventana, qtbot)
        ventana.mando.mover_trimestre(-1)
        assert ventana.sesion.trimestre.numero == 2
        assert avisos.ultimo().texto.startswith("No se pudo guardar: ")
    oprimir_en_aviso("Cambiar sin guardarlo")
    assert ventana.sesion.trimestre.numero == 1
    ventana.mando.mover_trimestre(1)
    assert se_ve(cuadros(en(ventana, "1.2/1"))[0]).splitlines()[-1] == "77 | 70 | 64 | 211"


@pytest.fixture
def de_prisa(monkeypatch) -> None:
    """Lo que se intenta solo cada rato se intenta enseguida."""
    monkeypatch.setattr(reintento, "CADA_RATO", 30)


def numero_con_el_archivo_ocupado(ventana, qtbot) -> None:
    poner_en(cuadros(en(ventana, "1.2/1"))[0])
    teclear("99")
    tecla(Qt.Key.Key_Return)
    cerrar_aviso(ventana, qtbot)


def test_arriba_se_dice_que_falta_guardar_por_que_y_que_hacer(ventana, archivo, qtbot):
    with ocupado(archivo):
        numero_con_el_archivo_ocupado(ventana, qtbot)
        dicho = ventana.reintento.franja.dice()
        assert dicho.startswith("Sin guardar: ")
        assert "Cierre el que lo tenga abierto" in dicho
        reintentar(ventana)
        assert "Otro programa está usando el archivo" in avisos.ultimo().texto, "a lo que se pide se contesta"
        cerrar_aviso(ventana, qtbot)
    reintentar(ventana)
    assert avisos.ultimo() is None
    assert dice(ventana) == "Guardado 16:59"
    assert ventana.reintento.franja.dice() == ""


def reintentar(ventana) -> None:
    botones = ventana.reintento.franja.pieza.findChildren(QPushButton)
    next(boton for boton in botones if boton.text() == "Reintentar ahora").click()


def test_a_quien_tiene_el_archivo_se_le_espera_una_vez_y_lo_que_sigue_no_detiene_la_ventana(
    ventana, archivo, qtbot, esperas
):
    def se_detuvo() -> int:
        veces = sum(espera > 0 for espera in esperas)
        esperas.clear()
        return veces

    rejilla = cuadros(en(ventana, "1.2/1"))[0]
    with ocupado(archivo):
        numero_con_el_archivo_ocupado(ventana, qtbot)
        assert se_detuvo() == 1, "lo que se lee después de la falla ya no espera"
        for numero in ("71", "72"):
            teclear(numero)
            tecla(Qt.Key.Key_Return)
        assert se_ve(rejilla).splitlines()[-1] == "99* | 71* | 72* | 211"
        reintentar(ventana)
        ventana.sesion.reintentar()
        bloque = renglones(en(ventana, LUGAR))
        assert esperas, "se intentó"
        assert se_detuvo() == 0
        cerrar_aviso(ventana, qtbot)
        bloque.escribir_parrafo()
        assert se_detuvo() == 1, "esto no se intenta solo: ella tendría que repetirlo"
        cerrar_aviso(ventana, qtbot)
    bloque.escribir_parrafo()
    assert not ventana.sesion.sin_guardar, "visto libre, lo demás se guarda con ello"
    rejilla = cuadros(en(ventana, "1.2/1"))[0]
    assert se_ve(rejilla).splitlines()[-1] == "99 | 71 | 72 | 242"


def test_al_soltarse_el_archivo_se_guarda_solo(abrir, archivo, qtbot, de_prisa):
    ventana = abrir()
    with ocupado(archivo):
        numero_con_el_archivo_ocupado(ventana, qtbot)
        qtbot.wait(200)
        assert avisos.ultimo() is None, "lo que se intenta solo no vuelve a avisar"
        assert dice(ventana).startswith("Sin guardar: ")
    qtbot.waitUntil(lambda: dice(ventana) == "Guardado 16:59")
    assert se_ve(cuadros(en(ventana, "1.2/1"))[0]).splitlines()[-1] == "99 | 70 | 64 | 233"


def test_el_aviso_de_lo_que_no_se_guardo_se_cierra_solo_al_guardarse_todo(abrir, archivo, qtbot, de_prisa):
    ventana = abrir()
    rejilla = cuadros(en(ventana, "1.2/1"))[0]
    poner_en(rejilla)
    for vez, ella_lo_cierra in enumerate((False, True, False)):
        poner_en(rejilla)
        copiar_al_portapapeles(f"1{vez}\t2{vez}")
        with ocupado(archivo):
            con_control(Qt.Key.Key_V)
            aviso, (uno, _) = avisos.ultimo(), ventana.sesion.sin_guardar.todos
            assert "Otro programa está usando el archivo" in aviso.texto
            ventana.sesion.sin_guardar.soltar(uno.escrito.sitio)
            assert avisos.a_la_vista(aviso.texto), "falta el otro"
            ventana.sesion.sin_guardar.anotar(uno)
            if ella_lo_cierra:
                tecla(Qt.Key.Key_Escape)
                assert not avisos.a_la_vista(aviso.texto)
        qtbot.waitUntil(lambda: dice(ventana) == "Guardado 16:59")
        assert not avisos.a_la_vista(aviso.texto)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        assert se_ve(rejilla).splitlines()[-1].startswith(f"1{vez} | 2{vez} | ")
        ventana.activateWindow()
        qtbot.waitUntil(ventana.isActiveWindow)


def test_el_aviso_de_lo_que_ella_tiene_que_repetir_no_se_cierra_solo(ventana, archivo, qtbot):
    bloque = renglones(en(ventana, LUGAR))
    bloque.tabla.selectRow(3)
    with ocupado(archivo):
        poner_en(campo(bloque, "A qué área"))
        campo(bloque, "A qué área").selectAll()
        teclear("La Vecina")
        tecla(Qt.Key.Key_Tab)
        cerrar_aviso(ventana, qtbot)
        bloque.escribir_parrafo()
    ventana.sesion.reintentar()
    assert dice(ventana) == "Guardado 16:59"
    assert avisos.a_la_vista(avisos.ultimo().texto), "el párrafo no se hizo"


def test_al_haber_lugar_en_el_disco_se_guarda_solo(abrir, qtbot, de_prisa):
    ventana = abrir()
    pestana, bloque = parrafo_nuevo(ventana)
    with disco_lleno(ventana):
        bloque.parrafo.insertPlainText(LARGO)
        bloque.parrafo.guardar_ya()
        cerrar_aviso(ventana, qtbot)
        assert "Papelera" in ventana.reintento.franja.dice()
    qtbot.waitUntil(lambda: dice(ventana) == "Guardado 16:59")
    assert LARGO in impreso(pestana)


def test_lo_que_se_guarda_solo_no_borra_lo_que_se_esta_escribiendo_en_otra_celda(
    abrir, archivo, qtbot, de_prisa
):
    ventana = abrir()
    rejilla = cuadros(en(ventana, "1.2/1"))[0]
    with ocupado(archivo):
        numero_con_el_archivo_ocupado(ventana, qtbot)
        poner_en(rejilla)
        teclear("7")
    qtbot.wait(200)
    teclear("1")
    tecla(Qt.Key.Key_Return)
    assert se_ve(rejilla).splitlines()[-1].startswith("99 | 71 | ")


def test_pegar_sin_poder_guardar_lo_dice_y_lo_pegado_es_lo_que_falta(ventana, archivo, qtbot):
    rejilla = cuadros(en(ventana, "1.2/1"))[0]
    with ocupado(archivo):
        numero_con_el_archivo_ocupado(ventana, qtbot)
        copiar_al_portapapeles("1\t2\t3")
        rejilla.selectAll()
        rejilla.ir_a(next(c for c in rejilla.modelo.tabla.celdas if c.editable))
        rejilla.pegar()
        assert "Otro programa está usando el archivo" in avisos.ultimo().texto
        cerrar_aviso(ventana, qtbot)
        assert se_ve(rejilla).splitlines()[-1].startswith("1* | 2* | 3*")
    con_control(Qt.Key.Key_G)
    assert se_ve(rejilla).splitlines()[-1].startswith("1 | 2 | 3 | ")


def test_lo_pendiente_de_un_trimestre_no_se_guarda_en_otro(ventana, archivo, qtbot):
    """Deshacer puede llevar a otro trimestre con algo aún sin guardar en este."""
    with ocupado(archivo):
        numero_con_el_archivo_ocupado(ventana, qtbot)
    ventana.sesion.ir_a_trimestre(ventana.sesion.trimestre.anterior)
    ventana.sesion.reintentar()
    ventana.sesion.ir_a_trimestre(ventana.sesion.trimestre.siguiente)
    assert se_ve(cuadros(en(ventana, "1.2/1"))[0]).splitlines()[-1] == "99 | 70 | 64 | 233"


def test_lo_pegado_que_no_se_pudo_guardar_se_queda_en_sus_celdas_y_se_guarda_junto(ventana, archivo, qtbot):
    rejilla = cuadros(en(ventana, "1.2/1"))[0]
    poner_en(rejilla)
    copiar_al_portapapeles("1\t2\t3")
    with ocupado(archivo):
        con_control(Qt.Key.Key_V)
        assert "Otro programa está usando el archivo" in avisos.ultimo().texto
        assert se_ve(rejilla).splitlines()[-1] == "1* | 2* | 3* | 211"
        cerrar_aviso(ventana, qtbot)
    poner_en(rejilla)
    rejilla.ir_a([c for c in rejilla.modelo.tabla.celdas if c.editable][1])
    teclear("20")
    tecla(Qt.Key.Key_Return)
    assert se_ve(rejilla).splitlines()[-1] == "1 | 20 | 3 | 24", "vale lo último que ella escribió"
    assert not ventana.sesion.sin_guardar
    con_control(Qt.Key.Key_Z)
    assert se_ve(rejilla).splitlines()[-1] == "77 | 20 | 64 | 161", "lo pegado se deshace junto"


def test_lo_borrado_que_no_se_pudo_guardar_se_ve_vacio(ventana, archivo, qtbot):
    rejilla = cuadros(en(ventana, "1.2/1"))[0]
    poner_en(rejilla)
    with ocupado(archivo):
        tecla(Qt.Key.Key_Delete)
        assert se_ve(rejilla).splitlines()[-1] == "* | 70 | 64 | 211"
        cerrar_aviso(ventana, qtbot)
    con_control(Qt.Key.Key_G)
    assert not ventana.sesion.sin_guardar
    assert se_ve(rejilla).splitlines()[-1].startswith(" | 70 | 64 |")


def test_se_dice_a_que_hora_se_guardo_y_no_la_de_ahora_sin_guardar_nada(abrir):
    ventana = abrir(hoy=date(2024, 7, 8))
    bloque = renglones(en(ventana, LUGAR))
    bloque.tabla.selectRow(1)
    poner_en(campo(bloque, NUMERO))
    campo(bloque, NUMERO).selectAll()
    teclear("-3")
    tecla(Qt.Key.Key_Escape)
    con_control(Qt.Key.Key_G)
    assert dice(ventana) == "Guardado el 04/07/2024 a las 16:59"
    assert ventana.statusBar().currentMessage() == "Todo está guardado."
    teclear("5")
    tecla(Qt.Key.Key_Return)
    assert dice(ventana) == "Guardado 16:59"


def test_traer_textos_sin_poder_guardarlos_deja_la_hoja_como_estaba(ventana, archivo, qtbot):
    ventana.sesion.hacer(nuevo_parrafo, "1.2/2", "Se avisó en junio.")
    ventana.mando.mover_trimestre(1)
    ventana.mando.diario.traer()
    (hoja,) = ventana.findChildren(HojaDeTraer)
    with ocupado(archivo):
        hoja.traer.click()
        assert "Otro programa está usando el archivo" in avisos.ultimo().texto
        avisos.ultimo().dialogo.reject()
        assert hoja.isVisible()
    hoja.traer.click()
    assert "Se avisó en" in "".join(p.texto for p in ventana.sesion.foto.parrafos)


def test_ir_a_una_pestana_que_no_se_deja_leer_lo_dice_en_ella_y_no_en_un_aviso(ventana, archivo, qtbot):
    ventana.pestanas._reloj.setInterval(20)
    with ocupado(archivo):
        ventana.mando.ir_a_revisar()
        pagina = ventana.pestanas.actual()
        assert (pagina.clave, pagina.contenido) == ("informe", None)
        ventana.sesion.pide_orden.emit("sin contestar", None)
        pagina = ventana.pestanas.actual()
        assert (pagina.clave, pagina.contenido) == ("oficios", None)
        ventana.vista.ir_a(Sitio(origen=Origen("libro", "uno")))
        qtbot.waitUntil(lambda: [d.isVisible() for d in pagina.findChildren(Letrero)] == [True])
        assert avisos.ultimo() is None
    qtbot.waitUntil(lambda: ventana.pestanas.actual().contenido is not None)
    revisada(ventana, qtbot)


@pytest.mark.parametrize("clave", ["informe", "oficios"])
def test_la_pestana_que_no_se_pudo_leer_lo_dice_y_se_lee_en_cuanto_se_puede(
    ventana, archivo, qtbot, monkeypatch, clave
):
    monkeypatch.setattr(ventana.pestanas._reloj, "start", lambda: None)  # aquí, solo a mano
    indice = ventana.pestanas._indice(clave)
    with ocupado(archivo):
        ventana.pestanas.setCurrentIndex(indice)
        pagina = ventana.pestanas.actual()
        assert pagina.contenido is None
        (dicho,) = pagina.findChildren(Letrero)
        assert dicho.text().startswith("Esta pestaña no se pudo leer. Otro programa está usando el archivo")
        assert avisos.ultimo() is None
    pagina.findChild(QPushButton).click()
    assert pagina.contenido is not None
    qtbot.waitUntil(pagina.contenido.isVisible)
    qtbot.waitUntil(lambda: "Reintentar ahora" not in [x.text() for x in pagina.findChildren(QPushButton)])
    revisada(ventana, qtbot)


def test_la_pestana_que_no_se_pudo_leer_se_intenta_sola(ventana, archivo, qtbot):
    ventana.pestanas._reloj.setInterval(20)
    with ocupado(archivo):
        ventana.pestanas.setCurrentIndex(ventana.pestanas._indice("informe"))
        assert ventana.pestanas.actual().contenido is None
    qtbot.waitUntil(lambda: ventana.pestanas.actual().contenido is not None)
    revisada(ventana, qtbot)


def test_lo_dicho_de_paso_no_se_encima_con_cuando_se_guardo(ventana, qtbot):
    barra, guardado = ventana.statusBar(), ventana.estado.guardado
    guardado.setText("Guardado 16:59")
    qtbot.waitUntil(guardado.isVisible)
    barra.showMessage("Se adjuntaron 5 fotos.")
    barra.addPermanentWidget(Letrero("Adjuntando otra…"))
    for _ in range(5):
        QGuiApplication.processEvents()
    assert not guardado.isVisible()
    barra.clearMessage()
    assert guardado.isVisible()
