"""Vuelve a hacer los retratos, cuando una hoja o una ventana cambió a propósito; luego se miran."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tests.aspecto.informes import INFORMES, pdf_de
from tests.aspecto.retratos import AQUI, guardar


def main() -> None:
    """Retrata cada informe y dice cuántas hojas son; luego, cada ventana."""
    _aplicacion = QGuiApplication([])
    for nombre in INFORMES:
        print(f"{nombre}: {guardar(nombre, pdf_de(nombre))} hojas en {AQUI}")
    ventanas = str(Path(__file__).with_name("test_ventanas.py"))
    orden = [sys.executable, "-m", "pytest", "-n", "0", "-m", "largo", ventanas]
    subprocess.run(orden, env=os.environ | {"UT_RETRATAR": "sí"}, check=True)


if __name__ == "__main__":
    main()
