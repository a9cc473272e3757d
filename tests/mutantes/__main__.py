"""La forma larga: pone cada mutante y corre sus pruebas, que deben descubrirlo.

    python -m tests.mutantes                          los sembrados, escogidos en `lista`
    python -m tests.mutantes --al-azar 200 --semilla 7   otros tantos, sorteados sobre todas las capas

Dice cómo le fue a cada uno y qué prueba lo descubrió; termina en 0 si murieron todos. Los que viven se leen
uno por uno: unos no cambian nada que se pueda notar; los demás son pruebas que faltan.

Con `--en CARPETA`, ahí quedan la copia del programa, qué pruebas corren cada línea y lo que ya se supo: si se
corta, la misma orden sigue donde iba. `--tope SEGUNDOS` deja a medias, para otra vuelta, al que pida más.
`--solo TEXTO` prueba nada más los que lo dicen. Se bifurca: en Windows no corre.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from math import inf
from pathlib import Path

from tests.mutantes.al_azar import Cambio, sortear
from tests.mutantes.cobertura import leer_mapa, medir
from tests.mutantes.copia import copiar
from tests.mutantes.en_vivo import pares_que_cambian
from tests.mutantes.encargos import Encargo, encargar, leer_desenlaces
from tests.mutantes.lista import MUTANTES

RAIZ = Path(__file__).resolve().parents[2]


def sembrados(copia: Path) -> list[Encargo]:
    """Los de la lista, con sus pruebas."""
    return [
        Encargo(cada.en(copia), tuple(f"tests/{prueba}" for prueba in cada.pruebas.split()))
        for cada in MUTANTES
    ]


def sorteados(copia: Path, mapa: Path, cuantos: int, semilla: int) -> list[Encargo]:
    """Los de esa semilla, cada uno con las pruebas que pasan por él."""
    if not any(mapa.glob("corridas-*")):
        medir(copia, mapa)
    leido = leer_mapa(mapa)
    return [
        Encargo(cada, leido.pruebas_de(cada.archivo, _lineas(copia, cada)))
        for cada in sortear(copia, cuantos, semilla)
    ]


def _lineas(copia: Path, cambio: Cambio) -> Sequence[int]:
    """Las del cambio; ninguna, si es de lo que se corre al cargar."""
    texto = (copia / cambio.archivo).read_text(encoding="utf-8")
    al_cargar = pares_que_cambian(texto, cambio.aplicado(texto), cambio.archivo) is None
    return () if al_cargar else range(cambio.linea, cambio.hasta_linea + 1)


def _probar(encargos: list[Encargo], copia: Path, carpeta: Path, tope: float) -> int:
    """Abre el banco con ellos, que los va diciendo, y hace la cuenta."""
    encargar(carpeta, encargos)
    orden = [sys.executable, "-m", "tests.mutantes.banco", str(carpeta), str(tope)]
    ambiente = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | {"PYTHONPATH": str(copia)}
    subprocess.run(orden, cwd=copia, env=ambiente, check=True)
    sabidos = leer_desenlaces(carpeta)
    cuentas = Counter(sabidos[str(encargo.mutante)].como for encargo in encargos)
    print(f"De {len(encargos)} mutantes: " + ", ".join(f"{c} {n}" for c, n in cuentas.items()))
    return int(cuentas["MUERE"] < len(encargos))


def main() -> int:
    """Los sembrados o, si se pide, los sorteados."""
    pedido = argparse.ArgumentParser(
        description="Errores puestos a propósito que las pruebas deben descubrir."
    )
    pedido.add_argument("--al-azar", type=int, metavar="N", help="cuántos se sortean")
    pedido.add_argument("--semilla", type=int, default=0, metavar="S")
    pedido.add_argument("--en", type=Path, metavar="CARPETA", help="dónde queda lo hecho")
    pedido.add_argument("--tope", type=float, default=inf, metavar="SEGUNDOS", help="lo que se da a cada uno")
    pedido.add_argument("--solo", default="", metavar="TEXTO", help="solo los que lo dicen")
    dado = pedido.parse_args()
    with tempfile.TemporaryDirectory() as pasajera:
        carpeta = (dado.en or Path(pasajera)).resolve()
        copia = carpeta / "copia"
        if not copia.exists():
            copiar(RAIZ, copia)
        if dado.al_azar is None:
            encargos = sembrados(copia)
        else:
            encargos = sorteados(copia, carpeta / "mapa", dado.al_azar, dado.semilla)
        return _probar([e for e in encargos if dado.solo in str(e.mutante)], copia, carpeta, dado.tope)


if __name__ == "__main__":
    sys.exit(main())
