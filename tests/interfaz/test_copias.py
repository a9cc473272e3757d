"""El menú «Copias»: respaldar, copiar, comprobar y restaurar desde la ventana, y lo que se hace solo."""

from __future__ import annotations

import re
import sqlite3
import threading
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tests.interfaz.conftest import AHORA, HOY, SEGUNDO
from tests.interfaz.manos import (
    al_pie,
    bloque_de,
    campo,
    clic,
    cuadros,
    en,
    oprimir_en_aviso,
    poner_en,
    renglones,
    se_ve,
    tecla,
    teclear,
)
from ut_escritorio.datos.archivo import respaldo as nucleo
from ut_escritorio.datos.filas.captura import poner_ajuste
from ut_escritorio.datos.filas.contenidos import guardar_contenido
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.visto import DiaYHora
from ut_escritorio.interfaz.respaldo.elegir import ElegirCopia
from ut_escritorio.interfaz.respaldo.espacio import Espacio
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo import comprobacion, creacion, espacio, expediente, respaldo

LUGAR = "1.2/1"


def escribir(ventana: Ventana, numero: str, confirmar: bool = True):
    """Pone un número en abril."""
    rejilla = cuadros(en(ventana, LUGAR))[0]
    rejilla.ir_a(next(celda for celda in rejilla.modelo.tabla.celdas if celda.editable))
    poner_en(rejilla)
    teclear(numero)
    if confirmar:
        tecla(Qt.Key.Key_Return)
    return rejilla


def en_abril(rejilla) -> str:
    return se_ve(rejilla).splitlines()[-1].split(" | ")[0]


def guardado_en(archivo: Path) -> str:
    """Lo que el archivo dice de abril, leído por fuera."""
    with expediente.consultar(archivo, lambda: AHORA) as exp:
        foto = exp.foto(SEGUNDO)
    cuadro = next(c for c in foto.plan.cuadro.values() if c.clave.startswith(f"{LUGAR}#"))
    from ut_escritorio.dominio.numeros.tabla import dibujar

    return next(celda.texto for celda in dibujar(cuadro, foto).celdas if celda.editable)


def terminada(ventana: Ventana, qtbot) -> None:
    qtbot.waitUntil(lambda: ventana.copias.tarea is None, timeout=20_000)


def copias(archivo: Path) -> list[Path]:
    return sorted((archivo.parent / "respaldos").glob("*.sqlite"))


def menu(ventana: Ventana, rotulo: str) -> None:
    """Escoge algo del menú «Copias»."""
    del_menu = next(a for a in ventana.menuBar().actions() if a.text() == "&Copias").menu()
    del_menu.aboutToShow.emit()  # lo abre
    next(a for a in del_menu.actions() if a.text().replace("&", "") == rotulo).trigger()


def test_respaldar_ahora_guarda_lo_que_esta_a_medias_y_dice_de_cuando_es(ventana, archivo, qtbot):
    assert ventana.copias.edad.text() == "Archivo sano ✔ · Sin copia todavía"
    escribir(ventana, "81", confirmar=False)
    menu(ventana, "Respaldar ahora")
    terminada(ventana, qtbot)
    (copia,) = copias(archivo)
    assert guardado_en(copia) == "81"
    assert ventana.copias.edad.text() == "Archivo sano ✔ · Última copia hoy 16:59"
    assert ventana.copias.edad.isVisible()


@pytest.fixture
def lento(monkeypatch):
    """Respaldar tarda hasta que se le deje; lo que hace es lo de siempre."""
    seguir, de_veras = threading.Event(), respaldo.respaldar_tambien_alla

    def despacio(*datos, **mas):
        assert seguir.wait(20)
        return de_veras(*datos, **mas)

    monkeypatch.setattr(respaldo, "respaldar_tambien_alla", despacio)
    yield seguir
    seguir.set()


def test_lo_que_se_escribe_mientras_se_respalda_espera_y_no_se_dice_guardado(ventana, archivo, qtbot, lento):
    ventana.mando.respaldar()
    assert "Respaldando" in ventana.copias.avance.findChild(QLabel).text()
    rejilla = escribir(ventana, "82")
    ventana.mando.guardar()
    assert ventana.estado.guardado.text() == "Guardando…"
    assert guardado_en(archivo) == "77"
    assert en_abril(rejilla).startswith("82")
    assert se_ve(rejilla).splitlines()[-1] == "82 | 70 | 64 | 211", "esperar su turno no es un error"
    assert bloque_de(rejilla)._reparo.isHidden()
    celda = rejilla.modelo.indice_de(next(c for c in rejilla.modelo.tabla.celdas if c.editable))
    assert celda.data(Qt.ItemDataRole.ToolTipRole) == sin_marcado("82, guardando…")
    assert celda.data(Qt.ItemDataRole.AccessibleTextRole).endswith(": 82, guardando…")
    lento.set()
    terminada(ventana, qtbot)
    assert ventana.estado.guardado.text() == "Guardado 16:59"
    assert guardado_en(archivo) == "82"
    assert guardado_en(copias(archivo)[0]) == "77"
    assert en_abril(rejilla) == "82"


def test_el_dato_que_espera_su_turno_lo_dice_sin_alarma(ventana, qtbot, lento):
    bloque = renglones(en(ventana, "1.2/2"))
    bloque.tabla.selectRow(3)
    uid = bloque.elegido().uid
    ventana.mando.respaldar()
    poner_en(campo(bloque, "A qué área"))
    campo(bloque, "A qué área").selectAll()
    teclear("La Vecina")
    tecla(Qt.Key.Key_Tab)
    bloque.tabla.selectRow(0)
    bloque.ir_a(uid)
    area = campo(bloque, "A qué área")
    assert (area.text(), al_pie(area)) == ("La Vecina", "Guardando…")
    assert area.palette().color(area.palette().ColorRole.Text) == color("letra")
    lento.set()
    terminada(ventana, qtbot)
    assert [parte.texto for parte in ventana.sesion.renglon(uid).partes] == ["La Vecina"]
    assert "Guardando" not in al_pie(campo(bloque, "A qué área"))


def test_cambiar_de_trimestre_mientras_se_respalda_espera_a_que_se_guarde(ventana, archivo, qtbot, lento):
    ventana.mando.respaldar()
    escribir(ventana, "83")
    avisos.olvidar()
    ventana.mando.mover_trimestre(1)
    assert avisos.ultimo() is None
    assert ventana.sesion.trimestre == SEGUNDO
    lento.set()
    terminada(ventana, qtbot)
    assert ventana.sesion.trimestre.numero == 3
    assert guardado_en(archivo) == "83"


def test_ya_leido_el_archivo_no_se_espera_a_que_la_copia_se_compruebe(ventana, archivo, qtbot, monkeypatch):
    seguir, de_veras = threading.Event(), nucleo._contar_revisada
    monkeypatch.setattr(nucleo, "_contar_revisada", lambda copia: seguir.wait(20) and de_veras(copia))
    ventana.mando.respaldar()
    qtbot.waitUntil(lambda: not ventana.sesion.espera)
    escribir(ventana, "82")
    assert ventana.estado.guardado.text() == "Guardado 16:59"
    assert guardado_en(archivo) == "82"
    assert ventana.copias.tarea is not None
    seguir.set()
    terminada(ventana, qtbot)
    assert guardado_en(copias(archivo)[0]) == "77"


def test_cerrar_mientras_se_respalda_espera_y_no_pierde_lo_escrito(ventana, archivo, qtbot, lento):
    ventana.mando.respaldar()
    escribir(ventana, "83")
    assert not ventana.close()
    lento.set()
    qtbot.waitUntil(lambda: not ventana.isVisible(), timeout=20_000)
    assert guardado_en(archivo) == "83"


def test_un_respaldo_que_falla_se_dice_y_se_queda_dicho_hasta_que_haya_uno_bueno(ventana, archivo, qtbot):
    estorbo = archivo.parent / "respaldos"
    estorbo.write_bytes(b"")
    ventana.mando.respaldar()
    terminada(ventana, qtbot)
    assert avisos.ultimo().texto == "No se pudo hacer la copia."
    avisos.ultimo().dialogo.reject()
    assert ventana.copias.edad.text() == "No se pudo respaldar · Sin copia todavía"
    estorbo.unlink()
    ventana.activateWindow()
    clic(ventana.copias.edad, ventana.copias.edad.rect().center())
    oprimir_en_aviso("Respaldar ahora")
    terminada(ventana, qtbot)
    assert ventana.copias.edad.text() == "Archivo sano ✔ · Última copia hoy 16:59"


def test_copiar_a_usb_deja_una_copia_leida_otra_vez(ventana, archivo, qtbot, tmp_path):
    memoria = tmp_path / "memoria ñ"
    memoria.mkdir()
    menu(ventana, "Copiar a USB…")
    dialogo = avisos.ultimo().dialogo
    dialogo.setDirectory(str(memoria))
    dialogo.findChild(QLineEdit).setText(str(memoria))
    dialogo.accept()
    terminada(ventana, qtbot)
    (copia,) = memoria.iterdir()
    assert str(copia) in avisos.ultimo().texto
    assert comprobacion.comprobar(copia).sano
    assert ventana.sesion.copias.afuera == AHORA.replace(tzinfo=None), "y se recuerda de cuándo es"
    assert respaldo.cuenta_de(archivo, ventana.cuaderno).afuera == ventana.sesion.copias.afuera


@pytest.mark.parametrize(("danar", "dice"), [(False, "La copia sirve."), (True, "Esa copia no sirve.")])
def test_comprobar_una_copia_dice_si_sirve(ventana, archivo, qtbot, danar, dice):
    copia = respaldo.respaldar(archivo, AHORA, cuaderno=ventana.cuaderno).ruta
    if danar:
        octetos = bytearray(copia.read_bytes())
        octetos[-3000] ^= 0xFF
        copia.write_bytes(octetos)
    menu(ventana, "Comprobar una copia…")
    dialogo = avisos.ultimo().dialogo
    dialogo.selectFile(str(copia))
    dialogo.accept()
    terminada(ventana, qtbot)
    assert avisos.ultimo().texto == dice


def test_restaurar_vuelve_a_lo_de_la_copia_y_aparta_lo_que_habia(ventana, archivo, qtbot):
    ventana.mando.respaldar()
    terminada(ventana, qtbot)
    escribir(ventana, "84")
    menu(ventana, "Restaurar una copia…")
    elegir = ventana.findChild(ElegirCopia)
    assert elegir.lista.item(0).text().startswith("del 04/07/2024 a las 16:59")
    elegir.restaurar.click()
    assert avisos.ultimo().texto.startswith("¿Restaurar de la copia del 04/07/2024")
    oprimir_en_aviso("Restaurar")
    qtbot.waitUntil(lambda: avisos.ultimo().texto == "Se restauró el archivo.", timeout=20_000)
    detalle = avisos.ultimo().dialogo.informativeText()
    avisos.ultimo().dialogo.reject()
    ventana.activateWindow()
    assert guardado_en(archivo) == "77"
    (apartado,) = archivo.parent.glob("*antes de restaurar*")
    assert detalle == f"Lo que había quedó aparte en:\n{apartado}"
    assert guardado_en(apartado) == "84"
    assert en_abril(escribir(ventana, "85")) == "85"
    assert guardado_en(archivo) == "85"


def test_lo_que_se_dejo_al_restaurar_se_distingue_y_no_es_lo_de_costumbre(ventana, archivo, qtbot):
    ventana.mando.respaldar()
    terminada(ventana, qtbot)
    primera = respaldo.copias_de(archivo, ventana.sesion.reloj.ahora(), ventana.cuaderno)[0]
    for valor in ("84", "85"):
        escribir(ventana, valor)
    ventana.archivo.restaurar(primera.ruta)
    qtbot.waitUntil(lambda: avisos.ultimo().texto == "Se restauró el archivo.", timeout=20_000)
    avisos.ultimo().dialogo.reject()
    menu(ventana, "Restaurar una copia…")
    elegir = ventana.findChild(ElegirCopia)
    assert elegir.lista.currentItem().data(Qt.ItemDataRole.UserRole) == primera.ruta
    dichos = [elegir.lista.item(n).text() for n in range(elegir.lista.count())]
    assert [", con cambios que el archivo de ahora no tiene" in dicho for dicho in dichos] == [False, True]
    elegir.reject()


def test_si_todo_es_de_lo_que_se_dejo_hay_que_elegirlo(ventana, archivo, qtbot):
    hecha = respaldo.respaldar(archivo, AHORA.replace(tzinfo=None), cuaderno=ventana.cuaderno)
    elegir = ElegirCopia(ventana, archivo, (replace(hecha, dejada=True),), ventana.cuaderno)
    qtbot.addWidget(elegir)
    assert not elegir.restaurar.isEnabled()
    elegir.lista.setCurrentRow(0)
    assert elegir.restaurar.isEnabled()


def test_la_de_otra_oficina_y_la_que_no_sirve_se_dicen_antes_de_restaurar(ventana, archivo, qtbot, tmp_path):
    otra, rota = tmp_path / "otra oficina.sqlite", tmp_path / "rota.sqlite"
    creacion.crear_ejemplo(otra, lambda: AHORA).cerrar()
    rota.write_bytes(otra.read_bytes()[:8192])
    menu(ventana, "Restaurar una copia…")
    elegir = ventana.findChild(ElegirCopia)
    elegir._confirmar(rota, "«rota.sqlite»")
    assert avisos.ultimo().texto == "Esa copia no sirve."
    assert "su copia quedó incompleta" in avisos.ultimo().dialogo.informativeText()
    avisos.ultimo().dialogo.reject()
    elegir._confirmar(otra, "«otra oficina.sqlite»")
    dice = avisos.ultimo().dialogo.informativeText()
    assert dice.startswith(f"«otra oficina.sqlite» no es una copia de «{archivo.name}»: es otro archivo")
    oprimir_en_aviso("Cancelar")
    elegir.reject()
    assert {cosa.name for cosa in tmp_path.glob("*ot*.sqlite*")} == {otra.name, rota.name}


def test_abrir_la_carpeta_cuando_aun_no_hay_lo_dice_y_ofrece_respaldar(ventana, archivo, qtbot):
    menu(ventana, "Abrir la carpeta de respaldos")
    assert avisos.ultimo().texto == "Todavía no hay respaldos de este archivo."
    oprimir_en_aviso("Respaldar ahora")
    terminada(ventana, qtbot)
    assert len(copias(archivo)) == 1


# Lo que se hace solo


def cerrar(ventana: Ventana, qtbot) -> None:
    ventana.close()
    qtbot.waitUntil(lambda: not ventana.isVisible(), timeout=20_000)


def test_al_cerrar_se_respalda_si_cambio(abrir, archivo, qtbot):
    ventana = abrir(respalda=True)
    escribir(ventana, "86")
    cerrar(ventana, qtbot)
    (copia,) = copias(archivo)
    assert guardado_en(copia) == "86"
    cerrar(abrir(respalda=True), qtbot)
    assert copias(archivo) == [copia]


def test_la_cruz_no_termina_el_programa_antes_de_respaldar(abrir, archivo, qtbot, lento):
    """La cruz y Alt+F4 llegan por la ventana del sistema, que se iba sin esperar a la copia."""
    aplicacion = QApplication.instance()
    ventana = abrir(respalda=True)
    escribir(ventana, "79")
    se_fue: list[bool] = []
    aplicacion.lastWindowClosed.connect(lambda: se_fue.append(True))
    QApplication.sendEvent(ventana.windowHandle(), QCloseEvent())
    QApplication.processEvents()
    assert ventana.copias.tarea is not None, "está respaldando"
    assert ventana.isVisible()
    assert se_fue == []
    lento.set()
    qtbot.waitUntil(lambda: not ventana.isVisible(), timeout=20_000)
    assert guardado_en(copias(archivo)[0]) == "79"


def apuntes(archivo: Path) -> int:
    """Cuántos cambios de números guarda la historia."""
    conexion = sqlite3.connect(archivo)
    try:
        return conexion.execute("SELECT count(*) FROM bitacora WHERE tabla = 'conteo'").fetchone()[0]
    finally:
        conexion.close()


def test_al_cerrar_lo_de_hace_anios_se_adelgaza_y_el_respaldo_lo_guarda_entero(abrir, archivo, qtbot):
    ventana = abrir(respalda=True)
    for numero in ("81", "82", "83"):
        escribir(ventana, numero)
    cerrar(ventana, qtbot)
    assert apuntes(archivo) == 3
    ventana = abrir(hoy=date(2026, 9, 1), respalda=True)
    escribir(ventana, "84")
    cerrar(ventana, qtbot)
    assert guardado_en(archivo) == "84"
    assert apuntes(archivo) == 1
    assert max(map(apuntes, copias(archivo))) == 4


def test_si_al_cerrar_no_se_puede_respaldar_se_dice_antes(abrir, archivo, qtbot):
    ventana = abrir(respalda=True)
    estorbo = archivo.parent / "respaldos"
    estorbo.write_bytes(b"")
    assert not ventana.close()
    qtbot.waitUntil(lambda: ventana.copias.tarea is None and avisos.ultimo() is not None, timeout=20_000)
    assert avisos.ultimo().texto == "No se pudo respaldar antes de cerrar."
    oprimir_en_aviso("Cancelar")
    assert ventana.isVisible()
    assert ventana.centralWidget().isEnabled()
    assert not ventana.close()
    qtbot.waitUntil(lambda: ventana.copias.tarea is None, timeout=20_000)
    oprimir_en_aviso("Seguir sin respaldar")
    assert not ventana.isVisible()


def test_cada_media_hora_si_cambio(abrir, archivo, qtbot):
    ventana = abrir(respalda=True)
    for minutos, cuantas in ((0, 1), (29, 1), (31, 2), (62, 2)):
        if minutos < 60:
            escribir(ventana, str(90 + minutos))
        ventana.sesion.reloj = DiaYHora(lambda: HOY, lambda m=minutos: AHORA + timedelta(minutes=m))
        ventana.copias.cada_minuto()
        terminada(ventana, qtbot)
        assert len(copias(archivo)) == cuantas, minutos


def test_despues_de_firmar(abrir, archivo, qtbot):
    ventana = abrir(respalda=True)
    informe = ventana.pestanas.ir_a("informe")
    ventana.copias.decir()
    informe.firmar.firmar(HOY)
    qtbot.waitUntil(lambda: bool(copias(archivo)), timeout=60_000)
    terminada(ventana, qtbot)
    with expediente.consultar(copias(archivo)[0], lambda: AHORA) as exp:
        assert exp.foto(SEGUNDO).firmado is not None


def test_antes_de_algo_grande_y_si_no_se_puede_se_pregunta(abrir, archivo, qtbot):
    ventana = abrir(respalda=True)
    ventana.copias.decir()
    escribir(ventana, "87")
    hechas: list[int] = []
    ventana.sesion.respaldar_antes(lambda: hechas.append(len(copias(archivo))))
    qtbot.waitUntil(lambda: hechas == [1], timeout=20_000)
    assert guardado_en(copias(archivo)[0]) == "87"
    escribir(ventana, "88")
    (archivo.parent / "respaldos").rename(archivo.parent / "otra")
    (archivo.parent / "respaldos").write_bytes(b"")
    ventana.sesion.respaldar_antes(lambda: hechas.append(0))
    qtbot.waitUntil(lambda: avisos.ultimo() is not None, timeout=20_000)
    assert avisos.ultimo().texto == "No se pudo respaldar antes."
    assert hechas == [1]
    oprimir_en_aviso("Seguir sin respaldar")
    assert hechas == [1, 0]


def test_el_ejemplo_que_se_va_al_cerrar_no_se_respalda(abrir, archivo, qtbot):
    ventana = abrir(respalda=True)
    ventana.sesion.expediente.es_ejemplo = True
    ventana.copias.seguir(ventana.sesion)
    assert ventana.close()
    assert copias(archivo) == []
    QApplication.processEvents()


# Lo que ocupan


def ver_espacio(ventana: Ventana) -> Espacio:
    menu(ventana, "Lo que ocupan…")
    return ventana.findChildren(Espacio)[-1]


def con_algo_sin_uso(ventana: Ventana) -> None:
    """Un escaneo de un mega que se adjuntó y se quitó."""

    def guardar(exp: expediente.Expediente, trimestre: object) -> expediente.Cambios:
        def escribir(legajo):
            poner_ajuste(legajo.base, "prueba", guardar_contenido(legajo.base, bytes(range(256)) * 4096))

        return exp.hacer(SEGUNDO, "Guardar", escribir)

    ventana.sesion.hacer(guardar)


def test_se_ve_cuanto_pesa_el_archivo_y_por_que_y_hasta_donde_crecen_las_copias(ventana, qtbot):
    ventana.copias.ahora()
    terminada(ventana, qtbot)
    hoja = ver_espacio(ventana)
    assert re.search(r"El archivo pesa [\d.]+ [KM]B: .* de datos", hoja.archivo.text())
    pesos = re.findall(r"[\d.]+ [KM]B", hoja.archivo.text())
    assert len(pesos) == len(set(pesos)), "lo mismo no se dice dos veces"
    assert hoja.sin_uso.text().startswith("No hay nada que quitarle")
    assert not hoja.aligerar.isEnabled()
    assert hoja.copias.text().startswith("Copias: 1, ocupan ")
    hoja.tope.setCurrentIndex(hoja.tope.findText("2 GB"))
    hoja.tope.activated.emit(hoja.tope.currentIndex())
    assert "Pueden ocupar 2.0 GB" in hoja.copias.text()
    tecla(Qt.Key.Key_Escape)
    assert "Pueden ocupar 2.0 GB" in ver_espacio(ventana).copias.text()


def test_aligerar_copia_quita_lo_que_nadie_usa_y_vuelve_a_abrir(ventana, archivo, qtbot):
    escribir(ventana, "83")
    con_algo_sin_uso(ventana)
    antes = archivo.stat().st_size
    hoja = ver_espacio(ventana)
    assert "son de lo que se quitó y ya nadie usa" in hoja.sin_uso.text()
    hoja.aligerar.click()
    viejo = ventana.sesion
    oprimir_en_aviso("Copiar y aligerar")
    qtbot.waitUntil(lambda: ventana.sesion is not viejo, timeout=20_000)
    qtbot.waitUntil(lambda: avisos.a_la_vista(avisos.ultimo().texto), timeout=20_000)
    assert avisos.ultimo().texto.startswith("El archivo pesaba ")
    assert antes - archivo.stat().st_size >= 1024 * 1024
    (copia,) = copias(archivo)
    assert guardado_en(copia) == "83"
    assert comprobacion.comprobar(copia).sano
    avisos.ultimo().dialogo.reject()
    ventana.activateWindow()
    escribir(ventana, "84")
    assert guardado_en(archivo) == "84"


def test_si_no_se_puede_copiar_no_se_aligera_y_se_vuelve_a_abrir(ventana, archivo, qtbot, monkeypatch):
    con_algo_sin_uso(ventana)
    antes = archivo.read_bytes()
    monkeypatch.setattr(nucleo, "copiar", _no_hay_lugar)
    ver_espacio(ventana).aligerar.click()
    oprimir_en_aviso("Copiar y aligerar")
    qtbot.waitUntil(lambda: avisos.ultimo().texto == "No se aligeró.", timeout=20_000)
    assert archivo.read_bytes() == antes
    viejo = ventana.sesion
    oprimir_en_aviso("Volver a abrir el archivo")
    qtbot.waitUntil(lambda: ventana.sesion is not viejo, timeout=20_000)


def _no_hay_lugar(*_: object, **__: object) -> str:
    raise ErrorEsperado("En «E:» no hay lugar para la copia: faltan 120 MB. Libere espacio.")


def test_la_primera_vez_que_una_copia_se_va_por_espacio_se_dice(ventana, archivo, qtbot):
    espacio.fijar_tope(archivo, 1, ventana.cuaderno)
    for dia in (1, 2, 3):
        respaldo.respaldar(archivo, AHORA - timedelta(days=dia), cuaderno=ventana.cuaderno)
    ventana.copias.ahora()
    terminada(ventana, qtbot)
    assert ventana.statusBar().currentMessage() == "Se conservan 3 copias en vez de 4, por espacio."
    ventana.statusBar().clearMessage()
    ventana.copias.cada_minuto()
    assert ventana.statusBar().currentMessage() == ""
