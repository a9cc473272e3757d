"""La carta en la ventana: escribirla con el teclado junto a su hoja, imprimir una o muchas, y corregirla."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from tests.interfaz.conftest import AHORA, HOY, SEGUNDO
from tests.interfaz.manos import (
    clic,
    con_control,
    contestar,
    copiar_al_portapapeles,
    oprimir_en_aviso,
    poner_en,
    tecla,
    teclear,
    tiene_el_cursor,
)
from tests.interfaz.test_oficios import SIN, con_el_cursor, elegir, fila, numeros, oficios
from tests.interfaz.test_sin_guardar import cerrar_aviso, ocupado
from ut_escritorio import rutas
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.renglones import Parte
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.anotar.tira import Tira
from ut_escritorio.interfaz.catalogos.ventana import Catalogos
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.dialogos import avisos, impresion
from ut_escritorio.interfaz.oficios.carta.varias import VariasAreas
from ut_escritorio.interfaz.oficios.formulario import sitio_de
from ut_escritorio.interfaz.oficios.pestana import PestanaOficios
from ut_escritorio.interfaz.oficios.por_cual_va import CuadroDelUltimo
from ut_escritorio.interfaz.oficios.que_faltan import QueFaltan
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import Cambios
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.oficios import anotar, cartas, espera, imprimir
from ut_escritorio.servicios.oficios.libro import leer_libro

Aceptar = Callable[[], object]
TERCERO = Trimestre(2024, 3)


@pytest.fixture
def papel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """La impresora de las pruebas, que deja en un PDF lo que se le manda."""
    ruta = tmp_path / "papel.pdf"

    def impresora() -> QPrinter:
        de_archivo = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        de_archivo.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        de_archivo.setOutputFileName(str(ruta))
        return de_archivo

    monkeypatch.setattr(impresion, "nueva_impresora", impresora)
    return ruta


@pytest.fixture
def elegida(monkeypatch: pytest.MonkeyPatch) -> list[Aceptar]:
    """Lo que espera a que ella acepte el cuadro de la impresora."""
    esperan: list[Aceptar] = []
    monkeypatch.setattr(avisos, "elegir_impresora", lambda *datos: esperan.append(datos[4]))
    return esperan


def carta(pestana: PestanaOficios) -> Any:
    panel = pestana.cartas.abierta
    assert panel is not None, "no se ve ninguna carta"
    return panel


def escribir_una(pestana: PestanaOficios, modulo: str = "Horarios", a_quien: str = "tes") -> Any:
    """Como la jefa: plantilla, a quién y el módulo."""
    poner_en(pestana.tabla)
    con_control(Qt.Key.Key_Insert)
    teclear("act")
    tecla(Qt.Key.Key_Return)
    teclear(a_quien)
    tecla(Qt.Key.Key_Tab)
    panel = carta(pestana)
    if modulo:
        poner_en(panel.pieza_de("carta.campo.modulo"))
        teclear(modulo)
        tecla(Qt.Key.Key_Return)
    return panel


def lista(panel: Any, qtbot) -> None:
    qtbot.waitUntil(lambda: panel.hoja.al_dia, timeout=30_000)


def acepta(elegida: list[Aceptar], pestana: PestanaOficios, qtbot) -> None:
    """Acepta el cuadro de la impresora y espera a que salga."""
    qtbot.waitUntil(lambda: bool(elegida), timeout=30_000)
    elegida.pop()()
    qtbot.waitUntil(lambda: not pestana.cartas.impresor.ocupado, timeout=60_000)


# --- escribirla -----------------------------------------------------------------------------------


def a_la_vista(pieza: QWidget) -> bool:
    """Si se ve entera."""
    return pieza.visibleRegion().boundingRect().size() == pieza.size()


def test_en_una_ventana_corta_la_carta_se_abre_por_su_principio_y_se_recorre_con_el_cursor(ventana, qtbot):
    pestana = oficios(ventana)
    ventana.resize(911, 512)
    panel = escribir_una(pestana)
    plantilla = panel.formulario.plantilla
    va_en, dias = panel.pieza_de("carta.lugar"), panel.pieza_de("carta.dias")
    for _ in range(30):
        if tiene_el_cursor(va_en):
            break
        tecla(Qt.Key.Key_Tab)
    assert a_la_vista(va_en) and not a_la_vista(plantilla)
    tecla(Qt.Key.Key_Escape)
    con_control(Qt.Key.Key_Insert)
    assert tiene_el_cursor(plantilla) and carta(pestana).titulo.text().startswith("Carta sin número")
    qtbot.waitUntil(lambda: a_la_vista(plantilla) and a_la_vista(panel.pieza_de("partes")))
    teclear("act")
    tecla(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: a_la_vista(panel.pieza_de("partes")))
    assert a_la_vista(plantilla)
    dias.setFocus()  # como lo deja quien la trae hasta un dato
    qtbot.waitUntil(lambda: a_la_vista(dias))
    plantilla.setFocus()
    qtbot.waitUntil(lambda: a_la_vista(plantilla))


def test_lo_que_se_deshace_de_una_carta_se_ve_en_ella(ventana):
    pestana = oficios(ventana)
    panel = escribir_una(pestana)
    modulo = panel.pieza_de("carta.campo.modulo")
    tecla(Qt.Key.Key_Tab)
    con_control(Qt.Key.Key_Z)
    assert ventana.pestanas.actual().contenido is pestana and carta(pestana) is panel
    assert panel.pieza_de("carta.campo.modulo") is modulo and modulo.text() == ""
    assert QApplication.focusWidget() is modulo
    con_control(Qt.Key.Key_Z)
    assert panel.pieza_de("partes").text() == "" and carta(pestana) is panel, "a quién va es de su oficio"
    con_control(Qt.Key.Key_Z)
    assert carta(pestana) is panel and not panel.imprimir.isVisible(), "otra vez sin escribir"
    for _ in range(3):
        con_control(Qt.Key.Key_Y)
    assert carta(pestana) is panel and panel.pieza_de("carta.campo.modulo").text() == "Horarios"
    ventana.sesion.hacer(lambda exp, _: espera.esperar(exp, 9))
    con_control(Qt.Key.Key_Z)
    assert ventana.pestanas.actual().contenido is pestana and carta(pestana) is panel, "de toda la oficina"


def test_escribir_una_e_imprimirla_son_seis_gestos(ventana, qtbot, papel, elegida):
    pestana = oficios(ventana)
    con_control(Qt.Key.Key_Insert)  # 1
    assert QApplication.focusWidget().accessibleName() == "Plantilla"
    teclear("act")
    tecla(Qt.Key.Key_Return)  # 2
    assert QApplication.focusWidget().accessibleName() == "A quién va"
    teclear("tes")
    tecla(Qt.Key.Key_Tab)  # 3
    panel = carta(pestana)
    assert panel.formulario.se_lee.text() == "Se lee: C. Titular de la Tesorería Municipal (al 04/07/2024)."
    poner_en(panel.pieza_de("carta.campo.modulo"))
    teclear("Horarios de Atención")  # 4
    assert "UT/0823/2024" not in numeros(pestana), "abrirla y escribirla no toma número"
    con_control(Qt.Key.Key_P)  # 5
    acepta(elegida, pestana, qtbot)  # 6
    assert papel.exists() and len(PdfReader(papel).pages) == 1
    assert panel.titulo.text() == "Carta UT/0823/2024"
    assert panel.estado.text() == "Se imprimió la carta."
    tecla(Qt.Key.Key_Escape)
    assert fila(pestana, "UT/0823/2024")[1:4] == [
        "04/07/2024", "Tesorería Municipal", "Se solicita actualización"
    ]  # fmt: skip
    assert fila(pestana, "UT/0823/2024")[6] == "espera respuesta"


@pytest.mark.parametrize("como", ["Esc", "el botón"])
def test_la_carta_que_se_abre_y_se_deja_en_blanco_no_queda_en_el_libro(ventana, como):
    pestana = oficios(ventana)
    antes = numeros(pestana)
    elegir(pestana, "UT/0822/2024")
    con_control(Qt.Key.Key_Insert)
    if como == "Esc":
        tecla(Qt.Key.Key_Escape)
    else:
        clic(carta(pestana).volver)
    assert pestana.cartas.abierta is None
    assert numeros(pestana) == antes
    assert QApplication.focusWidget() is pestana.tabla
    assert pestana.formulario.titulo.text().startswith("UT/0822/2024"), "sigue elegido el que estaba"


def test_lo_que_no_se_pudo_guardar_no_deja_la_carta_en_blanco(ventana, archivo, qtbot):
    """Otro programa ocupa el archivo, o el dato no se entiende: lo escrito espera, y su carta también."""
    pestana = oficios(ventana)
    antes = numeros(pestana)
    con_control(Qt.Key.Key_Insert)
    panel = carta(pestana)
    with ocupado(archivo):
        poner_en(panel.pieza_de("asunto"))
        teclear("Se pide")
        panel.pieza_de("asunto").guardar_ya()
        assert ventana.sesion.sin_guardar
        cerrar_aviso(ventana, qtbot)
        clic(panel.volver)
        assert pestana.cartas.abierta is None
    ventana.mando.guardar()
    assert not ventana.sesion.sin_guardar
    assert len(numeros(pestana)) == len(antes) + 1
    assert "Se pide" in {pestana.modelo.filas[n].oficio.asunto for n in range(len(pestana.modelo.filas))}


def test_una_fecha_que_no_se_entiende_no_deja_la_carta_en_blanco(ventana):
    pestana = oficios(ventana)
    antes = numeros(pestana)
    con_control(Qt.Key.Key_Insert)
    panel = carta(pestana)
    poner_en(panel.pieza_de("fecha"))
    teclear("32/13")
    panel.pieza_de("fecha").guardar_ya()
    clic(panel.volver)
    assert len(numeros(pestana)) == len(antes) + 1


def test_con_solo_su_plantilla_ya_no_esta_en_blanco(ventana):
    pestana = oficios(ventana)
    antes = numeros(pestana)
    con_control(Qt.Key.Key_Insert)
    teclear("act")
    desplegada = QApplication.activePopupWidget()
    assert desplegada is not None
    QApplication.sendEvent(desplegada, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, SIN))
    assert con_el_cursor() == "A quién va", "lo que teclee de prisa ya es de ahí"
    tecla(Qt.Key.Key_Escape)
    assert pestana.cartas.abierta is None
    assert len(numeros(pestana)) == len(antes) + 1


def test_la_hoja_de_al_lado_dice_lo_que_se_va_escribiendo(ventana, qtbot):
    panel = escribir_una(oficios(ventana))
    lista(panel, qtbot)
    antes = panel.hoja._hojas[0].pixmap().toImage()
    assert not antes.isNull()
    poner_en(panel.pieza_de("carta.campo.modulo"))
    teclear(" de Atención")
    tecla(Qt.Key.Key_Return)
    lista(panel, qtbot)
    qtbot.waitUntil(lambda: len(panel.hoja.findChildren(QPdfDocument)) == 1)  # el de antes se suelta
    assert panel.hoja._hojas[0].pixmap().toImage() != antes
    assert "Horarios de Atención" in panel.pieza_de("carta.texto").toPlainText()


def test_esc_vuelve_a_la_lista_y_lo_a_medio_escribir_se_queda(ventana):
    pestana = oficios(ventana)
    panel = escribir_una(pestana, modulo="")
    poner_en(panel.pieza_de("carta.iniciales"))
    teclear("alñ")
    panel.volver.click()
    assert pestana.cartas.abierta is None and QApplication.focusWidget() is pestana.tabla
    assert pestana.formulario.titulo.text().startswith("Sin número todavía")
    assert not ventana.sesion.sin_guardar
    poner_en(pestana.tabla)
    tecla(Qt.Key.Key_F4)
    assert carta(pestana).pieza_de("carta.iniciales").text() == "alñ"
    tecla(Qt.Key.Key_Escape)
    tecla(Qt.Key.Key_Escape)
    assert pestana.cartas.abierta is None


def test_el_texto_a_mano_y_volver_al_automatico(ventana, qtbot):
    pestana = oficios(ventana)
    panel = escribir_una(pestana)
    texto = panel.pieza_de("carta.texto")
    assert not panel.formulario.automatico.isVisible()
    poner_en(texto)
    con_control(Qt.Key.Key_A)
    teclear("Le pido otra cosa.")
    texto.guardar_ya()
    assert panel.formulario.automatico.isVisible()
    poner_en(panel.pieza_de("carta.campo.modulo"))
    teclear(" y Sueldos")
    tecla(Qt.Key.Key_Return)
    assert "cambió desde que escribió" in panel.formulario.cambio.text()
    clic(panel.formulario.automatico)
    assert "Horarios y Sueldos" in texto.toPlainText() and not panel.formulario.cambio.text()
    con_control(Qt.Key.Key_Z)
    assert texto.toPlainText() == "Le pido otra cosa."


def test_una_plantilla_que_no_existe_se_queda_a_la_vista(ventana):
    pestana = oficios(ventana)
    con_control(Qt.Key.Key_Insert)
    teclear("ornitorrinco")
    tecla(Qt.Key.Key_Return)
    panel = carta(pestana)
    assert "Ninguna plantilla se llama «ornitorrinco»" in panel.formulario.plantilla.por_que
    tecla(Qt.Key.Key_Escape)
    assert panel.formulario.plantilla.text() == ""
    assert pestana.cartas.abierta is panel, "el primer Esc es de lo escrito"
    tecla(Qt.Key.Key_Escape)
    assert pestana.cartas.abierta is None


def test_dias_imposibles_se_rechazan_y_la_puerta_lo_dice(ventana):
    pestana = oficios(ventana)
    panel = escribir_una(pestana)
    dias = panel.pieza_de("carta.dias")
    poner_en(dias)
    dias.selectAll()
    teclear("muchos")
    tecla(Qt.Key.Key_Return)
    assert dias.por_que and ventana.sesion.sin_guardar
    tecla(Qt.Key.Key_Escape)
    assert dias.text() == "5" and not ventana.sesion.sin_guardar
    dias.selectAll()
    teclear("10")
    tecla(Qt.Key.Key_Return)
    assert panel.formulario.vence.text() == "Vence el 18/07/2024, en días hábiles."


def test_sigue_abierta_al_acercar_la_letra_y_al_ver_otra_pestana(ventana):
    pestana = oficios(ventana)
    panel = escribir_una(pestana)
    poner_en(panel.pieza_de("carta.iniciales"))
    teclear("alñ")
    ventana.acercar(1)
    otra: Any = ventana.pestanas.actual().contenido
    assert otra is not pestana and carta(otra).pieza_de("carta.iniciales").text() == "alñ"
    ventana.pestanas.ir_a("tablero")
    ventana.pestanas.ir_a("oficios")
    assert carta(otra).titulo.text().startswith("Carta sin número todavía")


def test_si_su_oficio_se_deshace_vuelve_a_la_lista(ventana):
    pestana = oficios(ventana)
    con_control(Qt.Key.Key_Insert)
    assert pestana.cartas.abierta is not None
    poner_en(pestana.cartas.abierta.volver)
    con_control(Qt.Key.Key_Z)
    assert pestana.cartas.abierta is None and "Sin número todavía" not in numeros(pestana)


# --- imprimirla -----------------------------------------------------------------------------------


def test_dejar_la_impresora_o_pedirle_otras_hojas_no_toma_ningun_numero(
    ventana, qtbot, papel, elegida, monkeypatch
):
    pestana = oficios(ventana)
    panel = escribir_una(pestana)
    con_control(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: bool(elegida), timeout=30_000)
    assert pestana.barra.siguiente.text() == "Siguiente: UT/0823/2024"
    assert panel.imprimir.text() == "Tomar número e imprimir" and not papel.exists()
    tomada = impresion.hojas_pedidas
    monkeypatch.setattr(impresion, "hojas_pedidas", lambda *_: ())  # pidió hojas que no son de estas
    acepta(elegida, pestana, qtbot)
    monkeypatch.setattr(impresion, "hojas_pedidas", tomada)
    assert avisos.ultimo().texto == "No se imprimió nada."
    assert (
        avisos.ultimo().dialogo.informativeText() == "Iba a salir: hoja 1. Vuelva a imprimir y pida de esas."
    )
    assert pestana.barra.siguiente.text() == "Siguiente: UT/0823/2024" and not papel.exists()


def test_con_un_hueco_se_avisa_antes(ventana, qtbot, papel, elegida):
    pestana = oficios(ventana)
    panel = escribir_una(pestana, modulo="")
    assert panel.imprimir.text() == "Tomar número e imprimir con un hueco"
    con_control(Qt.Key.Key_P)
    assert avisos.ultimo().texto == "Un dato saldría como raya para llenarse a mano."
    detalle: Any = avisos.ultimo().dialogo
    assert detalle.informativeText() == "«Módulo que se actualiza». Lo que falta se escribe en la carta."
    assert "Falta: Módulo que se actualiza" in panel.imprimir.toolTip()
    oprimir_en_aviso("Volver a la carta")
    assert not elegida
    con_control(Qt.Key.Key_P)
    oprimir_en_aviso("Imprimir así")
    acepta(elegida, pestana, qtbot)
    assert papel.exists()


def test_con_el_disco_lleno_la_que_ya_se_imprimio_sale_igual_y_otra_no(
    ventana, qtbot, papel, elegida, monkeypatch
):
    pestana = oficios(ventana)
    escribir_una(pestana)
    con_control(Qt.Key.Key_P)
    acepta(elegida, pestana, qtbot)
    papel.unlink()

    def lleno(*_: object, **__: object) -> None:
        raise ErrorEsperado("El disco está lleno. Libere espacio y vuelva a intentarlo.")

    monkeypatch.setattr(ventana.sesion.expediente, "hacer", lleno)
    con_control(Qt.Key.Key_P)
    acepta(elegida, pestana, qtbot)
    assert papel.exists() and avisos.ultimo() is None
    monkeypatch.undo()


def test_la_impresa_no_se_cambia_y_corregirla_pide_por_que(ventana, qtbot, papel, elegida):
    pestana = oficios(ventana)
    panel = escribir_una(pestana)
    con_control(Qt.Key.Key_P)
    acepta(elegida, pestana, qtbot)
    modulo = panel.pieza_de("carta.campo.modulo")
    assert modulo.isReadOnly() and panel.formulario.plantilla.isReadOnly()
    assert panel.imprimir.text() == "Volver a imprimir" and not panel.tomar.isVisible()
    assert panel.nota.text().startswith("Ya está en papel: se imprimió el 04/07/2024")
    assert "«Corregir esta carta…»" in panel.nota.text() and "cancele su número" in panel.nota.text()
    escritos = [panel.pieza_de("partes"), panel.pieza_de("carta.texto")]
    for campo in escritos:
        assert campo.isReadOnly() and campo.palette().base().color() == color("calculado"), "se ve"
    clic(panel.corregir)
    contestar("el módulo era otro", "Corregirla")
    assert not modulo.isReadOnly()
    assert panel.nota.text() == "Se está corrigiendo: el módulo era otro"
    poner_en(modulo)
    modulo.selectAll()
    teclear("Sueldos")
    con_control(Qt.Key.Key_P)
    acepta(elegida, pestana, qtbot)
    assert modulo.isReadOnly() and panel.titulo.text() == "Carta UT/0823/2024", "el número es el mismo"


def test_la_que_no_se_pidio_no_toma_numero_ni_queda_como_salio(ventana, qtbot, papel, elegida, monkeypatch):
    pestana, uids = oficios(ventana), []
    exp, trimestre, hoy = ventana.sesion.expediente, ventana.sesion.trimestre, ventana.sesion.reloj.hoy()
    for _ in range(3):
        oficio, _ = anotar.agregar(exp, trimestre, Oficio(""))
        cartas.con_plantilla(exp, trimestre, oficio.uid, hoy, "actualizacion")
        uids.append(oficio.uid)
    ventana.sesion._releer(Cambios("", frozenset({"libro"})))
    pestana._vista.elegidos = tuple(uids)
    pestana.lista.marcar(uids)
    pestana._mostrar()
    monkeypatch.setattr(impresion, "hojas_pedidas", lambda hojas, _: tuple(hojas)[:0:-1])  # la 3 y la 2
    con_control(Qt.Key.Key_P)
    oprimir_en_aviso("Imprimir así")
    acepta(elegida, pestana, qtbot)
    assert pestana.estado.text() == "Se imprimieron 2 cartas."
    hojas = [hoja.extract_text() for hoja in PdfReader(papel).pages]
    assert len(hojas) == 2
    suyas = {f.oficio.uid: f for f in leer_libro(exp, 2024).filas if f.oficio.uid in uids}
    assert [bool(suyas[uid].oficio.folio) for uid in sorted(uids)] == [False, True, True]
    assert [suyas[uid].seguimiento.impreso is not None for uid in sorted(uids)] == [False, True, True]


def test_varias_elegidas_salen_juntas_en_el_orden_de_sus_numeros(ventana, qtbot, tmp_path, monkeypatch):
    pestana, uids, areas = oficios(ventana), [], ("tesorería", "la imprenta", "obras")
    exp, trimestre, hoy = ventana.sesion.expediente, ventana.sesion.trimestre, ventana.sesion.reloj.hoy()
    for area in areas:
        papel = DelPapel(partes=(Parte("destinatario", texto=area),))
        oficio, _ = anotar.agregar(exp, trimestre, Oficio("", papel=papel))
        cartas.con_plantilla(exp, trimestre, oficio.uid, hoy, "respuesta")
        cartas.escribir(exp, trimestre, oficio.uid, cartas.abrir_carta(exp, oficio.uid, hoy).carta.con_campo(
            "oficio_que_se_contesta", "TM/1").con_campo("respuesta", "que sí"))  # fmt: skip
        uids.append(oficio.uid)
    ventana.sesion._releer(Cambios("", frozenset({"libro"})))
    pestana._vista.elegidos = tuple(uids)
    pestana.lista.marcar(uids)
    pestana._mostrar()
    assert pestana.gestos.imprimir.text() == "Imprimir 3 cartas"
    salida = tmp_path / "cartas.pdf"
    propuestas: list[str] = []

    def ahi(_padre: object, _titulo: str, propuesta: Path, _filtro: str, al_elegir: Any) -> None:
        propuestas.append(propuesta.name)
        al_elegir(salida)

    monkeypatch.setattr(avisos, "pedir_donde_guardar", ahi)
    monkeypatch.setattr(impresion, "hay_impresora", lambda: False)
    con_control(Qt.Key.Key_P)
    oprimir_en_aviso("Guardar en PDF…")
    qtbot.waitUntil(lambda: salida.exists() and not pestana.cartas.impresor.ocupado, timeout=60_000)
    hojas = [hoja.extract_text() for hoja in PdfReader(salida).pages]
    for numero, area, hoja in zip((823, 824, 825), areas, hojas, strict=True):
        assert f"UT/0{numero}/2024" in hoja and area in hoja.lower(), "los toman como se escribieron"
    assert pestana.estado.text() == "Quedaron 3 cartas en un PDF."
    assert propuestas == ["Oficios UT-0823-2024 a UT-0825-2024.pdf"], "los que iban a tomar"
    assert pestana.barra.siguiente.text() == "Siguiente: UT/0826/2024"


def test_un_destino_que_no_deja_no_toma_numero(ventana, tmp_path, monkeypatch):
    pestana = oficios(ventana)
    panel = escribir_una(pestana)
    ajeno = tmp_path / "ajeno.pdf"
    ajeno.write_text("no es un PDF", encoding="utf-8")
    monkeypatch.setattr(avisos, "pedir_donde_guardar", lambda *datos: datos[-1](ajeno))
    clic(panel.en_pdf)
    assert "no es un PDF y no se cambió" in avisos.ultimo().dialogo.informativeText()
    assert pestana.barra.siguiente.text() == "Siguiente: UT/0823/2024"


def test_lo_que_se_avisa_al_escoger_donde_no_se_va_con_el_cuadro_de_archivos(
    ventana, qtbot, tmp_path, monkeypatch
):
    panel = escribir_una(oficios(ventana))
    clic(panel.en_pdf)
    donde = avisos.ultimo().dialogo

    def lleno(*_: object, **__: object) -> None:
        raise ErrorEsperado("El disco está lleno. Libere espacio y vuelva a intentarlo.")

    monkeypatch.setattr(ventana.sesion.expediente, "hacer", lleno)
    donde.selectFile(str(tmp_path / "carta.pdf"))
    donde.accept()
    qtbot.waitUntil(lambda: not isValid(donde))
    assert "lleno" in avisos.ultimo().texto and avisos.a_la_vista(avisos.ultimo().texto)


def test_la_de_remision_se_imprime_desde_el_libro(ventana, qtbot, papel, elegida):
    pestana = oficios(ventana)
    elegir(pestana, "UT/0822/2024")
    assert not pestana.gestos.carta.isVisible(), "se escribe en el plan, y no aquí"
    con_control(Qt.Key.Key_P)
    acepta(elegida, pestana, qtbot)
    assert len(PdfReader(papel).pages) == 1


def test_ctrl_p_sin_nada_elegido_lo_dice_y_en_otra_pestana_va_al_informe(ventana):
    pestana = oficios(ventana)
    pestana.tabla.clearSelection()
    con_control(Qt.Key.Key_P)
    assert "Elija en la lista los oficios" in avisos.ultimo().texto
    avisos.ultimo().dialogo.done(0)
    ventana.activateWindow()
    elegir(pestana, "UT/0583/2024")
    con_control(Qt.Key.Key_P)
    assert "Ninguno de los oficios elegidos tiene carta" in avisos.ultimo().texto
    avisos.ultimo().dialogo.done(0)
    ventana.activateWindow()
    ventana.pestanas.ir_a("tablero")
    con_control(Qt.Key.Key_P)
    assert ventana.vista.donde()[0] == "informe"


def test_la_de_uno_que_dice_un_informe_firmado_se_escribe(ventana):
    sesion = ventana.sesion
    firma.firmar(sesion.expediente, sesion.trimestre, sesion.reloj.hoy())
    sesion._releer(Cambios("", frozenset({"libro", "firmados"})))
    pestana = oficios(ventana)
    elegir(pestana, "UT/0583/2024")
    poner_en(pestana.tabla)
    tecla(Qt.Key.Key_F4)
    teclear("act")
    tecla(Qt.Key.Key_Return)
    assert carta(pestana).formulario.plantilla.text() == "Solicitud de actualización"
    assert not ventana.sesion.sin_guardar


def test_guardarla_como_plantilla_y_usarla(ventana):
    pestana = oficios(ventana)
    panel = escribir_una(pestana)
    panel.plantillas.guardar()
    contestar("La de los módulos", "Guardarla")
    tecla(Qt.Key.Key_Escape)
    poner_en(pestana.tabla)
    con_control(Qt.Key.Key_Insert)
    teclear("modul")
    tecla(Qt.Key.Key_Return)
    assert carta(pestana).formulario.plantilla.text() == "La de los módulos"


# --- quién lleva la serie -------------------------------------------------------------------------


def test_desde_que_numero_se_lleva_aqui_se_dice_donde_se_ven_los_que_faltan(ventana):
    pestana = oficios(ventana)
    assert "la serie la lleva la Unidad" in pestana.huecos.letrero.text()
    clic(pestana.huecos.ver)
    (hoja,) = ventana.findChildren(QueFaltan)
    assert not hoja.lleva.isChecked() and hoja.desde.text() == ""
    hoja.lleva.click()
    assert hoja.desde.text() == "57"
    poner_en(hoja.desde)
    hoja.desde.selectAll()
    teclear("640")
    tecla(Qt.Key.Key_Return)
    assert "Faltan 0641 a 0654 (14)" in pestana.huecos.letrero.text()
    hoja.lleva.click()
    assert hoja.desde.text() == "" and "la lleva la Unidad" in pestana.huecos.letrero.text()


# --- verla grande -----------------------------------------------------------------------------------


def test_con_espacio_la_hoja_se_ve_a_todo_lo_ancho_y_esc_la_deja_como_estaba(ventana, qtbot):
    pestana = oficios(ventana)
    panel = escribir_una(pestana)
    lista(panel, qtbot)
    angosta = panel.hoja.width()
    poner_en(panel.hoja)
    tecla(Qt.Key.Key_Space)
    assert panel.grande and not panel.formulario.isVisible() and panel.hoja.width() > 1.5 * angosta
    assert panel.hoja._hojas[0].pixmap().deviceIndependentSize().width() > 1.5 * angosta - 60
    tecla(Qt.Key.Key_Escape)
    assert pestana.cartas.abierta is panel and not panel.grande, "el primer Esc no cierra la carta"
    assert panel.formulario.isVisible() and abs(panel.hoja.width() - angosta) < 40
    tecla(Qt.Key.Key_Escape)
    assert pestana.cartas.abierta is None


def test_en_un_campo_el_espacio_se_escribe(ventana):
    panel = escribir_una(oficios(ventana), "")
    campo = panel.pieza_de("carta.campo.modulo")
    poner_en(campo)
    teclear("de atención")
    assert not panel.grande and campo.text() == "de atención"


def test_al_verla_grande_se_guarda_lo_que_estaba_a_medias_y_ctrl_p_la_imprime(ventana, qtbot, papel, elegida):
    pestana = oficios(ventana)
    panel = escribir_una(pestana, "")
    poner_en(panel.pieza_de("carta.campo.modulo"))
    teclear("Horarios")
    clic(panel.ver)
    assert panel.grande
    lista(panel, qtbot)
    con_control(Qt.Key.Key_P)
    acepta(elegida, pestana, qtbot)
    assert len(PdfReader(papel).pages) == 1
    impresa = cartas.abrir_carta(ventana.sesion.expediente, panel.uid, HOY)
    assert impresa.fija and impresa.carta.campos["modulo"] == "Horarios"
    clic(panel.achicar)
    assert not panel.grande and panel.formulario.isVisible()


def test_en_la_lista_espacio_ensena_la_hoja_y_esc_vuelve_a_la_lista(ventana, qtbot):
    pestana = oficios(ventana)
    uid = carta_impresa(ventana, pestana)
    tecla(Qt.Key.Key_Escape)
    pestana.ir_a(sitio_de(uid))
    poner_en(pestana.tabla)
    tecla(Qt.Key.Key_Space)
    panel = carta(pestana)
    assert panel.grande and panel.uid == uid
    lista(panel, qtbot)
    tecla(Qt.Key.Key_Escape)
    assert pestana.cartas.abierta is None and QApplication.focusWidget() is pestana.tabla
    assert pestana._vista.elegidos == (uid,)
    tecla(Qt.Key.Key_F4)
    assert not carta(pestana).grande, "la que se abre para escribirla se ve con sus campos"
    hoja = carta(pestana).hoja
    qtbot.waitUntil(lambda: hoja.widget().width() == hoja.viewport().width())
    tecla(Qt.Key.Key_Escape)
    elegir(pestana, "UT/0583/2024")
    poner_en(pestana.tabla)
    tecla(Qt.Key.Key_Space)
    assert pestana.cartas.abierta is None, "el que no tiene carta no tiene hoja que ver"


# --- a varias áreas -------------------------------------------------------------------------------

EXCEL = "Área\tTitular\tCargo\r\nTesorería Municipal\tAna Ruiz\tTesorera\r\nParques\tLuis Paz\tDirector\r\n"


def abrir_varias(ventana, pestana: PestanaOficios) -> VariasAreas:
    clic(carta(pestana).varias)
    return ventana.findChildren(VariasAreas)[-1]


def test_las_escritas_en_a_quien_va_ya_estan_al_mandarla_a_varias(ventana, qtbot):
    pestana = oficios(ventana)
    panel = escribir_una(pestana, a_quien="")
    poner_en(panel.pieza_de("partes"))
    teclear("obras; zzz; tes")  # la lista de nombres sigue desplegada
    con_control(Qt.Key.Key_M)
    (cuadro,) = ventana.findChildren(VariasAreas)
    obras, tesoreria = "Secretaría de Obras Públicas y Desarrollo Urbano", "Tesorería Municipal"

    def dichas(de: VariasAreas) -> list[str]:
        return [de.tabla.item(fila, 1).text() for fila in range(de.tabla.rowCount())]

    assert dichas(cuadro) == [obras, "zzz", tesoreria]
    assert "no hay «zzz»" in cuadro.aviso.text() and cuadro.tomar.text() == "Tomar 3 números"
    assert tiene_el_cursor(cuadro.una)
    tecla(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not ventana.findChildren(VariasAreas))
    assert panel.pieza_de("partes").text() == f"{obras}; zzz; {tesoreria}", "como las dejó, sin preguntar"
    cuadro = abrir_varias(ventana, pestana)
    copiar_al_portapapeles("Parques\nZZZ\n" + obras)
    con_control(Qt.Key.Key_V)
    assert dichas(cuadro) == ["Parques", "ZZZ", obras] and f"«{tesoreria}»" in cuadro.aviso.text()
    cuadro.una.setFocus()
    teclear("parques; tes")
    tecla(Qt.Key.Key_Return)
    assert "«parques» ya está" in cuadro.aviso.text(), "una que no venía de la carta"


def test_pegadas_de_excel_se_toman_de_una_vez_quedan_elegidas_y_se_imprimen_juntas(
    ventana, qtbot, papel, elegida
):
    pestana = oficios(ventana)
    escribir_una(pestana)
    copiar_al_portapapeles(EXCEL)
    cuadro = abrir_varias(ventana, pestana)  # 1
    con_control(Qt.Key.Key_V)  # 2
    assert cuadro.tabla.rowCount() == 2 and cuadro.tabla.item(1, 4).text() == "se agrega a Oficina"
    assert cuadro.cuantas.text() == "2 áreas · termina en UT/0824/2024"
    assert tiene_el_cursor(cuadro.tomar) and cuadro.tomar.text() == "Tomar 2 números"
    assert cuadro.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange), "y se ve que está ahí"
    gris = cuadro.una.fontMetrics().horizontalAdvance(cuadro.una.placeholderText())
    assert gris < cuadro.una.width() - 8, "lo que se lee en gris cabe"
    tecla(Qt.Key.Key_Space)  # 3
    otra: Any = ventana.pestanas.actual().contenido
    assert otra.cartas.abierta is None and len(otra._vista.elegidos) == 2
    assert {otra.modelo.texto(fila, 2) for fila in otra.tabla.elegidas()} == {
        "Tesorería Municipal",
        "Parques",
    }
    ventana.activateWindow()
    con_control(Qt.Key.Key_P)  # 4
    acepta(elegida, otra, qtbot)  # 5
    assert len(PdfReader(papel).pages) == 2 and otra.estado.text() == "Se imprimieron 2 cartas."
    assert otra.estado.palette().windowText().color() == color("bien")
    con_control(Qt.Key.Key_R)  # a una que todavía no espera nada
    tecla(Qt.Key.Key_Escape)
    ventana.activateWindow()
    clic(otra.gestos.acuse)
    assert not otra.estado.text(), "ya pasó otra cosa"
    elegir(otra, "UT/0822/2024")
    poner_en(otra.tabla)
    con_control(Qt.Key.Key_T)
    assert otra.estado.text().startswith("Para escribir el recordatorio")
    assert otra.estado.palette().windowText().color() == color("atencion"), "un «no» no va en verde"


@pytest.mark.parametrize("areas", ["tes; obras", "tes; parques"], ids=["ya están en Oficina", "una nueva"])
def test_tomados_los_de_varias_el_cursor_queda_en_la_lista_y_se_escribe_otra(ventana, qtbot, areas):
    pestana = oficios(ventana)
    escribir_una(pestana, a_quien=areas)
    abrir_varias(ventana, pestana)
    con_control(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not ventana.findChildren(VariasAreas))
    ventana.activateWindow()
    otra: Any = ventana.pestanas.actual().contenido
    assert tiene_el_cursor(otra.tabla) and len(otra._vista.elegidos) == 2
    assert otra.tabla.currentIndex().row() in otra.tabla.elegidas()
    con_control(Qt.Key.Key_Z)
    con_control(Qt.Key.Key_Y)
    otra = ventana.pestanas.actual().contenido
    assert len(otra._vista.elegidos) == len(otra.tabla.elegidas()) == 2, "vuelven elegidas, para imprimirlas"
    assert tiene_el_cursor(otra.tabla)
    con_control(Qt.Key.Key_Insert)
    assert otra.cartas.abierta is not None


def test_sin_saber_por_cual_numero_va_se_pregunta_antes_de_tomarlos(abrir, archivo: Path, elegida):
    archivo.unlink()
    creacion.crear(archivo, rutas.recursos() / "planes" / "2024.toml", None, lambda: AHORA).cerrar()
    ventana = abrir()
    pestana = oficios(ventana)
    tecla(Qt.Key.Key_F9)
    numero = ventana.findChild(Tira).hoja.numero.campo
    teclear("+")
    assert not numero.placeholderText() and not numero.text(), "tampoco al anotar se propone el 0001"
    tecla(Qt.Key.Key_Escape)
    panel = escribir_una(pestana, a_quien="")
    assert panel.tomar.text() == "Tomar número" and "UT/0001" not in panel.titulo.text()

    def pregunta() -> CuadroDelUltimo:
        return ventana.findChildren(CuadroDelUltimo)[-1]

    con_control(Qt.Key.Key_P)
    assert tiene_el_cursor(pregunta().pregunta.campo)
    tecla(Qt.Key.Key_Escape)
    ventana.activateWindow()
    assert not elegida and numeros(pestana) == ["Sin número todavía"]
    con_control(Qt.Key.Key_M)
    clic(pregunta().pregunta.no_se)
    (cuadro,) = ventana.findChildren(VariasAreas)
    assert cuadro.pegados.isChecked() and not cuadro.seguidos.isEnabled()
    teclear("parques; jardines")
    tecla(Qt.Key.Key_Return)
    con_control(Qt.Key.Key_Return)
    assert "no se sabe cuál fue el último número" in cuadro.aviso.text(), "tampoco así toma el 0001"
    cuadro.accept()
    ventana.activateWindow()
    con_control(Qt.Key.Key_M)
    teclear("654")
    tecla(Qt.Key.Key_Return)
    cuadro = ventana.findChildren(VariasAreas)[-1]
    assert tiene_el_cursor(cuadro.una)
    teclear("parques")
    tecla(Qt.Key.Key_Return)
    assert cuadro.tabla.item(0, 0).text() == "UT/0655/2024" and tiene_el_cursor(cuadro.una)
    tecla(Qt.Key.Key_Return)
    assert tiene_el_cursor(cuadro.tomar), "sin nada escrito, Enter pasa a tomarlos"
    tecla(Qt.Key.Key_Return)
    otra: Any = ventana.pestanas.actual().contenido
    assert numeros(otra) == ["UT/0655/2024"] and otra.barra.siguiente.text() == "Siguiente: UT/0656/2024"


def test_lo_mal_pegado_se_dice_y_esc_pregunta_si_ya_hay_algo(ventana):
    pestana = oficios(ventana)
    escribir_una(pestana, a_quien="")
    cuadro = abrir_varias(ventana, pestana)
    copiar_al_portapapeles("a\tb\tc\td")
    con_control(Qt.Key.Key_V)
    assert "trae 4 columnas" in cuadro.aviso.text() and cuadro.tabla.rowCount() == 0
    assert not cuadro.tomar.isEnabled()
    copiar_al_portapapeles(EXCEL)
    con_control(Qt.Key.Key_V)
    assert not cuadro.aviso.text()
    cuadro.tabla.selectRow(1)
    poner_en(cuadro.tabla)
    tecla(Qt.Key.Key_Delete)
    assert cuadro.tabla.rowCount() == 1 and cuadro.tomar.text() == "Tomar un número"
    tecla(Qt.Key.Key_Escape)
    assert "todavía no se guarda" in avisos.ultimo().texto
    oprimir_en_aviso("Cerrar y perderlo")
    assert pestana.barra.siguiente.text() == "Siguiente: UT/0823/2024"
    assert carta(pestana).titulo.text().startswith("Carta sin número todavía")


def test_cada_una_se_completa_al_separarla_y_el_titular_se_escribe_en_su_celda(ventana):
    pestana = oficios(ventana)
    escribir_una(pestana)
    cuadro = abrir_varias(ventana, pestana)
    teclear("tes; parques; obras")
    tecla(Qt.Key.Key_Return)
    tabla = cuadro.tabla

    def dice(fila: int) -> list[str]:
        return [tabla.item(fila, columna).text() for columna in range(1, 5)]

    assert [dice(fila)[0] for fila in range(3)] == [
        "Tesorería Municipal", "parques", "Secretaría de Obras Públicas y Desarrollo Urbano",
    ]  # fmt: skip
    assert not cuadro.quitar.isEnabled(), "ninguna está elegida"
    tabla.setCurrentCell(0, 2)
    assert cuadro.quitar.isEnabled()
    poner_en(tabla)
    teclear("Mtra. Ana Ruiz")
    tecla(Qt.Key.Key_Return)
    assert dice(0) == ["Tesorería Municipal", "Mtra. Ana Ruiz", "", "se anota su titular"]
    assert cuadro.cuantas.text() == "3 áreas · 2 sin titular · termina en UT/0825/2024"
    con_control(Qt.Key.Key_Return)
    modelo = ventana.pestanas.actual().contenido.modelo
    uid = next(f.oficio.uid for f in modelo.filas if f.oficio.folio == "UT/0823/2024")
    dicha = cartas.abrir_carta(ventana.sesion.expediente, uid, HOY).dicha
    assert dicha.destinatario[0] == "MTRA. ANA RUIZ"


def test_un_numero_pegado_que_ya_es_de_otro_deja_el_cuadro_abierto(ventana):
    pestana = oficios(ventana)
    escribir_una(pestana)
    copiar_al_portapapeles(EXCEL)
    cuadro = abrir_varias(ventana, pestana)
    con_control(Qt.Key.Key_V)
    cuadro.numeros.setPlainText("900\n548")
    assert cuadro.pegados.isChecked()
    clic(cuadro.tomar)
    assert "UT/0548/2024 ya es de otro oficio (1.2 paso 2)" in cuadro.aviso.text() and cuadro.isVisible()
    assert "UT/0900/2024" not in numeros(pestana)


def test_cada_area_dice_su_numero_y_a_la_que_se_quita_su_marca_no_se_le_escribe(ventana):
    pestana = oficios(ventana)
    escribir_una(pestana)
    copiar_al_portapapeles("Tesorería Municipal\nParques\nPanteones\nMercados")
    cuadro = abrir_varias(ventana, pestana)
    con_control(Qt.Key.Key_V)
    tabla = cuadro.tabla

    def dichos() -> list[str]:
        return [tabla.item(fila, 0).text() for fila in range(tabla.rowCount())]

    assert dichos() == [f"UT/082{n}/2024" for n in (3, 4, 5, 6)]
    poner_en(tabla)
    tabla.selectRow(1)
    tecla(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    tecla(Qt.Key.Key_Space)
    assert dichos() == ["UT/0823/2024", "", "", "UT/0824/2024"]
    assert cuadro.cuantas.text() == "2 de 4 áreas · 2 sin titular · termina en UT/0824/2024"
    tabla.item(2, 0).setCheckState(Qt.CheckState.Checked)  # con el ratón, una sola
    cuadro.numeros.setPlainText("901\n902")
    assert dichos() == ["UT/0901/2024", "", "UT/0902/2024", "falta"]
    cuadro.una.setText("Rastro")
    clic(cuadro.una)
    tecla(Qt.Key.Key_Return)
    assert dichos()[1] == "", "agregar otra no le regresa su marca"
    cuadro.numeros.setPlainText("901, 902, 903 y 904")
    clic(cuadro.tomar)
    filas = ventana.pestanas.actual().contenido.modelo.filas
    assert {f.oficio.folio: f.con for f in filas if "/090" in f.oficio.folio} == {
        "UT/0901/2024": "Tesorería Municipal", "UT/0902/2024": "Panteones", "UT/0903/2024": "Mercados",
        "UT/0904/2024": "Rastro",
    }  # fmt: skip


def escoger(menu: Any, rotulo: str) -> None:
    """Una opción de un menú, o de uno de adentro, como si se abriera y se escogiera."""
    menu.aboutToShow.emit()
    opciones = [*menu.actions(), *(o for a in menu.actions() if a.menu() for o in a.menu().actions())]
    (opcion,) = [cada for cada in opciones if cada.text() == rotulo]
    assert opcion.isEnabled()
    opcion.trigger()


def test_una_lista_se_guarda_con_su_nombre_y_la_proxima_vez_son_dos_gestos(ventana):
    pestana = oficios(ventana)
    escribir_una(pestana, a_quien="")
    copiar_al_portapapeles(EXCEL)
    cuadro = abrir_varias(ventana, pestana)
    cuadro.listas.menu.aboutToShow.emit()
    assert [(o.text(), o.isEnabled()) for o in cuadro.listas.menu.actions()] == [
        ("Guardar esta lista…", False)
    ]
    con_control(Qt.Key.Key_V)
    escoger(cuadro.listas.menu, "Guardar esta lista…")
    contestar("Las del SIPO", "Guardarla")
    assert cuadro.isVisible() and cuadro.tabla.rowCount() == 2, "sigue en lo que estaba"
    cuadro.tabla.selectRow(1)
    poner_en(cuadro.tabla)
    tecla(Qt.Key.Key_Delete)
    escoger(cuadro.listas.menu, "Las del SIPO (2)")
    assert [cuadro.tabla.item(fila, 1).text() for fila in range(2)] == ["Tesorería Municipal", "Parques"]
    escoger(cuadro.listas.menu, "Las del SIPO")  # «Quitar una lista»
    cuadro.listas.menu.aboutToShow.emit()
    assert [o.text() for o in cuadro.listas.menu.actions()] == ["Guardar esta lista…"]
    tecla(Qt.Key.Key_Escape)
    oprimir_en_aviso("Cerrar y perderlo")
    ventana.activateWindow()
    poner_en(carta(pestana).volver)
    con_control(Qt.Key.Key_Z)
    cuadro = abrir_varias(ventana, pestana)
    escoger(cuadro.listas.menu, "Las del SIPO (2)")
    assert cuadro.tabla.rowCount() == 2


def test_si_la_lista_no_se_pudo_guardar_lo_escrito_sigue_ahi(ventana, qtbot, monkeypatch):
    pestana = oficios(ventana)
    escribir_una(pestana)
    copiar_al_portapapeles(EXCEL)
    cuadro = abrir_varias(ventana, pestana)
    con_control(Qt.Key.Key_V)
    escoger(cuadro.listas.menu, "Guardar esta lista…")
    dialogo = avisos.ultimo().dialogo
    with monkeypatch.context() as lleno:
        lleno.setattr(ventana.sesion, "solo_leer", "El disco está lleno.")
        contestar("Las del SIPO", "Guardarla")
    assert "lleno" in avisos.ultimo().texto and dialogo.isVisible() and cuadro.isVisible()
    cerrar_aviso(ventana, qtbot)
    clic(next(boton for boton in dialogo.findChildren(QAbstractButton) if boton.text() == "Guardarla"))
    cuadro.listas.menu.aboutToShow.emit()
    assert "Las del SIPO (2)" in [o.text() for o in cuadro.listas.menu.actions()]


def a_treinta(ventana, va_en: str, fecha: str = "12/06/2024") -> VariasAreas:
    """El cuadro de una carta de ese día que va en ese lugar, con treinta áreas pegadas."""
    pestana = oficios(ventana)
    panel = escribir_una(pestana)
    poner_en(panel.pieza_de("fecha"))
    tecla(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    teclear(fecha)
    tecla(Qt.Key.Key_Return)
    suya = cartas.abrir_carta(ventana.sesion.expediente, panel.uid, HOY).carta
    ventana.sesion.hacer(cartas.escribir, panel.uid, replace(suya, lugar=va_en))
    copiar_al_portapapeles("\n".join(f"Área número {n}" for n in range(30)))
    cuadro = abrir_varias(ventana, pestana)
    con_control(Qt.Key.Key_V)
    return cuadro


def los_de(ventana, trimestre: Trimestre, lugar: str) -> list[tuple[int | None, int]]:
    """De cada renglón que en ese lugar dice treinta: cuántos dice y cuántos cita."""
    suyos = ventana.sesion.expediente.foto(trimestre).renglones
    return [
        (r.cantidad_medio or 30, len(r.citas))
        for r in suyos
        if r.lugar == lugar and 30 in (r.cantidad_medio, len(r.citas))
    ]


@pytest.mark.parametrize("a_la_vista", [SEGUNDO, TERCERO], ids=str)
def test_son_estos_los_treinta_que_el_informe_ya_decia(abrir, a_la_vista):
    ventana = abrir(a_la_vista)
    cuadro = a_treinta(ventana, "2.4")
    estos = cuadro.son_estos
    cual = "" if a_la_vista == SEGUNDO else " del 2º trimestre 2024"
    assert estos.casilla.text() == f"En 2.4{cual} hay 30 oficios sin su número: son estos"
    assert estos.casilla.isChecked(), "sin decir nada no quedan dichos dos veces"
    assert estos.van_ahi.isHidden()
    estos.casilla.click()
    poner_en(cuadro.tabla)
    tecla(Qt.Key.Key_Space)  # una que no va ya no son treinta; y otra vez
    assert estos.isHidden()
    tecla(Qt.Key.Key_Space)
    assert estos.casilla.isChecked()
    clic(cuadro.tomar)
    assert los_de(ventana, SEGUNDO, "2.4") == [(30, 30)] and not los_de(ventana, TERCERO, "2.4")
    otra: Any = ventana.pestanas.actual().contenido
    assert len(otra._vista.elegidos) == 30
    ventana.activateWindow()
    poner_en(otra.tabla)
    con_control(Qt.Key.Key_Z)
    assert los_de(ventana, SEGUNDO, "2.4") == [(30, 0)]


def test_si_la_carta_va_en_otro_lugar_ella_dice_si_son_estos(ventana):
    cuadro = a_treinta(ventana, "1.2/2")
    estos = cuadro.son_estos
    assert estos.casilla.isVisible() and not estos.casilla.isChecked() and estos.van_ahi.isHidden()
    estos.casilla.click()
    assert estos.van_ahi.text() == "Entonces van en 2.4, y no donde dice «Va en» (1.2 paso 2)."
    assert estos.van_ahi.isVisible()
    clic(cuadro.tomar)
    assert los_de(ventana, SEGUNDO, "2.4") == [(30, 30)] and not los_de(ventana, SEGUNDO, "1.2/2")


@pytest.mark.parametrize("firmado", [False, True], ids=["sin firmar", "firmado"])
def test_los_treinta_de_junio_no_son_los_de_una_carta_de_julio(ventana, firmado):
    if firmado:
        ventana.sesion.hacer(firma.firmar, HOY)
    cuadro = a_treinta(ventana, "1.2/2", "04/07/2024")
    assert cuadro.son_estos.isHidden()
    clic(cuadro.tomar)
    assert los_de(ventana, TERCERO, "1.2/2") == [(30, 30)] and los_de(ventana, SEGUNDO, "2.4") == [(30, 0)]
    otra: Any = ventana.pestanas.actual().contenido
    assert len(otra._vista.elegidos) == 30


def test_en_oficina_se_pegan_las_areas_con_su_titular(ventana):
    copiar_al_portapapeles(EXCEL)
    ventana.sesion.pide_oficina.emit("Unidades y órganos")
    (catalogos,) = ventana.findChildren(Catalogos)
    clic(catalogos.unidades.pegar)
    assert avisos.ultimo().texto == "Son 2 áreas."
    assert "Se agrega a Oficina: Parques." in avisos.ultimo().dialogo.informativeText()
    oprimir_en_aviso("Ponerlas")
    assert "Parques" in {unidad.nombre for unidad in ventana.sesion.foto.catalogo.unidades}
    catalogos.close()
    ventana.activateWindow()
    poner_en(ventana.pestanas.tabBar())
    con_control(Qt.Key.Key_Z)
    assert "Parques" not in {unidad.nombre for unidad in ventana.sesion.foto.catalogo.unidades}


# --- cambiar lo que la carta impresa ya dijo --------------------------------------------------------


def impresa(ventana, qtbot) -> PestanaOficios:
    """La pestaña, con UT/0823 impreso y elegido."""
    pestana = oficios(ventana)
    uid = carta_impresa(ventana, pestana)
    pestana.ir_a(sitio_de(uid))
    return pestana


def carta_impresa(ventana, pestana: PestanaOficios) -> str:
    escribir_una(pestana)
    uid = carta(pestana).uid
    clic(carta(pestana).tomar)
    tecla(Qt.Key.Key_Escape)
    ventana.sesion.hacer(imprimir.fijar, (uid,), HOY)
    return uid


def con_otra_fecha(pestana: PestanaOficios) -> None:
    fecha = pestana.formulario.pieza_de("fecha")
    poner_en(fecha)
    fecha.selectAll()
    teclear("9/7/2024")
    tecla(Qt.Key.Key_Tab)


def fecha_de(pestana: PestanaOficios) -> str:
    return fila(pestana, "UT/0823/2024")[1]


def test_cambiar_la_fecha_de_una_impresa_se_pregunta_y_dejarlo_no_cambia_nada(ventana, qtbot):
    pestana = impresa(ventana, qtbot)
    assert "Se imprimió el 04/07/2024 y así se queda su carta." in pestana.formulario.nota.text()
    con_otra_fecha(pestana)
    assert fecha_de(pestana) == "04/07/2024" and ventana.sesion.sin_guardar.todos
    oprimir_en_aviso("Dejarlo como está")
    assert not ventana.sesion.sin_guardar.todos
    assert pestana.formulario.pieza_de("fecha").text() == "04/07/2024"


def test_se_puede_cambiar_solo_en_el_libro(ventana, qtbot):
    pestana = impresa(ventana, qtbot)
    con_otra_fecha(pestana)
    oprimir_en_aviso("Cambiarlo solo en el libro")
    assert fecha_de(pestana) == "09/07/2024" and not ventana.sesion.sin_guardar.todos
    con_control(Qt.Key.Key_Z)
    assert fecha_de(pestana) == "04/07/2024"


def test_o_corregir_tambien_la_carta_con_su_motivo(ventana, qtbot):
    pestana = impresa(ventana, qtbot)
    con_otra_fecha(pestana)
    oprimir_en_aviso("Corregir también la carta…")
    contestar("se entregó el día 9", "Corregirla")
    assert fecha_de(pestana) == "09/07/2024" and not ventana.sesion.sin_guardar.todos
    tecla(Qt.Key.Key_F4)
    pestana.cartas.abrir(pestana._vista.elegidos[0], pestana._vista.libro)
    assert "Se está corrigiendo: se entregó el día 9" in carta(pestana).nota.text()
