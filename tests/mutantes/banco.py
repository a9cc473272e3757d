"""El banco de los sorteados: una copia del proyecto por turno, con un mutante puesto a la vez."""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.mutantes.al_azar import Sorteado
from tests.mutantes.cobertura import Mapa

_QUE = ("ut_escritorio", "tests", "recursos", "empaquetado", "pyproject.toml", "README.md")
_SIN = shutil.ignore_patterns("__pycache__", ".wine", "nadie")


def copiar(raiz: Path, destino: Path) -> Path:
    """El proyecto en otra carpeta, sin nada compilado; devuelve la carpeta."""
    for nombre in _QUE:
        if (raiz / nombre).is_dir():
            shutil.copytree(raiz / nombre, destino / nombre, ignore=_SIN)
        else:
            shutil.copy(raiz / nombre, destino / nombre)
    return destino


def correr(en: Path, pruebas: Sequence[str], plazo: float, **entorno: str) -> int | None:
    """Corre esas pruebas ahí, en su orden, hasta la primera que falle; None si no acabaron a tiempo."""
    orden = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-n",
        "0",
        "-p",
        "no:randomly",
        "-p",
        "no:cacheprovider",
    ]
    ambiente = os.environ | {"PYTHONPATH": str(en), "PYTHONDONTWRITEBYTECODE": "1"} | entorno
    ambiente.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        return subprocess.run(
            [*orden, *pruebas], cwd=en, env=ambiente, capture_output=True, timeout=plazo, check=False
        ).returncode
    except subprocess.TimeoutExpired:
        return None


def vivos(
    raiz: Path, sorteados: Sequence[Sorteado], mapa: Mapa, donde: Path, a_la_vez: int
) -> Iterator[Sorteado]:
    """Los que ninguna prueba que pasa por ahí descubre; colgarse también es descubrirlo."""
    libres: queue.Queue[Path] = queue.Queue()
    for turno in range(a_la_vez):
        libres.put(copiar(raiz, donde / f"turno-{turno}"))

    def vive(mutante: Sorteado) -> bool:
        pruebas = mapa.pruebas_de(mutante.archivo, mutante.linea, mutante.hasta_linea)
        en = libres.get()
        archivo = en / mutante.archivo
        texto = archivo.read_text(encoding="utf-8")
        try:
            archivo.write_text(mutante.aplicado(texto), encoding="utf-8")
            plazo = 60 + 6 * sum(mapa.tiempos.get(prueba, 1.0) for prueba in pruebas)
            return not pruebas or correr(en, pruebas, plazo) == 0
        finally:
            archivo.write_text(texto, encoding="utf-8")
            libres.put(en)

    with ThreadPoolExecutor(a_la_vez) as varios:
        for mutante, sigue in zip(sorteados, varios.map(vive, sorteados), strict=True):
            if sigue:
                yield mutante
