"""Anotar oficios, correos y párrafos, y ver cómo se imprimen."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import (
    asuntos,
    campo,
    clic,
    con_control,
    en,
    impreso,
    poner_en,
    renglones,
    revisada,
    tecla,
    teclear,
)
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.componente.renglones.modelo import origen_de
from ut_escritorio.interfaz.comunes.campos.fechas import CampoDeFecha, decir_fecha, leer_fecha
from ut_escritorio.servicios.captura.renglones import quitar_renglon

LUGAR = "1.2/2"


def test_un_oficio_anotado_con_el_teclado_cambia_la_frase_y_el_cierre(abrir):
    ventana = abrir()
    pestana = en(ventana, LUGAR)
    bloque = renglones(pestana)
    antes = len(impreso(pestana))
    assert impreso(pestana)[-1] == "Siendo un total de 6 oficios y un correo de actualización."
    poner_en(bloque.tabla)
    tecla(Qt.Key.Key_Insert)
    assert len(impreso(pestana)) == antes + 1
    assert QApplication.focusWidget().accessibleName() == "Número de oficio"
    teclear("UT/0999/2024")
    tecla(Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Fecha"
    tecla(Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "A qué área"
    teclear("tesore")
    tecla(Qt.Key.Key_Down)
    tecla(Qt.Key.Key_Return)
    tecla(Qt.Key.Key_Tab)
    teclear("actualizar {0} %s **x** <b>y</b>")
    tecla(Qt.Key.Key_Return)
    assert QApplication.focusWidget().accessibleName() == "Más datos"
    for dice in ("Menos datos", "Más datos"):
        tecla(Qt.Key.Key_Space)
        assert QApplication.focusWidget().text() == dice
    assert "UT/0999/2024" in pestana.impreso.elegida().relato.texto

    frase = (
        "Mediante oficio número UT/0999/2024, se solicitó a la Tesorería Municipal, "
        "actualizar {0} %s **x** <b>y</b>."
    )
    assert frase in impreso(pestana)
    assert impreso(pestana)[-1] == "Siendo un total de 7 oficios y un correo de actualización."
    ventana.close()

    pestana = en(abrir(), LUGAR)
    assert frase in impreso(pestana)
    assert asuntos(renglones(pestana))[-1] == "actualizar {0} %s **x** <b>y</b>"


def test_el_recien_agregado_no_se_pone_en_rojo_hasta_que_se_deja_a_medias(ventana, qtbot):
    pestana = en(ventana, LUGAR)
    bloque = renglones(pestana)
    antes = revisada(ventana, qtbot)
    rotulo = ventana.pestanas.tabText(ventana.pestanas.currentIndex())

    def senalado() -> bool:
        return bloque.modelo.senal_de(bloque.tabla.currentIndex().row()) is not None

    poner_en(bloque.tabla)
    tecla(Qt.Key.Key_Insert)
    suyo = origen_de(bloque.elegido())
    teclear("UT/0999/2024")
    tecla(Qt.Key.Key_Tab)
    nuevas = revisada(ventana, qtbot)
    assert nuevas.por_corregir == antes.por_corregir
    assert not senalado() and bloque.formulario._aviso.isHidden()
    assert ventana.pestanas.tabText(ventana.pestanas.currentIndex()) == rotulo

    poner_en(bloque.tabla)
    assert not senalado(), "sigue en su bloque"
    tecla(Qt.Key.Key_Up)
    tecla(Qt.Key.Key_Down)
    assert bloque.elegido().uid == suyo.clave and senalado(), "lo dejó por otro, y volvió"
    assert revisada(ventana, qtbot).de_dato(suyo, "destinatario") is not None
    assert ventana.pestanas.tabText(ventana.pestanas.currentIndex()) != rotulo

    tecla(Qt.Key.Key_Insert)
    assert revisada(ventana, qtbot).de_origen(origen_de(bloque.elegido())) is None
    suyo = origen_de(bloque.elegido())
    poner_en(pestana.arbol)
    assert ventana.sesion.revision.senales.de_origen(suyo) is not None, "el cursor se fue a otra parte"


@pytest.mark.parametrize(
    ("escrito", "partes"),
    [
        ("tesorería municipal", [("tesoreria", "")]),
        ("Tesoreria Municipal; La Vecina, S.A.", [("tesoreria", ""), ("", "La Vecina, S.A.")]),
    ],
)
def test_con_quien_se_reconoce_sin_acentos_y_lo_demas_queda_como_texto(ventana, escrito, partes):
    bloque = renglones(en(ventana, LUGAR))
    bloque.tabla.selectRow(3)
    poner_en(campo(bloque, "A qué área"))
    campo(bloque, "A qué área").selectAll()
    teclear(escrito)
    tecla(Qt.Key.Key_Tab)
    claves = {u.clave for u in ventana.sesion.foto.catalogo.unidades if u.nombre == "Tesorería Municipal"}
    assert len(claves) == 1
    esperado = [(next(iter(claves)) if clave else "", texto) for clave, texto in partes]
    assert [(parte.clave, parte.texto) for parte in bloque.elegido().partes] == esperado


def test_subir_y_bajar_cambian_el_orden_impreso(ventana):
    pestana = en(ventana, LUGAR)
    bloque = renglones(pestana)
    bloque.tabla.selectRow(3)
    poner_en(bloque.tabla)
    antes = asuntos(bloque)
    con_control(Qt.Key.Key_Down)
    esperado = [*antes[:3], antes[4], antes[3], *antes[5:]]
    assert asuntos(bloque) == esperado
    assert bloque.tabla.currentIndex().row() == 4
    con_control(Qt.Key.Key_Up)
    assert asuntos(bloque) == antes


def test_quitar_no_pregunta_porque_se_deshace(ventana):
    pestana = en(ventana, LUGAR)
    bloque = renglones(pestana)
    antes = asuntos(bloque)
    bloque.tabla.selectRow(3)
    poner_en(bloque.tabla)
    tecla(Qt.Key.Key_Delete)
    assert asuntos(bloque) == [*antes[:3], *antes[4:]]
    assert impreso(pestana)[-1] == "Siendo un total de 5 oficios y un correo de actualización."
    con_control(Qt.Key.Key_Z)
    assert asuntos(bloque) == antes
    assert bloque.tabla.currentIndex().row() == 3


def test_un_parrafo_libre_se_escribe_donde_sea_y_se_imprime_tal_cual(abrir):
    texto = "Uno\ndos\t<b>tres</b> {cuatro} 😀 " + "largo " * 3000
    ventana = abrir()
    pestana = en(ventana, "1.2/1")
    bloque = renglones(pestana)
    bloque.escribir_parrafo()
    assert QApplication.focusWidget() is bloque.parrafo
    bloque.parrafo.insertPlainText(texto)
    poner_en(bloque.tabla)
    assert texto in impreso(pestana)
    ventana.close()
    assert texto in impreso(en(abrir(), "1.2/1"))


def test_clic_en_una_frase_lleva_a_su_renglon(ventana):
    pestana = en(ventana, LUGAR)
    frase = next(i for i, dicha in enumerate(impreso(pestana)) if "UT/0548/2024" in dicha)
    lista = pestana.impreso.lista
    lista.scrollTo(lista.model().index(frase, 0))
    clic(lista.viewport(), lista.visualRect(lista.model().index(frase, 0)).topLeft() + QPoint(30, 8))
    elegido = renglones(pestana).elegido()
    assert [cita.folio for cita in elegido.citas] == ["UT/0548/2024"]
    assert campo(renglones(pestana), "Número de oficio").text() == "UT/0548/2024"


def test_un_texto_a_mano_se_queda_hasta_volver_al_automatico(abrir):
    ventana = abrir()
    pestana = en(ventana, LUGAR)
    automatico = impreso(pestana)[2]
    pestana.impreso.lista.setCurrentIndex(pestana.impreso.modelo.index(2))
    clic(pestana.impreso.a_mano)
    pestana.impreso.editor.setPlainText("Se pidió de palabra.")
    poner_en(pestana.impreso.lista)
    assert impreso(pestana)[2] == "Se pidió de palabra."
    ventana.close()

    pestana = en(abrir(), LUGAR)
    assert impreso(pestana)[2] == "Se pidió de palabra."
    pestana.impreso.lista.setCurrentIndex(pestana.impreso.modelo.index(2))
    clic(pestana.impreso.automatico)
    assert impreso(pestana)[2] == automatico


def test_el_editor_abierto_sigue_a_la_frase_si_sus_datos_cambian(ventana):
    pestana = en(ventana, LUGAR)
    pestana.impreso.lista.setCurrentIndex(pestana.impreso.modelo.index(len(impreso(pestana)) - 1))
    clic(pestana.impreso.a_mano)
    assert pestana.impreso.editor.toPlainText() == impreso(pestana)[-1]
    ventana.sesion.hacer(quitar_renglon, renglones(pestana).modelo.cosas[3].uid)
    assert "5 oficios" in impreso(pestana)[-1]
    assert pestana.impreso.editor.toPlainText() == impreso(pestana)[-1]


def test_lo_que_se_escribe_en_un_asunto_se_guarda_con_ctrl_g_sin_salir_de_el(ventana):
    bloque = renglones(en(ventana, LUGAR))
    bloque.tabla.selectRow(2)
    asunto = campo(bloque, "Qué se solicitó")
    asunto.setFocus()
    asunto.setPlainText("actualizar el directorio")
    con_control(Qt.Key.Key_G)
    assert "actualizar el directorio" in {r.asunto for r in ventana.sesion.foto.renglones}
    assert asunto.hasFocus()


@pytest.mark.parametrize("decision", ["usar", "dejar"])
def test_si_los_datos_cambian_bajo_un_texto_a_mano_se_escoge(ventana, decision):
    pestana = en(ventana, LUGAR)
    bloque = renglones(pestana)
    cierre = len(impreso(pestana)) - 1
    pestana.impreso.lista.setCurrentIndex(pestana.impreso.modelo.index(cierre))
    clic(pestana.impreso.a_mano)
    pestana.impreso.editor.setPlainText("Fueron 6.")
    poner_en(bloque.tabla)
    assert not pestana.impreso.usar.isVisible()
    bloque.tabla.selectRow(3)
    bloque.quitar()

    assert "Su texto dice: «Fueron 6.»" in pestana.impreso._aviso.text()
    assert "5 oficios" in pestana.impreso._aviso.text()
    clic(getattr(pestana.impreso, decision))
    quedo = (
        "Fueron 6." if decision == "dejar" else "Siendo un total de 5 oficios y un correo de actualización."
    )
    assert impreso(pestana)[-1] == quedo
    assert not pestana.impreso.usar.isVisible()


def test_mas_datos_ensena_los_que_la_forma_no_usa(ventana):
    bloque = renglones(en(ventana, LUGAR))
    bloque.tabla.selectRow(1)
    nombres = {w.accessibleName() for w in bloque.formulario.findChildren(CampoDeFecha)}
    assert not nombres, "una llamada no pide fecha"
    clic(bloque.formulario._mas)
    fecha = campo(bloque, "Fecha")
    poner_en(fecha)
    teclear("15")
    tecla(Qt.Key.Key_Tab)
    assert fecha.text() == "15/04/2024"
    assert bloque.elegido().fecha == date(2024, 4, 15)


def test_no_toco_este_trimestre_deja_de_pedir_y_de_imprimir(abrir, qtbot):
    ventana = abrir(Trimestre(2024, 3), date(2024, 10, 7))  # ya terminado: lo que falta se pide
    assert LUGAR in {sitio.lugar for h in revisada(ventana, qtbot).por_corregir for sitio in h.sitios}
    pestana = en(ventana, LUGAR)
    clic(pestana.hoja._marcas[LUGAR], QPoint(8, 8))
    assert pestana.hoja._marcas[LUGAR].isChecked()
    assert LUGAR not in {sitio.lugar for h in revisada(ventana, qtbot).por_corregir for sitio in h.sitios}
    assert impreso(pestana) == []
    assert pestana.impreso._vacio.text() == "No se imprime: no tocó este trimestre."
    assert not renglones(pestana).isEnabled()


def test_el_valor_alcanzado_se_propone_en_gris_y_solo_enter_lo_escribe(ventana):
    pestana = en(ventana, "2.2")
    valor = pestana.hoja.bloques[0]
    poner_en(valor.campo)
    valor.campo.selectAll()
    tecla(Qt.Key.Key_Delete)
    tecla(Qt.Key.Key_Tab)
    assert "2.2" not in ventana.sesion.foto.alcanzado
    assert valor.campo.text() == ""
    assert valor.campo.placeholderText() == "30"
    poner_en(valor.campo)
    tecla(Qt.Key.Key_Tab)
    assert "2.2" not in ventana.sesion.foto.alcanzado
    poner_en(valor.campo)
    tecla(Qt.Key.Key_Return)
    assert ventana.sesion.foto.alcanzado["2.2"] == 30


@pytest.mark.parametrize("cual", ["renglones", "impreso"])
def test_el_modelo_de_renglones_cumple_con_qt(ventana, qtmodeltester, cual):
    """Uno por prueba: el que revisa confunde lo que avisa uno con lo de otro."""
    pestana = en(ventana, LUGAR)
    modelo = renglones(pestana).modelo if cual == "renglones" else pestana.impreso.modelo
    qtmodeltester.check(modelo, force_py=True)


@pytest.mark.parametrize(
    ("escrito", "fecha"),
    [
        ("15", date(2024, 4, 15)),
        ("4/7", date(2024, 7, 4)),
        ("04/07/24", date(2024, 7, 4)),
        ("4-7-2024", date(2024, 7, 4)),
        ("31/06/2024", None),
        ("mañana", None),
    ],
)
def test_las_fechas_se_leen_como_se_escriben_en_la_oficina(escrito, fecha):
    assert leer_fecha(escrito, date(2024, 4, 1)) == fecha


def test_las_teclas_de_fecha(qtbot):
    campo_fecha = CampoDeFecha("Fecha", lambda: date(2024, 7, 4), date(2024, 6, 30))
    qtbot.addWidget(campo_fecha)
    elegidas = []
    campo_fecha.cambio.connect(elegidas.append)
    qtbot.keyClicks(campo_fecha, "h")
    qtbot.keyClicks(campo_fecha, "+")
    qtbot.keyClicks(campo_fecha, "-")
    assert [decir_fecha(dia) for dia in elegidas] == ["04/07/2024", "05/07/2024", "04/07/2024"]
    campo_fecha.clear()
    qtbot.keyClicks(campo_fecha, "31/2/2024")
    qtbot.keyClick(campo_fecha, Qt.Key.Key_Return)
    assert "no es una fecha" in campo_fecha.accessibleDescription()
    assert len(elegidas) == 3


@pytest.mark.parametrize("escrita", ["10-5-2024", "10-05-2024", "10/5/2024", "10.5.24"])
def test_una_fecha_con_guiones_se_escribe_encima_de_otra(qtbot, escrita):
    campo_fecha = CampoDeFecha("Fecha", lambda: date(2024, 7, 4), date(2024, 4, 1))
    qtbot.addWidget(campo_fecha)
    campo_fecha.poner(date(2024, 6, 30))
    campo_fecha.selectAll()
    qtbot.keyClicks(campo_fecha, escrita)
    qtbot.keyClick(campo_fecha, Qt.Key.Key_Return)
    assert campo_fecha.fecha() == date(2024, 5, 10)
