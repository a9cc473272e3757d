"""Vuelve a hacer los retratos, cuando una hoja o una ventana cambió a propósito; luego se miran.

python -m tests.aspecto                  todos
python -m tests.aspecto muestrario_nota  solo los de los informes o los escritos que así empiezan
python -m tests.aspecto ventanas         solo los de las ventanas
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from PySide6.QtGui import QGuiApplication

from tests.aspecto.informes import INFORMES, hojas_de
from tests.aspecto.retratos import AQUI, guardar
from tests.aspecto.test_escritos import ESCRITOS
from ut_escritorio import rutas


def main(*cuales: str) -> None:
    """Retrata cada informe y dice cuántos son; luego, cada ventana."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _aplicacion = QGuiApplication([])
    for nombre in INFORMES:
        if not cuales or nombre.startswith(cuales):
            print(f"{nombre}: {guardar(nombre, hojas_de(nombre))} retratos en {AQUI}")
    for nombre, escribir in ESCRITOS.items():
        if not cuales or nombre.startswith(cuales):
            with TemporaryDirectory() as carpeta, _sin_ajustes(Path(carpeta) / "ajustes"):
                (trabajo := Path(carpeta) / "trabajo").mkdir()
                (AQUI / f"{nombre}.txt").write_text(escribir(trabajo), encoding="utf-8")
            print(f"{nombre}.txt en {AQUI}")
    if not cuales or "ventanas" in cuales:
        ventanas = str(Path(__file__).with_name("test_ventanas.py"))
        orden = [sys.executable, "-m", "pytest", "-n", "0", "-p", "no:randomly", ventanas]
        subprocess.run(orden, env=os.environ | {"UT_RETRATAR": "sí"}, check=True)


@contextmanager
def _sin_ajustes(carpeta: Path) -> Iterator[None]:
    """Sin tocar los ajustes ni las notas de quien los hace."""
    with (
        patch.object(rutas, "carpeta_de_ajustes", lambda: carpeta),
        patch.object(rutas, "carpeta_de_registro", lambda: carpeta),
    ):
        yield


if __name__ == "__main__":
    main(*sys.argv[1:])
