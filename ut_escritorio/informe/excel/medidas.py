"""Lo que mide cada fila y cada columna, y cómo cae en papel: Excel no siempre lo acomoda."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil

from ut_escritorio.informe.excel.libro import Hoja, Numero, Puesta

_RENGLON = 15.0
"""Puntos de alto de un renglón."""
_LO_MAS = 409.0
"""El alto que Excel admite en una fila."""
_EN_NEGRITA = 1.2
"""Cuánto más ocupa una letra negrita."""
_PAPEL = (691.0, 504.0)
"""Puntos a lo ancho y a lo alto de una hoja carta acostada, sin los márgenes de costumbre."""
_HOLGURA = 0.96
"""Lo que de su alto se usa: otra letra u otro programa miden un poco más."""
_PUNTOS_POR_LETRA, _ORILLA_DE_COLUMNA = 5.25, 3.75
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


def cortes_de(hoja: Hoja) -> Iterator[int]:
    """Antes de qué filas pasa a otra página la hoja que se encoge a lo ancho de una.

    Cada cuadro va con su título, entero si cabe.
    """
    ancho = sum(letras * _PUNTOS_POR_LETRA + _ORILLA_DE_COLUMNA for letras in hoja.anchos)
    cabe = _PAPEL[1] * _HOLGURA * max(1.0, ancho / _PAPEL[0])
    altos = altos_de(hoja)

    def alto(filas: Iterable[int]) -> float:
        return sum(altos.get(fila, _RENGLON) for fila in filas)

    arriba = alto(range(hoja.fijas))  # se repiten en cada página
    usado, anterior = arriba, hoja.fijas
    for trecho in _trechos(hoja):
        usado += alto(range(anterior, trecho.start))
        if usado + alto(trecho) > cabe and usado > arriba:
            yield trecho.start
            usado = arriba
        usado += alto(trecho)
        usado = usado if usado <= cabe else arriba + (usado - arriba) % (cabe - arriba)
        anterior = trecho.stop


def _trechos(hoja: Hoja) -> Iterator[range]:
    """Las filas seguidas que llevan algo: un título y el cuadro que va debajo."""
    suyas = {fila for p in hoja.puestas for fila in range(p.fila, p.fila + p.alto) if fila >= hoja.fijas}
    desde = None
    for fila in range(hoja.fijas, max(suyas, default=hoja.fijas) + 2):
        if fila in suyas and desde is None:
            desde = fila
        elif fila not in suyas and desde is not None:
            yield range(desde, fila)
            desde = None


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
