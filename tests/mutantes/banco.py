"""El banco: un proceso que ya lo cargó todo; por cada mutante se bifurca, lo pone y corre sus pruebas.

`python -m tests.mutantes.banco CARPETA TOPE`, desde una copia del proyecto: de la carpeta toma
`encargos.json`, y deja en `desenlaces.jsonl` cómo le fue a cada uno. Lo que ahí quedó dicho no se repite, y
lo que quedó a medias, por el tope de segundos que se da a cada uno, sigue donde se quedó.

Una prueba descubre a un mutante si con él falla, se cuelga o se cae dos veces, y sin él pasa.
"""

from __future__ import annotations

import itertools
import os
import select
import shutil
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from math import inf
from pathlib import Path
from typing import Literal, NoReturn

import pytest

from tests.mutantes.al_azar import Cambio
from tests.mutantes.en_vivo import Cargadas, pares_que_cambian
from tests.mutantes.encargos import Desenlace, Encargo, anotar, leer_desenlaces, leer_encargos

_COLGADA = 100  # segundos sin acabar una prueba
_OPCIONES = (
    "-q",
    "-n",
    "0",
    "-p",
    "no:randomly",
    "-p",
    "no:cacheprovider",
    "-m",
    "not rendimiento and not largo",
)
_PASO, _FALLO, _ACABO, _NO_SE_JUNTAN = b".", b"F", b"A", b"N"
_Fin = Literal["acabo", "fallo", "no se juntan", "tope"]
_DICHO: dict[int, _Fin] = {_FALLO[0]: "fallo", _ACABO[0]: "acabo", _NO_SE_JUNTAN[0]: "no se juntan"}


class _Relator:
    """En la rama: dice por el tubo cada prueba que pasa, y en la primera que falla se sale."""

    def __init__(self, tubo: int, orden: Sequence[str]) -> None:
        self._tubo, self._puesto = tubo, {prueba: puesto for puesto, prueba in enumerate(orden)}

    def decir(self, que: bytes) -> None:
        os.write(self._tubo, que)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items.sort(key=lambda prueba: self._puesto[prueba.nodeid])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.decir(_FALLO)
            os._exit(1)

    def pytest_runtest_logfinish(self) -> None:
        self.decir(_PASO)

    @pytest.hookimpl(tryfirst=True)
    def pytest_report_teststatus(self) -> tuple[str, str, str]:
        """En la pantalla no se dice nada de cada una."""
        return "", "", ""


class Banco:
    """Toma el lugar del recorrido de pytest, ya juntadas las pruebas."""

    def __init__(self, carpeta: Path, tope: float) -> None:
        self._carpeta, self._tope = carpeta, tope
        self._pruebas: dict[str, pytest.Item] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Un encargo tras otro; cada cual se anota en cuanto se sabe."""
        self._pruebas = {prueba.nodeid: prueba for prueba in session.items}
        self._cargadas = Cargadas(Path.cwd() / "ut_escritorio")
        sabidos = leer_desenlaces(self._carpeta)
        for encargo in leer_encargos(self._carpeta):
            antes = sabidos.get(str(encargo.mutante))
            if antes is None or antes.como == "A MEDIAS":
                desenlace = self._probar(encargo, antes.pasaron if antes else 0)
                anotar(self._carpeta, desenlace)
                print(desenlace, flush=True)
        return True

    def _probar(self, encargo: Encargo, van: int) -> Desenlace:
        mutante, dice, hasta = encargo.mutante, str(encargo.mutante), time.monotonic() + self._tope
        pruebas = [prueba for pedida in encargo.pruebas for prueba in self._las_de(pedida)]
        while van < len(pruebas):
            pasaron, fin = self._rama(pruebas[van:], mutante, hasta)
            van += pasaron
            if fin == "acabo":
                break
            if fin == "tope":
                return Desenlace(dice, "A MEDIAS", van, f"faltan {len(pruebas) - van}")
            if fin == "no se juntan":
                return Desenlace(dice, "MUERE", van, "las pruebas no se pueden ni juntar")
            if self._descubre(pruebas[van], mutante):
                return Desenlace(dice, "MUERE", van, pruebas[van])
            van += 1
        return Desenlace(dice, "VIVE", van)

    def _las_de(self, pedida: str) -> list[str]:
        """La prueba que se pide; si es un archivo o una carpeta, las suyas."""
        if pedida in self._pruebas:
            return [pedida]
        return [prueba for prueba in self._pruebas if prueba.startswith((f"{pedida}::", f"{pedida}/"))]

    def _descubre(self, prueba: str, mutante: Cambio) -> bool:
        return self._rama([prueba], mutante)[1] != "acabo" and self._rama([prueba], None)[1] == "acabo"

    def _rama(self, pruebas: Sequence[str], mutante: Cambio | None, hasta: float = inf) -> tuple[int, _Fin]:
        """Las corre en un proceso aparte, con el mutante puesto: cuántas pasaron y por qué se detuvo."""
        with _en_el_disco(mutante) as decia:
            leer, escribir = os.pipe()
            hijo = os.fork()
            if not hijo:
                self._correr(pruebas, mutante, decia, escribir)
            os.close(escribir)
            try:
                return _escuchar(leer, hasta)
            finally:
                os.close(leer)
                with suppress(ProcessLookupError):
                    os.killpg(hijo, signal.SIGKILL)
                os.waitpid(hijo, 0)
                shutil.rmtree(_temporales(self._carpeta), ignore_errors=True)

    def _correr(self, pruebas: Sequence[str], mutante: Cambio | None, decia: str, tubo: int) -> NoReturn:
        os.setpgid(0, 0)
        _temporales(self._carpeta).mkdir(exist_ok=True)
        nada = os.open(os.devnull, os.O_RDWR)
        for salida in (0, 1, 2):
            os.dup2(nada, salida)
        relator, fin = _Relator(tubo, pruebas), _FALLO
        try:
            if mutante is None or self._poner(mutante, decia):
                fin = self._correr_lo_cargado(pruebas, relator)
            else:
                fin = _correr_de_nuevo(pruebas, relator, self._carpeta / "pedidas.txt")
        finally:
            relator.decir(fin)
            os._exit(0)

    def _poner(self, mutante: Cambio, decia: str) -> bool:
        archivo = Path(mutante.archivo).resolve()
        return self._cargadas.poner(archivo, pares_que_cambian(decia, mutante.aplicado(decia), str(archivo)))

    def _correr_lo_cargado(self, pruebas: Sequence[str], relator: _Relator) -> bytes:
        cosas = [self._pruebas[prueba] for prueba in pruebas]
        cosas[0].config.pluginmanager.register(relator)
        for cosa, sigue in itertools.zip_longest(cosas, cosas[1:]):
            cosa.config.hook.pytest_runtest_protocol(item=cosa, nextitem=sigue)
        return _ACABO


def _correr_de_nuevo(pruebas: Sequence[str], relator: _Relator, pedidas: Path) -> bytes:
    """Lo que el mutante cambió se corre al cargar: se vuelve a cargar lo del proyecto."""
    for nombre, modulo in list(sys.modules.items()):
        if nombre != "__main__" and (modulo.__dict__.get("__file__") or "").startswith(str(Path.cwd())):
            del sys.modules[nombre]
    pedidas.write_text("\n".join(pruebas), encoding="utf-8")
    codigo = pytest.main([*_OPCIONES, f"@{pedidas}"], plugins=[relator])
    return _ACABO if codigo in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED) else _NO_SE_JUNTAN


def _escuchar(tubo: int, hasta: float) -> tuple[int, _Fin]:
    """Lo que dice la rama; el tope no corta la prueba que se corre, que puede ser la que se cuelga."""
    pasaron = 0
    while select.select([tubo], [], [], _COLGADA + 20)[0]:
        dicho = os.read(tubo, 4096)
        pasaron += dicho.count(_PASO)
        if not dicho.endswith(_PASO):
            return pasaron, _DICHO[dicho[-1]] if dicho else "fallo"
        if time.monotonic() >= hasta:
            return pasaron, "tope"
    return pasaron, "fallo"


_veces = itertools.count(1_000_000_000)


@contextmanager
def _en_el_disco(mutante: Cambio | None) -> Iterator[str]:
    """El cambio también va en su archivo: hay pruebas que lanzan el programa aparte. Da lo que decía."""
    if mutante is None:
        yield ""
        return
    archivo = Path(mutante.archivo)
    texto = archivo.read_text(encoding="utf-8")
    _escribir(archivo, mutante.aplicado(texto))
    try:
        yield texto
    finally:
        _escribir(archivo, texto)


def _escribir(archivo: Path, texto: str) -> None:
    """Cada vez con otra fecha: lo compilado de la anterior ya no le sirve a Python."""
    archivo.write_text(texto, encoding="utf-8")
    vez = next(_veces)
    os.utime(archivo, (vez, vez))


def _temporales(carpeta: Path) -> Path:
    return carpeta / "temporales"


def main(carpeta: Path, tope: float) -> int:
    """Junta las pruebas que alguno pide y abre el banco."""
    os.environ["PYTEST_DEBUG_TEMPROOT"] = str(_temporales(carpeta))
    _temporales(carpeta).mkdir(exist_ok=True)
    archivos = {prueba.partition("::")[0] for e in leer_encargos(carpeta) for prueba in e.pruebas}
    return pytest.main(
        [*_OPCIONES, f"--timeout={_COLGADA}", *sorted(archivos)], plugins=[Banco(carpeta, tope)]
    )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2])))
