"""El banco de Windows: corre en un Windows de prueba, bajo Wine, las pruebas sensibles a Windows.

    python empaquetado/windows/banco.py [--carpeta CARPETA] [PRUEBAS…]

Lo monta si hace falta (en `.wine/`) y corre todo lo de `PRUEBAS`, o solo lo que se diga, carpeta por carpeta;
cada prueba que falla se nombra en cuanto falla. Wine es un banco, no es Windows: lo que solo se ve en una
máquina de verdad está en el README.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import disco
import montaje
from prueba import de_linux
from wine import BANCO, en_wine

PRUEBAS = (
    "tests/windows",
    "tests/datos",
    "tests/servicios",
    "tests/linea_de_comandos",
    "tests/informe",
    "tests/firma",
    "tests/historia",
    "tests/interfaz",
    "tests/ejemplo",
)
TOPE = 3600
"""Segundos para cada carpeta."""

_SIN_TIEMPO = 124


def main(escrito: list[str]) -> int:
    """Monta, corre y devuelve el código de pytest; 2, dicho a gritos, si aquí no se puede."""
    lector = argparse.ArgumentParser(usage=__doc__)
    lector.add_argument("--carpeta", type=Path, default=BANCO, help="dónde se monta")
    lector.add_argument("pruebas", nargs="*", default=PRUEBAS)
    leido = lector.parse_args(escrito)
    falta = montaje.lo_que_falta()
    if falta:
        print(f"\n*** NO SE PROBÓ NADA EN WINDOWS ***\n{falta}\n", file=sys.stderr)
        return 2
    carpeta = leido.carpeta.absolute()
    python = montaje.montar(carpeta)
    with tempfile.TemporaryDirectory(prefix="ut-referencia-") as aparte:
        (informe,) = de_linux.del_ejemplo(Path(aparte), ".pdf")
        try:
            return correr(carpeta, python, leido.pruebas, informe)
        finally:
            disco.vaciar_lo_de_paso(carpeta)


def correr(carpeta: Path, python: Path, pruebas: Sequence[str], informe: Path) -> int:
    """Las pruebas en el banco, una carpeta tras otra; el peor código de pytest."""
    pytest = [str(python), "-m", "pytest", "-p", "no:cacheprovider", "-o", "addopts=", "-v", "-ra"]
    pytest += ["--strict-markers", "--tb=short"]
    ambiente = {"UT_INFORME_DE_LINUX": f"Z:{informe}", "UT_CARPETA_DE_RED": disco.CARPETA_DE_RED}
    codigos: list[int] = []
    for cuales in pruebas:
        codigos.append(en_wine(carpeta, [*pytest, cuales], TOPE, decir, **ambiente))
        if codigos[-1] == _SIN_TIEMPO:
            print(f"*** {cuales} no acabó en {TOPE // 60} minutos ***", flush=True)
    return max(codigos)


def decir(renglon: str) -> None:
    """Repite lo que dice pytest, menos cada prueba que pasa."""
    if " PASSED " not in renglon:
        print(renglon, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
