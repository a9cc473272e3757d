"""Lo que se hace antes y después de pintar la ventana por primera vez."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QPaintEvent, QWindow
from PySide6.QtWidgets import QWidget

from ut_escritorio.interfaz.comunes.sesion import tras_pintar as modulo_de_tras_pintar
from ut_escritorio.interfaz.comunes.sesion.ajustes import abrir_ajustes
from ut_escritorio.interfaz.comunes.sesion.tras_pintar import tras_pintar
from ut_escritorio.interfaz.ventana.recuerdos import recordar_archivo
from ut_escritorio.servicios.archivo.creacion import crear_ejemplo

RAIZ = Path(__file__).resolve().parents[2]


class Hoja(QWidget):
    """Anota cuándo se pinta."""

    def __init__(self) -> None:
        super().__init__()
        self.pasos: list[str] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.pasos.append("pintada")


def test_lo_que_se_deja_para_despues_se_hace_ya_pintada(qtbot):
    hoja = Hoja()
    qtbot.addWidget(hoja)
    tras_pintar(hoja, lambda: hoja.pasos.append("después"), 0)
    hoja.show()
    qtbot.waitUntil(lambda: "después" in hoja.pasos)
    assert hoja.pasos[0] == "pintada"


def test_en_un_equipo_lento_se_espera_a_que_la_ventana_se_vea(qtbot, monkeypatch: pytest.MonkeyPatch):
    miradas = iter([False, False, False, True])
    monkeypatch.setattr(QWindow, "isExposed", lambda _: next(miradas, True))
    hoja = Hoja()
    qtbot.addWidget(hoja)
    hoja.show()
    tras_pintar(hoja, lambda: hoja.pasos.append("después"), 0)
    qtbot.waitUntil(lambda: "después" in hoja.pasos)
    assert next(miradas, None) is None


def test_lo_de_la_que_empieza_minimizada_se_hace_aunque_no_se_vea(qtbot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(QWindow, "isExposed", lambda _: False)
    monkeypatch.setattr(modulo_de_tras_pintar, "_NO_MAS_DE", 2)
    hoja = Hoja()
    qtbot.addWidget(hoja)
    hoja.show()
    tras_pintar(hoja, lambda: hoja.pasos.append("después"), 0)
    qtbot.waitUntil(lambda: "después" in hoja.pasos)


def test_lo_de_una_pieza_que_ya_se_fue_no_se_hace(qtbot):
    hecho: list[str] = []
    hoja = QWidget()
    tras_pintar(hoja, lambda: hecho.append("de la que se fue"), 0)
    hoja.deleteLater()
    otra = QWidget()
    qtbot.addWidget(otra)
    tras_pintar(otra, lambda: hecho.append("de la otra"), 1)
    qtbot.waitUntil(lambda: bool(hecho))
    assert hecho == ["de la otra"]


CARGAR_QT = """
import builtins, inspect, sys
sys.path.insert(0, {carpeta!r})
de_python = builtins.__import__
from ut_escritorio.aplicacion.qt import cargar_qt
cargar_qt()
print(builtins.__import__ is de_python)
from PySide6.QtWidgets import QApplication, QMainWindow
de_qt = QApplication(["x", "-platform", "offscreen"])
ventana = QMainWindow()
ventana.show()
de_qt.processEvents()
inspect.getsource = lambda modulo: print("leyó", modulo) or ""
import recien_llegado
print([m for m in ("argparse", "gettext") if m in sys.modules])
try:
    ventana.resize("ancha")
except TypeError as error:
    print("resize(w: int, h: int, /)" in str(error))
print("QSize" in QMainWindow.resize.__doc__)
"""


def test_qt_llega_sin_lo_que_solo_usa_quien_lo_programa_y_sus_errores_dicen_lo_mismo(tmp_path: Path):
    (tmp_path / "recien_llegado.py").write_text("import PySide6.QtGui", encoding="utf-8")
    guion = CARGAR_QT.format(carpeta=str(tmp_path))
    hecho = subprocess.run(
        [sys.executable, "-c", guion], capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert hecho.stdout.splitlines() == ["True", "[]", "True", "True"], hecho.stderr


HASTA_PINTAR = """
import sys
sys.path.insert(0, {rendimiento!r})
import primera_pintura
nada_de = (
    "argparse", "gettext", "tomllib", "fpdf", "PIL", "PySide6.QtNetwork", "PySide6.QtPdf", "PySide6.QtSvg",
    "PySide6.QtPrintSupport", "ut_escritorio.dominio.cartas", "ut_escritorio.servicios.oficios",
    "ut_escritorio.interfaz.oficios", "ut_escritorio.interfaz.anotar", "ut_escritorio.interfaz.informe", "Qt",
)
cargado = lambda: {{*sys.modules, *vars(sys.modules["PySide6.QtCore"])}}  # nombrar `Qt` arma 93 enumeraciones
primera_pintura._pintada = lambda de_qt: [cual for cual in nada_de if cual in cargado()]
primera_pintura.programa({archivo!r})
"""


def test_el_programa_de_verdad_se_pinta_sin_cargar_lo_que_aun_no_se_ve(tmp_path: Path):
    archivo = tmp_path / "ejemplo.sqlite"
    crear_ejemplo(archivo, lambda: datetime(2024, 7, 4, 9).astimezone()).cerrar()
    guion = HASTA_PINTAR.format(rendimiento=str(RAIZ / "tests" / "rendimiento"), archivo=str(archivo))
    suyas = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"), str(tmp_path))
    hecho = subprocess.run(
        [sys.executable, "-c", guion], capture_output=True, encoding="utf-8", check=False, timeout=60,
        env=os.environ | suyas | {"QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert hecho.stdout.splitlines() == ["[]"], hecho.stderr


def test_abrir_el_archivo_de_ayer_no_escribe_los_ajustes(tmp_path: Path):
    ajustes, ayer = abrir_ajustes(tmp_path), tmp_path / "ayer.sqlite"
    recordar_archivo(ayer, ajustes)
    ajustes.sync()
    guardados = Path(ajustes.fileName())
    antes = guardados.read_bytes()
    guardados.unlink()
    guardados.write_bytes(antes)
    escrito = guardados.stat().st_mtime_ns
    recordar_archivo(ayer, ajustes)
    ajustes.sync()
    assert guardados.stat().st_mtime_ns == escrito
    recordar_archivo(tmp_path / "otro.sqlite", ajustes)
    ajustes.sync()
    assert b"otro.sqlite" in guardados.read_bytes()


def test_ningun_modulo_pide_los_nombres_de_qt_de_otra_forma():
    modulos = (RAIZ / "ut_escritorio").rglob("*.py")
    assert not [m for m in modulos if "\nfrom __feature__" in m.read_text(encoding="utf-8")]
