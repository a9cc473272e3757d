"""Cuánto mide cada palabra y en qué fuentes va; cada una se mide una vez por proceso."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from threading import Lock
from typing import Any
from unicodedata import combining

from ut_escritorio.informe.pdf.papel.fuentes import SIGNOS, fuente
from ut_escritorio.informe.pdf.papel.hoja import Corrida
from ut_escritorio.informe.pdf.papel.signos import SIN_GLIFO

_CANDADO = Lock()  # fontTools lee una figura la primera vez que se le pide


@dataclass(frozen=True, slots=True)
class Palabra:
    """Texto sin espacios, en las fuentes que lo tienen; `ancho` en milésimas de cuadratín.

    `faltan` son sus signos que ninguna tiene.
    """

    corridas: tuple[Corrida, ...]
    ancho: float
    faltan: tuple[str, ...] = ()


class Tipografia:
    """Las palabras de un documento; `sin_glifo` son los signos que ninguna fuente tuvo, en su orden."""

    def __init__(self) -> None:
        self.sin_glifo: dict[str, None] = {}

    def palabra(self, nombre: str, texto: str) -> Palabra:
        """Mide `texto` en esa fuente; lo que ninguna tiene se cambia por □ y se apunta."""
        medida = _mide(nombre, texto)
        self.apunta(medida.faltan)
        return medida

    def apunta(self, faltan: tuple[str, ...]) -> None:
        """Los signos que a un texto del documento le faltaron."""
        if faltan:
            self.sin_glifo |= dict.fromkeys(faltan)


@lru_cache(maxsize=20_000)
def _mide(nombre: str, texto: str) -> Palabra:
    principal = fuente(nombre)
    if texto.isascii() and all(ord(signo) in principal.cmap for signo in texto):
        return Palabra((Corrida(nombre, texto),), sum(principal.cw[ord(signo)] for signo in texto))
    partes: list[Palabra] = []
    faltan: list[str] = []
    for signo in texto:
        parte = _parte(nombre, signo)
        faltan += parte.faltan
        if partes and combining(signo):
            parte = _encima(partes.pop(), parte)
        partes.append(parte)
    return replace(une(partes), faltan=tuple(faltan))


def _encima(base: Palabra, marca: Palabra) -> Palabra:
    """Centra un acento suelto sobre su letra: las fuentes lo dejan a la derecha de ella."""
    (acento,) = marca.corridas
    suya = fuente(acento.fuente)
    with _CANDADO:
        figuras: Any = suya.ttfont["glyf"]
        figura = figuras[suya.cmap[ord(acento.texto)]]
    centro = (figura.xMin + figura.xMax) / 2 * suya.scale if figura.numberOfContours else 0.0
    mueve = -base.ancho / 2 - centro
    letra = replace(base.corridas[-1], avance=base.corridas[-1].avance + mueve)
    acento = replace(acento, avance=-mueve - marca.ancho)
    return Palabra((*base.corridas[:-1], letra, acento), base.ancho)


def _parte(nombre: str, signo: str) -> Palabra:
    for cual in (nombre, SIGNOS):
        abierta = fuente(cual)
        if ord(signo) in abierta.cmap:
            return Palabra((Corrida(cual, signo),), abierta.cw[ord(signo)])
    return replace(_parte(nombre, SIN_GLIFO), faltan=(signo,))


def une(palabras: list[Palabra]) -> Palabra:
    """Una sola palabra; las corridas vecinas de la misma fuente se juntan."""
    if len(palabras) == 1:
        return palabras[0]
    corridas: list[Corrida] = []
    textos: list[str] = []
    anterior: Corrida | None = None
    for corrida in [corrida for palabra in palabras for corrida in palabra.corridas]:
        if anterior is not None and (anterior.fuente != corrida.fuente or anterior.avance):
            corridas.append(Corrida(anterior.fuente, "".join(textos), anterior.avance))
            textos = []
        textos.append(corrida.texto)
        anterior = corrida
    if anterior is not None:
        corridas.append(Corrida(anterior.fuente, "".join(textos), anterior.avance))
    return Palabra(tuple(corridas), sum(palabra.ancho for palabra in palabras))
