"""La forma larga: aplica cada mutante en una copia y corre sus pruebas, que deben fallar.

    python -m tests.mutantes                          los sembrados, escogidos en `lista`
    python -m tests.mutantes --al-azar 200 --semilla 7   otros tantos, sorteados sobre todas las capas

Dice cuáles viven; termina en 0 si murieron todos. Los sorteados que viven se leen uno por uno: unos
no cambian nada que se pueda notar; los demás son pruebas que faltan. `--mapa CARPETA` guarda ahí, o
vuelve a usar, qué pruebas corren cada línea.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.mutantes.al_azar import sortear
from tests.mutantes.banco import copiar, correr, vivos
from tests.mutantes.cobertura import Mapa, leer_mapa
from tests.mutantes.lista import MUTANTES, Mutante

RAIZ = Path(__file__).resolve().parents[2]
_A_LA_VEZ = min(4, os.cpu_count() or 1)
_SIN = [opcion for que in ("randomly", "cacheprovider", "pytest-qt") for opcion in ("-p", f"no:{que}")]
_COPIADO = ("ut_escritorio", "tests/dominio", "tests/armado")


def _copia(destino: Path) -> None:
    """El paquete y las pruebas rápidas, sin nada compilado."""
    for carpeta in _COPIADO:
        shutil.copytree(RAIZ / carpeta, destino / carpeta, ignore=shutil.ignore_patterns("__pycache__"))
    for archivo in ("__init__.py", "oficina.py"):
        shutil.copy(RAIZ / "tests" / archivo, destino / "tests" / archivo)


def _pasan(pruebas: str, en: Path) -> bool:
    """Si las pruebas pasan en esa copia; colgarse también es fallar."""
    rutas = [str(en / "tests" / prueba) for prueba in pruebas.split()]
    orden = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-p",
        "no:randomly",
        "-p",
        "no:cacheprovider",
        *rutas,
    ]
    entorno = os.environ | {"PYTHONPATH": str(en), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return not subprocess.run(orden, cwd=en, env=entorno, capture_output=True, timeout=300).returncode
    except subprocess.TimeoutExpired:
        return False


def _vive(mutante: Mutante) -> bool:
    with tempfile.TemporaryDirectory() as carpeta:
        en = Path(carpeta)
        _copia(en)
        archivo = en / "ut_escritorio" / mutante.archivo
        texto = archivo.read_text(encoding="utf-8").replace(mutante.original, mutante.mutado)
        archivo.write_text(texto, encoding="utf-8")
        return _pasan(mutante.pruebas, en)


def sembrados() -> int:
    """Corre todos los de la lista y dice la cifra."""
    with tempfile.TemporaryDirectory() as carpeta:
        _copia(Path(carpeta))
        if not _pasan(" ".join(sorted({mutante.pruebas for mutante in MUTANTES})), Path(carpeta)):
            print("Las pruebas fallan sin mutante alguno; corríjalas primero.")
            return 2
    with ThreadPoolExecutor(_A_LA_VEZ) as varios:
        vivos = [m for m, vive in zip(MUTANTES, varios.map(_vive, MUTANTES), strict=True) if vive]
    for mutante in vivos:
        print(f"VIVE  {mutante.archivo}: «{mutante.original}» → «{mutante.mutado}» ({mutante.porque})")
    print(f"{len(MUTANTES) - len(vivos)} de {len(MUTANTES)} mutantes murieron.")
    return bool(vivos)


def al_azar(cuantos: int, semilla: int, guardado: Path | None) -> int:
    """Sortea, corre de cada uno las pruebas que pasan por él, y dice los que viven."""
    with tempfile.TemporaryDirectory() as carpeta:
        donde = Path(carpeta)
        mapa = _mapa(guardado or donde / "mapa", donde / "entero")
        if mapa is None:
            print("Las pruebas fallan sin mutante alguno; corríjalas primero.")
            return 2
        sorteados = sortear(RAIZ, cuantos, semilla)
        viven = 0
        for mutante in vivos(RAIZ, sorteados, mapa, donde, _A_LA_VEZ):
            viven += 1
            print(f"VIVE  {mutante}", flush=True)
    print(f"{cuantos - viven} de {cuantos} mutantes murieron (semilla {semilla}).")
    return bool(viven)


def _mapa(carpeta: Path, copia: Path) -> Mapa | None:
    """Qué pruebas corren cada línea: el guardado o, si no hay, el de correrlas todas una vez."""
    if not any(carpeta.glob("corridas-*")):
        carpeta.mkdir(parents=True, exist_ok=True)
        opciones = (
            "-n",
            str(_A_LA_VEZ),
            "-p",
            "tests.mutantes.cobertura",
            "-m",
            "not rendimiento",
            "--timeout=900",
        )
        if correr(copiar(RAIZ, copia), opciones, 3600, UT_MUTANTES_MAPA=str(carpeta)) != 0:
            return None
    return leer_mapa(carpeta)


def main() -> int:
    """Los sembrados o, si se pide, los sorteados."""
    pedido = argparse.ArgumentParser(
        description="Errores puestos a propósito que las pruebas deben descubrir."
    )
    pedido.add_argument("--al-azar", type=int, metavar="N", help="cuántos se sortean")
    pedido.add_argument("--semilla", type=int, default=0, metavar="S")
    pedido.add_argument("--mapa", type=Path, metavar="CARPETA")
    dado = pedido.parse_args()
    return sembrados() if dado.al_azar is None else al_azar(dado.al_azar, dado.semilla, dado.mapa)


if __name__ == "__main__":
    sys.exit(main())
