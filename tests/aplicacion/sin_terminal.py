"""El programa como lo abre un doble clic: en un proceso suyo y sin terminal donde decir nada.

Cargar Qt y el programa es casi todo lo que tarda: donde se puede, cada proceso sale de uno que ya los cargó.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from ut_escritorio import aplicacion, rutas
from ut_escritorio.aplicacion import ventana

_PROCESOS = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
_PROCESOS.set_forkserver_preload([__name__, "ut_escritorio.interfaz.ventana.marco"])
_SOLO = f"import sys; sys.stdout = sys.stderr = None; from {__name__} import correr; correr(*sys.argv[1:])"
_CUANDO_MAS = 100  # segundos


def doble_clic(sistema: Path, *escrito: object, antes: str = "", desde_cero: bool = False) -> tuple[int, str]:
    """Corre el programa y contesta con Esc lo que diga en una ventana.

    Devuelve su código y lo que dijo: el estilo, la frase, el detalle y los botones, por renglones; vacío si
    no abrió ninguna. `antes` es lo que se le descompone. `desde_cero`: en un Python que no ha cargado nada.
    """
    dicho = sistema / "dicho.txt"
    dicho.unlink(missing_ok=True)
    datos = (str(dicho), str(sistema), antes, *map(str, escrito))
    codigo = _en_uno_nuevo(datos) if desde_cero else _en_uno_ya_cargado(datos)
    return codigo, dicho.read_text(encoding="utf-8") if dicho.exists() else ""


def _en_uno_nuevo(datos: tuple[str, ...]) -> int:
    raiz = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, "-c", _SOLO, *datos], cwd=raiz, timeout=_CUANDO_MAS, check=False
    ).returncode


def _en_uno_ya_cargado(datos: tuple[str, ...]) -> int:
    proceso = _PROCESOS.Process(target=correr, args=datos)
    proceso.start()
    proceso.join(_CUANDO_MAS)
    if proceso.exitcode is None:
        proceso.kill()
        raise AssertionError("el programa no terminó")
    return proceso.exitcode


def correr(dicho: str, sistema: str, antes: str, *escrito: str) -> None:
    """El programa, en su proceso; lo que diga una ventana queda en `dicho`."""
    sys.stdout = sys.stderr = None
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    rutas.carpeta_de_ajustes = lambda: Path(sistema) / "ajustes"
    rutas.carpeta_de_registro = lambda: Path(sistema) / "notas"
    rutas.carpeta_de_datos = lambda: Path(sistema) / "Documentos"
    ventana._hay_pantalla = lambda: True
    exec(antes, {"aplicacion": aplicacion, "ventana": ventana})
    de_antes = QApplication.exec

    def atender(*_: object) -> int:
        QTimer.singleShot(0, lambda: _contestar(Path(dicho)))
        return de_antes()

    QApplication.exec = atender
    sys.exit(aplicacion.correr(escrito))


def _contestar(dicho: Path) -> None:
    from ut_escritorio.interfaz.comunes.dialogos import avisos

    gc.collect()  # un padre que nadie conserva se lleva su diálogo
    aviso = avisos.ultimo()
    if aviso is None or not aviso.dialogo.isVisible():
        QTimer.singleShot(20, lambda: _contestar(dicho))
        return
    renglones = [QApplication.style().objectName(), aviso.texto, aviso.dialogo.informativeText()]
    renglones += [b.text().replace("&", "") for b in aviso.dialogo.findChildren(QPushButton)]
    dicho.write_text("\n".join(renglones), encoding="utf-8")
    aviso.dialogo.reject()
