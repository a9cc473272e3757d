"""Ver, imprimir para firma, decir que ya está firmado, corregir y saber qué cambió."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Callable
from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QPageRanges
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton, QSpinBox, QWidget

from tests.interfaz.manos import (
    con_control,
    contestar,
    cuadros,
    en,
    oprimir_en_aviso,
    poner_en,
    renglones,
    revisada,
    se_ve,
    tecla,
    teclear,
)
from tests.interfaz.test_sin_guardar import ocupado
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.palabras.redaccion import decir_hojas
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.vigencia import vigente
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.cuadro_de_imprimir import cuadro_de_imprimir
from ut_escritorio.interfaz.comunes.dialogos.impresion import hojas_pedidas
from ut_escritorio.interfaz.informe.cambios import HojaDeCambios
from ut_escritorio.interfaz.informe.reparto import hojas_de_departamentos
from ut_escritorio.servicios.entrega.diferencias import Diferencia
from ut_escritorio.servicios.entrega.firma import abrir_para_corregir, firmar
from ut_escritorio.servicios.oficina.catalogos import poner_membrete

JUNIO = Casilla("recursos", 2, 6)
DIA = date(2024, 7, 4)


@pytest.fixture
def informe(ventana):
    return ventana.pestanas.ir_a("informe")


@pytest.fixture
def firmado(ventana, informe, qtbot):
    """El trimestre ya cerrado."""
    informe.firmar.firmar(DIA)
    qtbot.waitUntil(lambda: ventana.sesion.foto.firmado is not None, timeout=30_000)
    qtbot.waitUntil(lambda: informe.firmar.tarea is None)
    return informe


@pytest.fixture
def abiertos(monkeypatch) -> list[str]:
    """Lo que se mandó abrir con otro programa."""
    rutas: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: rutas.append(url.toLocalFile()) or True)
    return rutas


def corregir(ventana, motivo: str = "Faltó un recurso.") -> None:
    ventana.firmado.pide_abrir.emit()
    contestar(motivo, "Abrir para corregir")


def poner_en_junio(ventana, numero: str) -> None:
    ventana.vista.ir_a(Sitio("2.2", "cuadro:2.2#7", JUNIO))
    teclear(numero)
    tecla(Qt.Key.Key_Return)


def renglones_de(lista) -> list[list[str]]:
    filas = [lista.topLevelItem(i) for i in range(lista.topLevelItemCount())]
    return [[fila.text(columna) for columna in range(lista.columnCount())] for fila in filas]


def test_decir_que_ya_esta_firmado_lo_confirma_y_cierra_el_trimestre(ventana, informe, qtbot):
    por_corregir = len(revisada(ventana, qtbot).por_corregir)
    informe.ir_a_paso(3)
    informe.firmar.ya.click()
    aviso = avisos.ultimo()
    assert aviso.texto == "¿El 2º trimestre 2024 ya se firmó el 04/07/2024?"
    assert f"Quedan {por_corregir} cosas por corregir" in aviso.dialogo.informativeText()
    assert ventana.sesion.foto.firmado is None
    oprimir_en_aviso("Sí, ya está firmado")
    qtbot.waitUntil(lambda: ventana.sesion.foto.firmado is not None, timeout=30_000)
    assert ventana.firmado.isVisible()
    (fila,) = renglones_de(informe.firmados.lista)
    assert fila == ["2º trimestre 2024", "04/07/2024", "04/07/2024 16:59", "14", "–", "Cerrado"]


def test_un_trimestre_cerrado_no_acepta_nada_y_dice_por_que(ventana, firmado):
    pestana = en(ventana, "2.2")
    rejilla = cuadros(pestana)[0]
    poner_en(rejilla)
    antes = se_ve(rejilla)
    teclear("9")
    tecla(Qt.Key.Key_Delete)
    con_control(Qt.Key.Key_V)
    assert se_ve(rejilla) == antes
    assert "ya se firmó y está cerrado" in rejilla.parent()._reparo.text()
    assert not ventana.mando.historia._deshacer.isEnabled()

    bloque = renglones(en(ventana, "1.2/2"))
    cuantos = len(bloque.modelo.cosas)
    bloque.tabla.selectRow(3)
    poner_en(bloque.tabla)
    for pedida in (Qt.Key.Key_Insert, Qt.Key.Key_Delete):
        tecla(pedida)
    assert len(bloque.modelo.cosas) == cuantos
    assert not bloque.formulario.isEnabled()
    assert not ventana.pestanas.actual().contenido.impreso.a_mano.isEnabled()


def test_abrir_para_corregir_pide_motivo_y_lo_guarda_junto_a_lo_firmado(ventana, firmado):
    corregir(ventana, "El Titular pidió corregir junio.")
    assert "falta imprimir y firmar" in dicho_arriba(ventana)
    (fila,) = renglones_de(firmado.firmados.lista)
    assert fila[-1] == "Se abrió para corregir: El Titular pidió corregir junio."
    poner_en_junio(ventana, "2")
    assert ventana.sesion.foto.conteos.en(JUNIO) == 2


def dicho_arriba(ventana) -> str:
    """Lo que dice el letrero de sobre las pestañas."""
    assert ventana.firmado.isVisible()
    return " ".join(letrero.text() for letrero in ventana.firmado.findChildren(Letrero))


def se_lee(ventana) -> list[str]:
    """Todo lo que se lee en la ventana."""
    dichos = [pieza.text() for pieza in ventana.findChildren(QLabel) if pieza.isVisible()]
    return [*dichos, ventana.statusBar().currentMessage()]


def test_lo_que_se_corrige_lo_dice_en_toda_pestana_hasta_volver_a_firmarse(abrir, qtbot):
    ventana = abrir()
    informe = ventana.pestanas.ir_a("informe")
    informe.firmar.firmar(DIA)
    qtbot.waitUntil(lambda: informe.firmar.tarea is None and ventana.sesion.foto.firmado is not None)
    rejilla = cuadros(en(ventana, "2.2"))[0]
    poner_en(rejilla)
    teclear("9")
    corregir(ventana)
    for indice in range(ventana.pestanas.count()):
        ventana.pestanas.setCurrentIndex(indice)
        QApplication.processEvents()
        assert dicho_arriba(ventana) == "Corrigiendo lo firmado el 04/07/2024: falta imprimir y firmar."
        assert [dicho for dicho in se_lee(ventana) if "cerrado" in dicho] == []
    ventana.close()

    otra = abrir()
    assert dicho_arriba(otra).startswith("Corrigiendo lo firmado el 04/07/2024")
    otra.mando.mover_trimestre(-1)
    assert otra.firmado.isHidden()
    otra.mando.mover_trimestre(1)
    next(b for b in otra.firmado.findChildren(QPushButton) if b.text() == "Imprimir para firma").click()
    QApplication.processEvents()
    informe = otra.pestanas.actual().contenido
    assert informe.imprimir.isVisible()
    informe.firmar.firmar(date(2024, 7, 9))
    qtbot.waitUntil(lambda: otra.sesion.foto.firmado is not None, timeout=30_000)
    assert "se firmó el 09/07/2024 y está cerrado" in dicho_arriba(otra)
    qtbot.waitUntil(lambda: len(renglones_de(informe.firmados.lista)) == 2)
    veces = sorted(fila[0] for fila in renglones_de(informe.firmados.lista))
    assert veces == ["2º trimestre 2024", "2º trimestre 2024 (2ª vez)"]


@pytest.mark.parametrize("cual", ["abrir", "ver"])
def test_si_no_hay_con_que_abrirlo_se_dice_donde_esta(ventana, firmado, qtbot, monkeypatch, tmp_path, cual):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    hojas = tmp_path / "hojas.pdf"
    hojas.write_bytes(b"%PDF-1.4 firmas y sello")
    firmado.firmados.guardar_escaneado(hojas)
    qtbot.waitUntil(firmado.firmados.ver.isEnabled)
    getattr(firmado.firmados, cual).click()
    qtbot.waitUntil(lambda: avisos.ultimo() is not None)
    aviso = avisos.ultimo()
    assert aviso.texto.startswith("Este equipo no tiene con qué abrir «")
    assert ".pdf" in aviso.dialogo.informativeText()


def test_que_cambio_dice_exactamente_el_numero_cambiado_y_lleva_a_el(ventana, firmado):
    corregir(ventana)
    poner_en_junio(ventana, "2")
    ventana.pestanas.ir_a("informe")
    firmado.firmados.que_cambio.click()
    (hoja,) = ventana.findChildren(HojaDeCambios)
    assert renglones_de(hoja.lista) == [
        ["Recursos de revisión recibidos, junio", "1", "2",
         "Recursos de revisión recibidos, todo el trimestre, de 5 a 6"]
    ]  # fmt: skip
    hoja.lista.setCurrentItem(hoja.lista.topLevelItem(0))
    hoja.ir.click()
    ventana.activateWindow()
    QApplication.processEvents()
    rejilla = ventana.focusWidget()
    assert rejilla.celda_actual().casilla == JUNIO
    hoja.close()


def test_sin_cambios_lo_dice(ventana, firmado):
    firmado.firmados.que_cambio.click()
    (hoja,) = ventana.findChildren(HojaDeCambios)
    assert hoja.lista.topLevelItemCount() == 0
    hoja.close()


def test_un_texto_mas_largo_que_la_hoja_de_cambios_se_lee_hasta_el_final(ventana):
    largo = "actualizar el módulo de procesos licitatorios y convenios " * 40
    cambio = Diferencia("Un texto de 2.4", largo, f"{largo} y uno más", Sitio("2.4"))
    hoja = HojaDeCambios(ventana, ventana.sesion, ventana.sesion.trimestre, "De ayer a hoy", (cambio, cambio))
    hoja.show()
    QApplication.processEvents()
    lista = hoja.lista
    lista.verticalScrollBar().setValue(lista.verticalScrollBar().maximum())
    QApplication.processEvents()
    ultimo = lista.visualItemRect(lista.topLevelItem(1))
    assert ultimo.height() > lista.viewport().height()
    assert ultimo.bottom() <= lista.viewport().height()
    hoja.close()


def test_se_abre_lo_firmado_y_lo_escaneado(ventana, firmado, abiertos, tmp_path, qtbot):
    firmado.firmados.abrir.click()
    qtbot.waitUntil(lambda: len(abiertos) == 1)
    assert abiertos[0].endswith("Informe 2º trimestre 2024 firmado el 04-07-2024.pdf")
    assert len(PdfReader(abiertos[0]).pages) == 14
    assert not firmado.firmados.ver.isEnabled()
    hojas = tmp_path / "hojas con sello.pdf"
    hojas.write_bytes(b"%PDF-1.4 firmas y sello")
    firmado.firmados.guardar_escaneado(hojas)
    qtbot.waitUntil(firmado.firmados.ver.isEnabled)
    assert renglones_de(firmado.firmados.lista)[0][4] == "Sí"
    firmado.firmados.ver.click()
    qtbot.waitUntil(lambda: len(abiertos) == 2)
    assert abiertos[1].endswith("hojas con sello.pdf")
    with pathlib.Path(abiertos[1]).open("rb") as abierto:
        assert abierto.read() == b"%PDF-1.4 firmas y sello"


def imprimir(informe, qtbot, hojas, ruta) -> int:
    """Manda esas hojas a un PDF; devuelve cuántas salieron."""
    impresora = QPrinter(QPrinter.PrinterMode.HighResolution)
    impresora.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    impresora.setOutputFileName(str(ruta))
    informe.imprimir.mandar(hojas, impresora)
    qtbot.waitUntil(lambda: not informe.imprimir.en_papel.ocupado, timeout=60_000)
    return len(PdfReader(ruta).pages)


def pedir_hojas(informe, boton: int, rangos: str, orden=QPrinter.PageOrder.FirstPageFirst) -> QPrinter:
    """Oprime una manera de imprimir y, en el diálogo, pide solo unas hojas."""
    informe.imprimir.botones[boton].click()
    dialogo = avisos.ultimo().dialogo
    assert isinstance(dialogo, QPrintDialog)
    assert (dialogo.fromPage(), dialogo.toPage()) == (dialogo.minPage(), dialogo.maxPage())
    impresora = dialogo.printer()
    impresora.setPrintRange(QPrinter.PrintRange.PageRange)
    impresora.setPageRanges(QPageRanges.fromString(rangos))
    impresora.setPageOrder(orden)
    dialogo.accepted.emit(impresora)
    dialogo.close()
    return impresora


@pytest.mark.skipif(os.name == "nt", reason="el cuadro de Windows es del sistema")
def test_oprimir_donde_van_las_hojas_es_pedir_de_cual_a_cual(qtbot):
    padre, impresora = QWidget(), QPrinter()
    qtbot.addWidget(padre)
    cuadro = cuadro_de_imprimir(impresora, padre)
    cuadro.setMinMax(1, 14)
    cuadro.show()
    escogido, desde = cuadro.findChild(QRadioButton, "printRange"), cuadro.findChild(QSpinBox, "from")
    assert not desde.isEnabled() and not escogido.isChecked()
    QTest.mouseClick(desde, Qt.MouseButton.LeftButton)
    assert desde.isEnabled() and escogido.isChecked()
    cuadro.reject()


def test_se_imprimen_las_hojas_que_se_pidieron_y_nada_mas(ventana, informe, qtbot, monkeypatch):
    mandadas: list[tuple[int, ...]] = []
    maneras(informe, qtbot)
    monkeypatch.setattr(informe.imprimir, "mandar", lambda hojas, _: mandadas.append(hojas))
    pedir_hojas(informe, 0, "2-4,9")
    pedir_hojas(informe, 0, "2-4", QPrinter.PageOrder.LastPageFirst)
    pedir_hojas(informe, 1, "5-8")  # las del primer departamento: 2 a 6, 13 y 14
    pedir_hojas(informe, 2, "1")
    assert mandadas == [(2, 3, 4, 9), (4, 3, 2), (5, 6)]
    assert avisos.ultimo().texto == "No se imprimió nada."
    dicho = avisos.ultimo().dialogo.informativeText()
    assert dicho == "Iban a salir: hojas 7 a 12. Vuelva a imprimir y pida de esas."


class Servidor:
    """Lo que el cuadro de Linux deja dicho para el servidor de impresión."""

    def __init__(self, *encargos: str) -> None:
        self.encargos = list(encargos)

    def property(self, _cual) -> list[str]:
        return self.encargos

    def setProperty(self, _cual, encargos: list[str]) -> None:
        self.encargos = encargos


class DeLinux(QPrinter):
    """Una impresora a la que su cuadro le dejó encargos."""

    def __init__(self, *encargos: str) -> None:
        super().__init__()
        self.servidor = Servidor("number-up", "1", *encargos)

    def printEngine(self):
        return self.servidor


def test_las_hojas_que_linux_encarga_al_servidor_las_escoge_el_programa(qapp):
    de_un_departamento = (2, 3, 4, 5, 6, 13, 14)
    sueltas = DeLinux("page-ranges", "3-4,13")
    assert hojas_pedidas(de_un_departamento, sueltas) == (3, 4, 13)
    assert sueltas.servidor.encargos == ["number-up", "1"]
    assert hojas_pedidas(de_un_departamento, DeLinux("page-set", "odd")) == (3, 5, 13)
    assert hojas_pedidas(de_un_departamento, DeLinux("page-ranges", "3-6", "page-set", "even")) == (4, 6)
    tramo = DeLinux("page-set", "odd")  # pidió las pares de la 2 a la 6: Qt las encarga al revés
    tramo.setPrintRange(QPrinter.PrintRange.PageRange)
    tramo.setFromTo(2, 6)
    assert hojas_pedidas(de_un_departamento, tramo) == (2, 4, 6)
    assert hojas_pedidas(de_un_departamento, DeLinux()) == de_un_departamento


def maneras(informe, qtbot) -> list[str]:
    """Los botones de imprimir, cuando las hojas están hechas."""
    informe.ir_a_paso(2)
    qtbot.waitUntil(lambda: bool(informe.imprimir.botones), timeout=30_000)
    return [boton.text() for boton in informe.imprimir.botones]


def test_se_imprimen_solo_las_hojas_que_cambiaron(ventana, informe, qtbot, tmp_path):
    todo, *departamentos = maneras(informe, qtbot)
    assert todo == "Todo"
    assert departamentos == [d.nombre for d in ventana.sesion.foto.plan.departamentos]
    assert imprimir(informe, qtbot, range(1, 15), tmp_path / "todo.pdf") == 14
    poner_en_junio(ventana, "2")
    ventana.pestanas.ir_a("informe")
    assert "Hojas que cambiaron" in maneras(informe, qtbot)
    cambiadas = informe.imprimir._cambiadas()
    assert 0 < len(cambiadas) < 4
    assert imprimir(informe, qtbot, cambiadas, tmp_path / "cambiadas.pdf") == len(cambiadas)
    assert informe.imprimir._cambiadas() == ()
    assert "Hojas que cambiaron" not in maneras(informe, qtbot)


def test_ctrl_p_en_un_componente_guarda_lo_que_este_a_medias_e_imprime_sus_hojas_sin_salir(
    ventana, qtbot, monkeypatch, tmp_path
):
    pedidas: list[tuple[int, int]] = []
    aceptar: list[Callable[[], object]] = []
    en_papel = tmp_path / "papel.pdf"

    def impresora() -> QPrinter:
        de_archivo = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        de_archivo.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        de_archivo.setOutputFileName(str(en_papel))
        return de_archivo

    def elegir(_, __, de_la, a_la, al_aceptar, al_dejarlo) -> None:
        pedidas.append((de_la, a_la))
        aceptar[:] = al_aceptar, al_dejarlo

    monkeypatch.setattr(avisos, "elegir_impresora", elegir)
    monkeypatch.setattr("ut_escritorio.interfaz.comunes.dialogos.impresion.nueva_impresora", impresora)
    rejilla = cuadros(en(ventana, "2.2"))[0]
    poner_en(rejilla)
    teclear("9")
    con_control(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: bool(pedidas), timeout=30_000)
    assert pedidas == [(8, 12)]
    assert ventana.pestanas.actual().clave == "componente:2"
    assert ventana.statusBar().currentMessage().startswith("Imprimir hojas 8 a 12. Dirán BORRADOR.")
    aceptar[1]()  # Esc
    assert ventana.statusBar().currentMessage() == "No se imprimió."
    con_control(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: len(pedidas) == 2)
    aceptar[0]()
    qtbot.waitUntil(lambda: "Se mandó" in ventana.statusBar().currentMessage(), timeout=60_000)
    assert ventana.statusBar().currentMessage() == "Se mandó a imprimir: hojas 8 a 12."
    assert len(PdfReader(en_papel).pages) == 5
    ventana.pestanas.ir_a("informe")
    informe = ventana.pestanas.actual().contenido
    assert informe.hojas.foto.conteos.en(rejilla.celda_actual().casilla) == 9
    con_control(Qt.Key.Key_P)  # ya en el Informe, lo de siempre
    qtbot.waitUntil(lambda: bool(informe.imprimir.botones), timeout=30_000)
    assert informe.imprimir.isVisible() and informe.imprimir.botones[0].text() == "Todo"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is informe.imprimir.botones[0])


def test_del_componente_del_que_no_se_imprime_nada_se_dice(ventana, qtbot):
    poner_en(cuadros(en(ventana, "2.2"))[0])
    informe = ventana.pestanas.al_dia(ventana.contenidos._del_informe)
    informe.imprimir.del_componente("no existe")
    qtbot.waitUntil(lambda: "no hay ninguna hoja" in ventana.statusBar().currentMessage(), timeout=30_000)


def test_imprimir_la_parte_de_un_departamento_no_da_por_impreso_lo_demas(ventana, informe, qtbot, tmp_path):
    maneras(informe, qtbot)
    imprimir(informe, qtbot, (2, 3), tmp_path / "parte.pdf")
    assert len(informe.imprimir._cambiadas()) == 14


def test_sin_ninguna_impresora_se_dice_y_no_se_pide_cual(ventana, informe, qtbot, monkeypatch):
    maneras(informe, qtbot)
    monkeypatch.setattr("ut_escritorio.interfaz.comunes.dialogos.impresion.hay_impresora", lambda: False)
    informe.imprimir.botones[0].click()
    assert avisos.ultimo().texto == "En este equipo no hay ninguna impresora."
    assert "Informe en PDF (F12)" in avisos.ultimo().dialogo.informativeText()
    assert not informe.imprimir.en_papel.ocupado
    assert informe.imprimir.botones[0].isEnabled()


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_si_la_impresora_no_quiere_se_dice_y_no_se_da_por_impreso(ventana, informe, qtbot, tmp_path):
    maneras(informe, qtbot)
    impresora = QPrinter()
    impresora.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    impresora.setOutputFileName(str(tmp_path / "no-existe" / "informe.pdf"))
    informe.imprimir.mandar((1,), impresora)
    assert avisos.ultimo().texto == "No se pudo imprimir."
    assert len(informe.imprimir._cambiadas()) == 14


def test_se_elige_quien_firma_y_la_leyenda_de_este_informe(ventana, informe):
    puesto, campos = next(iter(informe.firmantes.puestos.items()))
    otra = next(p for p in ventana.sesion.foto.catalogo.personas if campos.persona.findData(p.clave) > 0)
    campos.persona.setCurrentIndex(campos.persona.findData(otra.clave))
    campos.persona.activated.emit(campos.persona.currentIndex())
    assert ventana.sesion.foto.eleccion.firmantes[puesto].persona == otra.clave
    poner_en(campos.cargo)
    campos.cargo.selectAll()
    teclear("Encargado")
    tecla(Qt.Key.Key_Return)
    assert ventana.sesion.foto.eleccion.firmantes[puesto].cargo == "Encargado"
    del_anio = ventana.sesion.foto.plan.leyenda
    poner_en(informe.firmantes.leyenda)
    informe.firmantes.leyenda.setPlainText("2031, Año de la prueba")
    poner_en(campos.cargo)
    assert ventana.sesion.foto.plan.leyenda == "2031, Año de la prueba"
    informe.firmantes.del_anio.click()
    assert ventana.sesion.foto.plan.leyenda == del_anio


def test_se_elige_el_membrete_de_este_informe_y_se_vuelve_al_que_toca_por_la_fecha(ventana):
    datos = date(2025, 1, 1), ("Oaxaca de Juárez", "2025-2027"), (), "Unidad de Transparencia", {}
    ventana.sesion.hacer(poner_membrete, *datos)
    lista = ventana.pestanas.ir_a("informe").firmantes.membrete.lista
    assert [lista.itemText(i) for i in range(lista.count())] == [
        "2022-2024 (por la fecha)",
        "2022-2024, hasta el 31/12/2024",
        "2025-2027, desde el 01/01/2025",
    ]
    poner_en(lista)
    tecla(Qt.Key.Key_End)
    assert administracion_impresa(ventana) == ("Oaxaca de Juárez", "2025-2027")
    assert lista.count() == 3, "los demás se siguen pudiendo escoger"
    tecla(Qt.Key.Key_Home)
    assert ventana.sesion.foto.eleccion.papel == ""
    assert "2022-2024" in administracion_impresa(ventana)


def administracion_impresa(ventana) -> tuple[str, ...]:
    foto = ventana.sesion.foto
    papel = vigente(foto.catalogo.papeles, foto.dia)
    assert papel is not None
    return papel.administracion


def test_de_lo_que_falta_en_el_membrete_se_va_a_escogerlo(ventana, informe):
    ventana.vista.ir_a(Sitio("", "informe", campo="membrete"))
    assert QApplication.focusWidget() is informe.firmantes.membrete.lista


def test_a_cada_departamento_le_tocan_su_oficio_y_sus_componentes_aunque_vayan_salteados(
    ventana, informe, qtbot
):
    maneras(informe, qtbot)
    dichas = [letrero.text() for letrero in informe.imprimir.findChildren(Letrero)]
    assert [d for d in dichas if d.startswith("Hojas ")] == ["Hojas 2 a 6, 13, 14", "Hojas 7 a 12"]
    exportado, plan = informe.hojas.exportado, ventana.sesion.foto.plan
    repartidas = dict(hojas_de_departamentos(plan, exportado.hojas, exportado.paginas))
    for componente in plan.componentes:
        suyas = repartidas[plan.departamento[componente.departamento].nombre]
        assert exportado.hojas[f"lugar:{componente.clave}"] in suyas


def test_si_solo_un_departamento_entrega_no_hay_hojas_que_repartir(ventana):
    plan = ventana.sesion.foto.plan
    assert hojas_de_departamentos(plan, {f"oficio:{plan.departamentos[0].clave}": 2}, 9) == ()


def test_las_hojas_se_dicen_en_corto():
    assert decir_hojas([4, 3]) == "hojas 3, 4"
    assert decir_hojas([9]) == "hoja 9"
    assert decir_hojas([1, 3, 4, 5, 8]) == "hojas 1, 3 a 5, 8"


def test_con_el_archivo_ocupado_el_letrero_no_es_de_otro_trimestre(ventana, archivo):
    """De su trimestre se sigue diciendo lo que ya se decía; de otro, nada mientras no se deje leer."""
    tercero = ventana.sesion.expediente.foto(ventana.sesion.trimestre.siguiente)
    ventana.sesion.hacer(firmar, date(2024, 7, 4))
    ventana.sesion.hacer(abrir_para_corregir, "Se contó mal abril")
    letrero = ventana.firmado
    dicho = letrero._dice.text()
    assert dicho == "Corrigiendo lo firmado el 04/07/2024: falta imprimir y firmar."
    with ocupado(archivo):
        letrero.poner(ventana.sesion)
        assert (letrero.isVisible(), letrero._dice.text()) == (True, dicho)
        ventana.sesion.foto = tercero
        letrero.poner(ventana.sesion)
        assert not letrero.isVisible()
    letrero.poner(ventana.sesion)
    assert not letrero.isVisible(), "del tercero no hay nada que corregir"
