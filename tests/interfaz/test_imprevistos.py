"""Lo que el programa no esperaba se dice una vez, se copia sin nada de lo escrito, y se sigue trabajando."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from tests.interfaz.manos import oprimir_en_aviso
from tests.interfaz.test_copias import escribir, guardado_en
from ut_escritorio.interfaz.comunes.dialogos import avisos, imprevistos
from ut_escritorio.servicios.entrega import informe

SECRETO = "Doña Eulalia pidió su expediente"


@pytest.fixture(autouse=True)
def atendidos(ventana, monkeypatch):
    """Como en el programa: lo que nadie esperaba llega al diálogo."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    imprevistos.atenderlos()
    yield
    imprevistos._a_la_vista.clear()


def tropezar() -> None:
    """Un error que nadie esperaba, con algo escrito por ella en su frase."""
    try:
        raise KeyError(SECRETO)
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)


def hay_aviso(qtbot) -> str:
    qtbot.waitUntil(lambda: avisos.ultimo() is not None, timeout=10_000)
    return avisos.ultimo().texto


def test_se_dice_una_vez_y_los_detalles_no_llevan_lo_escrito(ventana, archivo, qtbot):
    tropezar()
    assert hay_aviso(qtbot) == "El programa tropezó con algo que no esperaba."
    primero = avisos.ultimo().dialogo
    tropezar()
    qtbot.wait(20)
    assert avisos.ultimo().dialogo is primero
    oprimir_en_aviso("Copiar detalles")
    copiado = QGuiApplication.clipboard().text()
    assert "KeyError" in copiado
    assert "tropezar" in copiado
    assert SECRETO not in copiado
    escribir(ventana, "81")
    assert guardado_en(archivo) == "81"


def test_lo_que_se_ve_vuelve_a_ser_lo_que_dice_el_archivo(ventana, qtbot):
    de_veras = ventana.sesion.foto
    ventana.sesion.foto = ventana.sesion.expediente.foto(ventana.sesion.trimestres[0])
    tropezar()
    hay_aviso(qtbot)
    assert ventana.sesion.foto.trimestre == de_veras.trimestre


def test_tambien_lo_de_otros_hilos(ventana, qtbot, tmp_path, monkeypatch):
    def romper(*_, **__):
        raise ZeroDivisionError(SECRETO)

    monkeypatch.setattr(informe, "exportar", romper)
    ventana.mando.exportacion.hacer(ventana.sesion, tmp_path / "informe.pdf")
    assert hay_aviso(qtbot) == "No se pudo hacer el informe."
    oprimir_en_aviso("Copiar detalles")
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    assert SECRETO not in QGuiApplication.clipboard().text()
    avisos.olvidar()
    threading.Thread(target=romper).start()
    assert hay_aviso(qtbot) == "El programa tropezó con algo que no esperaba."


def test_se_puede_cerrar_y_lo_guardado_sigue_ahi(ventana, archivo, qtbot):
    escribir(ventana, "82")
    tropezar()
    hay_aviso(qtbot)
    oprimir_en_aviso("Cerrar el programa")
    qtbot.waitUntil(lambda: not ventana.isVisible())
    assert guardado_en(archivo) == "82"


def test_otra_ventana_que_no_se_deja_cerrar_no_detiene_al_programa(ventana, archivo, qtbot):
    """La de otra pregunta a la vista: quien oprime «Cerrar el programa» no debe buscarla."""
    terca = NoSeCierra()
    qtbot.addWidget(terca, before_close_func=NoSeCierra.soltar)
    terca.show()
    ventana.activateWindow()
    qtbot.waitUntil(ventana.isActiveWindow)
    escribir(ventana, "83")
    tropezar()
    hay_aviso(qtbot)
    oprimir_en_aviso("Cerrar el programa")
    qtbot.waitUntil(lambda: not ventana.isVisible())
    assert guardado_en(archivo) == "83"


class NoSeCierra(QWidget):
    """Una ventana que espera algo antes de cerrarse."""

    espera = True

    def soltar(self) -> None:
        self.espera = False

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(not self.espera)
