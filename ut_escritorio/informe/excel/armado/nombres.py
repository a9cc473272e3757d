"""Cómo se llama cada hoja de un libro: como admite Excel, y ninguna igual a otra."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ut_escritorio.dominio.palabras.limpieza import limpio

_CABEN = 31
_NO_SE_ADMITEN = re.compile(r"[\[\]:*?/\\]")
FIJAS = ("Informe", "Renglones", "Oficios", "Diccionario")
"""Las que lleva todo libro."""
_DE_EXCEL = ("History", "Historial")


def nombres_de_hojas(titulos: Iterable[str]) -> list[str]:
    """El de cada título, cortado donde no cabe y numerado donde se repite."""
    nombres: list[str] = []
    usados = {nombre.casefold() for nombre in (*FIJAS, *_DE_EXCEL)}
    for titulo in titulos:
        entero = _NO_SE_ADMITEN.sub(" ", limpio(titulo)).strip(" '") or "Hoja"
        nombre, vez = _cortado(entero, _CABEN), 1
        while nombre.casefold() in usados:
            vez += 1
            nombre = f"{_cortado(entero, _CABEN - len(f' ({vez})'))} ({vez})"
        usados.add(nombre.casefold())
        nombres.append(nombre)
    return nombres


def _cortado(nombre: str, caben: int) -> str:
    if len(nombre) <= caben:
        return nombre
    return nombre[: caben - 1].rstrip(" '") + "…"
