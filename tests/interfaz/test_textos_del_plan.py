"""Clic derecho sobre lo impreso: cambiarlo, agregar un renglón, quitarlo del año; y deshacerlo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from tests.interfaz.manos import clic, contestar, cuadros, en, impreso, oprimir_en_aviso
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.editor_de_texto import EditorDeTexto
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.oficina.plan import relacionar


def _opciones(pieza: QWidget, punto: QPoint) -> dict[str, object]:
    """Lo que ofrece el clic derecho en un punto."""
    evento = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, punto, pieza.mapToGlobal(punto))
    QApplication.sendEvent(pieza, evento)
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return {}
    opciones = {a.text().replace("&", "").rstrip("…"): a.trigger for a in menu.actions()}
    menu.close()
    return opciones


def _en_frase(ventana: Ventana, lugar: str, fila: int) -> dict[str, object]:
    lista = en(ventana, lugar).impreso.lista
    QApplication.processEvents()
    return _opciones(lista.viewport(), lista.visualRect(lista.model().index(fila, 0)).center())


def _escribir(ventana: Ventana, texto: str) -> EditorDeTexto:
    (editor,) = ventana.findChildren(EditorDeTexto)
    editor.campo.setPlainText(texto)
    return editor


def test_un_texto_se_cambia_con_sus_datos_a_la_vista(ventana, qtbot):
    _en_frase(ventana, "1.2/1", 0)["Cambiar este texto"]()
    (editor,) = ventana.findChildren(EditorDeTexto)
    assert "‹Revisiones del portal de Gobierno Abierto›" in editor.campo.toPlainText()
    _escribir(ventana, "En ‹meses› hubo ‹Revisiones del portal de Gobierno Abierto›.")
    assert "En ABRIL – JUNIO hubo 211 revisiones." in editor._vista.text()
    clic(editor.guardar)
    assert impreso(en(ventana, "1.2/1"))[0] == "En ABRIL – JUNIO hubo 211 revisiones."
    en(ventana, "2.2")
    ventana.mando.historia.deshacer()
    pestana = ventana.pestanas.actual().contenido
    assert pestana.lugar() == "1.2/1"
    assert "de manera permanente" in impreso(pestana)[0]


def test_lo_que_no_estaba_en_el_texto_no_se_puede_guardar(ventana):
    _en_frase(ventana, "1.2/1", 0)["Cambiar este texto"]()
    editor = _escribir(ventana, "Hubo ‹otra cosa›.")
    assert not editor.guardar.isEnabled()
    assert "no estaba en el texto" in editor._reparo.text()


def test_se_agrega_un_renglon_debajo_y_se_quita(ventana):
    _en_frase(ventana, "1.2/1", 0)["Agregar renglón debajo"]()
    contestar("Además se avisó a las áreas.", "Agregar el renglón")
    assert impreso(en(ventana, "1.2/1"))[1] == "Además se avisó a las áreas."
    _en_frase(ventana, "1.2/1", 1)["Ya no va este año"]()
    oprimir_en_aviso("Ya no va este año")
    assert len(impreso(en(ventana, "1.2/1"))) == 1


def test_la_frase_de_un_renglon_se_dice_de_otra_manera(ventana):
    _en_frase(ventana, "1.2/2", 0)["Cambiar este texto"]()
    (editor,) = ventana.findChildren(EditorDeTexto)
    editor.campo.setPlainText(editor.campo.toPlainText().replace("se solicitó", "se pidió"))
    clic(editor.guardar)
    assert "se pidió" in impreso(en(ventana, "1.2/2"))[0]


def test_un_texto_que_se_repite_se_cambia_donde_se_pidio(ventana):
    """«Valor alcanzado: …» dice lo mismo en los componentes 1 y 3; en el 3 se cambia el del 3."""
    valor = next(n for n, texto in enumerate(impreso(en(ventana, "3.1"))) if texto.startswith("Valor"))
    _en_frase(ventana, "3.1", valor)["Cambiar este texto"]()
    (editor,) = ventana.findChildren(EditorDeTexto)
    editor.campo.setPlainText(editor.campo.toPlainText().replace("Valor alcanzado", "Se alcanzó"))
    clic(editor.guardar)
    assert impreso(en(ventana, "3.1"))[-1] == "Se alcanzó: 30%"
    assert impreso(en(ventana, "1.1"))[-1].startswith("Valor alcanzado")


def test_el_rotulo_de_un_cuadro_se_cambia_en_su_celda(ventana):
    rejilla = cuadros(en(ventana, "2.2"))[0]
    QApplication.processEvents()
    celda = rejilla.visualRect(rejilla.model().index(0, 0)).center()
    _opciones(rejilla.viewport(), celda)["Cambiar este texto"]()
    clic(_escribir(ventana, "REVISIÓN DEL SISTEMA").guardar)
    assert cuadros(en(ventana, "2.2"))[0].modelo.index(0, 0).data() == "REVISIÓN DEL SISTEMA"


@pytest.mark.parametrize("desde", ["índice", "encabezado"])
def test_el_nombre_de_un_lugar_se_cambia_desde_donde_se_lee(ventana, desde):
    pestana = en(ventana, "2.4")
    if desde == "índice":
        donde = pestana.arbol.visualItemRect(pestana.arbol.currentItem()).center()
        opciones = _opciones(pestana.arbol.viewport(), donde)
    else:
        titulo = next(x for x in pestana.hoja.findChildren(QLabel) if x.property("origen") == "lugar:2.4")
        opciones = _opciones(titulo, QPoint(5, 5))
    opciones["Cambiar este texto"]()
    clic(_escribir(ventana, "Obligaciones de todas las áreas").guardar)
    assert ventana.sesion.foto.plan.lugar["2.4"].nombre == "Obligaciones de todas las áreas"
    assert ventana.pestanas.actual().contenido.lugar() == "2.4"


def test_lo_que_tiene_algo_anotado_no_se_va_y_se_dice_por_que(ventana):
    pestana = en(ventana, "1.2")
    donde = pestana.arbol.visualItemRect(pestana.arbol.currentItem()).center()
    _opciones(pestana.arbol.viewport(), donde)["Ya no va este año"]()
    oprimir_en_aviso("Ya no va este año")
    assert "ya hay algo anotado" in avisos.ultimo().texto
    assert "1.2" in ventana.sesion.foto.plan.lugar


def test_una_actividad_pasa_a_ser_otra_con_lo_que_lleva(ventana):
    pestana = en(ventana, "3.2")
    antes = len([r for r in ventana.sesion.foto.renglones if r.lugar.startswith("3.2/")])
    donde = pestana.arbol.visualItemRect(pestana.arbol.currentItem()).center()
    _opciones(pestana.arbol.viewport(), donde)["Pasó a ser otra"]()
    contestar("1.3", "Pasarla")
    foto = ventana.sesion.foto
    assert len([r for r in foto.renglones if r.lugar.startswith("1.3/")]) == antes > 0


def test_un_cuadro_cuenta_algo_mas_y_ahi_mismo_se_escribe(ventana):
    pestana = en(ventana, "2.2")
    rejilla = cuadros(pestana)[3]
    pestana.hoja.ensureWidgetVisible(rejilla)
    QApplication.processEvents()
    celda = rejilla.visualRect(rejilla.model().index(0, 1)).center()
    _opciones(rejilla.viewport(), celda)["Agregar renglón al cuadro"]()
    contestar("Prórrogas", "Agregarlo")
    nueva = cuadros(en(ventana, "2.2"))[3]
    assert nueva.modelo.index(0, 3).data() == "PRÓRROGAS"
    casilla = nueva.modelo.tabla.en(1, 3).casilla
    ventana.sesion.hacer(capturar, casilla, 4)
    assert cuadros(en(ventana, "2.2"))[3].modelo.index(1, 3).data() == "4"


def test_al_cambiar_un_texto_sigue_viendo_lo_mismo_en_cada_pestana(ventana, qtbot):
    ventana.setGeometry(0, 0, 1000, 480)
    en(ventana, "3.3/2")
    pestana = en(ventana, "2.2")
    barra = pestana.hoja.verticalScrollBar()
    qtbot.waitUntil(lambda: barra.maximum() > 300)
    barra.setValue(250)
    (rejilla, *_) = cuadros(pestana)
    assert poner_el_plan(ventana)
    otra = ventana.pestanas.actual().contenido
    assert otra is not pestana and otra.lugar() == "2.2" and rejilla not in cuadros(otra)
    qtbot.waitUntil(lambda: otra.hoja.verticalScrollBar().value() == 250)
    ventana.pestanas.setCurrentIndex(3)
    assert ventana.pestanas.actual().contenido.lugar() == "3.3/2"


def poner_el_plan(ventana: Ventana) -> bool:
    """Algo del plan cambia: un texto que no se ve en esa pestaña."""
    return ventana.sesion.logra(relacionar, "relacion_de_enviados", True)
