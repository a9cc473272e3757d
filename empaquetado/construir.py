"""Hace lo que se le entrega a ella: la carpeta del programa, su instalador y el portátil, revisados.

    python3 empaquetado/construir.py              en `dist/`: carpeta, instalador, portátil y lista
    python3 empaquetado/construir.py --de-prisa   igual; el instalador se arma en segundos y pesa más

En Windows usa `.venv`; en Debian, el Windows de prueba de `empaquetado/windows`, que se monta solo. Pide
NSIS. Termina en 1 si algo sobra, falta, pesa de más o pide lo que Windows 10 no trae, y en 2 si no se puede.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

RAIZ = Path(__file__).resolve().parent.parent
WINDOWS = RAIZ / "empaquetado" / "windows"
DIST, OBRA = RAIZ / "dist", RAIZ / "build"
sys.path.insert(0, str(WINDOWS))
import listas  # noqa: E402
import marcas  # noqa: E402
import montaje  # noqa: E402
from wine import BANCO, en_wine  # noqa: E402

NSIS = ("v3.08", "v3.09", "v3.10", "v3.11")
"""Las versiones con que se probó el guion del instalador."""
_ES_WINDOWS = os.name == "nt"
_TOPE = 1800
_FECHA_FIJA = (2026, 1, 1, 0, 0, 0)


def main(escrito: list[str]) -> int:
    """Hace todo y lo revisa; 1 si hay reparos, 2 si aquí no se puede."""
    if escrito not in ([], ["--de-prisa"]):
        print(__doc__, file=sys.stderr)
        return 2
    falta = lo_que_falta()
    if falta:
        print(falta, file=sys.stderr)
        return 2
    empezo = time.monotonic()
    lista = DIST / f"{_nombre()}-contenido.txt"
    lista.unlink(missing_ok=True)
    carpeta = hacer_la_carpeta()
    with ThreadPoolExecutor() as a_la_vez:  # el instalador tarda más que lo demás junto, y usa un solo núcleo
        armado = a_la_vez.submit(hacer_el_instalador, carpeta, "zlib" if escrito else "lzma")
        reparos = correr_en_windows(_guion("revisar.py"), _de_aqui(carpeta), _de_aqui(lista))
        portatil = hacer_el_portatil(carpeta)
        instalador = armado.result()
    pesos = {"portátil": portatil.stat().st_size}
    if not escrito:
        pesos["instalador"] = instalador.stat().st_size
    de_mas = listas.reparos_de_peso(pesos)
    for hecho in (instalador, portatil):
        print(f"{hecho.name}: {hecho.stat().st_size / listas.MEGA:.1f} MB")
    with lista.open("a", encoding="utf-8") as abierta:
        for hecho in (instalador, portatil):
            abierta.write(f"\n{hashlib.sha256(hecho.read_bytes()).hexdigest()}  {hecho.name}\n")
    print(*(f"REPARO: {reparo}" for reparo in de_mas), sep="\n", end="")
    print(f"\nEn {DIST}, en {(time.monotonic() - empezo) / 60:.1f} minutos")
    return 1 if reparos or de_mas else 0


def lo_que_falta() -> str:
    """Lo que hay que instalar para poder hacerlo; vacío si no falta nada."""
    faltan = "" if _ES_WINDOWS else montaje.lo_que_falta()
    if faltan:
        return faltan
    nsis = shutil.which("makensis") or ""
    version = _leer(nsis, "-VERSION").strip() if nsis else "ninguna"
    if not version.startswith(NSIS):
        return f"Hace falta NSIS {NSIS[0].lstrip('v')} y aquí hay {version}. En Debian: apt-get install nsis"
    return ""


def hacer_la_carpeta() -> Path:
    """La carpeta del programa, recortada y con sus licencias."""
    carpeta = DIST / marcas.NOMBRE
    DIST.mkdir(exist_ok=True)
    sitio = ["--noconfirm", "--clean", "--log-level", "WARN", "--distpath", "dist", "--workpath", "build"]
    codigo = correr_en_windows("-m", "PyInstaller", *sitio, _guion("programa.spec"))
    codigo = codigo or correr_en_windows(_guion("licencias.py"), _de_aqui(carpeta / "licencias"))
    codigo = codigo or correr_en_windows(_guion("marcas.py"), _de_aqui(OBRA / "imagenes"))
    if codigo:
        raise SystemExit(f"No se pudo hacer la carpeta del programa ({codigo}).")
    return carpeta


def hacer_el_instalador(carpeta: Path, compresor: str, salida: Path | None = None) -> Path:
    """El instalador de esa carpeta; `zlib` lo arma en segundos y pesa más."""
    salida = salida or DIST / f"{_nombre()}-instalador.exe"
    definidas = {
        "VERSION": marcas.version(),
        "ORIGEN": carpeta,
        "IMAGENES": OBRA / "imagenes",
        "SALIDA": salida,
        "COMPRESOR": compresor,
    }
    orden = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *(f"-D{n}={v}" for n, v in definidas.items())]
    if not _ES_WINDOWS:
        orden.append("-DAMD64")  # la de Debian sabe hacerlos de 64 bits, que es lo que su Wine corre
    subprocess.run([*orden, str(WINDOWS / "instalador.nsi")], check=True)
    return salida


def hacer_el_portatil(carpeta: Path) -> Path:
    """La carpeta en un zip, para quien no puede instalar; mismo contenido, mismos octetos."""
    salida = DIST / f"{_nombre()}-portatil.zip"
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as portatil:
        for cosa in sorted(carpeta.rglob("*")):
            if cosa.is_file():
                dentro = zipfile.ZipInfo(cosa.relative_to(carpeta.parent).as_posix(), _FECHA_FIJA)
                dentro.compress_type = zipfile.ZIP_DEFLATED
                portatil.writestr(dentro, cosa.read_bytes())
    return salida


def correr_en_windows(*palabras: str) -> int:
    """Corre el Python de Windows con esas palabras, desde la carpeta del proyecto; su código."""
    siempre_igual = {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1767225600"}
    if _ES_WINDOWS:
        from arranque import preparar_entorno

        python = str(preparar_entorno("empaquetar"))
        entorno = os.environ | siempre_igual
        return subprocess.run([python, *palabras], cwd=RAIZ, env=entorno, check=False).returncode
    python = str(montaje.montar(BANCO))
    return en_wine(BANCO, [python, *palabras], _TOPE, **siempre_igual)


def _leer(*orden: str) -> str:
    return subprocess.run(orden, capture_output=True, text=True, encoding="utf-8", check=False).stdout


def _nombre() -> str:
    return f"ut-escritorio-{marcas.version()}"


def _guion(nombre: str) -> str:
    return _de_aqui(WINDOWS / nombre)


def _de_aqui(ruta: Path) -> str:
    return ruta.relative_to(RAIZ).as_posix()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
