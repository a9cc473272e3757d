"""Una pantalla que nadie ve, con sus ventanas, su teclado y sus retratos: Xvfb, openbox y xdotool."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

_Visto = TypeVar("_Visto")
HERRAMIENTAS = ("Xvfb", "openbox", "xdotool", "xclip", "import")
PAQUETES = "xvfb openbox xdotool xclip imagemagick"
_ENCHUFES = Path("/tmp/.X11-unix")
_CADA, _TOPE = 0.2, 90
_VACIO = "(nada copiado)"


def lo_que_falta() -> str:
    """Lo que hay que instalar para tener pantalla; vacío si no falta nada."""
    faltan = [nombre for nombre in HERRAMIENTAS if shutil.which(nombre) is None]
    que = ", ".join(faltan)
    return f"Falta {que}. En Debian: apt-get install --no-install-recommends {PAQUETES}" if faltan else ""


@contextmanager
def encendida(tamano: str = "1366x768") -> Iterator[Pantalla]:
    """La pantalla, con quien acomode las ventanas, hasta salir del `with`."""
    # La primera que nadie tiene encendida en este equipo
    enchufe = next(libre for n in range(97, 200) if not (libre := _ENCHUFES / f"X{n}").exists())
    numero = f":{enchufe.name.lstrip('X')}"
    ambiente = os.environ | {"DISPLAY": numero}
    callados = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(["Xvfb", numero, "-screen", "0", f"{tamano}x24"], **callados) as servidor:
        esperar(enchufe.exists, "que encienda la pantalla")
        with subprocess.Popen(["openbox"], env=ambiente, **callados) as acomodador:
            try:
                yield Pantalla(ambiente)
            finally:
                acomodador.terminate()
                servidor.terminate()


class Pantalla:
    """Lo que se ve y lo que se teclea."""

    def __init__(self, ambiente: dict[str, str]) -> None:
        self._ambiente = ambiente

    @property
    def numero(self) -> str:
        """La que se pide a cada programa en `DISPLAY`."""
        return self._ambiente["DISPLAY"]

    def ventanas(self, titulo: str = "UT Escritorio") -> dict[str, str]:
        """Las que se ven cuyo título empieza así, y su título entero."""
        claves = self._leer("xdotool", "search", "--onlyvisible", "--name", f"^{titulo}").split()
        return {clave: self._leer("xdotool", "getwindowname", clave).strip() for clave in claves}

    def en_cuanto_se_vea(self, titulo: str) -> str:
        """La ventana cuyo título empieza así, apenas se ve; con `--sync` se miraría cada medio segundo."""
        limite = time.monotonic() + _TOPE
        while not (
            claves := self._leer("xdotool", "search", "--onlyvisible", "--name", f"^{titulo}").split()
        ):
            assert time.monotonic() < limite, f"Se esperaba la ventana «{titulo}»"
        return claves[0]

    def teclear(self, *teclas: str) -> None:
        """Oprime esas teclas, por su nombre en X, en la ventana que las recibe."""
        self._leer("xdotool", "key", "--delay", "60", *teclas)

    def escribir(self, texto: str) -> None:
        """Escribe un texto."""
        self._leer("xdotool", "type", "--delay", "40", texto)

    def oprimir(self, clave: str, x: int, y: int) -> None:
        """Un clic en ese punto de esa ventana."""
        self._leer("xdotool", "mousemove", "--window", clave, str(x), str(y), "click", "1")

    def activar(self, clave: str) -> None:
        """Pasa a esa ventana."""
        self._leer("xdotool", "windowactivate", "--sync", clave)

    def minimizar(self, clave: str) -> None:
        """La guarda en la barra."""
        self._leer("xdotool", "windowminimize", "--sync", clave)

    def copiado(self, clave: str) -> str:
        """Lo que dice un aviso, copiado de él con Ctrl+C."""
        subprocess.run(
            ["xclip", "-selection", "clipboard"], input=_VACIO, text=True, env=self._ambiente, check=True
        )

        def copiar() -> str:
            self.activar(clave)
            self.teclear("ctrl+c")
            time.sleep(_CADA)
            leido = self._leer("xclip", "-o", "-selection", "clipboard")
            return "" if leido == _VACIO else leido

        return esperar(copiar, "que el aviso se deje copiar", 60)

    def retratar(self, destino: Path, clave: str = "root") -> None:
        """Guarda una imagen de esa ventana o, si no se dice, de toda la pantalla."""
        destino.parent.mkdir(parents=True, exist_ok=True)
        self._leer("import", "-window", clave, str(destino))

    def _leer(self, *orden: str) -> str:
        hecho = subprocess.run(
            orden, env=self._ambiente, capture_output=True, text=True, check=False, timeout=30
        )
        return hecho.stdout


def esperar(mirar: Callable[[], _Visto], que: str, tope: float = _TOPE) -> _Visto:
    """Mira hasta que haya algo, y lo devuelve; AssertionError si en tantos segundos no lo hay."""
    limite = time.monotonic() + tope
    while not (visto := mirar()):
        assert time.monotonic() < limite, f"Se esperaba {que}"
        time.sleep(_CADA)
    return visto
