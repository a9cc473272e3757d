"""El programa como lo abre un doble clic: en un proceso suyo y sin terminal donde decir nada."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_PROGRAMA = """
import sys
sys.stdout = sys.stderr = None
import gc
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from ut_escritorio import aplicacion, rutas
from ut_escritorio.aplicacion import ventana

dicho, sistema = Path(sys.argv[1]), Path(sys.argv[2])
rutas.carpeta_de_ajustes = lambda: sistema / "ajustes"
rutas.carpeta_de_registro = lambda: sistema / "notas"
rutas.carpeta_de_datos = lambda: sistema / "Documentos"
ventana._hay_pantalla = lambda: True
exec(sys.argv[3])
de_antes = QApplication.exec

def mirar():
    from ut_escritorio.interfaz.comunes.dialogos import avisos
    gc.collect()  # un padre que nadie conserva se lleva su diálogo
    aviso = avisos.ultimo()
    if aviso is None or not aviso.dialogo.isVisible():
        QTimer.singleShot(20, mirar)
        return
    estilo = QApplication.style().objectName()
    renglones = [estilo, aviso.texto, aviso.dialogo.informativeText()]
    renglones += [b.text().replace("&", "") for b in aviso.dialogo.findChildren(QPushButton)]
    dicho.write_text("\\n".join(renglones), encoding="utf-8")
    aviso.dialogo.reject()

def atender(*_):
    QTimer.singleShot(0, mirar)
    return de_antes()

QApplication.exec = atender
sys.exit(aplicacion.correr(sys.argv[4:]))
"""


def doble_clic(sistema: Path, *escrito: object, antes: str = "") -> tuple[int, str]:
    """Corre el programa y contesta con Esc lo que diga en una ventana.

    Devuelve su código y lo que dijo: el estilo, la frase, el detalle y los botones, por renglones; vacío si
    no abrió ninguna. `antes` es lo que se le descompone.
    """
    dicho = sistema / "dicho.txt"
    dicho.unlink(missing_ok=True)
    orden = [sys.executable, "-c", _PROGRAMA, str(dicho), str(sistema), antes, *map(str, escrito)]
    entorno = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    hecho = subprocess.run(orden, timeout=100, check=False, env=entorno)
    return hecho.returncode, dicho.read_text(encoding="utf-8") if dicho.exists() else ""
