"""El libro de oficios en la ventana: verlo, buscar en él, anotar, tomar números y cancelarlos."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.interfaz.manos import (
    clic,
    con_control,
    contestar,
    cuadros,
    en,
    oprimir_en_aviso,
    poner_en,
    renglones,
    revisada,
    rotulos,
    tecla,
    teclear,
)
from ut_escritorio.dominio.oficios.oficio import Oficio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.oficios.pestana import PestanaOficios
from ut_escritorio.interfaz.oficios.que_faltan import QueFaltan
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo.expediente import Cambios
from ut_escritorio.servicios.captura.renglones import quitar_renglon
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.entrega.remision import guardar_oficio
from ut_escritorio.servicios.oficina import anio
from ut_escritorio.servicios.oficios import anotar

MAYUS, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
SIN = Qt.KeyboardModifier.NoModifier


def oficios(ventana: Ventana) -> PestanaOficios:
    """Va a la pestaña, con el cursor en la lista."""
    pestana: Any = ventana.pestanas.ir_a("oficios")
    poner_en(pestana.tabla)
    return pestana


def agregar_con_numero(pestana, numero: str) -> None:
    tecla(Qt.Key.Key_Insert)
    poner_en(campo(pestana, "folio"))
    teclear(numero)
    tecla(Qt.Key.Key_Return)


def numeros(pestana: PestanaOficios) -> list[str]:
    return [pestana.modelo.texto(fila, 0) for fila in range(len(pestana.modelo.filas))]


def elegir(pestana: PestanaOficios, *folios: str) -> None:
    """Elige esos oficios, como con Ctrl y el ratón."""
    seleccion = pestana.tabla.selectionModel()
    seleccion.clear()
    for folio in folios:
        indice = pestana.modelo.index(numeros(pestana).index(folio), 0)
        seleccion.setCurrentIndex(indice, QItemSelectionModel.SelectionFlag.NoUpdate)
        modo = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        seleccion.select(indice, modo)
    QApplication.processEvents()


def campo(pestana: PestanaOficios, clave: str) -> Any:
    return pestana.formulario.pieza_de(clave)


def con_el_cursor() -> str:
    pieza = QApplication.focusWidget()
    return pieza.accessibleName() if pieza else ""


def fila(pestana: PestanaOficios, folio: str) -> list[str]:
    return pestana.modelo.textos(numeros(pestana).index(folio))


# --- verlo ----------------------------------------------------------------------------------------


def test_el_libro_del_ejemplo_tiene_cada_oficio_una_vez_con_sus_lugares(ventana):
    pestana = oficios(ventana)
    assert rotulos(ventana)[-2:][0].startswith("Oficios")
    assert len(numeros(pestana)) == len(set(numeros(pestana))) == 17
    assert fila(pestana, "UT/0822/2024")[4] == "Remisión"
    assert fila(pestana, "UT/0640/2024")[4] == "1.1 paso 3; 1.2 paso 2"
    assert "UT/057/2024" in numeros(pestana)
    assert fila(pestana, "← OGAIPO/DCCEADP/478/2024")[1] == "mayo"
    assert pestana.barra.siguiente.text() == "Siguiente: UT/0823/2024"


def test_hasta_elegir_uno_la_lista_toma_todo_el_alto_y_despues_al_menos_la_mitad(ventana):
    ventana.resize(906, 446)
    pestana = oficios(ventana)
    assert not pestana.formulario.isVisible()
    QApplication.processEvents()
    sola = pestana.tabla.height()
    elegir(pestana, "UT/0583/2024")
    assert pestana.formulario.isVisible()
    arriba, abajo = pestana.divisor.sizes()
    assert abajo < arriba and pestana.tabla.height() < sola
    tecla(Qt.Key.Key_Return)
    assert not QApplication.focusWidget().visibleRegion().isEmpty(), "se recorre hasta el dato"
    poner_en(pestana.tabla)
    pestana.tabla.clearSelection()
    QApplication.processEvents()
    # Al medir la primera vez puede faltar que se asiente una orilla, de un par de puntos
    assert abs(pestana.tabla.height() - sola) <= 2


def test_no_se_arma_hasta_que_se_mira(abrir):
    ventana = abrir()
    pagina = next(p for p in ventana.pestanas.paginas() if p.clave == "oficios")
    assert pagina.contenido is None
    ventana.pestanas.ir_a("oficios")
    assert pagina.contenido is not None


def test_buscar_por_pedazos_y_sin_acentos_y_bajar_a_la_lista(ventana):
    pestana = oficios(ventana)
    con_control(Qt.Key.Key_F)
    assert con_el_cursor() == "Buscar en el libro"
    teclear("054")
    assert numeros(pestana) == ["UT/0548/2024"]
    tecla(Qt.Key.Key_Escape)
    assert len(numeros(pestana)) == 17
    teclear("comunicacion video")
    assert numeros(pestana) == ["UT/0640/2024"]
    tecla(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is pestana.tabla
    assert pestana.formulario.titulo.text().startswith("UT/0640/2024")
    poner_en(campo(pestana, "asunto"))
    con_control(Qt.Key.Key_F)
    assert con_el_cursor() == "Buscar en el libro", "también desde el formulario"
    teclear("ornitorrinco")
    assert numeros(pestana) == [] and "Ninguno" in pestana.lista.vacio.text()


def test_se_filtra_por_lo_que_falta_el_mes_y_el_area(ventana):
    pestana = oficios(ventana)
    filtros = pestana.filtros
    filtros.ver.poner("recibidos")
    filtros.ver.activated.emit(filtros.ver.currentIndex())
    assert all(numero.startswith("←") for numero in numeros(pestana)) and numeros(pestana)
    filtros.ver.poner("todos")
    filtros.ver.activated.emit(0)
    filtros.mes.poner(7)
    filtros.mes.activated.emit(filtros.mes.currentIndex())
    assert numeros(pestana) == ["UT/0822/2024", "UT/0771/2024"]
    filtros.mes.setCurrentIndex(0)
    filtros.area.poner("Coordinación de Comunicación Social")
    filtros.area.activated.emit(filtros.area.currentIndex())
    assert "UT/0640/2024" in numeros(pestana) and "UT/0822/2024" not in numeros(pestana)
    assert filtros.ver.itemText(filtros.ver.findData("sin acuse")) == "Sin acuse (15)"


def test_se_copian_los_elegidos_o_la_lista_entera(ventana):
    pestana = oficios(ventana)
    elegir(pestana, "UT/0822/2024", "UT/0771/2024")
    con_control(Qt.Key.Key_C)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 3, "con sus rótulos"
    tecla(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | MAYUS)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 18


# --- anotar ---------------------------------------------------------------------------------------


def test_uno_nuevo_no_toma_numero_hasta_que_ella_lo_pide(ventana):
    pestana = oficios(ventana)
    tecla(Qt.Key.Key_Insert)
    assert con_el_cursor() == "Fecha"
    teclear("8/7")
    tecla(Qt.Key.Key_Tab)
    assert con_el_cursor() == "A quién"
    teclear("tesore")
    tecla(Qt.Key.Key_Tab)
    assert con_el_cursor() == "Asunto"
    teclear("se pide el inventario")
    tecla(Qt.Key.Key_Tab)
    assert numeros(pestana)[0] == "Sin número todavía"
    assert fila(pestana, "Sin número todavía")[1:4] == [
        "08/07/2024", "Tesorería Municipal", "se pide el inventario"
    ]  # fmt: skip
    assert pestana.barra.siguiente.text() == "Siguiente: UT/0823/2024", "abrirlo no toma número"
    assert pestana.gestos.tomar.text() == "Tomar número UT/0823/2024"
    clic(pestana.gestos.tomar)
    assert "UT/0823/2024" in numeros(pestana)
    assert pestana.barra.siguiente.text() == "Siguiente: UT/0824/2024"
    assert not pestana.gestos.tomar.isVisible()
    con_control(Qt.Key.Key_Z)
    assert "Sin número todavía" in numeros(pestana)
    assert ventana.vista.donde()[0] == "oficios"


def test_el_numero_que_ella_escribe_se_completa_y_uno_usado_se_dice(ventana):
    pestana = oficios(ventana)
    agregar_con_numero(pestana, "548")
    assert avisos.ultimo() is None, "se dice a su pie, y ahí se corrige"
    assert campo(pestana, "folio").text() == "548", "no se pierde"
    assert "ya es de otro oficio" in campo(pestana, "folio").por_que
    poner_en(campo(pestana, "folio"))
    campo(pestana, "folio").selectAll()
    teclear("850")
    tecla(Qt.Key.Key_Return)
    assert campo(pestana, "folio").text() == "UT/0850/2024"
    assert not ventana.sesion.sin_guardar
    assert pestana.barra.siguiente.text() == "Siguiente: UT/0851/2024"


@pytest.mark.parametrize(
    ("dice", "sigue"),
    [("Sí, sigue de ahí", "UT/8023/2024"), ("No, la cuenta sigue igual", "UT/0823/2024")],
)
def test_uno_muy_lejano_pregunta_antes_de_mover_la_cuenta(ventana, dice, sigue):
    pestana = oficios(ventana)
    agregar_con_numero(pestana, "8022")
    assert "muy por encima" in avisos.ultimo().texto
    assert "UT/8022/2024" not in numeros(pestana)
    assert ventana.sesion.sin_guardar, "mientras no conteste, la puerta lo dice"
    oprimir_en_aviso(dice)
    assert "UT/8022/2024" in numeros(pestana)
    assert pestana.barra.siguiente.text() == f"Siguiente: {sigue}"
    assert not ventana.sesion.sin_guardar


def test_uno_muy_lejano_mal_tecleado_se_corrige(ventana):
    pestana = oficios(ventana)
    agregar_con_numero(pestana, "8022")
    oprimir_en_aviso("Corregir el número")
    assert QApplication.focusWidget() is campo(pestana, "folio")
    campo(pestana, "folio").selectAll()
    teclear("823")
    tecla(Qt.Key.Key_Return)
    assert "UT/0823/2024" in numeros(pestana) and not ventana.sesion.sin_guardar


def test_desde_el_anio_nuevo_el_libro_de_antes_toma_y_guarda_numeros_del_suyo(ventana):
    exp, visto = ventana.sesion.expediente, ventana.sesion.trimestre
    ventana.sesion.hacer(anio.crear_anio, anio.proponer_anio(exp, visto), {})
    ventana.mando.ir_a_trimestre(Trimestre(2025, 1))
    pestana = oficios(ventana)
    assert numeros(pestana) == [] and pestana.barra.siguiente.text() == "Siguiente: UT/0001/2025"
    pestana.filtros.anio.poner(2024)
    pestana.filtros.anio.activated.emit(pestana.filtros.anio.currentIndex())
    assert len(numeros(pestana)) == 17
    tecla(Qt.Key.Key_Insert)
    assert len(numeros(pestana)) == 18, "va en el libro que se ve"
    clic(pestana.gestos.tomar)
    assert "UT/0823/2024" in numeros(pestana)
    clic(pestana.huecos.ver)
    (hoja,) = ventana.findChildren(QueFaltan)
    hoja.lista.setCurrentRow(1)
    clic(hoja.de_otro)
    contestar("Recursos", "Son de otro")
    assert "los lleva Recursos" in hoja.lista.item(hoja.lista.count() - 1).text()


def test_un_papel_lleva_un_solo_numero(ventana):
    pestana = oficios(ventana)
    for varios in ("645 al 650", "645, 646", "645 y 646", "645-650"):
        agregar_con_numero(pestana, varios)
        assert campo(pestana, "folio").por_que and campo(pestana, "folio").text() == varios
        assert numeros(pestana)[0] == "Sin número todavía", varios
        tecla(Qt.Key.Key_Escape)
        assert campo(pestana, "folio").text() == "" and not ventana.sesion.sin_guardar, varios


def test_llego_uno_es_recibido_con_la_fecha_de_hoy_y_su_numero_tal_cual(ventana):
    pestana = oficios(ventana)
    clic(pestana.barra.llego)
    assert con_el_cursor() == "Número", "el que trae el papel"
    teclear("TM/0231/2024")
    tecla(Qt.Key.Key_Tab)
    tecla(Qt.Key.Key_Tab)
    assert con_el_cursor() == "De quién", "la fecha ya está"
    teclear("tesore")
    tecla(Qt.Key.Key_Tab)
    assert fila(pestana, "← TM/0231/2024")[1:3] == ["04/07/2024", "Tesorería Municipal"]
    assert pestana.barra.siguiente.text() == "Siguiente: UT/0823/2024"
    assert not campo(pestana, "acuse").isVisible()


def test_la_fecha_escrita_en_el_libro_es_la_de_su_renglon(ventana):
    pestana = oficios(ventana)
    elegir(pestana, "UT/0583/2024")
    tecla(Qt.Key.Key_Return)
    assert con_el_cursor() == "Fecha"
    teclear("20/05/2024")
    tecla(Qt.Key.Key_Return)
    assert fila(pestana, "UT/0583/2024")[1] == "20/05/2024"
    poner_en(pestana.tabla)
    con_control(Qt.Key.Key_Return)
    componente = ventana.pestanas.actual().contenido
    assert ventana.vista.donde() == ("componente:1", "1.2/2")
    renglon = renglones(componente).elegido()
    assert renglon.fecha == date(2024, 5, 20)
    poner_en(renglones(componente).tabla)
    con_control(Qt.Key.Key_Return)
    assert ventana.vista.donde()[0] == "oficios", "y de vuelta"
    assert pestana.formulario.titulo.text().startswith("UT/0583/2024")


def test_lo_a_medio_escribir_se_guarda_al_elegir_otro_y_esc_lo_deja(ventana):
    pestana = oficios(ventana)
    elegir(pestana, "UT/0583/2024")
    poner_en(campo(pestana, "guardado_en"))
    teclear("Carpeta 4")
    elegir(pestana, "UT/0822/2024")
    assert campo(pestana, "guardado_en").text() == ""
    elegir(pestana, "UT/0583/2024")
    assert campo(pestana, "guardado_en").text() == "Carpeta 4"
    poner_en(campo(pestana, "guardado_en"))
    teclear("otra cosa")
    tecla(Qt.Key.Key_Escape)
    assert campo(pestana, "guardado_en").text() == "Carpeta 4"


# --- acuse y dónde se guardó ----------------------------------------------------------------------


def test_el_acuse_de_hoy_se_pone_a_varios_de_una_vez_y_se_deshace_junto(ventana):
    pestana = oficios(ventana)
    elegir(pestana, "UT/0822/2024", "UT/0771/2024", "UT/0583/2024")
    assert pestana.formulario.titulo.text().startswith("3 oficios elegidos")
    clic(pestana.gestos.acuse)
    for folio in ("UT/0822/2024", "UT/0771/2024", "UT/0583/2024"):
        assert fila(pestana, folio)[5] == "04/07/2024"
    assert len(pestana.tabla.elegidas()) == 3
    con_control(Qt.Key.Key_Z)
    assert fila(pestana, "UT/0583/2024")[5] == "–" and len(pestana.tabla.elegidas()) == 3


def test_f2_con_varios_escribe_donde_se_guardaron_todos(ventana):
    pestana = oficios(ventana)
    elegir(pestana, "UT/0822/2024", "UT/0771/2024")
    poner_en(pestana.tabla)
    tecla(Qt.Key.Key_F2)
    assert con_el_cursor() == "Guardado en"
    teclear("Carpeta 4")
    tecla(Qt.Key.Key_Return)
    guardados = {f.oficio.folio: f.seguimiento.guardado_en for f in pestana.modelo.filas}
    assert guardados["UT/0822/2024"] == guardados["UT/0771/2024"] == "Carpeta 4"
    assert sum(bool(donde) for donde in guardados.values()) == 2


def test_doble_clic_va_al_dato_que_esa_columna_dice(ventana):
    pestana = oficios(ventana)

    def doble_clic(folio: str, columna: int) -> str:
        indice = pestana.modelo.index(numeros(pestana).index(folio), columna)
        pestana.tabla.scrollTo(indice)
        donde = pestana.tabla.visualRect(indice).center()
        clic(pestana.tabla.viewport(), donde)
        QTest.mouseDClick(pestana.tabla.viewport(), Qt.MouseButton.LeftButton, pos=donde)
        QApplication.processEvents()
        return con_el_cursor()

    a_cual = ["Número", "Fecha", "A quién", "Asunto", "", "Acuse", "¿Se espera respuesta?"]
    for columna, nombre in enumerate(a_cual):
        if nombre:
            assert doble_clic("UT/0583/2024", columna) == nombre
    recibido = "← OGAIPO/DCCEADP/478/2024"
    assert doble_clic(recibido, 5) != "Acuse", "el que llegó no lleva: va a lo primero por llenar"
    doble_clic("UT/0583/2024", 4)
    assert ventana.vista.donde() == ("componente:1", "1.2/2")


def test_el_que_sale_del_filtro_al_cambiarlo_sigue_en_el_formulario(ventana):
    pestana = oficios(ventana)
    pestana.filtros.ver.poner("sin acuse")
    pestana.filtros.ver.activated.emit(pestana.filtros.ver.currentIndex())
    elegir(pestana, "UT/0583/2024")
    poner_en(campo(pestana, "acuse"))
    teclear("h")
    assert "UT/0583/2024" not in numeros(pestana)
    assert pestana.formulario.titulo.text().startswith("UT/0583/2024")
    assert pestana.formulario.nota.text() == (
        "Ya salió de la lista: no es de los que se pidió ver. Aquí sigue hasta que elija otro."
    )
    elegir(pestana, "UT/0822/2024", "UT/0771/2024")
    assert not pestana.formulario.nota.text()
    clic(pestana.gestos.acuse)
    assert pestana.formulario.titulo.text().startswith("2 oficios elegidos")
    assert pestana.formulario.nota.text().startswith("Ya salieron de la lista: no son de los que")
    elegir(pestana, numeros(pestana)[0])
    assert not pestana.formulario.nota.text()


def test_la_pestana_dice_de_cuantos_paso_el_dia_sin_respuesta(ventana, qtbot):
    pestana = oficios(ventana)
    for folio in ("UT/0583/2024", "UT/0561/2024"):
        elegir(pestana, folio)
        poner_en(campo(pestana, "espera"))
        tecla(Qt.Key.Key_Down)
        poner_en(campo(pestana, "antes_del"))
        teclear("15/06/2024" if folio == "UT/0583/2024" else "15/07/2024")
        tecla(Qt.Key.Key_Return)
    revisada(ventana, qtbot)
    assert "Oficios (1)" in rotulos(ventana)
    assert pestana.filtros.ver.itemText(pestana.filtros.ver.findData("sin contestar")) == "Sin contestar (2)"


def test_lo_que_espera_dice_cuantos_dias_habiles_y_sale_primero_lo_mas_viejo(ventana):
    pestana = oficios(ventana)
    for folio, dia in (("UT/0583/2024", "20/06/2024"), ("UT/0655/2024", "27/06/2024")):
        elegir(pestana, folio)
        poner_en(campo(pestana, "fecha"))
        teclear(dia)
        poner_en(campo(pestana, "espera"))
        tecla(Qt.Key.Key_Down)
    assert pestana.formulario.nota.text() == (
        "Espera respuesta. Del 28/06 al 04/07: 5 días hábiles. No cuentan 2 sábados y domingos."
    )
    pestana.filtros.ver.poner("sin contestar")
    pestana.filtros.ver.activated.emit(pestana.filtros.ver.currentIndex())
    assert numeros(pestana) == ["UT/0583/2024", "UT/0655/2024"]


# --- cancelar y quitar ----------------------------------------------------------------------------


def test_cancelar_uno_que_se_dice_lo_quita_de_ahi_y_queda_con_su_motivo(ventana):
    pestana = oficios(ventana)
    elegir(pestana, "UT/0583/2024")
    tecla(Qt.Key.Key_Delete)
    assert avisos.ultimo().texto == "¿Por qué se cancela UT/0583/2024?"
    contestar("se imprimió dos veces", "Quitarlo de ahí y cancelarlo")
    assert fila(pestana, "UT/0583/2024")[3:5] == ["CANCELADO: se imprimió dos veces", "–"]
    assert "UT/0583/2024" not in {cita.folio for r in ventana.sesion.foto.renglones for cita in r.citas}
    pestana.filtros.ver.poner("cancelados")
    pestana.filtros.ver.activated.emit(pestana.filtros.ver.currentIndex())
    assert numeros(pestana) == ["UT/0583/2024"]
    con_control(Qt.Key.Key_Z)
    assert fila(pestana, "UT/0583/2024")[3:5] == ["actualizar el módulo de", "1.2 paso 2"]
    assert "UT/0583/2024" in {cita.folio for r in ventana.sesion.foto.renglones for cita in r.citas}


def test_cancelar_son_tres_gestos_supr_el_motivo_y_enter(ventana):
    pestana = oficios(ventana)
    elegir(pestana, "UT/0583/2024")
    tecla(Qt.Key.Key_Delete)
    tecla(Qt.Key.Key_Return)
    assert avisos.ultimo().dialogo.isVisible(), "sin motivo no se cancela"
    teclear("se imprimió dos veces")
    tecla(Qt.Key.Key_Return)
    assert fila(pestana, "UT/0583/2024")[3] == "CANCELADO: se imprimió dos veces"
    ventana.activateWindow()
    poner_en(pestana.tabla)
    tecla(Qt.Key.Key_Delete)
    assert avisos.ultimo().texto == "UT/0583/2024 ya está cancelado."


def test_cancelar_se_puede_dejar_como_estaba(ventana):
    pestana = oficios(ventana)
    elegir(pestana, "UT/0583/2024")
    tecla(Qt.Key.Key_Delete)
    oprimir_en_aviso("Dejarlo como está")
    assert not fila(pestana, "UT/0583/2024")[3].startswith("CANCELADO")


def test_el_ultimo_que_nadie_dice_se_suelta_y_el_que_no_tiene_numero_se_quita(ventana):
    pestana = oficios(ventana)
    tecla(Qt.Key.Key_Insert)
    clic(pestana.gestos.tomar)
    poner_en(pestana.tabla)
    tecla(Qt.Key.Key_Delete)
    oprimir_en_aviso("Soltar el número")
    assert "Sin número todavía" in numeros(pestana)
    assert pestana.barra.siguiente.text() == "Siguiente: UT/0823/2024"
    poner_en(pestana.tabla)
    tecla(Qt.Key.Key_Delete)
    assert len(numeros(pestana)) == 17
    con_control(Qt.Key.Key_Z)
    assert "Sin número todavía" in numeros(pestana)


def test_lo_de_un_trimestre_firmado_no_se_cambia_ni_se_cancela_pero_llega_su_acuse(ventana):
    ventana.sesion.hacer(firma.firmar, date(2024, 7, 4))
    pestana = oficios(ventana)
    elegir(pestana, "UT/0583/2024")
    assert "ya firmado" in pestana.formulario.nota.text()
    assert campo(pestana, "fecha").isReadOnly() and campo(pestana, "folio").isReadOnly()
    poner_en(pestana.tabla)
    tecla(Qt.Key.Key_Delete)
    assert "ya firmado" in avisos.ultimo().texto
    avisos.ultimo().dialogo.done(0)
    ventana.activateWindow()
    clic(pestana.gestos.acuse)
    assert fila(pestana, "UT/0583/2024")[5] == "04/07/2024"


# --- los números que faltan, y por cuál va --------------------------------------------------------


def test_los_que_faltan_se_dicen_en_un_renglon_y_se_anotan_o_los_lleva_otro(ventana):
    pestana = oficios(ventana)
    assert re.match("2024: 13 números entre el 0?057 y el 0822", pestana.huecos.letrero.text())
    clic(pestana.huecos.ver)
    (hoja,) = ventana.findChildren(QueFaltan)
    dichos = [hoja.lista.item(n).text() for n in range(hoja.lista.count())]
    assert "0535 a 0547 (13)" in dichos
    hoja.lista.setCurrentRow(dichos.index("0535 a 0547 (13)"))
    clic(hoja.de_otro)
    contestar("Recursos", "Son de otro")
    dichos = [hoja.lista.item(n).text() for n in range(hoja.lista.count())]
    assert "0535 a 0547 (13)" not in dichos and "0535 a 0547 (13): los lleva Recursos" in dichos
    hoja.lista.setCurrentRow(dichos.index("0549 a 0559 (11)"))
    clic(hoja.anotar)
    assert pestana.formulario.titulo.text().startswith("UT/0549/2024")


def test_un_archivo_sin_ningun_numero_pregunta_una_vez_por_cual_va(abrir, archivo):
    ventana = abrir(Trimestre(2024, 2))
    for uno in list(ventana.sesion.foto.renglones):
        ventana.sesion.hacer(quitar_renglon, uno.uid)
    for depto in ventana.sesion.foto.remisiones:
        ventana.sesion.hacer(guardar_oficio, depto, "", None)
    pestana = oficios(ventana)
    assert numeros(pestana) == []
    assert pestana.barra.pregunta.campo.isVisible()
    pregunta = pestana.barra.pregunta
    assert pestana.empieza_en() is pregunta.campo
    poner_en(pregunta.campo)
    teclear("el ²")
    tecla(Qt.Key.Key_Return)
    assert pregunta.reparo.text().startswith("«el ²» no es un número de oficio. Escriba el último")
    teclear("UT/654/2024")
    assert not pregunta.reparo.text()
    tecla(Qt.Key.Key_Return)
    assert pestana.barra.siguiente.text() == "Siguiente: UT/0655/2024"
    assert not pestana.barra.pregunta.campo.isVisible()


# --- cuando no se puede ---------------------------------------------------------------------------


def test_solo_para_leer_se_ve_y_no_se_cambia(ventana):
    ventana.sesion.tomar(ventana.sesion.expediente, "El archivo está abierto solo para leer.")
    pestana = oficios(ventana)
    elegir(pestana, "UT/0583/2024")
    assert campo(pestana, "asunto").isReadOnly() and not campo(pestana, "espera").isEnabled()
    assert not pestana.barra.nuevo.isVisible() and not pestana.gestos.quitar.isVisible()
    tecla(Qt.Key.Key_Insert)
    assert "solo para leer" in avisos.ultimo().texto
    assert len(numeros(pestana)) == 17


def test_con_el_disco_lleno_lo_escrito_sigue_a_la_vista_y_se_guarda_despues(ventana, monkeypatch):
    pestana = oficios(ventana)
    elegir(pestana, "UT/0583/2024")

    def lleno(*_: object, **__: object) -> None:
        raise ErrorEsperado("El disco está lleno.")

    with monkeypatch.context() as sin_lugar:
        sin_lugar.setattr(anotar, "seguir", lleno)
        poner_en(campo(pestana, "guardado_en"))
        teclear("Carpeta 4")
        tecla(Qt.Key.Key_Return)
        avisos.ultimo().dialogo.done(0)
        ventana.activateWindow()
        assert campo(pestana, "guardado_en").text() == "Carpeta 4"
        elegir(pestana, "UT/0822/2024")
        assert campo(pestana, "guardado_en").text() == ""
    elegir(pestana, "UT/0583/2024")
    assert campo(pestana, "guardado_en").text() == "Carpeta 4"
    ventana.sesion.reintentar()
    assert not ventana.sesion.sin_guardar


def test_los_miles_de_un_anio_se_dan_por_paginas(ventana):
    def llenar(exp: Any, trimestre: Trimestre) -> Any:
        cambios = None
        for numero in range(1000, 1450):
            _, cambios = anotar.agregar(exp, trimestre, Oficio("", f"UT/{numero}/2024"))
        return cambios

    ventana.sesion.hacer(llenar)
    pestana = oficios(ventana)
    assert len(pestana.modelo.filas) == 467
    assert pestana.modelo.rowCount() == 200
    tecla(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert pestana.modelo.rowCount() > 200
    con_control(Qt.Key.Key_F)
    teclear("0583")
    assert numeros(pestana) == ["UT/0583/2024"]


def test_lo_que_se_pedia_y_lo_elegido_siguen_asi_al_acercar_la_letra(ventana):
    pestana = oficios(ventana)
    pestana.filtros.mes.poner(7)
    pestana.filtros.mes.activated.emit(pestana.filtros.mes.currentIndex())
    pestana.filtros.busca.setText("ut")
    elegir(pestana, "UT/0771/2024")
    poner_en(campo(pestana, "guardado_en"))
    teclear("Carpeta 4")
    ventana.acercar(1)
    otra: Any = ventana.pestanas.actual().contenido
    assert otra is not pestana and numeros(otra) == ["UT/0822/2024", "UT/0771/2024"]
    assert otra.filtros.busca.text() == "ut" and otra.filtros.mes.currentData() == 7
    assert otra.formulario.titulo.text().startswith("UT/0771/2024")
    assert campo(otra, "guardado_en").text() == "Carpeta 4"
    ventana.mando.mover_trimestre(-1)
    de_otro: Any = ventana.pestanas.ir_a("oficios")
    assert len(numeros(de_otro)) == 17, "en otro trimestre se empieza por todo"


def test_del_que_solo_se_sabe_el_mes_la_fecha_lo_dice(ventana):
    pestana = oficios(ventana)
    elegir(pestana, "← OGAIPO/DCCEADP/478/2024")
    assert campo(pestana, "fecha").placeholderText() == "en mayo, sin día"
    elegir(pestana, "UT/0583/2024")
    assert campo(pestana, "fecha").placeholderText() == "dd/mm/aaaa"


def test_buscar_en_todo_lleva_al_oficio_que_ningun_informe_dice(ventana):
    anotado, _ = anotar.agregar(
        ventana.sesion.expediente, ventana.sesion.trimestre, Oficio("", asunto="el ornitorrinco")
    )
    ventana.sesion._releer(Cambios("", frozenset({"libro"})))
    con_control(Qt.Key.Key_B)
    teclear("ornitorrinco")
    tecla(Qt.Key.Key_Return)
    assert ventana.vista.donde()[0] == "oficios"
    pestana: Any = ventana.pestanas.actual().contenido
    assert pestana._vista.elegidos == (anotado.uid,)


# --- llegar a la pestaña --------------------------------------------------------------------------


@pytest.mark.parametrize("cuantas_veces", [1, 2])
def test_al_llegar_con_un_clic_el_cursor_esta_en_la_lista_y_sus_teclas_sirven(ventana, cuantas_veces: int):
    barra = ventana.pestanas.tabBar()
    cual = next(i for i in range(barra.count()) if barra.tabText(i).startswith("Oficios"))
    for _ in range(cuantas_veces):
        poner_en(cuadros(en(ventana, "2.2"))[0])  # estaba escribiendo en otra
        clic(barra, barra.tabRect(cual).center())
    pestana: Any = ventana.pestanas.actual().contenido
    assert QApplication.focusWidget() is pestana.tabla
    con_control(Qt.Key.Key_Insert)
    assert pestana.cartas.abierta is not None


def test_desde_un_campo_sin_nada_que_copiar_ctrl_insert_empieza_la_carta(ventana):
    pestana = oficios(ventana)
    elegir(pestana, "UT/0583/2024")
    for campo in (pestana.formulario.pieza_de("guardado_en"), pestana.filtros.busca):
        poner_en(campo)
        con_control(Qt.Key.Key_Insert)
        assert pestana.cartas.abierta is not None, "antes lo que seguía se escribía en el campo"
        tecla(Qt.Key.Key_Escape)
        assert pestana.cartas.abierta is None


@pytest.mark.parametrize("como", ["clic", "Ctrl+5"])
def test_recien_abierto_el_cursor_pasa_a_la_que_se_oprime_y_con_las_flechas_sigue_en_las_pestanas(
    abrir, como: str
):
    ventana = abrir()
    barra = ventana.pestanas.tabBar()
    assert QApplication.focusWidget() is barra
    cual = next(i for i in range(barra.count()) if barra.tabText(i).startswith("Oficios"))
    for _ in range(cual):
        tecla(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is barra and ventana.pestanas.currentIndex() == cual
    barra.setCurrentIndex(0)
    clic(barra, barra.tabRect(cual).center()) if como == "clic" else con_control(Qt.Key.Key_5)
    pestana: Any = ventana.pestanas.actual().contenido
    assert QApplication.focusWidget() is pestana.tabla
    antes = len(numeros(pestana))
    tecla(Qt.Key.Key_Insert)
    assert len(numeros(pestana)) == antes + 1
    for otra in range(barra.count()):
        barra.setFocus()
        clic(barra, barra.tabRect(otra).center())
        dentro = ventana.pestanas.actual().contenido
        assert dentro.isAncestorOf(QApplication.focusWidget()), barra.tabText(otra)


def test_en_una_ventana_corta_al_anotar_la_lista_toma_el_lugar_del_formulario(ventana):
    pestana = oficios(ventana)
    ventana.resize(911, 512)
    elegir(pestana, "UT/0583/2024")
    poner_en(pestana.tabla)
    tecla(Qt.Key.Key_F9)
    assert not pestana.formulario.isVisible(), "lo elegido se ve en su renglón"
    elegida = pestana.tabla.visualRect(pestana.tabla.currentIndex())
    assert pestana.tabla.viewport().rect().contains(elegida.center())
    tecla(Qt.Key.Key_Escape)
    assert pestana.formulario.isVisible()
    assert (
        pestana.tabla.viewport()
        .rect()
        .contains(pestana.tabla.visualRect(pestana.tabla.currentIndex()).center())
    )


def test_insert_sirve_tambien_desde_un_boton_de_la_pestana(ventana):
    pestana = oficios(ventana)
    antes = len(numeros(pestana))
    poner_en(pestana.barra.nuevo)
    tecla(Qt.Key.Key_Insert)
    assert len(numeros(pestana)) == antes + 1


def test_en_el_rotulo_de_oficios_sus_teclas_son_como_dentro(ventana):
    pestana, rotulos_de_arriba = oficios(ventana), ventana.pestanas.tabBar()
    pestana.tabla.clearSelection()
    for cual, modo, dice in (
        (Qt.Key.Key_R, CTRL, "espere respuesta"),
        (Qt.Key.Key_F4, SIN, "uno solo de los enviados"),
        (Qt.Key.Key_Return, CTRL, "diga algún informe"),
        (Qt.Key.Key_F2, SIN, "cuyos datos quiere escribir"),
        (Qt.Key.Key_Delete, SIN, "quiere quitar o cancelar"),
    ):
        poner_en(rotulos_de_arriba)
        pestana.estado.decir("")
        tecla(cual, modo)
        assert dice in pestana.estado.text() and pestana.tabla.hasFocus(), dice
    poner_en(rotulos_de_arriba)
    con_control(Qt.Key.Key_V)
    assert "Ctrl+V pega" in ventana.statusBar().currentMessage() and rotulos_de_arriba.hasFocus()
    poner_en(rotulos_de_arriba)
    con_control(Qt.Key.Key_F)
    assert pestana.filtros.busca.hasFocus() and ventana.mando.diario._buscar is None, "busca en el libro"
    portapapeles = QApplication.clipboard()
    portapapeles.setText("lo de antes")
    poner_en(rotulos_de_arriba)
    con_control(Qt.Key.Key_C)
    assert "quiere copiar" in pestana.estado.text() and portapapeles.text() == "lo de antes"
    elegir(pestana, "UT/0583/2024")
    poner_en(rotulos_de_arriba)
    con_control(Qt.Key.Key_C)
    assert portapapeles.text().startswith("UT/0583/2024\t") and "\n" not in portapapeles.text().strip()
    poner_en(rotulos_de_arriba)
    tecla(Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert len(portapapeles.text().splitlines()) == 1 + 17, "la lista entera, con sus rótulos"
    con_control(Qt.Key.Key_Insert)
    panel = pestana.cartas.abierta
    assert panel is not None
    con_control(Qt.Key.Key_F)
    buscar = ventana.mando.diario._buscar
    assert buscar is not None and buscar.isVisible(), "ante una carta el libro no se ve: busca en todo"
    buscar.close()
    ventana.activateWindow()
    poner_en(rotulos_de_arriba)
    con_control(Qt.Key.Key_Insert)
    dicho = ventana.statusBar().currentMessage()
    assert pestana.cartas.abierta is panel and "a la lista de la pestaña Oficios" in dicho
    ventana.pestanas.ir_a("tablero")
    poner_en(rotulos_de_arriba)
    antes = len(numeros(pestana))
    ventana.statusBar().clearMessage()
    con_control(Qt.Key.Key_Insert)
    assert "pestaña Oficios" in ventana.statusBar().currentMessage() and len(numeros(pestana)) == antes


def test_lo_dicho_de_paso_que_no_cabe_se_corta_con_puntos_y_se_lee_entero_al_posarse(ventana):
    barra, letrero, largo = ventana.statusBar(), ventana.estado.de_paso, "Ctrl+Insert empieza una carta." * 40
    ventana.mesa.decir("Se guardó.")
    QApplication.processEvents()
    assert (QLabel.text(letrero), letrero.toolTip()) == ("Se guardó.", "") and letrero.isVisible()
    ventana.mesa.decir(largo)
    QApplication.processEvents()
    corto = QLabel.text(letrero)
    assert corto.endswith("…") and largo.startswith(corto[:-1]) and largo in letrero.toolTip()
    assert letrero.width() > ventana.width() / 3, "lo demás le cede su lugar"
    assert not ventana.estado.guardado.isVisible() and barra.currentMessage() == largo
    barra.clearMessage()
    assert (
        not letrero.isVisible() and ventana.estado.guardado.isVisible() and ventana.estado.archivo.isVisible()
    )


def test_una_tecla_que_ahi_no_sirve_dice_para_que_es_y_que_hacer(ventana):
    dicho = ventana.statusBar().currentMessage
    pestana = oficios(ventana)
    pestana.tabla.clearSelection()
    mudas = {
        Qt.Key.Key_M: "Ctrl+M manda a varias áreas",
        Qt.Key.Key_J: "Ctrl+J adjunta fotos, PDF o correos",
        Qt.Key.Key_V: "Ctrl+V pega donde está el cursor",
    }
    for cual, dice in mudas.items():
        ventana.statusBar().clearMessage()
        con_control(cual)
        assert dice in dicho(), dice
    de_la_lista = {
        (Qt.Key.Key_R, CTRL): "espere respuesta",
        (Qt.Key.Key_T, CTRL): "espere respuesta",
        (Qt.Key.Key_F4, SIN): "uno solo de los enviados",
        (Qt.Key.Key_Space, SIN): "que ya la tenga",
        (Qt.Key.Key_Return, CTRL): "diga algún informe",
        (Qt.Key.Key_Return, SIN): "Elija en la lista",
        (Qt.Key.Key_Delete, SIN): "Elija en la lista",
    }
    for (cual, modo), dice in de_la_lista.items():
        pestana.estado.decir("")
        tecla(cual, modo)
        assert dice in pestana.estado.text(), dice
    ventana.pestanas.ir_a("tablero")
    for cual in (Qt.Key.Key_R, Qt.Key.Key_T, Qt.Key.Key_J):
        ventana.statusBar().clearMessage()
        con_control(cual)
        assert "oficio" in dicho()
    ventana.statusBar().clearMessage()
    teclear("x")
    assert not dicho()
