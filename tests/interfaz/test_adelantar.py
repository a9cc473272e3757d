"""Lo que pide el primer PDF se carga aparte mientras ella lee la ventana."""

from __future__ import annotations

import subprocess
import sys

GUION = """
import sys
from ut_escritorio.interfaz import arranque
aplicacion = arranque.nueva_aplicacion()
print("fpdf" in sys.modules)
aparte = arranque.adelantar_el_pdf()
while aparte.is_alive():
    aplicacion.processEvents()
print("fpdf" in sys.modules)
"""


def test_se_carga_aparte_y_no_al_arrancar():
    orden = [sys.executable, "-c", GUION]
    hecho = subprocess.run(orden, capture_output=True, encoding="utf-8", timeout=100, check=False)
    assert hecho.stdout.split() == ["False", "True"], hecho.stderr


def test_cerrar_a_media_carga_no_espera_ni_falla():
    guion = GUION.partition("while")[0]
    hecho = subprocess.run(
        [sys.executable, "-c", guion], capture_output=True, encoding="utf-8", timeout=100, check=False
    )
    assert (hecho.returncode, hecho.stderr) == (0, "")
