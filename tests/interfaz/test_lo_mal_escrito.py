"""Lo mal escrito, escrito en las ventanas mismas: lo que se entiende se toma igual, y lo que no, se dice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from tests.interfaz.manos import (
    al_pie,
    con_control,
    copiar_al_portapapeles,
    en,
    oprimir_en_aviso,
    poner_en,
    renglones,
    tecla,
    teclear,
)
from tests.interfaz.test_anotar import ENTER, TAB, anotados, anotar_el_645, f9, recibido
from tests.interfaz.test_oficios import numeros, oficios
from ut_escritorio.dominio.oficios.folios import llave_de
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.renglones import Parte
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.servicios.oficios import anotar
from ut_escritorio.servicios.oficios.libro import leer_libro


def folios(ventana: Any) -> list[str]:
    return [cita.folio for renglon in ventana.sesion.foto.renglones for cita in renglon.citas]


def siguiente(ventana: Any) -> str:
    return leer_libro(ventana.sesion.expediente, 2024).siguiente


# --- en F9 ----------------------------------------------------------------------------------------


def test_escrito_de_cualquier_modo_es_el_mismo_numero_y_se_dice_donde_esta(ventana):
    tira = f9(ventana)
    anotar_el_645()
    tecla(ENTER)
    cuantos = anotados(ventana)
    for escrito in ("645", "0645", "UT/645/2024", "ut/0645/2024", "núm. 645", " 645 "):
        teclear(escrito)
        assert tira.aviso.text().endswith("/2024 ya está en 1.2 paso 2."), escrito
        tecla(ENTER)
        assert avisos.ultimo().texto.endswith("/2024 ya está en 1.2 paso 2."), escrito
        assert anotados(ventana) == cuantos, escrito
        oprimir_en_aviso("Contarlo aquí también")
        assert anotados(ventana) == cuantos + 1
        en_el_libro = [f.oficio.folio for f in leer_libro(ventana.sesion.expediente, 2024).filas]
        assert sum("645" in folio for folio in en_el_libro) == 1, "dicho dos veces, es un solo papel"
        ventana.mando.historia.deshacer()
        f9(ventana)


def test_dos_numeros_son_dos_oficios(ventana):
    for escrito in ("645 y 646", "645, 646", "645; 0646"):
        f9(ventana)
        teclear(escrito)
        tecla(ENTER)
        assert anotados(ventana) == 46, escrito
        assert {"UT/0645/2024", "UT/0646/2024"} <= {*folios(ventana)}, escrito
        assert siguiente(ventana) == "UT/0823/2024"
        ventana.mando.historia.deshacer()


def test_de_dos_numeros_lo_mismo_se_dice_una_vez_nombrando_a_los_dos(ventana):
    tira = f9(ventana)
    teclear("645 y 646")
    tecla(ENTER)
    teclear("645 y 646")
    assert tira.aviso.text().count("ya est") == 1
    assert tira.aviso.text().startswith("UT/0645/2024 y UT/0646/2024 ya están en ")
    tira.hoja.numero.campo.selectAll()
    teclear("8022 y 8023")
    tecla(ENTER)
    assert tira.aviso.text().startswith("UT/8022/2024 y UT/8023/2024 están muy por encima de los demás: ")
    assert tira.aviso.text().count("por encima") == 1
    tira.hoja.numero.campo.setText("825 y 826")
    poner_en(tira.hoja.fecha)
    tira.hoja.fecha.selectAll()
    teclear("10/06/2024")
    tecla(TAB)
    assert tira.aviso.text() == "UT/0822/2024, que va antes, es del 04/07/2024."


@pytest.mark.parametrize("escrito", ["645-650", "645 al 650"])
def test_un_tramo_no_se_guarda_hasta_decir_cuantos_son(ventana, escrito):
    tira = f9(ventana)
    teclear(escrito)
    for _ in range(2):
        tecla(ENTER)
        assert avisos.ultimo().texto == "¿Son 6 oficios, del 0645 al 0650?"
        oprimir_en_aviso("Volver a verlo")
        ventana.activateWindow()
        assert tira.hoja.numero.texto() == escrito and anotados(ventana) == 45
    poner_en(tira.hoja.numero.campo)
    tecla(ENTER)
    oprimir_en_aviso("Sí, son 6")
    assert {f"UT/0{numero}/2024" for numero in range(645, 651)} <= set(folios(ventana))
    ventana.mando.historia.deshacer()
    f9(ventana)
    teclear(escrito)
    tecla(ENTER)
    oprimir_en_aviso("Es uno solo")
    assert f"UT/{escrito}/2024" in folios(ventana) and tira.hoja.nada_escrito()


def test_un_tramo_recibido_tambien_se_pregunta_y_el_que_es_uno_se_escribe_entero(ventana):
    tira = f9(ventana)
    recibido(tira)
    poner_en(tira.hoja.numero.campo)
    teclear("645 al 650")
    tecla(ENTER)
    assert avisos.ultimo().texto == "¿Son 6 oficios, del 645 al 650?"
    assert "escríbalo con su serie y su año" in avisos.ultimo().dialogo.informativeText()
    oprimir_en_aviso("Sí, son 6")
    assert {str(numero) for numero in range(645, 651)} <= set(folios(ventana))


# --- en el renglón --------------------------------------------------------------------------------


def numeros_del_renglon(ventana: Any, folio: str) -> tuple[Any, Any]:
    bloque = renglones(en(ventana, "1.2/2"))
    citan = (r for r in ventana.sesion.foto.renglones if [c.folio for c in r.citas] == [folio])
    bloque.ir_a(next(citan).uid)
    return bloque, bloque.formulario.pieza_de("citas")


def escribir(campo: Any, texto: str) -> None:
    poner_en(campo)
    campo.selectAll()
    teclear(texto)


def test_en_el_renglon_el_numero_se_completa_y_el_tramo_se_pregunta(ventana, qtbot):
    bloque, campo = numeros_del_renglon(ventana, "UT/0583/2024")
    for escrito in ("645", "0645", "UT/645/2024"):
        escribir(campo, escrito)
        tecla(ENTER)
        assert [llave_de(c.folio) for c in bloque.elegido().citas] == [llave_de("UT/0645/2024")], escrito
    for escrito in ("645-650", "645 al 650"):
        escribir(campo, escrito)
        tecla(TAB)
        qtbot.waitUntil(lambda: avisos.a_la_vista("¿Son 6 oficios, del 0645 al 0650?"))
        oprimir_en_aviso("Volver a verlo")
        assert campo.text() == escrito and len(bloque.elegido().citas) == 1
        poner_en(campo)
        tecla(ENTER)
        assert avisos.a_la_vista("¿Son 6 oficios, del 0645 al 0650?"), "Enter lo pregunta otra vez"
        oprimir_en_aviso("Sí, son 6")
        assert [c.folio for c in bloque.elegido().citas] == [f"UT/0{n}/2024" for n in range(645, 651)]
        assert not ventana.sesion.sin_guardar
        ventana.mando.historia.deshacer()
    escribir(campo, "645 al 650")
    tecla(ENTER)
    oprimir_en_aviso("Es uno solo")
    assert [c.folio for c in bloque.elegido().citas] == ["UT/645 al 650/2024"]


def test_en_el_renglon_el_enviado_ya_usado_solo_se_cuenta_con_su_boton(ventana, qtbot):
    bloque, campo = numeros_del_renglon(ventana, "UT/0583/2024")
    donde = "UT/0548/2024 ya está en 1.2 paso 2."
    escribir(campo, "548")
    for _ in range(2):
        tecla(ENTER)
        assert avisos.a_la_vista(donde)
        QTest.keyClick(avisos.ultimo().dialogo, ENTER)
        ventana.activateWindow()
        assert [c.folio for c in bloque.elegido().citas] == ["UT/0583/2024"] and campo.text() == "548"
        poner_en(campo)
    assert al_pie(campo) == f"{donde} Falta decir si se cuenta aquí también; Enter lo pregunta."
    tecla(Qt.Key.Key_Escape)
    assert campo.text() == "UT/0583/2024" and not ventana.sesion.sin_guardar
    escribir(campo, "548")
    tecla(TAB)
    qtbot.waitUntil(lambda: avisos.a_la_vista(donde))
    oprimir_en_aviso("Contarlo aquí también")
    assert [c.folio for c in bloque.elegido().citas] == ["UT/0548/2024"] and al_pie(campo) == donde
    en_el_libro = [f.oficio.folio for f in leer_libro(ventana.sesion.expediente, 2024).filas]
    assert en_el_libro.count("UT/0548/2024") == 1, "es el mismo papel"


def test_el_bis_se_conserva_y_no_mueve_la_cuenta(ventana):
    tira = f9(ventana)
    teclear("822 bis")
    tecla(ENTER)
    assert "UT/0822 bis/2024" in folios(ventana)
    assert siguiente(ventana) == "UT/0823/2024" and tira.hoja.numero.campo.placeholderText() == "0823"


def test_el_de_otro_anio_se_dice_y_se_toma_igual(ventana):
    tira = f9(ventana)
    teclear("UT/0645/2023")
    assert tira.aviso.text() == "UT/0645/2023 es de 2023, no de 2024."
    tecla(ENTER)
    assert "UT/0645/2023" in folios(ventana) and siguiente(ventana) == "UT/0823/2024"


def test_la_fecha_que_no_llega_se_dice_y_se_toma_igual(abrir):
    ventana = abrir(hoy=date(2024, 6, 10))
    tira = f9(ventana)
    teclear("645")
    tecla(TAB)
    tira.hoja.fecha.selectAll()
    teclear("20/06/2024")
    tecla(TAB)
    assert tira.aviso.text() == "Todavía no llega el 20/06/2024."
    tecla(ENTER)
    assert "UT/0645/2024" in folios(ventana)


def test_de_la_fecha_que_no_se_entiende_no_se_dice_lo_de_la_que_habia(abrir):
    ventana = abrir(trimestre=Trimestre(2024, 3))
    tira = f9(ventana)
    teclear("825")
    poner_en(tira.hoja.fecha)
    tira.hoja.fecha.selectAll()
    teclear("10/06/2024")
    tecla(TAB)
    assert "10/06 es del 2º trimestre" in tira.aviso.text() and tira.en_cual.isVisible()
    assert "que va antes" in tira.aviso.text()
    poner_en(tira.hoja.fecha)
    tira.hoja.fecha.setText("+")
    assert not tira.aviso.text(), "mientras se escribe, nada de la que había"
    tecla(ENTER)
    for _ in range(2):
        assert tira.aviso.text().startswith("«+» no es una fecha"), "con Enter, y al salir de ella"
        assert "trimestre" not in tira.aviso.text() and "va antes" not in tira.aviso.text()
        assert not tira.en_cual.isVisible()
        tecla(TAB)
    poner_en(tira.hoja.fecha)
    tecla(Qt.Key.Key_Escape)
    tecla(TAB)
    assert "10/06 es del 2º trimestre" in tira.aviso.text(), "Esc deja la que había, y lo suyo"


def test_el_anterior_a_los_que_ya_estan_se_toma_sin_mover_la_cuenta(ventana):
    f9(ventana)
    teclear("533")
    tecla(ENTER)
    assert "UT/0533/2024" in folios(ventana) and siguiente(ventana) == "UT/0823/2024"


def test_el_de_fecha_anterior_a_la_del_numero_que_le_precede_se_dice_y_se_toma_igual(ventana):
    tira = f9(ventana)
    teclear("825")
    assert not tira.aviso.text(), "sin su fecha no se sabe"
    tecla(TAB)
    tira.hoja.fecha.selectAll()
    teclear("10/06/2024")
    tecla(TAB)
    assert tira.aviso.text() == "UT/0822/2024, que va antes, es del 04/07/2024."
    tecla(ENTER)
    assert "UT/0825/2024" in folios(ventana)


def test_el_que_solo_esta_en_el_libro_se_dice_de_quien_es_y_no_nace_otro_papel(ventana):
    carta = Oficio("", "UT/0823/2024", papel=DelPapel(partes=(Parte("destinatario", texto="la imprenta"),)))
    ventana.sesion.hacer(anotar.agregar, carta)
    tira = f9(ventana)
    teclear("823")
    assert tira.aviso.text() == "UT/0823/2024 ya está en el libro, para la imprenta: es ese mismo oficio."
    tecla(ENTER)
    assert "UT/0823/2024" not in folios(ventana) and avisos.ultimo().texto == tira.aviso.text()
    oprimir_en_aviso("Contarlo aquí también")
    en_el_libro = [f.oficio.folio for f in leer_libro(ventana.sesion.expediente, 2024).filas]
    assert "UT/0823/2024" in folios(ventana) and en_el_libro.count("UT/0823/2024") == 1


def test_el_mismo_numero_recibido_de_otra_area_es_otro_papel(ventana):
    tira = f9(ventana)
    for area in ("Tesorería Municipal", "Obras de Fuera"):
        recibido(tira)
        poner_en(tira.hoja.numero.campo)
        teclear("034/2024")
        tira.hoja.unidad.setText(area)
        tira.hoja.unidad.textEdited.emit(area)
        tecla(ENTER)
        if "Enter otra vez" in tira.aviso.text():
            tecla(ENTER)
    suyos = [f.con for f in leer_libro(ventana.sesion.expediente, 2024).filas if f.oficio.folio == "034/2024"]
    assert sorted(suyos) == ["Obras de Fuera", "Tesorería Municipal"]


def test_el_asunto_pegado_con_tabuladores_y_renglones_queda_en_uno(ventana):
    tira = f9(ventana)
    teclear("645")
    poner_en(tira.hoja.asunto)
    copiar_al_portapapeles("Se pide\tlo\r\nsiguiente: " + "x" * 19_000)
    con_control(Qt.Key.Key_V)
    tecla(ENTER)
    suyo = next(r for r in ventana.sesion.foto.renglones if [c.folio for c in r.citas] == ["UT/0645/2024"])
    assert suyo.asunto == "Se pide lo siguiente: " + "x" * 19_000


def test_el_asunto_que_no_cabe_entero_no_se_corta_y_se_dice(ventana):
    tira = f9(ventana)
    poner_en(tira.hoja.asunto)
    teclear("antes ")
    copiar_al_portapapeles("x" * 20_001)
    con_control(Qt.Key.Key_V)
    assert tira.hoja.asunto.text() == "antes " and "aquí caben 20,000" in QToolTip.text()


# --- en el libro ----------------------------------------------------------------------------------


def test_en_su_formulario_el_numero_se_completa_y_se_toma_igual(ventana):
    pestana = oficios(ventana)
    for escrito, queda in (
        ("901", "UT/0901/2024"), ("ut/0902/2024", "ut/0902/2024"), ("901 bis", "UT/0901 bis/2024"),
        ("UT/0645/2023", "UT/0645/2023"), ("12", "UT/0012/2024"),
    ):  # fmt: skip
        poner_en(pestana.tabla)
        tecla(Qt.Key.Key_Insert)
        campo = pestana.formulario.pieza_de("folio")
        poner_en(campo)
        teclear(escrito)
        tecla(TAB)
        assert queda in numeros(pestana)


def test_en_su_formulario_lo_que_extrana_se_dice_debajo_y_se_toma_igual(ventana):
    pestana = oficios(ventana)
    poner_en(pestana.tabla)
    tecla(Qt.Key.Key_Insert)
    for dato, escrito, dicho in (
        ("folio", "UT/0900/2023", "UT/0900/2023 es de 2023, no de 2024."),
        ("folio", "900", ""),
        ("fecha", "05/07/2024", "Todavía no llega el 05/07/2024."),
        ("fecha", "03/07/2024", "UT/0822/2024, que va antes, es del 04/07/2024."),
        ("fecha", "04/07/2024", ""),
    ):
        campo = pestana.formulario.pieza_de(dato)
        poner_en(campo)
        campo.selectAll()
        teclear(escrito)
        tecla(TAB)
        assert al_pie(pestana.formulario.pieza_de(dato)) == dicho


def test_en_su_formulario_el_usado_no_entra_y_dice_de_quien_es(ventana):
    pestana = oficios(ventana)
    poner_en(pestana.tabla)
    tecla(Qt.Key.Key_Insert)
    poner_en(pestana.formulario.pieza_de("folio"))
    teclear("583")
    tecla(TAB)
    assert "UT/0583/2024 ya es de otro oficio (1.2 paso 2)" in al_pie(pestana.formulario.pieza_de("folio"))
    assert avisos.ultimo() is None and not ventana.reintento.franja.dice(), "una sola vez, a su pie"
    assert ventana.sesion.sin_guardar and not ventana.sesion.sin_guardar.por_reintentar
    assert numeros(pestana).count("UT/0583/2024") == 1


def test_el_de_remision_se_completa_y_el_que_ya_esta_pregunta(ventana, qtbot):
    informe = ventana.pestanas.ir_a("informe")
    departamento, oficio = next(iter(informe.datos.oficios.items()))

    def guardado() -> str:
        return ventana.sesion.foto.remisiones[departamento].folio

    def escribir(numero: str) -> None:
        poner_en(oficio.folio)
        oficio.folio.selectAll()
        teclear(numero)
        tecla(ENTER)

    escribir("640")
    assert avisos.ultimo().texto.startswith("UT/0640/2024 ya está en 1.")
    QTest.keyClick(avisos.ultimo().dialogo, ENTER)
    ventana.activateWindow()
    assert guardado() == "UT/0822/2024", "Enter repetido no lo toma"
    escribir("823")
    qtbot.waitUntil(lambda: guardado() == "UT/0823/2024")
    escribir("0823")
    assert guardado() == "UT/0823/2024" and oficio.folio.text() == "UT/0823/2024", "el suyo no se pregunta"
    escribir("771")
    qtbot.waitUntil(lambda: "un oficio de remisión" in avisos.ultimo().texto)
    oprimir_en_aviso("Contarlo aquí también")
    qtbot.waitUntil(lambda: guardado() == "UT/0771/2024")
