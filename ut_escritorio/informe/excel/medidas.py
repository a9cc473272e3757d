"""Lo alto de cada fila y lo ancho de cada columna: lo que piden sus textos, que Excel no siempre acomoda."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from ut_escritorio.informe.excel.libro import Hoja, Numero, Puesta

_RENGLON = 15.0
"""Puntos de alto de un renglón."""
_LO_MAS = 409.0
"""El alto que Excel admite en una fila."""
_EN_NEGRITA = 1.2
"""Cuánto más ocupa una letra negrita."""
_SE_PARTEN = ("rotulo", "texto")
"""Los aspectos cuyo texto sigue en otro renglón si no cabe."""


def altos_de(hoja: Hoja) -> Mapping[int, float]:
    """Lo alto de las filas que piden más de un renglón; lo que abarca varias alarga la última."""
    renglones: dict[int, int] = {}
    for puesta in sorted(hoja.puestas, key=lambda p: (p.alto, p.fila)):
        suyas = range(puesta.fila, puesta.fila + puesta.alto)
        falta = _renglones(puesta, hoja.anchos) - sum(renglones.get(fila, 1) for fila in suyas)
        if falta > 0:
            renglones[suyas[-1]] = renglones.get(suyas[-1], 1) + falta
    return {fila: min(cuantos * _RENGLON, _LO_MAS) for fila, cuantos in renglones.items()}


def _renglones(puesta: Puesta, anchos: Sequence[float]) -> int:
    if not isinstance(puesta.valor, str) or puesta.aspecto not in _SE_PARTEN:
        return 1
    caben = sum(anchos[puesta.columna : puesta.columna + puesta.ancho]) or 1.0
    letra = _EN_NEGRITA if puesta.aspecto == "rotulo" else 1.0
    return sum(max(ceil(len(trozo) * letra / caben), 1) for trozo in puesta.valor.split("\n"))


def ancho_que_pide(puesta: Puesta) -> float:
    """Las letras que ocupa un número con su unidad, o la palabra más larga de un rótulo; nada lo demás."""
    match puesta.valor:
        case Numero(valor, unidad):
            return (len(f"{valor} {unidad}".strip()) + 1) * _EN_NEGRITA
        case str() if puesta.aspecto == "rotulo":
            return (max(map(len, puesta.valor.split()), default=0) + 1) * _EN_NEGRITA
        case _:
            return 0.0
