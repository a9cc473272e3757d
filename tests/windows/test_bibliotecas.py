"""Las bibliotecas de Qt se adelantan en Windows, y solo ahí."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.windows.equipo import SOLO_EN_WINDOWS
from ut_escritorio.aplicacion.bibliotecas import adelantar_bibliotecas

_CARGADAS = """
from ut_escritorio.aplicacion.bibliotecas import adelantar_bibliotecas
from ut_escritorio.datos.disco.al_pedirlo import windows
adelantar_bibliotecas().join()
for cual in ("Qt6Core.dll", "Qt6Gui.dll", "Qt6Widgets.dll"):
    assert windows().kernel32.GetModuleHandleW(cual), cual
from PySide6.QtWidgets import QApplication
print(QApplication(["x", "-platform", "offscreen"]).platformName())
"""


@SOLO_EN_WINDOWS
def test_ya_estan_cuando_hacen_falta_y_la_ventana_nace_igual():
    orden = [sys.executable, "-c", _CARGADAS]
    hecho = subprocess.run(orden, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=100)
    assert (hecho.returncode, hecho.stdout.strip()) == (0, b"offscreen"), hecho.stderr


@pytest.mark.skipif(os.name == "nt", reason="en Windows sí se adelantan")
def test_en_los_demas_equipos_no_hay_que_adelantar():
    assert adelantar_bibliotecas() is None
