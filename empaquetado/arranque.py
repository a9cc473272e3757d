"""Prepara el programa en una carpeta recién clonada y lo abre; con `probar`, corre sus pruebas.

    python empaquetado/arranque.py            hace .venv y abre la ventana con el ejemplo
    python empaquetado/arranque.py probar     hace .venv y corre estilo, tipos, capas y pruebas

Solo pide Python 3.11 o posterior. Sin pantalla, en vez de abrir la ventana exporta el PDF del
ejemplo y dice dónde quedó.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

RAIZ = Path(__file__).resolve().parent.parent
ENTORNO = RAIZ / ".venv"
VERSIONES = RAIZ / "empaquetado" / "versiones.txt"
BIBLIOTECAS_QT = (
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-randr.so.0", "libxcb-randr0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-xinerama.so.0", "libxcb-xinerama0"),
    ("libxcb-xfixes.so.0", "libxcb-xfixes0"),
)


def main(ordenes: list[str]) -> int:
    """Prepara y abre, o prueba; devuelve el código de salida."""
    if sys.version_info < (3, 11):  # noqa: UP036 — quien tenga uno anterior debe saberlo
        print(f"Se necesita Python 3.11 o posterior; este es {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    if ordenes not in ([], ["probar"]):
        print(__doc__, file=sys.stderr)
        return 2
    probar = ordenes == ["probar"]
    asegurar_bibliotecas()
    python = preparar_entorno("pruebas" if probar else "")
    return correr_pruebas(python) if probar else abrir_ejemplo(python)


def preparar_entorno(extra: str) -> Path:
    """Hace `.venv` con las versiones fijadas, de nuevo solo si las versiones cambian."""
    python = ENTORNO / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    marca = ENTORNO / f"listo-{extra or 'uso'}"
    pedido = (RAIZ / "pyproject.toml").read_bytes() + VERSIONES.read_bytes()
    huella = hashlib.sha256(pedido).hexdigest()
    if python.exists() and marca.exists() and marca.read_text(encoding="ascii") == huella:
        return python
    print("Preparando .venv (solo la primera vez, unos minutos)…", flush=True)
    if not python.exists():
        venv.create(ENTORNO, with_pip=True, clear=ENTORNO.exists())
    instalable = f"{RAIZ}[{extra}]" if extra else str(RAIZ)
    orden = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*orden, "--constraint", str(VERSIONES), "--editable", instalable], check=True)
    marca.write_text(huella, encoding="ascii")
    return python


def correr_pruebas(python: Path) -> int:
    """Estilo, tipos y pruebas (las capas van dentro); se detiene en lo primero que falle."""
    entorno = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    pasos = (
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["pyright", "--pythonpath", str(python)],
        ["pytest"],
    )
    for paso in pasos:
        print("·", *paso, flush=True)
        codigo = subprocess.run([str(python), "-m", *paso], cwd=RAIZ, env=entorno, check=False).returncode
        if codigo:
            return codigo
    return 0


def abrir_ejemplo(python: Path) -> int:
    """Abre la ventana con el ejemplo; sin pantalla, exporta su PDF y dice dónde."""
    programa = [str(python), "-m", "ut_escritorio"]
    if hay_pantalla():
        return subprocess.run([*programa, "--ejemplo"], check=False).returncode
    carpeta = Path(tempfile.mkdtemp(prefix="ut-escritorio-"))
    archivo, pdf = carpeta / "ejemplo.sqlite", carpeta / "informe.pdf"
    subprocess.run([*programa, "ejemplo", str(archivo)], check=True)
    periodo = ["--ejercicio", "2024", "--trimestre", "2"]
    subprocess.run([*programa, "exportar", str(archivo), *periodo, "--salida", str(pdf)], check=True)
    print(f"No hay pantalla: el informe del ejemplo quedó en {pdf}")
    return 0


def hay_pantalla() -> bool:
    """Si se puede abrir una ventana: en Linux, si hay servidor gráfico."""
    return not sys.platform.startswith("linux") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def asegurar_bibliotecas() -> None:
    """En Linux, dice qué bibliotecas del sistema le faltan a Qt o, como root en Debian, las instala."""
    faltan = bibliotecas_que_faltan()
    if not faltan:
        return
    orden = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *faltan]
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        print("A Qt le faltan bibliotecas del sistema. En Debian o Ubuntu: sudo", *orden, flush=True)
        return
    print("Instalando las bibliotecas del sistema que Qt necesita…", flush=True)
    ambiente = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for paso in (["apt-get", "update", "--quiet"], orden):
        hecho = subprocess.run(paso, env=ambiente, check=False, **_LEIDO)
        if hecho.returncode:
            print(hecho.stderr.strip(), file=sys.stderr)


def bibliotecas_que_faltan() -> list[str]:
    """Los paquetes de Debian de las bibliotecas que el sistema no tiene."""
    if not sys.platform.startswith("linux") or (ldconfig := shutil.which("ldconfig", path=_RUTA)) is None:
        return []
    listado = subprocess.run([ldconfig, "-p"], check=False, **_LEIDO)
    return [paquete for biblioteca, paquete in BIBLIOTECAS_QT if f"\t{biblioteca} " not in listado.stdout]


_LEIDO = {"capture_output": True, "text": True, "encoding": "utf-8"}
_RUTA = os.pathsep.join((os.environ.get("PATH", ""), "/sbin", "/usr/sbin"))

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
