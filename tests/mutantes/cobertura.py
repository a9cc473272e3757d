"""Qué pruebas corren cada línea del programa, cuánto tarda cada una, y cuáles lanzan algo aparte.

Es un complemento de pytest (`-p tests.mutantes.cobertura`), que deja lo suyo en la carpeta que diga
`UT_MUTANTES_MAPA`; `medir` corre las pruebas con él y `leer_mapa` lo junta.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import coverage
import pytest

PAQUETE = "ut_escritorio"
_CARPETA = Path(os.environ.get("UT_MUTANTES_MAPA", "."))
_cobertura = coverage.Coverage(
    data_file=str(_CARPETA / f"corridas-{os.getpid()}"), source_pkgs=[PAQUETE], config_file=False
)
_tiempos: dict[str, float] = {}
_lanzan: set[str] = set()
_esta = [""]  # la prueba que se corre
_guardado = [time.monotonic()]
_DE_OTRA_CAPA = 2
_SE_LANZAN = ("aplicacion", "linea_de_comandos")
_NO_SE_MIDEN = "not rendimiento and not largo"
_CADA = 20.0  # segundos: lo que se pierde si el proceso se cae


def _guardar() -> None:
    """Deja en la carpeta lo visto hasta ahora por este proceso."""
    _cobertura.save()
    if _tiempos:
        medido = json.dumps({"tiempos": _tiempos, "lanzan": sorted(_lanzan - {""})})
        (_CARPETA / f"tiempos-{os.getpid()}.json").write_text(medido, encoding="utf-8")
    _guardado[0] = time.monotonic()


def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Mira desde antes de que se importe el programa."""
    _cobertura.start()
    sys.addaudithook(lambda suceso, _: _lanzan.add(_esta[0]) if suceso == "subprocess.Popen" else None)


def pytest_collection_finish() -> None:
    """También lo que la ventana hace aparte: a los hilos de Qt nadie los mira si no se les pide."""
    from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea

    correr = Tarea.run

    def correr_mirado(tarea: Tarea) -> None:
        sys.settrace(threading.gettrace())
        correr(tarea)

    Tarea.run = correr_mirado


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Lo que corra durante una prueba se le apunta a ella."""
    _cobertura.switch_context(item.nodeid)
    _esta[0] = item.nodeid
    empezo = time.perf_counter()
    resultado = yield
    _tiempos[item.nodeid] = time.perf_counter() - empezo
    if time.monotonic() - _guardado[-1] > _CADA:
        _guardar()
    return resultado


def pytest_unconfigure(config: pytest.Config) -> None:
    """Guarda lo visto por este proceso."""
    _cobertura.stop()
    _guardar()


class Mapa:
    """Por archivo del programa y línea, las pruebas que la corren, de la más suya a la más larga.

    De la que se repite con otros valores, primero una vez cada una: lo parecido descubre lo mismo.
    """

    def __init__(
        self,
        lineas: Mapping[str, Mapping[int, frozenset[str]]],
        tiempos: Mapping[str, float],
        lanzan: Iterable[str] = (),
    ) -> None:
        self._lineas, self.tiempos, self._lanzan = lineas, tiempos, frozenset(lanzan)

    def pruebas_de(self, archivo: str, lineas: Iterable[int]) -> tuple[str, ...]:
        """Las que corren alguna de esas líneas; si ninguna, algo de ese archivo; si tampoco, las de su capa.

        Y las que lanzan el programa aparte, si nadie más pasa por ahí o es de lo que se lanza. Lo que corre
        al cargar solo pasa una vez, sea quien sea quien lo cargó: de eso se pide sin líneas.
        """
        suyas = self._lineas.get(archivo, {})
        de_ahi = {prueba for linea in lineas for prueba in suyas.get(linea, ())}
        del_archivo = {p for pruebas in suyas.values() for p in pruebas}
        todas = de_ahi or del_archivo or {p for p in self.tiempos if _lejos(archivo, p) < _DE_OTRA_CAPA}
        if not de_ahi or Path(archivo).parts[1] in _SE_LANZAN:
            todas |= self._lanzan
        veces = Counter[str]()
        puestos: dict[str, tuple[int, int, float]] = {}
        for tarda, prueba in sorted((self.tiempos.get(prueba, 0.0), prueba) for prueba in todas):
            una = prueba.partition("[")[0]
            puestos[prueba] = (_lejos(archivo, prueba), veces[una], tarda)
            veces[una] += 1
        return tuple(sorted(todas, key=puestos.__getitem__))


def _lejos(archivo: str, prueba: str) -> int:
    """Qué tan ajena es una prueba a un archivo: de su nombre, de su capa, o de otra."""
    _, capa, *_ = Path(archivo).parts
    suyo = Path(prueba.partition("::")[0])
    if Path(archivo).stem in suyo.stem:
        return 0
    return 1 if capa in suyo.parts else _DE_OTRA_CAPA


def medir(copia: Path, carpeta: Path) -> None:
    """Corre una vez todas las pruebas y deja en la carpeta por dónde pasa cada una."""
    carpeta.mkdir(parents=True, exist_ok=True)
    orden = [sys.executable, "-m", "pytest", "-q", "-p", "tests.mutantes.cobertura", "-m", _NO_SE_MIDEN]
    ambiente = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    ambiente |= {"PYTHONPATH": str(copia), "UT_MUTANTES_MAPA": str(carpeta)}
    subprocess.run([*orden, "--timeout=900"], cwd=copia, env=ambiente, check=False)


def leer_mapa(carpeta: Path) -> Mapa:
    """El mapa de lo que dejó ahí una corrida de las pruebas."""
    medidos = [json.loads(ruta.read_text(encoding="utf-8")) for ruta in carpeta.glob("tiempos-*.json")]
    tiempos = {prueba: tarda for medido in medidos for prueba, tarda in medido["tiempos"].items()}
    lanzan = {prueba for medido in medidos for prueba in medido["lanzan"]}
    lineas: defaultdict[str, defaultdict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for ruta in carpeta.glob("corridas-*"):
        datos = coverage.CoverageData(str(ruta))
        datos.read()
        for medido in datos.measured_files():
            archivo = PAQUETE + medido.replace("\\", "/").rpartition(f"/{PAQUETE}")[2]
            for linea, contextos in datos.contexts_by_lineno(medido).items():
                lineas[archivo][linea] |= {contexto for contexto in contextos if contexto}
    mapa = {a: {n: frozenset(p) for n, p in suyas.items()} for a, suyas in lineas.items()}
    return Mapa(mapa, tiempos, lanzan)
