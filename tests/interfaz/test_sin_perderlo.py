"""Lo que se escribió en un cuadro de diálogo, o se soltó en un campo, no se va sin que ella lo diga."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from shiboken6 import isValid

from tests.interfaz.manos import campo, en, oprimir_en_aviso, pedir, renglones, tecla, teclear
from tests.interfaz.test_sin_guardar import ocupado
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.textos import texto_en, textos_de
from ut_escritorio.interfaz.anio.textos import UnoPorUno
from ut_escritorio.interfaz.anio.ventana import VentanaDeAnio
from ut_escritorio.interfaz.catalogos import Catalogos
from ut_escritorio.interfaz.componente.asuntos.bloque import BloqueDeAsuntos
from ut_escritorio.interfaz.componente.menus_de_texto import menu_de
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.editor_de_texto import EditorDeTexto
from ut_escritorio.interfaz.comunes.dialogos.nueva_actividad import NuevaActividad
from ut_escritorio.interfaz.primer_dia.ventana import PrimerDia
from ut_escritorio.interfaz.ventana.letreros.firmado import pedir_abrir_para_corregir
from ut_escritorio.servicios.entrega.firma import firmar

PREGUNTA = "Lo que escribió aquí todavía no se guarda."


def anio(ventana) -> QDialog:
    pedir(ventana, "Oficina", "Año nuevo…")
    abierto = ventana.findChild(VentanaDeAnio)
    abierto.cambios.leyenda.setFocus()
    return abierto


def actividad(ventana) -> QDialog:
    anio(ventana).mas.click()
    return ventana.findChild(NuevaActividad)


def uno_por_uno(ventana) -> QDialog:
    abierto = anio(ventana)
    abierto.ver_textos.click()
    return abierto.findChild(UnoPorUno)


def primer_dia(ventana) -> QDialog:
    ventana.archivo.pedir_primer_dia()
    return ventana.findChild(PrimerDia)


def motivo(ventana) -> QDialog:
    avisos.pedir_texto(ventana, "¿Por qué?", "Dejarlo así", lambda _: True)
    return avisos.ultimo().dialogo


def texto_del_plan(ventana) -> QDialog:
    texto = SimpleNamespace(texto="Se dice", es_patron=False, lugar="", que="", ruta=())
    editor = EditorDeTexto(ventana.sesion, texto, ventana)  # pyright: ignore[reportArgumentType]
    editor.open()
    return editor


def _catalogo(ventana, cual: str, campo: Callable[[Catalogos], QWidget]) -> QDialog:
    pedir(ventana, "Oficina", f"{cual}…")
    abierto = ventana.findChild(Catalogos)
    campo(abierto).setFocus()
    return abierto


def personas(ventana) -> QDialog:
    return _catalogo(ventana, "Personas y cargos", lambda abierto: abierto.personas.nombre)


def unidades(ventana) -> QDialog:
    return _catalogo(ventana, "Unidades y órganos", lambda abierto: abierto.unidades.nombre)


def membrete(ventana) -> QDialog:
    return _catalogo(ventana, "Membrete y leyenda", lambda abierto: abierto.membrete.leyenda)


def dias(ventana) -> QDialog:
    return _catalogo(ventana, "Días inhábiles", lambda abierto: abierto.dias.nota)


DIALOGOS = (
    anio, actividad, uno_por_uno, primer_dia, motivo, texto_del_plan, personas, unidades, membrete, dias,
)  # fmt: skip


def _al_frente(abrir: Callable[..., QDialog], ventana, qtbot) -> QDialog:
    abierto = abrir(ventana)
    abierto.activateWindow()
    qtbot.waitUntil(abierto.isActiveWindow)
    return abierto


def _escrito_en(dialogo: QDialog) -> str:
    cuadros = [cuadro.toPlainText() for cuadro in dialogo.findChildren(QPlainTextEdit)]
    return " ".join([*cuadros, *(campo.text() for campo in dialogo.findChildren(QLineEdit))])


def test_sin_nada_escrito_esc_lo_cierra_y_con_algo_pregunta(ventana, qtbot):
    for cual in DIALOGOS:
        _sin_nada_se_cierra_y_con_algo_pregunta(ventana, qtbot, cual)
        _cerrar_los_demas(ventana)


def _cerrar_los_demas(ventana) -> None:
    """Los que abrieron al que se cerró."""
    for suelta in ventana.findChildren(QDialog):
        suelta.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _sin_nada_se_cierra_y_con_algo_pregunta(ventana, qtbot, cual: Callable[..., QDialog]) -> None:
    dialogo = _al_frente(cual, ventana, qtbot)
    avisos.olvidar()
    cerrado: list[int] = []
    dialogo.finished.connect(cerrado.append)
    tecla(Qt.Key.Key_Escape)
    assert cerrado == [0]
    assert avisos.ultimo() is None
    _cerrar_los_demas(ventana)

    dialogo = _al_frente(cual, ventana, qtbot)
    teclear("algo")
    tecla(Qt.Key.Key_Escape)
    assert avisos.ultimo().texto == PREGUNTA
    assert avisos.ultimo().dialogo.defaultButton().text() == "Seguir escribiendo"
    oprimir_en_aviso("Seguir escribiendo")
    assert dialogo.isVisible()
    assert "algo" in _escrito_en(dialogo)
    dialogo.close()  # con su cruz
    assert dialogo.isVisible()
    dialogo.finished.connect(cerrado.append)
    oprimir_en_aviso("Cerrar y perderlo")
    assert cerrado == [0, 0]


def soltar_en(pieza: QWidget, texto: str) -> None:
    """Deja caer un texto arrastrado desde otra parte."""
    datos = QMimeData()
    datos.setText(texto)
    pieza.dropEvent(  # pyright: ignore[reportAttributeAccessIssue]
        QDropEvent(
            QPointF(3, 3), Qt.DropAction.CopyAction, datos, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    QApplication.processEvents()


def test_lo_que_se_suelta_en_un_campo_sin_el_cursor_se_guarda(ventana):
    bloque = renglones(en(ventana, "1.2/2"))
    bloque.tabla.selectRow(3)
    uid = bloque.elegido().uid
    area = campo(bloque, "A qué área")
    bloque.tabla.setFocus()
    area.clear()
    soltar_en(area, "La Vecina")
    assert [parte.texto for parte in ventana.sesion.renglon(uid).partes] == ["La Vecina"]


def test_lo_que_se_suelta_en_un_parrafo_sin_el_cursor_se_guarda(ventana):
    bloque = renglones(en(ventana, "1.2/2"))
    bloque.escribir_parrafo()
    bloque.tabla.setFocus()
    soltar_en(bloque.parrafo, "Lo que se arrastró.")
    assert [p.texto for p in ventana.sesion.foto.parrafos if p.uid == bloque.elegido().uid] == [
        "Lo que se arrastró."
    ]


def se_ve_en_su_hoja(pestana, pieza: QWidget) -> bool:
    """Si el principio de una pieza cae en lo que se ve de la hoja."""
    alto = pieza.mapTo(pestana.hoja.viewport(), pieza.rect().topLeft()).y()
    return 0 <= alto < pestana.hoja.viewport().height() - 20


def arriba(pestana) -> None:
    pestana.hoja.verticalScrollBar().setValue(0)
    QApplication.processEvents()


def clic_en_lo_elegido(tabla, gesto=QTest.mouseClick) -> None:
    donde = tabla.visualRect(tabla.currentIndex()).center()
    gesto(tabla.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, donde)


def test_un_clic_en_el_renglon_ya_elegido_ensena_sus_datos_y_dos_entran_en_ellos(ventana, qtbot):
    ventana.resize(1000, 420)
    pestana = en(ventana, "1.2/2")
    bloque = renglones(pestana)
    bloque.tabla.selectRow(2)
    qtbot.wait(80)
    arriba(pestana)
    clic_en_lo_elegido(bloque.tabla)
    qtbot.waitUntil(lambda: se_ve_en_su_hoja(pestana, bloque.formulario))
    clic_en_lo_elegido(bloque.tabla)
    clic_en_lo_elegido(bloque.tabla, QTest.mouseDClick)
    qtbot.waitUntil(lambda: se_ve_en_su_hoja(pestana, QApplication.focusWidget()))
    assert bloque.formulario.isAncestorOf(QApplication.focusWidget())


def test_un_clic_en_una_celda_de_asuntos_ensena_sus_datos(ventana, qtbot):
    ventana.resize(1000, 420)
    pestana = en(ventana, "1.2")
    bloque = next(b for b in pestana.hoja.bloques if isinstance(b, BloqueDeAsuntos))
    lleno = next(
        indice
        for fila in range(bloque.modelo.rowCount())
        for columna in range(bloque.modelo.columnCount())
        if bloque.modelo.paso_de(indice := bloque.modelo.index(fila, columna)) is not None
        and bloque.modelo.renglon_en(indice) is not None
        and not bloque._es_casilla(indice)
    )
    bloque.tabla.setCurrentIndex(lleno)
    qtbot.wait(80)
    arriba(pestana)
    clic_en_lo_elegido(bloque.tabla)
    qtbot.waitUntil(lambda: se_ve_en_su_hoja(pestana, bloque.formulario))


def test_lo_escrito_en_un_cuadro_que_no_se_pudo_guardar_sigue_en_el(ventana, archivo):
    """Con el archivo ocupado, el motivo se queda escrito; libre ya, el mismo botón lo guarda y cierra."""
    ventana.sesion.hacer(firmar, date(2024, 7, 4))
    pedir_abrir_para_corregir(ventana, ventana.sesion)
    pregunta = avisos.ultimo().dialogo
    pregunta.findChild(QPlainTextEdit).setPlainText("Se contó mal abril")
    boton = next(b for b in pregunta.findChildren(QPushButton) if "corregir" in b.text())
    with ocupado(archivo):
        boton.click()
        assert "Otro programa está usando el archivo" in avisos.ultimo().texto
        avisos.ultimo().dialogo.accept()
        assert (
            pregunta.isVisible() and pregunta.findChild(QPlainTextEdit).toPlainText() == "Se contó mal abril"
        )
        assert ventana.sesion.foto.firmado
    boton.click()
    assert not pregunta.isVisible() and not ventana.sesion.foto.firmado


def test_un_texto_del_plan_que_no_se_pudo_guardar_sigue_en_su_cuadro(ventana, archivo):
    texto = next(t for t in textos_de(ventana.sesion.foto.plan) if t.que == "título de un cuadro")
    editor = EditorDeTexto(ventana.sesion, texto, ventana)
    editor.open()
    editor.campo.setPlainText("Un título largo que costó escribir")
    with ocupado(archivo):
        editor.guardar.click()
        avisos.ultimo().dialogo.accept()
        assert editor.isVisible() and editor.campo.limpio() == "Un título largo que costó escribir"
    editor.guardar.click()
    assert not isValid(editor) or not editor.isVisible()
    dicho = texto_en(ventana.sesion.foto.plan, texto.ruta)
    assert dicho is not None and dicho.texto == "Un título largo que costó escribir"


def test_lo_programado_que_no_es_un_numero_se_corrige_donde_se_escribio(ventana):
    menu = menu_de(ventana, ventana.sesion, Origen("lugar", "1.2"), ())
    next(a for a in menu.actions() if a.text().replace("&", "").startswith("Lo programado")).trigger()
    pregunta = avisos.ultimo().dialogo
    escrito = pregunta.findChild(QPlainTextEdit)
    escrito.setPlainText("treinta")
    boton = next(b for b in pregunta.findChildren(QPushButton) if b.text().replace("&", "") == "Guardar")
    boton.click()
    avisos.ultimo().dialogo.accept()
    assert pregunta.isVisible() and escrito.toPlainText() == "treinta"
    escrito.setPlainText("31")
    boton.click()
    assert not pregunta.isVisible()
    assert ventana.sesion.foto.plan.lugar["1.2"].programado[2] == 31
