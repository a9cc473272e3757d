"""El banco de los sorteados: una copia del proyecto por turno, con un mutante puesto a la vez."""

from __future__ import annotations

import itertools
import os
import queue
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Corrida:
    """Cómo acabaron unas pruebas: si pasaron, si no acabaron a tiempo, y la primera que falló."""

    pasaron: bool
    colgadas: bool = False
    fallo: str = ""


def correr(en: Path, pruebas: Sequence[str], plazo: float, **entorno: str) -> Corrida:
    """Corre esas pruebas ahí, en su orden; se le dan en un archivo, que en la orden no caben miles."""
    pedidas = en / "pruebas-pedidas.txt"
    pedidas.write_text("\n".join(pruebas), encoding="utf-8")
    orden = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:randomly", "-p", "no:cacheprovider"]
    ambiente = os.environ | {"PYTHONPATH": str(en)} | entorno
    ambiente.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        hecho = subprocess.run(
            [*orden, f"@{pedidas}"], cwd=en, env=ambiente, capture_output=True, timeout=plazo, check=False
        )
    except subprocess.TimeoutExpired:
        return Corrida(pasaron=False, colgadas=True)
    dicho = hecho.stdout.decode("utf-8", "replace")
    fallos = re.findall(r"^(?:FAILED|ERROR) (tests.*)", dicho, re.MULTILINE)
    # Qt puede caerse al salir, ya pasadas todas: eso no descubre a nadie.
    pasaron = not fallos and (hecho.returncode == 0 or "[100%]" in dicho)
    return Corrida(pasaron, fallo=fallos[0] if fallos else "")


@dataclass(frozen=True)
class Desenlace:
    """Un mutante y cómo le fue: muere, vive, se cuelga o se cae.

    Colgarse o caerse sin que ninguna prueba falle no prueba nada en un equipo cargado: se ven a mano.
    """

    mutante: Sorteado
    como: str
    fallo: str = ""

    def __str__(self) -> str:
        return f"{self.como}  {self.mutante}" + (f"  ({self.fallo})" if self.fallo else "")


def desenlaces(
    raiz: Path, sorteados: Sequence[Sorteado], mapa: Mapa, donde: Path, a_la_vez: int
) -> Iterator[Desenlace]:
    """De cada uno, si lo descubre alguna de las pruebas que pasan por ahí."""
    libres: queue.Queue[Path] = queue.Queue()
    for turno in range(a_la_vez):
        libres.put(copiar(raiz, donde / f"turno-{turno}"))

    def probar(mutante: Sorteado) -> Desenlace:
        pruebas = mapa.pruebas_de(mutante.archivo, mutante.linea, mutante.hasta_linea)
        if not pruebas:
            return Desenlace(mutante, "VIVE", "ninguna prueba pasa por ahí")
        en = libres.get()
        archivo = en / mutante.archivo
        texto = archivo.read_text(encoding="utf-8")
        try:
            _escribir(archivo, mutante.aplicado(texto))
            corrida = _correr_hasta_que_falle(en, pruebas, mapa)
        finally:
            _escribir(archivo, texto)
            libres.put(en)
        return Desenlace(mutante, _como(corrida), corrida.fallo)

    with ThreadPoolExecutor(a_la_vez) as varios:
        for hecho in as_completed([varios.submit(probar, mutante) for mutante in sorteados]):
            yield hecho.result()


def _como(corrida: Corrida) -> str:
    if corrida.pasaron:
        return "VIVE"
    return "MUERE" if corrida.fallo else "SE CUELGA" if corrida.colgadas else "SE CAE"


_veces = itertools.count(1_000_000_000)


def _escribir(archivo: Path, texto: str) -> None:
    """Cada vez con otra fecha: lo compilado de la anterior ya no le sirve a Python."""
    archivo.write_text(texto, encoding="utf-8")
    vez = next(_veces)
    os.utime(archivo, (vez, vez))


def _correr_hasta_que_falle(en: Path, pruebas: Sequence[str], mapa: Mapa) -> Corrida:
    """Primero unas pocas, las más breves: casi siempre bastan, y juntarlas todas tarda más que correrlas."""
    corrida = Corrida(pasaron=True)
    for tanda in (pruebas[:40], pruebas[40:400], pruebas[400:]):
        if tanda and corrida.pasaron:
            plazo = 180 + 12 * sum(mapa.tiempos.get(prueba, 1.0) for prueba in tanda)
            corrida = correr(en, ("-x", *tanda), plazo)
    return corrida
