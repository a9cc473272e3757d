"""Vuelve a hacer los retratos, cuando una hoja o una ventana cambió a propósito; luego se miran.

python -m tests.aspecto                  todos
python -m tests.aspecto muestrario_nota  solo los de los informes que así empiezan, sin las ventanas
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tests.aspecto.informes import INFORMES, hojas_de
from tests.aspecto.retratos import AQUI, guardar


def main(*cuales: str) -> None:
    """Retrata cada informe y dice cuántos son; luego, cada ventana."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _aplicacion = QGuiApplication([])
    for nombre in INFORMES:
        if not cuales or nombre.startswith(cuales):
            print(f"{nombre}: {guardar(nombre, hojas_de(nombre))} retratos en {AQUI}")
    if not cuales:
        ventanas = str(Path(__file__).with_name("test_ventanas.py"))
        orden = [sys.executable, "-m", "pytest", "-n", "0", "-p", "no:randomly", ventanas]
        subprocess.run(orden, env=os.environ | {"UT_RETRATAR": "sí"}, check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
