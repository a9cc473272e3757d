"""El archivo de la ventana: en uso, dañado, cambiado por fuera, grande, en una memoria, o sin permiso."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import threading
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tests.interfaz.conftest import AHORA, SEGUNDO
from tests.interfaz.manos import contestar, cuadros, en, oprimir_en_aviso, poner_en, renglones, tecla, teclear
from tests.interfaz.test_copias import en_abril, escribir, guardado_en
from ut_escritorio.aplicacion.ventana import _ventana_de
from ut_escritorio.datos.archivo.candado import candado_de
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.errores import ContenidoCambiado, ErrorEsperado, NoDejaEscribir
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.pendientes import GUARDANDO
from ut_escritorio.interfaz.ventana import abrir_ventana
from ut_escritorio.interfaz.ventana.archivo.atencion import Atencion
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo import comprobacion, expediente, respaldo
from ut_escritorio.servicios.captura.numeros import capturar, marcar_sin_actividad


@pytest.fixture
def ventana(abrir) -> Ventana:
    return abrir(hoy=date(2024, 6, 28))


@pytest.fixture
def otro(archivo: Path, tmp_path: Path) -> Path:
    """Otro archivo de la oficina, en otra carpeta."""
    carpeta = tmp_path / "otra carpeta"
    carpeta.mkdir()
    return Path(shutil.copyfile(archivo, carpeta / "otro año.sqlite"))


def cambiar_por_fuera(archivo: Path, valor: int = 500) -> None:
    """Otro programa escribe en el archivo."""
    conexion = sqlite3.connect(archivo)
    conexion.execute("UPDATE conteo SET valor = ? WHERE valor = 77", (valor,))
    conexion.commit()
    conexion.close()


def danar(archivo: Path) -> None:
    octetos = bytearray(archivo.read_bytes())
    for lugar in range(4096, len(octetos), 4096):
        octetos[lugar] ^= 0xFF
    archivo.write_bytes(octetos)


def botones(pieza) -> list[str]:
    QApplication.processEvents()
    return [b.text().replace("&", "") for b in pieza.findChildren(QPushButton) if not b.isHidden()]


def oprimir_en_franja(ventana: Ventana, rotulo: str) -> None:
    next(b for b in ventana.archivo.franja.pieza.findChildren(QPushButton) if b.text() == rotulo).click()
    QApplication.processEvents()


def nada_se_edita(ventana: Ventana) -> None:
    """Ni una celda, ni un renglón, ni un valor, ni la firma."""
    assert ventana.windowTitle().endswith("· Solo para leer")
    rejilla = cuadros(en(ventana, "1.2/1"))[0]
    antes = en_abril(rejilla)
    poner_en(rejilla)
    teclear("9")
    tecla(Qt.Key.Key_Return)
    assert en_abril(rejilla) == antes
    bloque = renglones(en(ventana, "1.2/2"))
    assert all(not pieza.isVisible() for pieza in bloque._de_agregar)
    bloque.tabla.selectRow(0)
    assert not bloque.formulario.isEnabled()
    informe = ventana.pestanas.ir_a("informe")
    assert not informe.datos.isEnabled()
    assert not informe.firmar.ya.isEnabled()
    assert not ventana.mando.historia._deshacer.isEnabled()


# En uso


def test_si_otro_lo_tiene_se_dice_quien_y_se_puede_ver(ventana, otro):
    with expediente.abrir(otro, lambda: AHORA):
        ventana.abrir(otro)
        aviso = avisos.ultimo().dialogo
        assert "lo tiene" in aviso.informativeText()
        assert "desde el 04/07/2024 a las 16:59" in aviso.informativeText()
        oprimir_en_aviso("Abrir solo para leer")
        assert ventana.sesion.expediente.ruta == otro
        assert "lo tiene abierto" in ventana.archivo.franja.dice()
        nada_se_edita(ventana)
    oprimir_en_franja(ventana, "Volver a intentar")
    assert ventana.archivo.franja.dice() == ""
    escribir(ventana, "78")
    assert guardado_en(otro) == "78"


def test_un_candado_viejo_de_otro_equipo_se_puede_quitar(ventana, otro):
    candado_de(otro).write_text(
        json.dumps({"equipo": "RECEPCION-2", "usuario": "recepción", "desde": "2024-07-01T09:00"})
    )
    ventana.abrir(otro)
    assert "RECEPCION-2" in avisos.ultimo().dialogo.informativeText()
    oprimir_en_aviso("Ya está cerrado ahí: abrirlo")
    escribir(ventana, "79")
    assert guardado_en(otro) == "79"


def test_si_no_lo_abre_sigue_con_el_suyo(ventana, archivo, otro):
    with expediente.abrir(otro, lambda: AHORA):
        ventana.abrir(otro)
        oprimir_en_aviso("Cerrar")
    escribir(ventana, "80")
    assert guardado_en(archivo) == "80"


def test_donde_no_se_puede_escribir_se_abre_para_leer(ventana, otro, monkeypatch):
    de_veras = os.access
    monkeypatch.setattr(os, "access", lambda ruta, modo: Path(ruta) != otro and de_veras(ruta, modo))
    with pytest.raises(NoDejaEscribir):
        expediente.abrir(otro, lambda: AHORA)
    ventana.abrir(otro)
    oprimir_en_aviso("Abrir solo para leer")
    assert "Trabajar en este equipo…" in botones(ventana.archivo.franja.pieza)
    nada_se_edita(ventana)


# Cambiado o dañado antes de abrirlo


def test_lo_que_cambio_otro_programa_se_ve_y_se_acepta_en_una_copia(ventana, otro, qtbot):
    cambiar_por_fuera(otro)
    antes = otro.read_bytes()
    ventana.abrir(otro)
    assert "no es el que este programa guardó" in ventana.archivo.franja.dice()
    assert en_abril(cuadros(en(ventana, "1.2/1"))[0]) == "500"
    nada_se_edita(ventana)
    oprimir_en_franja(ventana, "Aceptar el contenido como está…")
    contestar("Lo corrigió el área de sistemas", "Aceptar el contenido")
    qtbot.waitUntil(lambda: ventana.sesion.expediente.ruta != otro, timeout=20_000)
    copia = ventana.sesion.expediente.ruta
    assert "aceptado" in copia.name
    assert ventana.archivo.franja.dice() == ""
    ventana.activateWindow()
    escribir(ventana, "501")
    assert guardado_en(copia) == "501"
    assert otro.read_bytes() == antes


def test_uno_cortado_se_dice_incompleto_y_no_danado(ventana, otro):
    respaldo.respaldar(otro, AHORA, cuaderno=ventana.cuaderno)
    otro.write_bytes(otro.read_bytes()[:-4096])
    ventana.abrir(otro)
    assert avisos.ultimo().texto == "«otro año.sqlite» está incompleto."
    assert "le falta una parte" in avisos.ultimo().dialogo.informativeText()


def test_uno_danado_ofrece_su_ultima_copia_y_se_conserva(ventana, otro, qtbot):
    respaldo.respaldar(otro, AHORA, cuaderno=ventana.cuaderno)
    danar(otro)
    malo = otro.read_bytes()
    ventana.abrir(otro)
    assert avisos.ultimo().texto == "«otro año.sqlite» está dañado."
    oprimir_en_aviso("Restaurar la del 04/07/2024 16:59")
    qtbot.waitUntil(lambda: avisos.ultimo().texto == "Se restauró el archivo.", timeout=20_000)
    avisos.ultimo().dialogo.reject()
    ventana.activateWindow()
    assert ventana.sesion.expediente.ruta == otro
    escribir(ventana, "81")
    assert guardado_en(otro) == "81"
    (apartado,) = otro.parent.glob("*antes de restaurar*")
    assert apartado.read_bytes() == malo


def test_junto_a_las_copias_de_la_oficina_lo_de_otro_programa_no_se_reemplaza_con_un_enter(ventana, otro):
    respaldo.respaldar(otro, AHORA, cuaderno=ventana.cuaderno)
    otro.write_bytes(b"no es" * 100)
    ventana.abrir(otro)
    aviso = avisos.ultimo()
    assert aviso.texto == "No se pudo abrir el archivo."
    assert "no es un archivo de este programa" in aviso.dialogo.informativeText()
    assert "Restaurar" not in aviso.dialogo.defaultButton().text()
    oprimir_en_aviso("Elegir una copia…")
    assert otro.read_bytes() == b"no es" * 100


def test_uno_que_no_es_de_este_programa_solo_se_dice(ventana, archivo, tmp_path):
    ajeno = tmp_path / "tarea.sqlite"
    ajeno.write_bytes(b"no es" * 100)
    ventana.abrir(ajeno)
    assert "no es un archivo de este programa" in avisos.ultimo().dialogo.informativeText()
    assert botones(avisos.ultimo().dialogo) == ["Cerrar"]


# Al arrancar: primero se pinta y luego se revisa, antes de dejar escribir


def de_pronto(archivo: Path, ajustes, ahora=lambda: AHORA) -> Ventana:
    abierto = expediente.abrir_pronto(archivo, ahora)
    return abrir_ventana(
        abierto, SEGUNDO, hoy=lambda: AHORA.date(), ahora=ahora, ajustes=ajustes, respalda=False
    )


def test_al_arrancar_se_ve_enseguida_y_en_un_instante_se_revisa(ventana, otro, ajustes, qtbot):
    pronta = de_pronto(otro, ajustes)
    qtbot.addWidget(pronta)
    pronta.activateWindow()
    escribir(pronta, "89")
    assert guardado_en(otro) == "89"
    pronta.close()


def test_lo_que_cambio_otro_programa_no_deja_escribir_ni_antes_de_revisarse(ventana, otro, ajustes, qtbot):
    cambiar_por_fuera(otro)
    antes = otro.read_bytes()
    pronta = de_pronto(otro, ajustes)
    qtbot.addWidget(pronta)
    pronta.activateWindow()
    with pytest.raises(ContenidoCambiado):
        capturar(pronta.sesion.expediente, SEGUNDO, Casilla("portal", 2, 4), 5)
    qtbot.waitUntil(lambda: bool(pronta.sesion.solo_leer), timeout=20_000)
    assert "no es el que este programa guardó" in pronta.archivo.franja.dice()
    nada_se_edita(pronta)
    assert otro.read_bytes() == antes
    pronta.close()


def test_lo_danado_que_no_se_deja_ni_leer_se_dice_sin_abrirlo(otro, ajustes, qapp):
    danar(otro)
    with pytest.raises(ErrorEsperado, match="dañado"):
        _ventana_de(expediente.abrir_pronto(otro, lambda: AHORA), ajustes, lambda: AHORA)
    assert not candado_de(otro).exists()


# Cambiado mientras está abierto


def reemplazar(archivo: Path, casilla: Casilla) -> None:
    """Alguien pone en su lugar otro archivo, también sano."""
    nuevo = archivo.with_name("nuevo.sqlite")
    shutil.copyfile(archivo, nuevo)
    with expediente.abrir(nuevo, lambda: AHORA) as exp:
        capturar(exp, SEGUNDO, casilla, 700)
    nuevo.replace(archivo)


@pytest.mark.skipif(os.name == "nt", reason="ahí no se reemplaza un archivo abierto")
def test_si_lo_reemplazan_no_se_pisa_y_se_vuelve_a_leer(ventana, archivo):
    celdas = cuadros(en(ventana, "1.2/1"))[0].modelo.tabla.celdas
    reemplazar(archivo, next(celda.casilla for celda in celdas if celda.editable))
    antes = archivo.read_bytes()
    escribir(ventana, "82")
    assert archivo.read_bytes() == antes
    assert avisos.ultimo().texto == "El archivo cambió por fuera."
    oprimir_en_aviso("Volver a leer el archivo")
    assert avisos.ultimo().texto.startswith("No se pudo guardar")
    oprimir_en_aviso("Volver a leer sin guardarlo")
    rejilla = cuadros(ventana.pestanas.actual().contenido)[0]
    assert en_abril(rejilla) == "700"
    escribir(ventana, "83")
    assert guardado_en(archivo) == "83"


def test_si_otro_programa_escribe_en_el_se_vuelve_a_leer_solo_para_ver(ventana, archivo):
    en(ventana, "1.2/1")
    cambiar_por_fuera(archivo)
    escribir(ventana, "84")
    oprimir_en_aviso("Volver a leer el archivo")
    oprimir_en_aviso("Volver a leer sin guardarlo")
    assert "no es el que este programa guardó" in ventana.archivo.franja.dice()
    nada_se_edita(ventana)


@pytest.mark.skipif(os.name == "nt", reason="ahí no se borra un archivo abierto")
def test_si_lo_quitan_se_dice_y_al_devolverlo_sigue(ventana, archivo, tmp_path):
    en(ventana, "1.2/1")
    escondido = archivo.rename(tmp_path / "escondido")
    escribir(ventana, "85")
    assert "ya no está en su carpeta" in avisos.ultimo().dialogo.informativeText()
    oprimir_en_aviso("Volver a leer el archivo")
    oprimir_en_aviso("Volver a leer sin guardarlo")
    assert "No existe" in avisos.ultimo().dialogo.informativeText()
    oprimir_en_aviso("Cerrar")
    assert avisos.ultimo().texto == "No hay ningún archivo abierto."
    escondido.rename(archivo)
    oprimir_en_aviso("Volver a intentar")
    escribir(ventana, "86")
    assert guardado_en(archivo) == "86"


@pytest.mark.skipif(os.name == "nt", reason="ahí no se borra un archivo abierto")
def test_si_lo_quitan_se_puede_cerrar(abrir, archivo):
    ventana = abrir(respalda=True)
    archivo.unlink()
    escribir(ventana, "87")
    oprimir_en_aviso("Volver a leer el archivo")
    oprimir_en_aviso("Volver a leer sin guardarlo")
    oprimir_en_aviso("Cerrar")
    oprimir_en_aviso("Cerrar el programa")
    assert not ventana.isVisible()


@pytest.mark.skipif(os.name == "nt", reason="ahí no se borra un archivo abierto")
def test_si_lo_quitan_y_hay_otro_se_abre_ese(ventana, archivo, otro):
    en(ventana, "1.2/1")
    archivo.unlink()
    escribir(ventana, "87")
    oprimir_en_aviso("Volver a leer el archivo")
    oprimir_en_aviso("Volver a leer sin guardarlo")
    oprimir_en_aviso("Cerrar")
    oprimir_en_aviso("Abrir otro…")
    dialogo = avisos.ultimo().dialogo
    dialogo.findChild(QLineEdit).setText(str(otro))
    dialogo.accept()
    ventana.activateWindow()
    escribir(ventana, "88")
    assert guardado_en(otro) == "88"


# Uno grande se comprueba por detrás


def test_uno_grande_se_ve_enseguida_y_se_vuelve_editable_solo(ventana, otro, qtbot, monkeypatch):
    seguir, de_veras = threading.Event(), comprobacion.comprobar
    monkeypatch.setattr(comprobacion, "comprobar", lambda ruta: seguir.wait(20) and de_veras(ruta))
    monkeypatch.setattr(expediente, "_GRANDE", 0)
    ventana.abrir(otro)
    assert "Se está comprobando" in ventana.archivo.franja.dice()
    nada_se_edita(ventana)
    seguir.set()
    qtbot.waitUntil(lambda: not ventana.sesion.solo_leer, timeout=20_000)
    assert ventana.archivo.franja.dice() == ""
    assert not ventana.windowTitle().endswith("leer")
    escribir(ventana, "89")
    assert guardado_en(otro) == "89"


@pytest.mark.parametrize("con", [cambiar_por_fuera, danar])
def test_uno_grande_que_no_esta_sano_nunca_se_vuelve_editable(ventana, otro, qtbot, monkeypatch, con):
    respaldo.respaldar(otro, AHORA, cuaderno=ventana.cuaderno)
    con(otro)
    monkeypatch.setattr(expediente, "_GRANDE", 0)
    ventana.abrir(otro)
    if ventana.sesion.expediente.ruta == otro:
        qtbot.waitUntil(lambda: ventana.archivo.franja.dice().startswith("Solo para leer."), timeout=20_000)
        assert "Restaurar una copia…" in botones(ventana.archivo.franja.pieza)
        nada_se_edita(ventana)
    else:
        assert "está dañado" in avisos.ultimo().texto


# Dónde está


def test_en_una_memoria_se_explica_y_se_trabaja_en_este_equipo(ventana, archivo, otro, qtbot, monkeypatch):
    monkeypatch.setattr(
        "ut_escritorio.datos.disco.ubicacion.ubicacion_de",
        lambda ruta: "memoria" if otro.parent in ruta.parents else "equipo",
    )
    ventana.abrir(otro)
    assert "memoria que se puede desconectar" in ventana.archivo.franja.dice()
    oprimir_en_franja(ventana, "Trabajar en este equipo…")
    oprimir_en_aviso("Trabajar en este equipo")
    qtbot.waitUntil(lambda: ventana.sesion.expediente.ruta != otro, timeout=20_000)
    aqui = ventana.sesion.expediente.ruta
    assert aqui == archivo.parent / "Documentos" / otro.name
    assert ventana.archivo.franja.dice() == ""
    ventana.activateWindow()
    escribir(ventana, "90")
    ventana.mando.respaldar()
    qtbot.waitUntil(lambda: ventana.copias.tarea is None, timeout=20_000)
    (alla,) = (ruta for ruta in otro.parent.glob("*.sqlite") if ruta != otro)
    assert guardado_en(alla) == "90"
    assert guardado_en(otro) == "77"


def test_seguir_en_la_memoria_se_recuerda(ventana, otro, archivo, monkeypatch):
    monkeypatch.setattr(
        "ut_escritorio.datos.disco.ubicacion.ubicacion_de",
        lambda ruta: "nube" if otro.parent in ruta.parents else "equipo",
    )
    ventana.abrir(otro)
    assert "OneDrive" in ventana.archivo.franja.dice()
    oprimir_en_franja(ventana, "Seguir aquí")
    ventana.abrir(archivo)
    ventana.abrir(otro)
    assert ventana.archivo.franja.dice() == ""


# Al irse a otro programa


def test_al_irse_a_otro_programa_se_guarda_y_luego_no_se_escribe_hasta_volver(ventana, archivo, qtbot):
    rejilla = escribir(ventana, "91", confirmar=False)
    aplicacion = QApplication.instance()
    assert isinstance(aplicacion, QApplication)
    qtbot.waitUntil(lambda: ventana.findChild(Atencion) is not None)
    aplicacion.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qtbot.waitUntil(lambda: bool(ventana.sesion.espera))
    assert guardado_en(archivo) == "91"
    antes = archivo.read_bytes()
    # Algo que terminó mientras ella estaba fuera.
    ventana.sesion.hacer(marcar_sin_actividad, "1.2/3", True)
    assert archivo.read_bytes() == antes
    assert ventana.estado.guardado.text() == GUARDANDO
    aplicacion.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert not ventana.sesion.espera
    assert "1.2/3" in ventana.sesion.foto.sin_actividad
    assert archivo.read_bytes() != antes
    assert ventana.estado.guardado.text() == "Guardado 16:59"
    assert en_abril(rejilla) == "91"
