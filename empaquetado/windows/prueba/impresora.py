"""Una impresora que nadie más ve: un CUPS propio, en una carpeta de paso, que guarda lo que se le manda.

Está en pausa, así que cada trabajo se queda ahí entero; y mientras no se agrega, el equipo no tiene ninguna.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from prueba.pantalla import esperar

HERRAMIENTAS = ("cupsd", "lpadmin", "cupsaccept", "cupsdisable", "gs")
PAQUETES = "cups-daemon cups-client ghostscript"
NOMBRE = "Oficina"
_RUTA = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
_COPIAS = b"copies\x00\x04"
"""Cómo escribe CUPS, en la ficha de cada trabajo, cuántas copias se piden."""

_DE_LEJOS = (102, 132)
_CARPETAS = ("ServerRoot", "RequestRoot", "CacheDir", "StateDir", "TempDir")
_BITACORAS = ("AccessLog", "ErrorLog", "PageLog")
_COSTUMBRES = """
Listen {enchufe}
LogLevel warn
PreserveJobFiles Yes
WebInterface No
Browsing No
DefaultAuthType None
<Location />
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Allow all
  </Limit>
</Policy>
"""


def lo_que_falta() -> str:
    """Lo que hay que instalar para tener impresora; vacío si no falta nada."""
    que = ", ".join(nombre for nombre in HERRAMIENTAS if shutil.which(nombre, path=_RUTA) is None)
    return f"Falta {que}. En Debian: apt-get install --no-install-recommends {PAQUETES}" if que else ""


class Impresora:
    """Lo que se mandó a imprimir."""

    def __init__(self, carpeta: Path) -> None:
        self.enchufe = carpeta / "cups.sock"
        self._trabajos, self._vistos = carpeta / "RequestRoot", 0

    def agregar(self) -> None:
        """La agrega al equipo, como la de costumbre."""
        self._pedir("lpadmin", "-p", NOMBRE, "-v", "file:///dev/null", "-m", "raw")
        self._pedir("cupsaccept", NOMBRE)
        self._pedir("cupsdisable", NOMBRE)
        self._pedir("lpadmin", "-d", NOMBRE)

    def trabajo(self) -> tuple[Path, int]:
        """El siguiente que se le manda, en cuanto está entero, y cuántas copias pide."""

        def mirar() -> list[Path]:
            return sorted(self._trabajos.glob("d*-001"))[self._vistos :]

        hojas = esperar(mirar, "que algo llegue a la impresora", 300)[0]
        esperar(lambda: hojas.read_bytes().rstrip().endswith(b"%%EOF"), "que llegue entero", 120)
        suya = self._trabajos / hojas.name.replace("d", "c").removesuffix("-001")
        esperar(suya.is_file, "que quede su ficha", 60)
        self._vistos, ficha = self._vistos + 1, suya.read_bytes()
        desde = ficha.index(_COPIAS) + len(_COPIAS)
        return hojas, int.from_bytes(ficha[desde : desde + 4], "big")

    def _pedir(self, orden: str, *palabras: str) -> None:
        ruta = shutil.which(orden, path=_RUTA) or orden
        suyo = os.environ | {"CUPS_SERVER": str(self.enchufe)}
        subprocess.run([ruta, *palabras], env=suyo, check=True, stderr=subprocess.DEVNULL)


@contextmanager
def encendida(carpeta: Path) -> Iterator[Impresora]:
    """El CUPS de esa carpeta, hasta salir del `with`."""
    suya = Impresora(carpeta)
    renglones = [f"{cual} {carpeta / cual}" for cual in (*_CARPETAS, *_BITACORAS)]
    for cual in _CARPETAS:
        (carpeta / cual).mkdir(parents=True)
    lugares, costumbres = carpeta / "lugares.conf", carpeta / "costumbres.conf"
    lugares.write_text("\n".join([*renglones, "FileDevice Yes", ""]), encoding="utf-8")
    costumbres.write_text(_COSTUMBRES.format(enchufe=suya.enchufe), encoding="utf-8")
    orden = [shutil.which("cupsd", path=_RUTA) or "cupsd", "-f", "-c", str(costumbres), "-s", str(lugares)]
    nada = subprocess.DEVNULL
    with subprocess.Popen(orden, stdin=nada, stdout=nada, stderr=nada) as servidor:
        try:
            esperar(suya.enchufe.exists, "que encienda la impresora", 30)
            yield suya
        finally:
            servidor.terminate()


def hojas_de(impreso: Path, carpeta: Path) -> list[Path]:
    """La imagen de cada hoja de un trabajo o de un PDF."""
    carpeta.mkdir()
    orden = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pnggray", "-r72"]
    subprocess.run([*orden, f"-sOutputFile={carpeta / '%03d.png'}", str(impreso)], check=True)
    return sorted(carpeta.iterdir())


def se_parece_a(hoja: Path, otras: list[Path]) -> int:
    """A cuál de las otras se parece más, contando desde 1."""
    from PIL import ImageChops, ImageStat

    suya = _en_grande(hoja)
    distintas = [ImageStat.Stat(ImageChops.difference(suya, _en_grande(otra))).rms[0] for otra in otras]
    return distintas.index(min(distintas)) + 1


def _en_grande(hoja: Path) -> Any:
    """Lo que se ve de lejos: sus manchas, sin la letra."""
    from PIL import Image, ImageOps

    with Image.open(hoja) as imagen:
        return ImageOps.equalize(imagen.convert("L").resize(_DE_LEJOS, Image.Resampling.BOX))
