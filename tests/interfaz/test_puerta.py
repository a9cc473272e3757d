"""Una sola puerta: nada lee el archivo para darlo, ni lo deja, sin guardar antes o preguntar."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QPushButton

from tests.interfaz.manos import (
    cuadros,
    en,
    oprimir_en_aviso,
    pedir,
    poner_en,
    renglones,
    revisada,
    se_ve,
    tecla,
    teclear,
)
from tests.interfaz.test_copias import guardado_en
from tests.interfaz.test_monitoreos import hoja_de
from tests.interfaz.test_sin_guardar import ocupado
from ut_escritorio.interfaz.anotar.tira import Tira
from ut_escritorio.interfaz.comunes.dialogos import avisos, impresion
from ut_escritorio.interfaz.comunes.papel import exportacion
from ut_escritorio.interfaz.comunes.rejilla.vista import Rejilla
from ut_escritorio.interfaz.comunes.sesion import salidas
from ut_escritorio.interfaz.comunes.sesion.salidas import Salida
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo import respaldo, ubicacion
from ut_escritorio.servicios.archivo.expediente import Expediente

pytestmark = pytest.mark.usefixtures("poca_espera")
SIN_GUARDAR = "No se pudo guardar: "
DIA = date(2024, 7, 4)


def informe(ventana: Ventana):
    return ventana.pestanas.ir_a("informe")


def imprimir(ventana: Ventana, qtbot) -> None:
    """Oprime «Todo» en el paso de imprimir."""
    pestana = informe(ventana)
    pestana.ir_a_imprimir()
    qtbot.waitUntil(lambda: bool(pestana.imprimir.botones), timeout=30_000)
    pestana.imprimir.botones[0].click()


PUERTAS: dict[Salida, Callable[[Ventana, object], object]] = {
    salidas.FIRMAR: lambda ventana, _: informe(ventana).firmar.ya.click(),
    salidas.IMPRIMIR: imprimir,
    salidas.INFORME: lambda ventana, _: ventana.mando.pedir_informe(),
    salidas.RESPALDAR: lambda ventana, _: ventana.mando.respaldar(),
    salidas.COPIAR: lambda ventana, _: ventana.copias.a_usb(),
    salidas.TRASLADAR: lambda ventana, _: ventana.archivo.pedir_trabajar_aqui(),
    salidas.OFICINA: lambda ventana, _: pedir(ventana, "Oficina", "Personas y cargos…"),
    salidas.OTRO_ANIO: lambda ventana, _: pedir(ventana, "Oficina", "Año nuevo…"),
    salidas.OTRO_TRIMESTRE: lambda ventana, _: ventana.mando.mover_trimestre(-1),
    salidas.ABRIR: lambda ventana, _: ventana.abrir(Path("otro.sqlite")),
    salidas.EMPEZAR: lambda ventana, _: ventana.archivo.pedir_primer_dia(),
    salidas.RESTAURAR: lambda ventana, _: ventana.archivo.pedir_restaurar(Path("copia.sqlite")),
    salidas.ALIGERAR: lambda ventana, _: ventana.archivo.pedir_aligerar(),
    salidas.RELEER: lambda ventana, _: (
        ventana.sesion.cambio_de_fuera.emit("Cambió."),
        oprimir_en_aviso("Volver a leer el archivo"),
    ),
    salidas.CERRAR: lambda ventana, _: ventana.close(),
}


@pytest.fixture
def salio(monkeypatch) -> list[str]:
    """Lo que se dio: cada lectura del archivo para entregarlo, copiarlo o dejarlo."""
    dado: list[str] = []

    def vigilar(donde: object, nombre: str) -> None:
        de_veras = getattr(donde, nombre)

        def vigilado(*a, **k):
            dado.append(nombre)
            return de_veras(*a, **k)

        monkeypatch.setattr(donde, nombre, vigilado)

    vigilar(exportacion.informe, "exportar")
    vigilar(exportacion.firma, "preparar_firma")
    vigilar(impresion, "nueva_impresora")
    for nombre in ("respaldar_tambien_alla", "copiar_a"):
        vigilar(respaldo, nombre)
    vigilar(ubicacion, "trabajar_aqui")
    vigilar(Expediente, "cerrar")
    return dado


def mal_escrita(ventana: Ventana) -> None:
    """Una celda de abril dice «12.5» y el cursor sigue en ella."""
    poner_en(cuadros(en(ventana, "1.2/1"))[0])
    teclear("12.5")


def sin_su_enter(ventana: Ventana) -> None:
    tecla(Qt.Key.Key_F9)
    teclear("700")
    tecla(Qt.Key.Key_Escape)


def test_cada_salida_tiene_su_prueba():
    assert set(PUERTAS) == set(salidas.TODAS)


def test_se_va_lo_que_no_se_guardo_solo_si_ya_no_habra_donde():
    assert [salida.que for salida in salidas.TODAS if salida.se_va] == [
        "cambiar", "restaurar", "aligerar", "volver a leer", "cerrar",
    ]  # fmt: skip


def test_ninguna_da_lo_que_no_se_guardo_sin_preguntar_y_nombrarlo(ventana, qtbot, salio):
    """Una tras otra en la misma ventana: cada vez se cancela, y la siguiente vuelve a preguntar."""
    mal_escrita(ventana)
    salio.clear()
    for salida, salir in PUERTAS.items():
        avisos.olvidar()
        salir(ventana, qtbot)
        assert avisos.ultimo() is not None, salida.que
        assert avisos.ultimo().texto.startswith(SIN_GUARDAR), salida.que
        aviso = avisos.ultimo().dialogo
        assert "«12.5»" in aviso.informativeText(), salida.que
        assert [b.text() for b in aviso.findChildren(QPushButton)][2] == salida.sin_guardarlo
        assert [d for d in salio if d != "exportar"] == [], salida.que
        oprimir_en_aviso("Cancelar")
        assert ventana.isVisible(), salida.que
        assert ventana.sesion.trimestre.numero == 2, salida.que
        assert ventana.sesion.sin_guardar, salida.que
        assert [d for d in salio if d != "exportar"] == [], salida.que


def test_ninguna_se_va_sin_lo_que_no_tuvo_su_enter(ventana, qtbot, salio):
    """Una tras otra en la misma ventana: cada vez vuelve a verlo y lo deja otra vez sin su Enter."""
    sin_su_enter(ventana)
    salio.clear()
    for salida, salir in PUERTAS.items():
        avisos.olvidar()
        salir(ventana, qtbot)
        assert avisos.ultimo() is not None, salida.que
        aviso = avisos.ultimo().dialogo
        botones = [b.text() for b in aviso.findChildren(QPushButton)]
        assert set(botones) == {salida.anotandolo, salida.sin_anotarlo, "Volver a verlo"}
        assert aviso.defaultButton().text() == "Volver a verlo", salida.que
        assert [d for d in salio if d != "exportar"] == [], salida.que
        oprimir_en_aviso("Volver a verlo")
        tira = ventana.mesa.medio.findChild(Tira)
        assert (tira.isVisible(), tira.hoja.numero.texto()) == (True, "700"), salida.que
        tecla(Qt.Key.Key_Escape)
        assert not tira.isVisible(), salida.que


def todas_las_acciones(ventana: Ventana) -> list:
    """Todo lo que se puede pedir en los menús, también lo que se llena al abrirlos."""
    hojas = []
    por_ver = [accion.menu() for accion in ventana.menuBar().actions()]
    while por_ver:
        menu = por_ver.pop()
        menu.aboutToShow.emit()
        for accion in menu.actions():
            if accion.menu():
                por_ver.append(accion.menu())
            elif not accion.isSeparator() and accion.isEnabled():
                hojas.append(accion)
    return hojas


def cerrar_lo_abierto() -> None:
    while modal := QApplication.activeModalWidget():
        modal.reject()  # pyright: ignore[reportAttributeAccessIssue]
        QApplication.processEvents()


def test_ningun_menu_ni_boton_del_informe_se_la_salta(ventana, qtbot, salio, monkeypatch):
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda _: True)
    pestana = informe(ventana)
    pestana.ir_a_imprimir()
    qtbot.waitUntil(lambda: bool(pestana.imprimir.botones), timeout=30_000)
    salio.clear()
    mal_escrita(ventana)
    tecla(Qt.Key.Key_Return)
    assert ventana.sesion.sin_guardar
    acciones = todas_las_acciones(ventana)
    assert len(acciones) > 25
    for accion in acciones:
        accion.trigger()
        QApplication.processEvents()
        cerrar_lo_abierto()
        assert [d for d in salio if d != "exportar"] == [], accion.text()
        assert ventana.sesion.sin_guardar, accion.text()
    for boton in [b for b in informe(ventana).findChildren(QPushButton) if b.isEnabled()]:
        rotulo = boton.text()
        boton.click()
        QApplication.processEvents()
        cerrar_lo_abierto()
        assert [d for d in salio if d != "exportar"] == [], rotulo
        assert ventana.sesion.sin_guardar, rotulo


def test_lo_que_no_puede_guardarse_lleva_a_corregirlo(ventana):
    mal_escrita(ventana)
    informe(ventana).firmar.ya.click()
    aviso = avisos.ultimo().dialogo
    assert "Reintentar" not in [boton.text() for boton in aviso.findChildren(QPushButton)]
    assert aviso.defaultButton().text() == "Ir a corregirlo"
    oprimir_en_aviso("Ir a corregirlo")
    rejilla = QApplication.focusWidget()
    assert isinstance(rejilla, Rejilla)
    assert rejilla.celda_actual().nombre.endswith(", abril")
    teclear("12")
    tecla(Qt.Key.Key_Return)
    assert not ventana.sesion.sin_guardar


def test_un_dia_mal_escrito_en_su_hoja_tampoco_se_pasa_por_alto(ventana, qtbot):
    """La hoja de los días es otra ventana, abierta al lado: lo que no se entiende se queda en su día."""
    ventana.sesion.pide_dias.emit("portal", False)
    hoja = hoja_de(ventana)
    hoja.activateWindow()
    qtbot.waitUntil(hoja.isActiveWindow)
    hoja.meses[4].mes.setFocus()
    hoja.meses[4].mes.ir_a(date(2024, 4, 3))
    teclear("12.5")
    ventana.mando.pedir_informe()
    assert avisos.ultimo().texto == (
        "No se pudo guardar: Revisiones del portal de Gobierno Abierto, miércoles 3 de abril."
    )
    hoja.close()
    oprimir_en_aviso("Ir a corregirlo")
    hoja = hoja_de(ventana)
    dia = hoja.meses[4].mes.modelo.dia(hoja.meses[4].mes.currentIndex())
    assert (dia.fecha, dia.escrito) == (date(2024, 4, 3), "12.5")
    assert "sin guardar" in dia.dice
    hoja.activateWindow()
    qtbot.waitUntil(hoja.isActiveWindow)
    tecla(Qt.Key.Key_Escape)
    assert not ventana.sesion.sin_guardar
    assert hoja.isVisible(), "el primer Esc deja el día como estaba"


def test_un_dia_que_no_se_guardo_por_el_archivo_se_queda_y_se_guarda_despues(ventana, archivo, qtbot):
    ventana.sesion.pide_dias.emit("portal", False)
    hoja = hoja_de(ventana)
    hoja.activateWindow()
    qtbot.waitUntil(hoja.isActiveWindow)
    hoja.meses[4].mes.setFocus()
    hoja.meses[4].mes.ir_a(date(2024, 4, 3))
    with ocupado(archivo):
        teclear("4")
        tecla(Qt.Key.Key_Return)
        assert "Otro programa está usando el archivo" in avisos.ultimo().texto
        avisos.ultimo().dialogo.reject()
        ventana.close()
        assert avisos.ultimo().texto.startswith(SIN_GUARDAR)
    oprimir_en_aviso("Reintentar")
    assert not ventana.isVisible()


def test_firmar_con_una_celda_sin_guardar_firma_lo_que_ella_decida(ventana, qtbot, archivo):
    firmar = informe(ventana).firmar
    poner_en(cuadros(en(ventana, "1.2/1"))[0])
    with ocupado(archivo):
        teclear("99")
        tecla(Qt.Key.Key_Return)
        avisos.ultimo().dialogo.reject()
        firmar.pedir()
        assert avisos.ultimo().texto.startswith(SIN_GUARDAR)
    oprimir_en_aviso("Reintentar")
    assert "ya se firmó el" in avisos.ultimo().texto
    oprimir_en_aviso("Sí, ya está firmado")
    qtbot.waitUntil(lambda: ventana.sesion.foto.firmado is not None, timeout=30_000)
    assert guardado_en(archivo) == "99"
    assert se_ve(cuadros(en(ventana, "1.2/1"))[0]).splitlines()[-1].startswith("99 ")


def test_lo_que_se_escribe_mal_mientras_se_prepara_tampoco_deja_firmar(ventana, qtbot, monkeypatch):
    seguir, de_veras = threading.Event(), exportacion.firma.preparar_firma
    monkeypatch.setattr(exportacion.firma, "preparar_firma", lambda *a: seguir.wait(20) and de_veras(*a))
    firmar = informe(ventana).firmar
    firmar.firmar(DIA)
    mal_escrita(ventana)
    seguir.set()
    qtbot.waitUntil(lambda: firmar.tarea is None, timeout=30_000)
    assert avisos.ultimo().texto.startswith(SIN_GUARDAR)
    assert ventana.sesion.foto.firmado is None


def test_con_la_fecha_en_que_se_firmo_mal_escrita_no_se_firma_con_la_de_antes(ventana):
    firmar = informe(ventana).firmar
    informe(ventana).ir_a_paso(3)
    poner_en(firmar.fecha)
    firmar.fecha.selectAll()
    teclear("99/99/2024")
    firmar.pedir()
    assert avisos.ultimo().texto == "Falta la fecha en que se firmó."


def test_imprimir_con_algo_a_medio_escribir_imprime_las_hojas_nuevas(ventana, qtbot, monkeypatch, tmp_path):
    """El número de oficio se está escribiendo al pedir la impresión con el teclado."""
    pestana, en_papel = informe(ventana), tmp_path / "papel.pdf"
    pestana.ir_a_imprimir()
    qtbot.waitUntil(lambda: bool(pestana.imprimir.botones), timeout=30_000)
    viejas = pestana.hojas.datos

    def impresora() -> QPrinter:
        de_archivo = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        de_archivo.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        de_archivo.setOutputFileName(str(en_papel))
        return de_archivo

    elegidas: list[bytes] = []
    monkeypatch.setattr(impresion, "nueva_impresora", impresora)
    monkeypatch.setattr(avisos, "elegir_impresora", lambda *_: elegidas.append(pestana.hojas.datos) or None)
    folio = next(iter(pestana.datos.oficios.values())).folio
    folio.setText("UT/0999/2024")
    folio.setModified(True)
    pestana.imprimir.botones[0].click()
    qtbot.waitUntil(lambda: bool(elegidas), timeout=30_000)
    assert elegidas[0] != viejas
    texto = "".join(pagina.extract_text() for pagina in PdfReader(BytesIO(elegidas[0])).pages)
    assert "UT/0999/2024" in texto


def test_el_informe_sin_eso_no_pierde_lo_escrito(ventana):
    mal_escrita(ventana)
    ventana.mando.pedir_informe()
    oprimir_en_aviso("Hacer el informe sin guardarlo")
    assert ventana.mando.exportacion is not None
    assert ventana.sesion.sin_guardar
    assert se_ve(cuadros(en(ventana, "1.2/1"))[0]).splitlines()[-1].startswith("12.5*")


def test_lo_que_se_abre_y_se_deja_no_se_lleva_lo_escrito(ventana, tmp_path):
    """Un archivo que no se pudo abrir, o el primer día cerrado con Esc: ella sigue donde estaba."""
    mal_escrita(ventana)
    ventana.abrir(tmp_path / "no hay.sqlite")
    oprimir_en_aviso("Abrir sin guardarlo")
    avisos.ultimo().dialogo.reject()
    assert ventana.sesion.sin_guardar
    ventana.archivo.pedir_primer_dia()
    oprimir_en_aviso("Empezar otro sin guardarlo")
    cerrar_lo_abierto()
    assert se_ve(cuadros(en(ventana, "1.2/1"))[0]).splitlines()[-1].startswith("12.5*")


@pytest.mark.parametrize("salida", [salidas.FIRMAR, salidas.OTRO_ANIO, salidas.EMPEZAR, salidas.TRASLADAR])
def test_lo_que_apenas_empieza_y_se_cancela_no_pierde_lo_escrito(ventana, qtbot, salida):
    """Dijo que sin eso, y luego dijo que no: lo suyo sigue ahí, y se dice."""
    sin_su_enter(ventana)
    mal_escrita(ventana)
    PUERTAS[salida](ventana, qtbot)
    oprimir_en_aviso(salida.sin_guardarlo)
    oprimir_en_aviso(salida.sin_anotarlo)
    assert QApplication.activeModalWidget() is not None, "está en lo que pidió"
    cerrar_lo_abierto()
    assert ventana.estado.guardado.text().startswith("Sin guardar: ")
    assert se_ve(cuadros(en(ventana, "1.2/1"))[0]).splitlines()[-1].startswith("12.5*")
    tecla(Qt.Key.Key_F9)
    assert ventana.mesa.medio.findChild(Tira).hoja.numero.texto() == "700"


def test_firmar_sin_eso_se_pregunta_una_vez_y_cerrado_ya_no_queda_pendiente(ventana, qtbot):
    sin_su_enter(ventana)
    mal_escrita(ventana)
    informe(ventana).firmar.ya.click()
    oprimir_en_aviso("Firmar sin guardarlo")
    oprimir_en_aviso("Firmar sin anotarlo")
    assert ventana.sesion.sin_guardar, "todavía no se firma"
    oprimir_en_aviso("Sí, ya está firmado")
    qtbot.waitUntil(lambda: ventana.sesion.foto.firmado is not None, timeout=30_000)
    assert not ventana.sesion.sin_guardar
    assert se_ve(cuadros(en(ventana, "1.2/1"))[0]).splitlines()[-1].startswith("77 ")


def test_abrir_otro_sin_eso_no_lo_guarda_ni_en_uno_ni_en_otro(ventana, archivo, tmp_path):
    otro = tmp_path / "otro.sqlite"
    otro.write_bytes(archivo.read_bytes())
    sin_su_enter(ventana)
    poner_en(cuadros(en(ventana, "1.2/1"))[0])
    with ocupado(archivo):
        teclear("99")
        tecla(Qt.Key.Key_Return)
        avisos.ultimo().dialogo.reject()
        ventana.abrir(otro)
        oprimir_en_aviso("Abrir sin guardarlo")
    oprimir_en_aviso("Abrir sin anotarlo")
    assert ventana.sesion.expediente.ruta == otro
    assert not ventana.sesion.sin_guardar
    assert (guardado_en(archivo), guardado_en(otro)) == ("77", "77")
    tecla(Qt.Key.Key_F9)
    assert all(tira.hoja.nada_escrito() for tira in ventana.mesa.medio.findChildren(Tira))


def test_una_copia_que_se_hace_sola_no_pregunta_y_copia_lo_guardado(abrir, qtbot, archivo):
    ventana = abrir(respalda=True)
    poner_en(cuadros(en(ventana, "1.2/1"))[0])
    teclear("78")
    tecla(Qt.Key.Key_Return)
    teclear("12.5")
    avisos.olvidar()
    ventana.copias.cada_minuto()
    qtbot.waitUntil(lambda: ventana.copias.tarea is None, timeout=20_000)
    assert avisos.ultimo() is None
    (copia,) = respaldo.carpeta_de_respaldos(archivo).glob("*.sqlite")
    assert guardado_en(copia) == "78"


def test_deshacer_e_insertar_con_el_disco_lleno_y_algo_pendiente_lo_dicen(ventana, archivo):
    bloque = renglones(en(ventana, "1.2/2"))
    poner_en(cuadros(en(ventana, "1.2/1"))[0])
    teclear("78")
    tecla(Qt.Key.Key_Return)
    with ocupado(archivo):
        teclear("79")
        tecla(Qt.Key.Key_Return)
        for gesto in (ventana.mando.historia.deshacer, bloque.escribir_parrafo):
            if avisos.ultimo():
                avisos.ultimo().dialogo.reject()
            avisos.olvidar()
            gesto()
            assert "Otro programa está usando el archivo" in avisos.ultimo().texto


def test_revisar_no_estorba(ventana, qtbot):
    """La puerta no detiene lo que solo mira."""
    mal_escrita(ventana)
    ventana.mando.ir_a_revisar()
    assert revisada(ventana, qtbot).hallazgos
