"""Cuánto mide cada columna de un cuadro: lo que piden sus textos, nunca más que la hoja."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

_RENGLONES_COMODOS = 3


@dataclass(frozen=True, slots=True)
class Pedido:
    """Lo que pide una celda: su palabra más larga, su texto en una línea, y qué columnas abarca."""

    columna: int
    columnas: int
    minimo: float
    comodo: float
    centrada: bool


def anchos_de_columnas(
    pedidos: Sequence[Pedido], columnas: int, total: float, menor: float, mayor: float
) -> tuple[float, ...]:
    """El ancho de cada columna, en milímetros; suman a lo más `total`.

    Las columnas de números (todo centrado, y corto) quedan iguales entre sí si caben. `menor` es lo menos
    que mide una columna holgada; `mayor`, lo más que se ensancha por un texto largo que sí se
    puede partir, si no caben todos enteros. Una celda que abarca varias las ensancha hasta que su
    texto quepa en una línea.
    """
    minimos = _piden(pedidos, [0.0] * columnas, lambda pedido: pedido.minimo)
    base = [max(menor, minimo) for minimo in minimos]
    comodos = _piden(pedidos, base, lambda pedido: min(pedido.comodo, mayor))
    enteros = _piden(pedidos, base, lambda pedido: pedido.comodo)
    cortas = [columna for columna in _columnas_centradas(pedidos, columnas) if enteros[columna] <= mayor]
    anchos = _iguala(comodos, cortas)
    anchos = anchos if sum(anchos) <= total else comodos
    completos = [max(par) for par in zip(anchos, enteros, strict=True)]
    anchos = completos if sum(completos) <= total else anchos
    anchos = _estira(pedidos, _ensancha(pedidos, anchos, total), total)
    return tuple(anchos) if sum(anchos) <= total + 1e-6 else _reparte(minimos, anchos, total)


def _piden(pedidos: Sequence[Pedido], base: list[float], pide: Callable[[Pedido], float]) -> list[float]:
    """Ensancha cada columna de `base` a lo que pide la mayor de sus celdas propias."""
    anchos = list(base)
    for pedido in pedidos:
        if pedido.columnas == 1:
            anchos[pedido.columna] = max(anchos[pedido.columna], pide(pedido))
    return anchos


def _columnas_centradas(pedidos: Sequence[Pedido], columnas: int) -> list[int]:
    otras = {pedido.columna for pedido in pedidos if pedido.columnas == 1 and not pedido.centrada}
    return [columna for columna in range(columnas) if columna not in otras]


def _iguala(anchos: list[float], cuales: list[int]) -> list[float]:
    parejo = max((anchos[columna] for columna in cuales), default=0.0)
    return [parejo if columna in cuales else ancho for columna, ancho in enumerate(anchos)]


def _ensancha(pedidos: Sequence[Pedido], anchos: list[float], total: float) -> list[float]:
    """Da a los textos que abarcan varias columnas la línea que piden, hasta el ancho de la hoja."""
    for pedido in sorted(pedidos, key=lambda pedido: pedido.columnas):
        abarca = range(pedido.columna, min(pedido.columna + pedido.columnas, len(anchos)))
        falta = pedido.comodo - sum(anchos[columna] for columna in abarca)
        falta = min(falta, total - sum(anchos))
        if pedido.columnas > 1 and falta > 0:
            anchos = [ancho + falta / len(abarca) if i in abarca else ancho for i, ancho in enumerate(anchos)]
    return anchos


def _estira(pedidos: Sequence[Pedido], anchos: list[float], total: float) -> list[float]:
    """Lo que sobra de la hoja, para las columnas con textos que se partirían en muchas líneas."""
    largos = [0.0] * len(anchos)
    for pedido in pedidos:
        if pedido.columnas == 1 and pedido.comodo > _RENGLONES_COMODOS * anchos[pedido.columna]:
            largos[pedido.columna] = max(largos[pedido.columna], pedido.comodo - anchos[pedido.columna])
    sobra = min(total - sum(anchos), sum(largos))
    if sobra <= 0:
        return anchos
    return [ancho + sobra * largo / sum(largos) for ancho, largo in zip(anchos, largos, strict=True)]


def caben(pedidos: Sequence[Pedido], columnas: int, total: float) -> bool:
    """Si cada celda puede tener su palabra más larga entera sin pasar de la hoja."""
    anchos = _piden(pedidos, [0.0] * columnas, lambda pedido: pedido.minimo)
    for pedido in sorted(pedidos, key=lambda pedido: pedido.columnas):
        abarca = range(pedido.columna, min(pedido.columna + pedido.columnas, columnas))
        falta = max(pedido.minimo - sum(anchos[columna] for columna in abarca), 0.0) / len(abarca)
        anchos = [ancho + falta if columna in abarca else ancho for columna, ancho in enumerate(anchos)]
    return sum(anchos) <= total


def _reparte(minimos: list[float], anchos: list[float], total: float) -> tuple[float, ...]:
    """Encoge hasta `total`: primero lo que sobra del mínimo de cada columna; luego, parejo."""
    suma = sum(minimos)
    if suma >= total:
        parejo = total / len(minimos)
        # Las columnas que caben en su parte la conservan; las otras se reparten lo demás.
        chicas = sum(minimo for minimo in minimos if minimo <= parejo)
        grandes = sum(minimo for minimo in minimos if minimo > parejo)
        return tuple(
            minimo if minimo <= parejo else (total - chicas) * minimo / grandes for minimo in minimos
        )
    holgura = [ancho - minimo for ancho, minimo in zip(anchos, minimos, strict=True)]
    parte = (total - suma) / sum(holgura)
    return tuple(minimo + sobra * parte for minimo, sobra in zip(minimos, holgura, strict=True))
