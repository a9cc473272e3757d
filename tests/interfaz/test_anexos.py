"""Los anexos en la ventana: decir cuáles salen y dónde van, verlos en sus hojas y guardarlos aparte."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget  # noqa: TID251

from tests.evidencias.archivos import correo, escaneo, foto
from tests.interfaz.conftest import AHORA, SEGUNDO
from tests.interfaz.manos import clic, con_control, en, linea, poner_en, revisada, tecla, teclear
from tests.interfaz.test_evidencias import (
    acabo,
    bloque,
    cuatro,
    de_archivos,
    en_la_fila,
    soltar,
    usb,
)
from ut_escritorio.dominio.plan.anexos import LosAnexos
from ut_escritorio.interfaz.comunes.listas.hallazgos import ListaDeHallazgos
from ut_escritorio.interfaz.evidencias.usar_tambien import UsarTambien
from ut_escritorio.interfaz.hojas.ficha_de_sesion import HojaDeFicha
from ut_escritorio.interfaz.informe.los_anexos import LosAnexosDelInforme
from ut_escritorio.interfaz.informe.reparto import hojas_de_departamentos
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.captura.textos import escribir_a_mano
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.evidencias.adjuntar import poner_pie
from ut_escritorio.servicios.oficina.plan import anexar

__all__ = ["usb"]


def anexos_de(ventana: Ventana) -> LosAnexosDelInforme:
    informe: Any = ventana.contenidos.informe()
    return informe.anexos


def escoger(pieza: QWidget) -> None:
    poner_en(pieza)
    tecla(Qt.Key.Key_Space)


def como(ventana: Ventana) -> LosAnexos:
    return ventana.sesion.foto.plan.programa.anexos


def con_fotos(ventana: Ventana, usb, qtbot) -> Any:
    b = bloque(ventana)
    soltar(b.tabla.viewport(), de_archivos(cuatro(usb)), en_la_fila(b, 1))
    acabo(ventana, qtbot)
    return b


def hojas_hechas(ventana: Ventana, qtbot) -> Any:
    informe: Any = ventana.contenidos.informe()
    informe.ir_a_paso(1)
    qtbot.waitUntil(lambda: informe.hojas.al_dia and not informe.hojas.haciendo, timeout=20_000)
    return informe.hojas


def test_de_entrada_no_van_y_ponerlos_es_un_gesto_que_se_deshace(ventana: Ventana, usb, qtbot):
    con_fotos(ventana, usb, qtbot)
    anexos = anexos_de(ventana)
    assert anexos.donde[""].isChecked() and not anexos.guardar.isVisibleTo(anexos)
    assert not any(marca.isEnabled() for marca in anexos.ademas.values())
    escoger(anexos.donde["al final"])
    assert como(ventana).donde == "al final"
    assert anexos_de(ventana) is anexos, "no se dibuja de nuevo la pestaña"
    assert anexos.donde["al final"].hasFocus()
    assert anexos.cuantos.text() == "Salen 4 fotos, en un anexo."
    escoger(anexos.ademas["citados"])
    assert como(ventana) == LosAnexos("al final", citados=True)
    con_control(Qt.Key.Key_Z)
    con_control(Qt.Key.Key_Z)
    assert como(ventana) == LosAnexos() and anexos_de(ventana).donde[""].isChecked()


def test_imprimirlos_son_dos_acciones_y_salen_en_sus_hojas(ventana: Ventana, usb, qtbot):
    con_fotos(ventana, usb, qtbot)
    sin_ellos = hojas_hechas(ventana, qtbot).exportado.paginas
    ventana.contenidos.informe().ir_a_paso(0)
    escoger(anexos_de(ventana).donde["al final"])
    hechas = hojas_hechas(ventana, qtbot)
    assert hechas.exportado.paginas == sin_ellos + 1, "de a cuatro por hoja"
    (_, primero), (_, segundo) = hojas_de_departamentos(
        hechas.foto.plan, hechas.exportado.hojas, hechas.exportado.paginas
    )
    assert sin_ellos + 1 in segundo and sin_ellos + 1 not in primero, "cada departamento imprime los suyos"


def test_la_frase_los_cita_donde_se_lee_y_la_evidencia_dice_en_cual_va(ventana: Ventana, usb, qtbot):
    b = con_fotos(ventana, usb, qtbot)
    ventana.sesion.hacer(anexar, LosAnexos("al final", citados=True))
    b = bloque(ventana)
    b.tabla.selectRow(1)
    assert b.evidencias.ficha.que_es.text().startswith("Anexo 1.")
    lista = en(ventana, "2.3").impreso.lista.model()
    frases = [lista.index(fila, 0).data() for fila in range(lista.rowCount())]
    assert sum(str(frase).endswith("(Anexo 1).") for frase in frases) == 1


def test_se_marca_y_se_desmarca_que_sale_con_la_barra_y_se_deshace(ventana: Ventana, usb, qtbot):
    b = con_fotos(ventana, usb, qtbot)
    ficha = b.evidencias.ficha
    assert ficha.sale.isChecked(), "las fotos salen de entrada"
    escoger(ficha.sale)
    assert not b.evidencias.evidencias[0].sale and not ficha.sale.isChecked()
    con_control(Qt.Key.Key_Z)
    assert b.evidencias.evidencias[0].sale and ficha.sale.isChecked()


def test_un_pdf_no_sale_de_entrada_y_un_correo_no_puede(ventana: Ventana, usb, qtbot):
    b = bloque(ventana)
    rutas = usb(acuse__pdf=escaneo(2), correo__eml=correo(), cifrado__pdf=escaneo(2, clave="x"))
    soltar(b.tabla.viewport(), de_archivos(rutas), en_la_fila(b, 0))
    acabo(ventana, qtbot)
    ficha, vistas = b.evidencias.ficha, []
    for fila in range(3):
        b.evidencias.lista.setCurrentRow(fila)
        vistas.append((ficha.sale.isChecked(), ficha.sale.isEnabled(), bool(ficha.sale.toolTip())))
    assert vistas == [(False, True, False), (False, False, True), (False, False, True)]


def test_aparte_se_guardan_en_su_pdf(ventana: Ventana, usb, qtbot, tmp_path: Path, monkeypatch):
    con_fotos(ventana, usb, qtbot)
    escoger(anexos_de(ventana).donde["aparte"])
    anexos = anexos_de(ventana)
    assert anexos.guardar.isVisibleTo(anexos)
    clic(anexos.guardar)
    dialogo = ventana.findChild(QFileDialog)
    assert "Anexos" in dialogo.selectedFiles()[0]
    salida = tmp_path / "anexos.pdf"
    dialogo.fileSelected.emit(str(salida))
    dialogo.reject()
    qtbot.waitUntil(lambda: ventana.mando.exportacion.tarea is None, timeout=20_000)
    assert "ANEXO 1" in PdfReader(salida).pages[0].extract_text()
    assert any(f"{salida}" in caja.text() for caja in ventana.findChildren(QMessageBox))


def test_en_lo_firmado_no_se_cambia(abrir, archivo: Path):
    with expediente.abrir(archivo, lambda: AHORA) as exp:
        firma.firmar(exp, SEGUNDO, date(2024, 7, 4))
    anexos = anexos_de(abrir())
    assert not any(boton.isEnabled() for boton in (*anexos.donde.values(), *anexos.ademas.values()))


def test_si_no_se_pudo_queda_como_estaba(ventana: Ventana, monkeypatch):
    anexos = anexos_de(ventana)
    monkeypatch.setattr(ventana.sesion, "solo_leer", "El disco está lleno.")
    escoger(anexos.donde["al final"])
    assert anexos.donde[""].isChecked() and como(ventana) == LosAnexos()


def test_la_foto_que_solo_cambia_de_pie_cambia_su_hoja(ventana: Ventana, usb, qtbot):
    b = con_fotos(ventana, usb, qtbot)
    ventana.sesion.hacer(anexar, LosAnexos("al final"))
    antes = hojas_hechas(ventana, qtbot).exportado.huellas
    b = bloque(ventana)
    b.tabla.selectRow(1)
    ventana.sesion.hacer(poner_pie, b.evidencias.evidencias[0].uid, "Otro pie")
    despues = hojas_hechas(ventana, qtbot).exportado.huellas
    assert [uno == otro for uno, otro in zip(antes, despues, strict=True)].count(False) == 1


def test_la_foto_grande_se_ve_como_se_imprime(ventana: Ventana, usb, qtbot):
    b = bloque(ventana)
    soltar(b.tabla.viewport(), de_archivos(usb(una__jpg=foto(4000, 3000))), en_la_fila(b, 1))
    acabo(ventana, qtbot)
    ventana.sesion.hacer(anexar, LosAnexos("al final"))
    assert not hojas_hechas(ventana, qtbot).exportado.avisos


def test_la_misma_foto_se_usa_tambien_en_otra_sesion_y_no_ocupa_mas(ventana: Ventana, usb, qtbot):
    b = con_fotos(ventana, usb, qtbot)
    antes = ventana.sesion.expediente.base.conexion.execute("SELECT count(*) FROM contenido").fetchone()
    b.evidencias.ficha.tambien.click()
    cuadro = ventana.findChildren(UsarTambien)[-1]
    poner_en(cuadro.busca)
    teclear("11 abril")
    tecla(Qt.Key.Key_Return)
    b.tabla.selectRow(2)
    assert [e.nombre for e in b.evidencias.evidencias] == ["IMG_2230.jpg"]
    despues = ventana.sesion.expediente.base.conexion.execute("SELECT count(*) FROM contenido").fetchone()
    assert antes == despues


def test_poner_el_anexo_de_hoy_es_un_gesto_donde_se_lee_y_en_la_lista(ventana: Ventana, usb, qtbot):
    b = con_fotos(ventana, usb, qtbot)
    ventana.sesion.hacer(anexar, LosAnexos("al final"))
    uid = b.modelo.cosas[1].uid
    impreso = en(ventana, "2.3").impreso
    impreso.elegir(f"registro:{uid}")
    frase = impreso.elegida()
    assert uid in frase.relato.uids and not impreso.del_anexo.isVisible()
    a_mano = escribir_a_mano, frase.origen, "Consta en el Anexo 3.", frase.relato.automatico
    ventana.sesion.hacer(*a_mano)
    assert impreso._aviso.text() == "Su texto dice Anexo 3 y ahora es el 1."
    assert impreso.del_anexo.poner.text() == "Poner el 1"
    escoger(impreso.del_anexo.poner)
    assert impreso.elegida().relato.texto == "Consta en el Anexo 1." and not impreso.del_anexo.isVisible()
    con_control(Qt.Key.Key_Z)
    assert impreso.del_anexo.isVisible()
    ventana.mando.ir_a_revisar()
    revisada(ventana, qtbot)
    lista = next(cada for cada in ventana.findChildren(ListaDeHallazgos) if cada.isVisible())

    def hallado() -> Any:
        return next((r for r in lista.lista.todos() if "dice Anexo 3 y ahora es" in r.text(0)), None)

    lista.lista.setCurrentItem(hallado())
    ofrecido: Any = lista.ofrecido["anexo_a_mano"]
    assert ofrecido.poner.text() == "Poner el 1"
    escoger(ofrecido.poner)
    qtbot.waitUntil(lambda: hallado() is None, timeout=20_000)
    assert not ofrecido.isVisible() and ventana.sesion.foto.a_mano[frase.origen].texto.endswith("Anexo 1.")


def test_la_ficha_de_una_sesion_se_imprime_en_dos_acciones_aunque_no_vaya_en_los_anexos(
    ventana: Ventana, usb, qtbot, tmp_path: Path
):
    b = con_fotos(ventana, usb, qtbot)
    assert b.elegido().medio == "sesion" and not como(ventana).donde
    escoger(b.de_ficha)
    hoja = ventana.findChildren(HojaDeFicha)[-1]
    qtbot.waitUntil(lambda: hoja.imprimir.isEnabled() and hoja._tarea is None, timeout=60_000)
    assert hoja.estado.text() == "Con 4 fotos. Una hoja."
    assert hoja.windowTitle() == "Ficha de capacitación del 9 de abril de 2024"
    hoja.activateWindow()
    qtbot.waitUntil(hoja.imprimir.hasFocus)  # y con Enter se imprime
    hoja.guardar_en(tmp_path / "ficha.pdf")
    (pagina,) = PdfReader(tmp_path / "ficha.pdf").pages
    dicho = pagina.extract_text()
    assert "FICHA DE CAPACITACIÓN" in dicho and "9 de abril de 2024" in dicho and "ANEXO" not in dicho
    assert len(pagina.images) >= 4
    tecla(Qt.Key.Key_Escape)
    en(ventana, "1.2/2")
    otro = bloque(ventana, "1.2/2")
    otro.tabla.selectRow(0)
    assert not otro.de_ficha.isVisible(), "de un oficio no se hace"


def test_desde_el_tablero_a_la_primera_sesion_sin_foto_en_un_gesto(abrir, qtbot):
    ventana: Ventana = abrir(hoy=date(2024, 5, 14))
    ventana.sesion.hacer(anexar, LosAnexos("al final"))
    revisada(ventana, qtbot)
    suya = linea(ventana, "fotos")
    assert suya is not None and suya.boton is not None
    assert suya.linea.que.startswith("6 sesiones sin foto: 09/04")
    escoger(suya.boton)
    elegido: Any = bloque(ventana).elegido()
    assert elegido.medio == "sesion" and elegido.fecha == date(2024, 4, 9)
