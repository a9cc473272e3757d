"""Lo que se hace antes y después de pintar la ventana por primera vez."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ut_escritorio.aplicacion import al_pedirlo
from ut_escritorio.interfaz.comunes.sesion.tras_pintar import tras_pintar

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


def test_pyside_no_lee_el_texto_de_lo_que_se_carga_despues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "recien_llegado.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    al_pedirlo.qt()
    leidos: list[object] = []
    monkeypatch.setattr(inspect, "getsource", lambda modulo: leidos.append(modulo) or "")
    __import__("recien_llegado")
    assert not leidos
    supone = sys.modules["PySide6.support.feature"]._mod_uses_pyside
    assert supone("recien_llegado"), "que sí usa Qt, como PySide de lo que no puede leer"


def test_ningun_modulo_pide_los_nombres_de_qt_de_otra_forma():
    modulos = (RAIZ / "ut_escritorio").rglob("*.py")
    assert not [m for m in modulos if "\nfrom __feature__" in m.read_text(encoding="utf-8")]
