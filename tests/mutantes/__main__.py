"""La forma larga: aplica cada mutante en una copia y corre sus pruebas, que deben fallar.

    python -m tests.mutantes                          los sembrados, escogidos en `lista`
    python -m tests.mutantes --al-azar 200 --semilla 7   otros tantos, sorteados sobre todas las capas

Dice cuáles viven; termina en 0 si murieron todos. De cada sorteado se dice qué prueba lo descubrió, y
los que no acaban a tiempo van aparte: en un equipo cargado eso no prueba nada. Los que viven se leen uno
por uno: unos no cambian nada que se pueda notar; los demás son pruebas que faltan. `--mapa CARPETA`
guarda ahí, o vuelve a usar, qué pruebas corren cada línea; `--solo TEXTO` corre nada más los que lo dicen.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.mutantes.al_azar import sortear
from tests.mutantes.banco import copiar, correr, desenlaces
from tests.mutantes.cobertura import Mapa, leer_mapa
from tests.mutantes.lista import MUTANTES, Mutante

RAIZ = Path(__file__).resolve().parents[2]
_A_LA_VEZ = min(4, os.cpu_count() or 1)
_COPIADO = ("ut_escritorio", "tests/dominio", "tests/armado")


def _copia(destino: Path) -> None:
    """El paquete y las pruebas rápidas, sin nada compilado."""
    for carpeta in _COPIADO:
        shutil.copytree(RAIZ / carpeta, destino / carpeta, ignore=shutil.ignore_patterns("__pycache__"))
    for archivo in ("__init__.py", "inventado.py"):
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


def al_azar(cuantos: int, semilla: int, guardado: Path | None, solo: str) -> int:
    """Sortea, corre de cada uno las pruebas que pasan por él, y dice cómo le fue."""
    with tempfile.TemporaryDirectory() as carpeta:
        donde = Path(carpeta)
        mapa = _mapa(guardado or donde / "mapa", donde / "entero")
        if mapa is None:
            return 2
        sorteados = [mutante for mutante in sortear(RAIZ, cuantos, semilla) if solo in str(mutante)]
        cuentas = Counter[str]()
        for desenlace in desenlaces(RAIZ, sorteados, mapa, donde, _A_LA_VEZ):
            cuentas[desenlace.como] += 1
            print(desenlace, flush=True)
    print(
        f"Semilla {semilla}, {len(sorteados)} mutantes: " + ", ".join(f"{c} {n}" for c, n in cuentas.items())
    )
    return int(cuentas["MUERE"] < len(sorteados))


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
        corrida = correr(copiar(RAIZ, copia), opciones, 7200, UT_MUTANTES_MAPA=str(carpeta))
        if not corrida.pasaron:
            print(f"Las pruebas fallan sin mutante alguno; corríjalas primero: {corrida.fallo}")
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
    pedido.add_argument("--solo", default="", metavar="TEXTO", help="solo los que lo dicen")
    dado = pedido.parse_args()
    if dado.al_azar is None:
        return sembrados()
    return al_azar(dado.al_azar, dado.semilla, dado.mapa, dado.solo)


if __name__ == "__main__":
    sys.exit(main())
