"""Monta un Python de Windows de verdad bajo Wine, solo con registros de paquetes (apt y pip).

Las DLL de CPython para Windows, firmadas por la PSF, vienen dentro de la rueda de panda3d; la
biblioteca estándar es la del Python que corre esto, que debe ser de la misma versión; lo demás son
las ruedas de Windows de `versiones.txt`. `python.exe`, `python3.dll` y dos DLL que Windows 10 trae y
Wine 8 no, se compilan de `suplentes/`. Nada de esto se entrega con el programa.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import disco
from wine import RAIZ, wine

VERSIONES = RAIZ / "empaquetado" / "versiones.txt"
SUPLENTES = Path(__file__).resolve().parent / "suplentes"
DLL_DE_PYTHON = "panda3d==1.10.16"
# Lo de `versiones.txt` que solo revisa el texto del programa: eso ya lo hace Linux
NO_HACEN_FALTA = re.compile(
    r"(click|grimp|import-linter|markdown-it-py|mdurl|nodeenv|nodejs\S*|pyright|rich|ruff)=="
)
COMPILADOR = "x86_64-w64-mingw32-gcc"
HERRAMIENTAS = ("gendef", "x86_64-w64-mingw32-dlltool", COMPILADOR)
PAQUETES = "python3-pip nsis wine wine64 fonts-wine fonts-open-sans gcc-mingw-w64-x86-64 mingw-w64-tools"
OPEN_SANS = Path("/usr/share/fonts/truetype/open-sans")
_SOBRAN = (
    "site-packages",
    "lib-dynload",
    "__pycache__",
    "test",
    "idlelib",
    "tkinter",
    "ensurepip",
    "config-*",
)
_NUMERO = f"{sys.version_info.major}{sys.version_info.minor}"


def lo_que_falta() -> str:
    """Una frase con lo que hay que instalar para poder montar el banco; vacía si no falta nada."""
    faltan = [nombre for nombre in HERRAMIENTAS if shutil.which(nombre) is None]
    if wine() is None:
        faltan.insert(0, "Wine")
    if importlib.util.find_spec("pip") is None:
        faltan.append("pip")
    if not OPEN_SANS.is_dir():
        faltan.append("la letra Open Sans")
    if not faltan:
        return ""
    return f"Falta {', '.join(faltan)}. En Debian: apt-get install --no-install-recommends {PAQUETES}"


def montar(carpeta: Path) -> Path:
    """El `python.exe` del banco; lo monta de nuevo solo si cambiaron las versiones o este guion.

    Raises:
        subprocess.CalledProcessError: falló pip, el compilador o Wine; su salida dice por qué.
    """
    python, marca = carpeta / "python" / "python.exe", carpeta / "listo"
    huella = _huella()
    if marca.is_file() and marca.read_text(encoding="ascii") == huella:
        return python
    print(f"Montando Windows en {carpeta} (un par de minutos y 2 GB)…", flush=True)
    shutil.rmtree(carpeta, ignore_errors=True)
    python.parent.mkdir(parents=True)
    _poner_biblioteca(python.parent)
    _poner_paquetes(python.parent / "Lib" / "site-packages")
    _poner_dll(python.parent, carpeta / "obra")
    _compilar_python(python, carpeta / "obra")
    _suplir(carpeta, python)
    disco.instalar(carpeta)
    marca.write_text(huella, encoding="ascii")
    return python


def _huella() -> str:
    piezas = (VERSIONES, Path(__file__), Path(disco.__file__), *sorted(SUPLENTES.iterdir()))
    return hashlib.sha256(sys.version.encode() + b"".join(pieza.read_bytes() for pieza in piezas)).hexdigest()


def _poner_biblioteca(python: Path) -> None:
    sobran = shutil.ignore_patterns(*_SOBRAN)
    shutil.copytree(sysconfig.get_path("stdlib"), python / "Lib", ignore=sobran)


def _pip(orden: str, *palabras: str) -> None:
    etiquetas = [f"cp{_NUMERO}", "abi3", "none"]
    de_windows = ["--platform=win_amd64", "--implementation=cp", f"--python-version={_NUMERO}"]
    de_windows += [f"--abi={etiqueta}" for etiqueta in etiquetas]
    pip = [sys.executable, "-m", "pip", orden, "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*pip, "--only-binary=:all:", *de_windows, *palabras], check=True)


def _poner_paquetes(destino: Path) -> None:
    renglones = VERSIONES.read_text(encoding="utf-8").splitlines()
    pedidos = [r for r in renglones if r and not r.startswith("#") and not NO_HACEN_FALTA.match(r)]
    _pip("install", "--no-compile", "--target", str(destino), *pedidos)


def _poner_dll(python: Path, obra: Path) -> None:
    _pip("download", "--dest", str(obra), DLL_DE_PYTHON)
    modulos = python / "DLLs"
    modulos.mkdir()
    with zipfile.ZipFile(next(obra.glob("panda3d-*.whl"))) as rueda:
        for dentro in (nombre for nombre in rueda.namelist() if nombre.startswith("deploy_libs/")):
            nombre = Path(dentro).name
            if re.match(r"api-ms-|VCRUNTIME|tcl|tk|_tkinter", nombre):
                continue  # de Windows mismo, de Qt, o para ventanas que aquí no se usan
            aqui = python if nombre.startswith("python") else modulos
            (aqui / nombre).write_bytes(rueda.read(dentro))
    for tiempo_de_c in (python / "Lib" / "site-packages" / "shiboken6").glob("vcruntime140*.dll"):
        shutil.copy(tiempo_de_c, python)


def _compilar_python(python: Path, obra: Path) -> None:
    """`python.exe` y `python3.dll`, que reenvía cada nombre a la DLL de la versión exacta."""
    version = f"python{_NUMERO}"
    dll = python.with_name(f"{version}.dll")
    definicion = subprocess.run(["gendef", "-", str(dll)], check=True, capture_output=True).stdout
    (obra / f"{version}.def").write_bytes(definicion)
    _, _, nombres = definicion.decode("ascii").partition("EXPORTS")
    reenvios = re.findall(r'^"?(\w+)"?( DATA)?', nombres, re.MULTILINE)
    reenvio = "".join(f"{nombre} = {version}.{nombre}{dato}\n" for nombre, dato in reenvios)
    (obra / "python3.def").write_text(f"LIBRARY python3.dll\nEXPORTS\n{reenvio}", encoding="ascii")
    biblioteca = ["-d", f"{version}.def", "-D", dll.name, "-l", f"lib{version}.a"]
    subprocess.run([HERRAMIENTAS[1], *biblioteca], cwd=obra, check=True)
    enlace = ["-municode", str(SUPLENTES / "python.c"), f"-L{obra}", f"-l{version}"]
    subprocess.run([COMPILADOR, "-O2", "-s", "-o", str(python), *enlace], check=True)
    (obra / "vacia.c").write_text(
        "int __stdcall DllMain(void *m, unsigned long q, void *n) { return 1; }", encoding="ascii"
    )
    _compilar_dll(python.with_name("python3.dll"), obra / "vacia.c", obra / "python3.def")


def _compilar_dll(destino: Path, *fuentes: Path) -> None:
    orden = [COMPILADOR, "-O2", "-s", "-shared", "-nostdlib", "-e", "DllMain", "-o", str(destino)]
    subprocess.run([*orden, *map(str, fuentes), "-ladvapi32"], check=True)


def _suplir(carpeta: Path, python: Path) -> None:
    """Lo que Windows 10 trae y Wine no: dos DLL y su letra, que disco.py pone en cada Windows de prueba."""
    aqui = carpeta / "suplentes"
    aqui.mkdir()
    _compilar_dll(aqui / "bcryptprimitives.dll", SUPLENTES / "bcryptprimitives.c")
    _compilar_dll(aqui / "icuuc.dll", SUPLENTES / "icuuc.c", SUPLENTES / "icuuc.def")
    letra = [str(SUPLENTES / "letra.py"), str(OPEN_SANS), str(aqui)]
    ambiente = os.environ | {"PYTHONPATH": str(python.parent / "Lib" / "site-packages")}
    subprocess.run([sys.executable, *letra], env=ambiente, check=True)
