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
from threading import Thread
from typing import IO

RAIZ = Path(__file__).resolve().parent.parent.parent
BANCO = RAIZ / ".wine"
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
# De Segoe UI, la letra de Windows, la más parecida que hay aquí; sin esto Wine pone una con patines
LETRA = ("Segoe UI", "Open Sans")
DE_PASO = "C:\\Año de prueba\\de paso"
CARPETA_DE_RED = "\\\\oficina\\compartida"
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


def wine() -> str | None:
    """El Wine de 64 bits de este equipo, o None si no hay."""
    return shutil.which("wine64") or shutil.which("wine64", path="/usr/lib/wine") or shutil.which("wine")


def lo_que_falta() -> str:
    """Una frase con lo que hay que instalar para poder montar el banco; vacía si no falta nada."""
    faltan = [nombre for nombre in HERRAMIENTAS if shutil.which(nombre) is None]
    if wine() is None:
        faltan.insert(0, "Wine")
    if importlib.util.find_spec("pip") is None:
        faltan.append("pip")
    if not faltan:
        return ""
    return f"Falta {', '.join(faltan)}. En Debian: apt-get install --no-install-recommends {PAQUETES}"


def ambiente(carpeta: Path) -> dict[str, str]:
    """Las variables con que corre el Windows de esa carpeta: su disco C:, y nada que cambie sus costumbres.

    Sin `PYTHONUTF8` y los demás, se abre en cp1252 como en su máquina.
    """
    limpio = {clave: valor for clave, valor in os.environ.items() if not clave.startswith(("PYTHON", "QT_"))}
    return limpio | {
        "WINEPREFIX": str(carpeta / "disco"),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        # Sin .NET ni Internet Explorer, y sin que sus accesos directos lleguen a los menús de este equipo
        "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
        "LC_ALL": "C.UTF-8",
        "PYTHONPYCACHEPREFIX": "C:\\pyc",
        "HYPOTHESIS_STORAGE_DIRECTORY": "C:\\hypothesis",
    }


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
    instalar_windows(carpeta)
    marca.write_text(huella, encoding="ascii")
    return python


def _huella() -> str:
    piezas = (VERSIONES, Path(__file__), *sorted(SUPLENTES.iterdir()))
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


def instalar_windows(carpeta: Path) -> None:
    """El disco C: de un Windows 10, con las DLL que Wine no trae, temporales con ñ y espacios, y una red."""
    temporales = [["reg", "add", "HKCU\\Environment", "/f", "/v", v, "/d", DE_PASO] for v in ("TEMP", "TMP")]
    letra = ["reg", "add", "HKCU\\Software\\Wine\\Fonts\\Replacements", "/f", "/v", LETRA[0], "/d", LETRA[1]]
    for orden in (["wineboot", "--init"], ["winecfg", "-v", "win10"], letra, *temporales):
        en_wine(carpeta, orden, tope=300, callado=True)
    _poner_carpetas_propias(carpeta)
    disco = carpeta / "disco" / "drive_c"
    sistema = disco / "windows" / "system32"
    _compilar_dll(sistema / "bcryptprimitives.dll", SUPLENTES / "bcryptprimitives.c")
    _compilar_dll(sistema / "icuuc.dll", SUPLENTES / "icuuc.c", SUPLENTES / "icuuc.def")
    disco.joinpath(*DE_PASO.split("\\")[1:]).mkdir(parents=True)
    red = carpeta / "disco" / "dosdevices" / "unc"  # donde Wine busca los otros equipos
    red.joinpath(*CARPETA_DE_RED.strip("\\").split("\\")).mkdir(parents=True)


def persona(carpeta: Path) -> Path:
    """La carpeta de quien usa ese Windows: su Escritorio, sus Documentos y sus ajustes."""
    personas = (carpeta / "disco" / "drive_c" / "users").iterdir()
    return next(suya for suya in personas if suya.name != "Public")


def _poner_carpetas_propias(carpeta: Path) -> None:
    """Wine las enlaza a las de quien lo corre: ninguna prueba debe llegar hasta ahí."""
    for suya in persona(carpeta).iterdir():
        if suya.is_symlink():
            suya.unlink()
            suya.mkdir()


def vaciar_lo_de_paso(carpeta: Path) -> None:
    """Quita los temporales que cada corrida deja, que son cientos de megas."""
    for resto in carpeta.joinpath("disco", "drive_c", *DE_PASO.split("\\")[1:]).iterdir():
        if resto.is_dir() and not resto.is_symlink():
            shutil.rmtree(resto, ignore_errors=True)
        else:
            resto.unlink()


def en_wine(carpeta: Path, orden: list[str], tope: int, callado: bool = False, **otras: str) -> int:
    """Corre una orden en ese Windows y repite lo que dice.

    La entrada y la salida son tuberías porque con otra cosa Python no arranca bajo Wine (WinError 6).

    Args:
        carpeta: la del banco.
        orden: el programa de Windows y sus palabras.
        tope: segundos; después se termina.
        callado: no repite nada.
        otras: variables de ambiente de más.

    Returns:
        El código de la orden; 124 si no acabó a tiempo.
    """
    programa = wine()
    assert programa is not None, "sin Wine no se llega aquí"
    tuberia = subprocess.PIPE
    with subprocess.Popen(
        ["timeout", str(tope), programa, *orden],
        stdin=tuberia,
        stdout=tuberia,
        stderr=subprocess.STDOUT,
        cwd=RAIZ,
        env=ambiente(carpeta) | otras,
    ) as proceso:
        assert proceso.stdin and proceso.stdout
        proceso.stdin.close()
        # Aparte: los servicios de Wine heredan la salida y tardan en soltarla
        lectura = Thread(target=_repetir, args=(proceso.stdout, callado), daemon=True)
        lectura.start()
        codigo = proceso.wait()
        lectura.join(timeout=5)
        return codigo


def _repetir(salida: IO[bytes], callado: bool) -> None:
    for renglon in salida:
        if not callado:
            print(renglon.decode("cp1252", "replace").rstrip(), flush=True)
