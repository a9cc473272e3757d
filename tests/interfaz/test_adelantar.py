"""Lo que pide el primer PDF, y lo que se abre con un clic, se carga mientras ella lee la ventana."""

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


DE_UNO_EN_UNO = """
import sys
from ut_escritorio.aplicacion import por_adelantado
from ut_escritorio.aplicacion.mostrar import hasta_cerrar
from ut_escritorio.interfaz import arranque
arranque._YA_LEYENDO = 600_000  # en un equipo ocupado llegaría antes lo del PDF, que va por su lado
aplicacion = arranque.nueva_aplicacion()
de_python, cada = por_adelantado.import_module, []
def contado(cual):
    antes = set(sys.modules)
    de_python(cual)
    cada.append(len(set(sys.modules) - antes))
por_adelantado.import_module = contado
de_turno = por_adelantado.PorAdelantado._uno_mas
def uno_mas(suyo):
    de_turno(suyo)
    if not suyo.sigue:
        aplicacion.quit()
por_adelantado.PorAdelantado._uno_mas = uno_mas
hasta_cerrar(aplicacion)
print(len(cada) > 100, max(cada) < 10)
antes = set(sys.modules)
from ut_escritorio.interfaz.ventana import al_pedirlo
al_pedirlo.componente(), al_pedirlo.oficios(), al_pedirlo.informe()
print(set(sys.modules) - antes)
pesados = "PIL", "pypdf", "docx", "lxml", "xlsxwriter", "python_calamine", "PySide6.QtPdf"
print([cual for cual in pesados if cual in sys.modules])
"""


def test_lo_de_un_clic_se_carga_de_uno_en_uno_y_sin_lo_pesado():
    orden = [sys.executable, "-c", DE_UNO_EN_UNO]
    hecho = subprocess.run(orden, capture_output=True, encoding="utf-8", timeout=100, check=False)
    assert hecho.stdout.splitlines() == ["True True", "set()", "[]"], hecho.stderr
