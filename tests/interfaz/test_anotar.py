"""F9: un oficio anotado en diez segundos, desde donde esté, sin soltar el teclado."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.interfaz.conftest import SEGUNDO
from tests.interfaz.manos import (
    clic,
    con_control,
    en,
    impreso,
    oprimir_en_aviso,
    poner_en,
    renglones,
    tecla,
    teclear,
)
from tests.interfaz.test_sin_guardar import ocupado
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.interfaz.anotar.tira import Tira
from ut_escritorio.interfaz.comunes.campos.fechas import decir_fecha
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.ventana.archivo.atencion import Atencion
from ut_escritorio.servicios.oficina import anio
from ut_escritorio.servicios.oficios.anotar import seguir
from ut_escritorio.servicios.oficios.libro import leer_libro

DEL_EJEMPLO = 45
TAB, ENTER, ESC = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape
ASUNTO = "actualizar el módulo Horarios de Atención"
FRASE = f"Mediante oficio número UT/0645/2024, se solicitó a la Tesorería Municipal, {ASUNTO}."


def f9(ventana) -> Tira:
    tecla(Qt.Key.Key_F9)
    return ventana.findChild(Tira)


def anotados(ventana) -> int:
    return len(ventana.sesion.foto.renglones)


def lo_ultimo_de(ventana, lugar: str) -> Renglon:
    return max((r for r in ventana.sesion.foto.renglones if r.lugar == lugar), key=lambda r: r.orden)


def enfocado() -> str:
    return QApplication.focusWidget().accessibleName()


def anotar_el_645() -> None:
    teclear("645")
    tecla(TAB)
    tecla(TAB)
    teclear("tes")
    tecla(TAB)
    teclear(ASUNTO)


def test_desde_el_tablero_solo_con_teclado_sale_la_frase_el_cierre_y_la_lista(ventana):
    tira = f9(ventana)
    assert tira.isVisible()
    assert tira.hoja.lugar.currentText() == "1.2 paso 2 · Se solicitó"
    anotar_el_645()
    assert tira.hoja.unidad.text() == "Tesorería Municipal"
    assert tira.lectura.text() == f"Se leerá: «{FRASE}»"
    assert anotados(ventana) == DEL_EJEMPLO, "todavía no se guarda nada"
    tecla(ENTER)
    assert "Anotado en 1.2 paso 2 · Se solicitó: UT/0645/2024." in tira.hecho.text()
    assert tira.hoja.nada_escrito()
    assert enfocado() == "Número"
    tecla(ESC)
    assert not tira.isVisible()
    pestana = en(ventana, "1.2/2")
    assert impreso(pestana)[-2:] == [
        FRASE,
        "Siendo un total de 7 oficios y un correo de actualización.",
    ]
    modelo = renglones(pestana).modelo
    ultima = [modelo.texto(modelo.rowCount() - 1, columna) for columna in range(5)]
    assert ultima == ["Se solicitó por oficio", "", "UT/0645/2024", "Tesorería Municipal", ASUNTO]


def test_lo_tecleado_de_prisa_que_aun_llega_a_la_lista_ya_cerrada_es_del_campo_en_que_esta(ventana):
    """Con el equipo ocupado, lo que se teclea tras el Tab se manda a la lista antes de que se cierre."""
    tira = f9(ventana)
    teclear("645")
    tecla(TAB)
    tecla(TAB)
    teclear("tes")
    desplegada = QApplication.activePopupWidget()
    tecla(TAB)
    assert desplegada is not None and not desplegada.isVisible() and tira.hoja.asunto.hasFocus()
    for letra in "el módulo":
        for tipo in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(desplegada, QKeyEvent(tipo, 0, Qt.KeyboardModifier.NoModifier, letra))
    assert (tira.hoja.unidad.text(), tira.hoja.asunto.text()) == ("Tesorería Municipal", "el módulo")
    assert desplegada.focusProxy() is None, "al avisar tarde que se veía, el cursor no vuelve a su campo"
    QApplication.sendEvent(
        desplegada, QKeyEvent(QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r")
    )
    assert tira.hoja.nada_escrito() and lo_ultimo_de(ventana, "1.2/2").asunto == "el módulo"


def test_lo_que_ningun_paso_dice_se_anota_solo_en_el_libro_y_contesta(ventana):
    pidio = next(f for f in leer_libro(ventana.sesion.expediente, 2024).filas if "0561" in f.oficio.folio)
    ventana.sesion.hacer(seguir, (pidio.oficio.uid,), espera=True)
    tira, lugar = f9(ventana), ventana.findChild(Tira).hoja.lugar
    poner_en(lugar)
    tecla(Qt.Key.Key_End)
    assert lugar.currentText() == "Solo en el libro: ningún paso lo dice"
    poner_en(tira.hoja.numero.campo)
    anotar_el_645()
    quedara = f"El informe no lo dirá; en el libro: «UT/0645/2024, para Tesorería Municipal: {ASUNTO}»"
    assert tira.lectura.text() == quedara
    tecla(ENTER)
    assert tira.hecho.text() == "Anotado en el libro: UT/0645/2024." and anotados(ventana) == DEL_EJEMPLO
    teclear("645")
    assert "UT/0645/2024 ya está en el libro, para Tesorería Municipal" in tira.aviso.text()
    tecla(ENTER)
    assert tira.aviso.text() == (
        "UT/0645/2024 ya está en el libro, para Tesorería Municipal. Un número no se usa dos veces."
    )
    tira.hoja.vaciar()
    con_control(Qt.Key.Key_R)
    teclear("SSC/0231/2024")
    poner_en(tira.sigue_a.lista)
    tecla(Qt.Key.Key_Down)
    tecla(ENTER)
    filas = leer_libro(ventana.sesion.expediente, 2024).filas
    assert next(f for f in filas if f.oficio.uid == pidio.oficio.uid).contestado_con == ("SSC/0231/2024",)
    clic(tira.ir)
    libro = ventana.pestanas.actual().contenido
    assert [libro.modelo.texto(fila, 0) for fila in libro.tabla.elegidas()] == ["← SSC/0231/2024"]
    ventana.mando.historia.deshacer()
    assert not tira.hecho.text(), "se deshizo"
    assert anotados(ventana) == DEL_EJEMPLO
    f9(ventana)
    tira.hoja.medio.poner("correo")
    tira.hoja.cambio_de_medio.emit()
    assert lugar.currentText() != "Solo en el libro: ningún paso lo dice", "al libro, solo oficios"


def test_el_mismo_numero_se_dice_antes_de_guardarlo_y_solo_un_boton_lo_cuenta_aqui_tambien(ventana):
    tira = f9(ventana)
    anotar_el_645()
    tecla(ENTER)
    cuantos = anotados(ventana)
    teclear("645")
    assert tira.aviso.text() == "UT/0645/2024 ya está en 1.2 paso 2."
    for _ in range(4):  # quien teclea de prisa: el Enter que pregunta y el que vuelve a verlo
        tecla(ENTER)
        assert avisos.ultimo().dialogo.defaultButton().text() == "Volver a verlo"
        assert avisos.ultimo().texto == "UT/0645/2024 ya está en 1.2 paso 2."
        QTest.keyClick(avisos.ultimo().dialogo, ENTER)
        ventana.activateWindow()
        assert anotados(ventana) == cuantos and tira.hoja.numero.texto() == "645"
    tecla(ENTER)
    oprimir_en_aviso("Contarlo aquí también")
    assert anotados(ventana) == cuantos + 1 and tira.hoja.nada_escrito()


def test_el_del_oficio_de_remision_tambien_esta_usado(ventana):
    tira = f9(ventana)
    teclear("822")
    assert tira.aviso.text() == "UT/0822/2024 ya está en un oficio de remisión."


def test_mas_pone_el_que_sigue_y_un_folio_de_otra_serie_se_escribe_entero(ventana):
    tira = f9(ventana)
    teclear("+")
    assert tira.hoja.numero.texto() == "0823", "después también de los oficios de remisión"
    tira.hoja.numero.campo.clear()
    teclear("SM/12/2024")
    assert "«Mediante oficio número SM/12/2024," in tira.lectura.text()


def test_estando_en_un_paso_se_propone_ese_paso_con_el_medio_de_lo_ultimo(ventana):
    en(ventana, "1.2/3")
    tira = f9(ventana)
    elegidos = [lista.currentText() for lista in (tira.hoja.medio, tira.hoja.sentido, tira.hoja.lugar)]
    assert elegidos == ["Correo", "Recibido", "1.2 paso 3 · Se recibió"]
    assert not tira.hoja.numero.isVisible(), "un correo no lleva número"
    teclear("10/5/2024")
    tecla(TAB)
    teclear("DIRECCION DE ING")
    tecla(TAB)
    teclear("el padrón")
    tecla(ENTER)
    nuevo = lo_ultimo_de(ventana, "1.2/3")
    assert (nuevo.fecha, nuevo.partes[0].clave, nuevo.asunto) == (date(2024, 5, 10), "ingresos", "el padrón")


def test_la_cuenta_que_su_frase_lleva_se_propone_con_la_de_su_ficha(ventana):
    en(ventana, "1.2/5")
    tira = f9(ventana)
    poner_en(tira.hoja.unidad)
    teclear("obras")
    tecla(TAB)
    teclear("el módulo de trámites")
    assert tira.hoja.cuantos.text() == "1"
    assert tira.lectura.text().endswith("Desarrollo Urbano, siendo un total de 1 actualización.»")
    tecla(ENTER)
    assert impreso(en(ventana, "1.2/5"))[-1] == "En total 10 actualizaciones."
    tecla(Qt.Key.Key_F9)
    assert tira.hoja.cuantos.text() == "1"


def test_con_otro_medio_se_propone_otro_lugar_salvo_que_ella_lo_haya_escogido(ventana):
    tira = f9(ventana)
    hoja = tira.hoja
    for lista, rotulo in ((hoja.medio, "Correo"), (hoja.sentido, "Recibido")):
        lista.setCurrentText(rotulo)
        lista.cambio.emit(lista.currentData())
    assert hoja.lugar.currentData() == "1.2/3"
    hoja.lugar.setCurrentIndex(hoja.lugar.findData("3.3/1"))
    hoja.lugar.cambio.emit("3.3/1")
    assert hoja.medio.currentText() == "Correo"
    hoja.sentido.setCurrentText("Enviado")
    hoja.sentido.cambio.emit("enviado")
    assert hoja.lugar.currentData() == "3.3/1"


def test_lo_que_llega_puede_seguir_al_asunto_de_su_unidad_que_lo_espera(ventana):
    en(ventana, "1.2/3")
    tira = f9(ventana)
    poner_en(tira.hoja.unidad)
    assert not tira.sigue_a.isVisible()
    teclear("seguridad ciu")
    tecla(TAB)
    teclear("el módulo Mujer Segura")
    assert tira.sigue_a.isVisible()
    assert tira.sigue_a.elegido() is None, "nada se une sin que ella lo diga"
    assert tira.sigue_a.lista.currentText() == "(a ninguno)"
    tecla(TAB)
    assert QApplication.focusWidget() is tira.sigue_a.lista
    tecla(Qt.Key.Key_Down)
    assert tira.sigue_a.lista.currentText() == "UT/0561/2024 · actualizar el módulo Mujer Segura"
    tecla(ENTER)
    suyos = [r for r in ventana.sesion.foto.renglones if "Mujer Segura" in r.asunto]
    assert [r.lugar for r in suyos] == ["1.2/2", "1.2/3"]
    assert suyos[0].asunto_uid == suyos[1].asunto_uid != ""
    assert tira.isVisible()
    assert not tira.sigue_a.isVisible()


def test_hoy_es_la_fecha_mientras_sea_del_trimestre(ventana, abrir):
    tira = f9(ventana)
    assert tira.hoja.fecha.text() == "", "el 04/07 no es del 2º trimestre: no se inventa"
    ventana.sesion.ir_a_trimestre(Trimestre(2024, 3))
    assert not tira.isVisible()
    tira = f9(ventana)
    assert tira.hoja.fecha.text() == decir_fecha(date(2024, 7, 4))
    assert ventana.sesion.trimestre != SEGUNDO


def test_con_otro_plan_se_escogen_sus_medios_y_sus_lugares(ventana):
    tira = f9(ventana)
    tecla(ESC)
    foto = ventana.sesion.foto
    ventana.sesion.foto = replace(foto, plan=replace(foto.plan, medios=foto.plan.medios[:2]))
    f9(ventana)
    assert [tira.hoja.medio.itemText(i) for i in range(tira.hoja.medio.count())] == [
        "Oficio",
        "Circular",
        "(sin medio)",
    ]
    assert tira.hoja.lugar.count() > 10


def test_el_dia_solo_es_del_trimestre_que_se_ve(ventana):
    f9(ventana)
    ventana.sesion.ir_a_trimestre(Trimestre(2024, 1))
    tira = f9(ventana)
    poner_en(tira.hoja.fecha)
    teclear("15")
    tecla(TAB)
    assert tira.hoja.fecha.text() == "15/01/2024"


def test_una_fecha_que_no_es_no_se_guarda_y_se_dice(ventana):
    tira = f9(ventana)
    teclear("645")
    tecla(TAB)
    teclear("31/2")
    tecla(ENTER)
    assert "no es una fecha" in tira.aviso.text()
    assert enfocado() == "Fecha"
    assert anotados(ventana) == DEL_EJEMPLO


def test_una_fecha_que_no_es_se_dice_al_salir_de_ella(ventana):
    tira = f9(ventana)
    teclear("645")
    tecla(TAB)
    teclear("31/02/2026")
    tecla(TAB)
    assert "«31/02/2026» no es una fecha" in tira.aviso.text()


def test_una_fecha_de_otro_trimestre_abierto_pregunta_si_va_ahi_y_ahi_queda(ventana):
    ventana.sesion.ir_a_trimestre(Trimestre(2024, 3))
    tira = f9(ventana)
    assert tira.lectura.text().startswith("En el 3º trimestre 2024."), "se ve en cuál se anota"
    del_segundo = lambda: len(ventana.sesion.expediente.foto(SEGUNDO).renglones)  # noqa: E731
    antes = del_segundo()
    teclear("901")
    tecla(TAB)
    teclear("27/6")
    tecla(TAB)
    assert tira.en_cual.isVisible() and tira.en_cual.text() == "Anotarlo en el 2º trimestre 2024"
    assert "27/06 es del 2º trimestre, que sigue abierto: ¿ahí?" in tira.aviso.text()
    clic(tira.en_cual)
    assert "No es del 3º trimestre 2024." in tira.aviso.text(), "sin la marca, en el que se ve"
    clic(tira.en_cual)
    poner_en(tira.hoja.fecha)
    tecla(ENTER)
    assert (del_segundo(), anotados(ventana)) == (antes, 0)
    tecla(ENTER)
    assert (del_segundo(), anotados(ventana)) == (antes + 1, 0)
    assert tira.hecho.text().startswith("2º trimestre 2024: Anotado en ")
    assert not tira.en_cual.isVisible()
    clic(tira.ir)
    assert ventana.sesion.trimestre == SEGUNDO
    ventana.mando.historia.deshacer()
    assert del_segundo() == antes


def test_ya_en_enero_una_fecha_del_anio_que_empieza_pregunta_si_va_ahi_y_sin_prepararlo_lo_dice(abrir):
    cuarto, primero = Trimestre(2024, 4), Trimestre(2025, 1)
    ventana = abrir(cuarto, date(2025, 1, 8))
    tira = f9(ventana)
    teclear("901")
    tecla(TAB)
    teclear("4/1")
    tecla(TAB)
    assert "04/01/2025 es del 1º trimestre 2025, que aún no se prepara" in tira.aviso.text()
    assert not tira.en_cual.isVisible()
    tira.dejarlo()
    expediente = ventana.sesion.expediente
    anio.crear_anio(expediente, cuarto, anio.proponer_anio(expediente, cuarto), {})
    ventana.close()
    ventana = abrir(cuarto, date(2025, 1, 8))
    expediente, tira = ventana.sesion.expediente, f9(ventana)
    teclear("901")
    tecla(TAB)
    teclear("4/1")
    tecla(TAB)
    assert tira.en_cual.isVisible() and tira.en_cual.text() == "Anotarlo en el 1º trimestre 2025"
    assert "04/01/2025 es del 1º trimestre 2025, que sigue abierto: ¿ahí?" in tira.aviso.text()
    assert "UT/0901/2025" in tira.lectura.text(), "con la serie de su año"
    poner_en(tira.hoja.fecha)
    tecla(ENTER)
    tecla(ENTER)
    (nuevo,) = expediente.foto(primero).renglones
    assert ([cita.folio for cita in nuevo.citas], nuevo.fecha) == (["UT/0901/2025"], date(2025, 1, 4))
    assert anotados(ventana) == 0
    clic(tira.ir)
    assert ventana.sesion.trimestre == primero
    ventana.mando.historia.deshacer()
    assert not expediente.foto(primero).renglones


def test_mientras_otro_programa_tiene_el_archivo_se_dice_que_no_se_ve_todo(ventana, archivo):
    with ocupado(archivo):
        tira = f9(ventana)
        assert tira.aviso.text().startswith("Por ahora no se pudo ver lo demás del archivo")
        teclear("583")
        assert "UT/0583/2024 ya está en 1.2 paso 2." in tira.aviso.text(), "lo de este trimestre sí se sabe"
    tecla(ESC)
    f9(ventana)
    assert tira.aviso.text() == "UT/0583/2024 ya está en 1.2 paso 2."


def test_una_fecha_de_otro_trimestre_pide_otro_enter_y_no_se_queda_para_el_siguiente(ventana):
    tira = f9(ventana)
    teclear("645")
    tecla(TAB)
    teclear("10/8/2024")
    tecla(ENTER)
    assert tira.aviso.text() == "No es del 2º trimestre 2024. Enter otra vez lo anota de todos modos."
    assert anotados(ventana) == DEL_EJEMPLO
    tecla(ENTER)
    assert anotados(ventana) == DEL_EJEMPLO + 1
    assert tira.hoja.fecha.text() == ""


def test_enter_sin_nada_escrito_no_anota_nada(ventana):
    tira = f9(ventana)
    tecla(ENTER)
    assert tira.aviso.text() == "Escriba el número, con quién o de qué trata."
    assert anotados(ventana) == DEL_EJEMPLO


def test_enter_toma_la_opcion_elegida_y_con_la_lista_abierta_guarda_lo_escrito(ventana):
    tira = f9(ventana)
    poner_en(tira.hoja.asunto)
    teclear("actualizar el mod")
    assert QApplication.activePopupWidget() is not None
    tecla(Qt.Key.Key_Down)
    tecla(ENTER)
    assert tira.hoja.asunto.text().startswith("actualizar el módulo ")
    assert anotados(ventana) == DEL_EJEMPLO, "tomar una opción no guarda"
    tira.hoja.asunto.clear()
    teclear("actualizar el mod")
    tecla(ENTER)
    assert lo_ultimo_de(ventana, "1.2/2").asunto == "actualizar el mod"


def test_cerrar_la_tira_no_pierde_lo_escrito_y_el_cursor_vuelve_a_su_lugar(ventana):
    tabla = renglones(en(ventana, "1.2/2")).tabla
    poner_en(tabla)
    tira = f9(ventana)
    teclear("645")
    tecla(ESC)
    assert QApplication.focusWidget() is tabla
    assert f9(ventana) is tira
    assert tira.hoja.numero.texto() == "645"


def a_medias(ventana) -> None:
    """Escribe un número en la tira y la cierra con Esc, sin su Enter."""
    f9(ventana)
    teclear("700")
    tecla(ESC)


def salir_y_volver(ventana) -> None:
    aplicacion = QApplication.instance()
    for estado in (Qt.ApplicationState.ApplicationInactive, Qt.ApplicationState.ApplicationActive):
        aplicacion.applicationStateChanged.emit(estado)
        QApplication.processEvents()


def cerrar_y_cancelar(ventana) -> None:
    assert not ventana.close()
    oprimir_en_aviso("Volver a verlo")


@pytest.mark.parametrize(
    "gesto",
    [
        cerrar_y_cancelar,
        salir_y_volver,
        lambda ventana: con_control(Qt.Key.Key_G),
        lambda ventana: tecla(Qt.Key.Key_F8),
    ],
)
def test_lo_que_nunca_tuvo_su_enter_nada_lo_anota(ventana, qtbot, gesto):
    qtbot.waitUntil(lambda: ventana.findChild(Atencion) is not None)
    a_medias(ventana)
    antes = anotados(ventana)
    gesto(ventana)
    ventana.sesion.reintentar()
    assert anotados(ventana) == antes
    assert f9(ventana).hoja.numero.texto() == "700"


def test_guardar_no_dice_que_todo_esta_guardado_si_algo_no_tuvo_su_enter(ventana):
    a_medias(ventana)
    con_control(Qt.Key.Key_G)
    assert ventana.statusBar().currentMessage() == "Falta anotar lo de «Anotar» (F9)."
    ventana.mesa.medio.findChild(Tira).dejarlo()
    con_control(Qt.Key.Key_G)
    assert ventana.statusBar().currentMessage() == "Todo está guardado."


@pytest.mark.parametrize("salida", ["Anotarlo y cerrar", "Volver a verlo", "Salir sin anotarlo"])
def test_cerrar_con_algo_sin_su_enter_pregunta_y_de_costumbre_lo_vuelve_a_ver(abrir, salida):
    ventana = abrir()
    f9(ventana)
    anotar_el_645()
    tecla(ESC)
    assert not ventana.close()
    aviso = avisos.ultimo()
    assert "«Anotar» (F9)" in aviso.texto
    assert "UT/0645/2024" in aviso.dialogo.informativeText()
    assert aviso.dialogo.defaultButton().text() == "Volver a verlo"
    oprimir_en_aviso(salida)
    assert ventana.isVisible() == (salida == "Volver a verlo")
    if salida == "Volver a verlo":
        tira = ventana.mesa.medio.findChild(Tira)
        assert (tira.isVisible(), tira.hoja.numero.texto()) == (True, "645")
        ventana.cierre.sin_guardarlo = True
        ventana.close()
    hay = [c.folio for r in abrir().sesion.foto.renglones for c in r.citas]
    assert hay.count("UT/0645/2024") == (salida == "Anotarlo y cerrar")


def test_anotarlo_y_cerrar_no_cierra_si_algo_extrana(ventana):
    f9(ventana)
    teclear("548")
    tecla(ESC)
    ventana.close()
    oprimir_en_aviso("Anotarlo y cerrar")
    assert ventana.isVisible()
    assert avisos.ultimo().texto == "UT/0548/2024 ya está en 1.2 paso 2."
    assert anotados(ventana) == DEL_EJEMPLO


def test_esc_olvida_el_permiso_para_repetir_un_numero(ventana):
    tira = f9(ventana)
    teclear("548")
    tecla(TAB)
    teclear("10/8/2024")
    tecla(ENTER)
    oprimir_en_aviso("Contarlo aquí también")
    assert "Enter otra vez" in tira.aviso.text(), "falta lo de la fecha"
    tecla(ESC)
    f9(ventana)
    tecla(ENTER)
    assert anotados(ventana) == DEL_EJEMPLO
    oprimir_en_aviso("Contarlo aquí también")
    assert anotados(ventana) == DEL_EJEMPLO and "Enter otra vez" in tira.aviso.text()
    tecla(ENTER)
    assert anotados(ventana) == DEL_EJEMPLO + 1


def test_lo_que_le_falta_a_la_frase_se_dice_al_anotarlo_y_se_va_al_renglon(ventana):
    tira = f9(ventana)
    teclear("645")
    tecla(ENTER)
    assert tira.hecho.text().endswith("Le falta «A qué área» y «Qué se solicitó».")
    tira.ir.click()
    assert renglones(en(ventana, "1.2/2")).elegido().citas[0].folio == "UT/0645/2024"


def test_deshacer_quita_lo_anotado(ventana):
    f9(ventana)
    anotar_el_645()
    tecla(ENTER)
    con_control(Qt.Key.Key_Z)
    assert anotados(ventana) == DEL_EJEMPLO


def test_al_deshacer_ya_no_se_dice_que_se_anoto(ventana):
    tira = f9(ventana)
    teclear("0700")
    tecla(Qt.Key.Key_Return)
    assert tira.hecho.text().startswith("Anotado en ")
    ventana.mando.historia.deshacer()
    assert tira.isVisible()
    assert tira.hecho.text() == ""
    assert tira.ir.isHidden()


def test_en_un_trimestre_firmado_se_dice_por_que_no_se_puede(ventana, qtbot):
    informe = ventana.pestanas.ir_a("informe")
    informe.firmar.firmar(date(2024, 7, 4))
    qtbot.waitUntil(lambda: ventana.sesion.foto.firmado is not None, timeout=30_000)
    qtbot.waitUntil(lambda: informe.firmar.tarea is None)
    tecla(Qt.Key.Key_F9)
    assert ventana.findChild(Tira) is None
    assert avisos.ultimo().texto == "El 2º trimestre 2024 ya se firmó y está cerrado."


@pytest.mark.parametrize("asunto", ["x" * 300, "muchas palabras " * 1200], ids=["sin espacios", "muy largo"])
def test_un_asunto_desmedido_no_agranda_la_ventana_ni_la_tira(ventana, asunto):
    ventana.resize(1366, 740)
    tira = f9(ventana)
    QApplication.processEvents()
    ancho = ventana.width()
    tira.hoja.asunto.setText(asunto)
    tira.hoja.asunto.textEdited.emit(asunto)
    QApplication.processEvents()
    assert tira.lectura.text().startswith("Se leerá:")
    assert ventana.width() == ancho
    assert tira.lectura.heightForWidth(1300) <= 4 * tira.fontMetrics().lineSpacing()


def test_un_tramo_dicho_con_palabras_tambien_se_pregunta(ventana):
    tira = f9(ventana)
    antes = len(ventana.sesion.foto.renglones)
    poner_en(tira.hoja.numero.campo)
    tira.hoja.numero.campo.setText("1645 al 1647")
    tecla(Qt.Key.Key_Return)
    assert avisos.ultimo().texto == "¿Son 3 oficios, del 1645 al 1647?"
    assert len(ventana.sesion.foto.renglones) == antes
    oprimir_en_aviso("Sí, son 3")
    tecla(Qt.Key.Key_Return)
    assert len(ventana.sesion.foto.renglones) == antes + 1
    assert [cita.folio for r in ventana.sesion.foto.renglones for cita in r.citas if "164" in cita.folio] == [
        "UT/1645/2024", "UT/1646/2024", "UT/1647/2024",
    ]  # fmt: skip


def test_un_numero_muy_por_encima_pide_otro_enter_y_no_mueve_al_que_sigue(ventana):
    tira = f9(ventana)
    teclear("8022")
    tecla(ENTER)
    assert tira.aviso.text().startswith(
        "UT/8022/2024 está muy por encima de los demás: el que sigue es UT/0823/2024, y seguirá siendo ese."
    )
    assert anotados(ventana) == DEL_EJEMPLO
    tecla(ENTER)
    assert anotados(ventana) == DEL_EJEMPLO + 1
    assert tira.hoja.numero.campo.placeholderText() == "0823"


def test_un_numero_muy_por_encima_mueve_al_que_sigue_si_ella_lo_marca(ventana):
    tira = f9(ventana)
    assert not tira.sigue_de_ahi.isVisible()
    teclear("8022")
    tecla(ENTER)
    assert tira.sigue_de_ahi.isVisible()
    assert tira.sigue_de_ahi.text() == "Desde ahora sigue después de UT/8022/2024"
    poner_en(tira.sigue_de_ahi)
    tecla(Qt.Key.Key_Space)
    tecla(ENTER)
    assert anotados(ventana) == DEL_EJEMPLO + 1
    assert tira.hoja.numero.campo.placeholderText() == "8023"
    assert not tira.sigue_de_ahi.isVisible() and not tira.sigue_de_ahi.isChecked()
    con_control(Qt.Key.Key_Z)
    assert anotados(ventana) == DEL_EJEMPLO
    assert tira.hoja.numero.campo.placeholderText() == "0823", "una sola acción"


def test_lo_marcado_se_olvida_si_el_numero_se_corrige(ventana):
    tira = f9(ventana)
    teclear("8022")
    tecla(ENTER)
    tira.sigue_de_ahi.setChecked(True)
    tira.hoja.numero.campo.setText("823")
    assert not tira.sigue_de_ahi.isVisible() and not tira.sigue_de_ahi.isChecked()
    tecla(ENTER)
    assert tira.hoja.numero.campo.placeholderText() == "0824"


# --- a qué contesta lo que llega ------------------------------------------------------------------


def recibido(tira: Tira) -> None:
    tira.hoja.sentido.setCurrentText("Recibido")
    tira.hoja.sentido.cambio.emit("recibido")


def del_libro(ventana, folio: str):
    libro = leer_libro(ventana.sesion.expediente, 2024)
    return next(fila for fila in libro.filas if fila.oficio.folio == folio)


def test_lo_enviado_donde_algo_llega_despues_espera_respuesta(ventana):
    en(ventana, "1.2/2")
    f9(ventana)
    anotar_el_645()
    tecla(ENTER)
    assert del_libro(ventana, "UT/0645/2024").espera
    con_control(Qt.Key.Key_Z)
    assert "UT/0645/2024" not in {
        fila.oficio.folio for fila in leer_libro(ventana.sesion.expediente, 2024).filas
    }


def test_el_viernes_llega_la_respuesta_en_siete_acciones(ventana):
    """F9 · Recibido · su número · `seg` · de qué trata · Contesta a ↓ · Enter."""
    pidio = del_libro(ventana, "UT/0561/2024").oficio.uid
    ventana.sesion.hacer(seguir, (pidio,), espera=True)
    en(ventana, "1.2/3")
    tira = f9(ventana)
    tira.hoja.medio.setCurrentText("Oficio")
    tira.hoja.medio.cambio.emit("oficio")
    recibido(tira)
    poner_en(tira.hoja.numero.campo)
    teclear("SSC/0231/2024")
    tecla(TAB)
    teclear("14/06/2024")
    tecla(TAB)
    teclear("seguridad ciu")
    tecla(TAB)
    teclear("el módulo Mujer Segura")
    assert tira.sigue_a.letrero.text() == "Contesta a"
    assert tira.sigue_a.elegido() is None and not tira.sigue_a.falta_parte.isVisible()
    tecla(TAB)
    tecla(Qt.Key.Key_Down)
    a_cual = "UT/0561/2024 · Secretaría de Seguridad Ciudad… · actualizar el módulo"
    assert tira.sigue_a.lista.currentText().startswith(a_cual)
    assert tira.sigue_a.falta_parte.isVisible()
    tecla(ENTER)
    fila = del_libro(ventana, "UT/0561/2024")
    assert (fila.estado, fila.contestado_con) == ("contestado", ("SSC/0231/2024",))
    assert tira.sigue_a.lista.currentText() in ("", "(a ninguno)"), "lo que sigue es otra cosa"
    con_control(Qt.Key.Key_Z)
    assert not del_libro(ventana, "UT/0561/2024").contestado
    assert anotados(ventana) == DEL_EJEMPLO


def test_si_falta_una_parte_sigue_esperando_aunque_vaya_en_su_asunto(ventana):
    pidio = del_libro(ventana, "UT/0561/2024").oficio.uid
    ventana.sesion.hacer(seguir, (pidio,), espera=True)
    en(ventana, "1.2/3")
    tira = f9(ventana)
    recibido(tira)
    poner_en(tira.hoja.unidad)
    teclear("seguridad ciu")
    tecla(TAB)
    teclear("el módulo Mujer Segura")
    tecla(TAB)
    tecla(Qt.Key.Key_Down)
    tecla(TAB)
    assert QApplication.focusWidget() is tira.sigue_a.falta_parte
    tecla(Qt.Key.Key_Space)
    tecla(ENTER)
    fila = del_libro(ventana, "UT/0561/2024")
    assert fila.a_medias and fila.espera
    suyos = [r for r in ventana.sesion.foto.renglones if "Mujer Segura" in r.asunto]
    assert suyos[0].asunto_uid == suyos[1].asunto_uid != "", "y queda en su asunto"
    assert fila.contestado_con == ("correo",), "llegó por correo: ningún oficio"
    assert not tira.sigue_a.falta_parte.isChecked()


def test_cerrar_la_tira_sin_anotar_no_contesta_nada(ventana):
    pidio = del_libro(ventana, "UT/0561/2024").oficio.uid
    ventana.sesion.hacer(seguir, (pidio,), espera=True)
    en(ventana, "1.2/3")
    tira = f9(ventana)
    recibido(tira)
    assert tira.sigue_a.isVisible(), "se ofrecen los que esperan, aunque no se diga de quién llega"
    poner_en(tira.sigue_a.lista)
    tecla(Qt.Key.Key_Down)
    tecla(ESC)
    assert del_libro(ventana, "UT/0561/2024").espera
    assert anotados(ventana) == DEL_EJEMPLO
