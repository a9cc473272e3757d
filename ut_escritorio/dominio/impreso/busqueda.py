"""Buscar palabras en todo lo escrito, sin acentos ni mayúsculas: por pedazos, «645» halla «UT/0645/2031».

Un número de oficio o una fecha se halla aunque sus ceros y rayas estén escritos de otro modo: «ut-645-2031».

Las palabras que ella escribe se buscan tal cual; nada de lo que teclee es una orden.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, islice

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.palabras.llano import letra_por_letra

TOPE = 200
_CORTA = 2
_CON_RAYAS = re.compile(r"\d.*[/.\-]\w|\w[/.\-].*\d|(?<!\d)0\d")
_RAYA = "\x1f"
_RAYAS = re.compile(r"[/.\-]+")
_CEROS = re.compile(r"(?<!\d)0+(?=\d)")


def _sin_ceros(palabra: str) -> str:
    """Un número con rayas o ceros delante, siempre igual («ut», «645» y «2031»); de lo demás, nada.

    Con una raya que nadie teclea: un pedazo de fecha no es pedazo de otra.
    """
    if _CON_RAYAS.search(palabra) is None:
        return ""
    return f"{_RAYA}{_CEROS.sub('', _RAYAS.sub(_RAYA, palabra.strip('/.-,;:()')))}{_RAYA}"


def _como_este_escrita(palabra: str) -> str:
    """Lo que la señala en un texto, tenga ahí las rayas y ceros que tenga."""
    tal_cual, numero = re.escape(palabra), _sin_ceros(palabra)
    if not numero:
        return tal_cual
    partes = "[/.-]+".join(f"0*{re.escape(parte)}" for parte in numero.strip(_RAYA).split(_RAYA))
    return rf"{tal_cual}|(?<!\d){partes}"


@congelado
class Hallable:
    """Algo escrito: de qué año y trimestre (None: de todo el año), dónde está y qué dice.

    `donde` lo dice en palabras («1.2 paso 2»); `tambien` es lo que además lo halla sin que se lea.
    """

    ejercicio: int
    numero: int | None
    sitio: Sitio
    texto: str
    donde: str = ""
    tambien: str = ""

    @property
    def cuando(self) -> str:
        """«2º trimestre 2031», o «2031»."""
        return f"{self.numero}º trimestre {self.ejercicio}" if self.numero else str(self.ejercicio)


@congelado
class Hallado:
    """Lo hallado y las palabras, ya llanas, con que se halló."""

    que: Hallable
    palabras: tuple[str, ...]

    @property
    def tramos(self) -> tuple[tuple[int, int], ...]:
        """Los pedazos de su texto (desde, hasta) que se buscaban, en orden y sin encimarse."""
        alguna = re.compile("|".join(map(_como_este_escrita, self.palabras)))
        return tuple(hallazgo.span() for hallazgo in alguna.finditer(letra_por_letra(self.que.texto)))


class Indice:
    """Todo lo que se puede hallar, con sus palabras; lo que va antes se halla antes."""

    def __init__(self, hallables: Sequence[Hallable]) -> None:
        self._hallables = tuple(hallables)
        self._fichas = [
            letra_por_letra(f"{h.texto} {h.donde} {h.cuando} {h.tambien}") for h in self._hallables
        ]
        fichas_de: defaultdict[str, list[int]] = defaultdict(list)
        for cual, ficha in enumerate(self._fichas):
            palabras = set(ficha.split())
            numeros = {numero for palabra in palabras if (numero := _sin_ceros(palabra))}
            for palabra in palabras | numeros:
                fichas_de[palabra].append(cual)
        self._fichas_de = list(fichas_de.values())
        # Todas las palabras en una tira: buscar un pedazo en ellas es una sola pasada
        self._tira = "\n".join(fichas_de)
        self._inicios = list(accumulate((len(palabra) + 1 for palabra in fichas_de), initial=0))

    def buscar(self, texto: str, tope: int = TOPE) -> tuple[Hallado, ...]:
        """Lo que lleva todas esas palabras, o pedazos, en cualquier orden; a lo más `tope`."""
        sueltas = letra_por_letra(unicodedata.normalize("NFC", texto)).split()
        palabras = tuple(sorted(set(sueltas), key=len, reverse=True))
        if not palabras:
            return ()
        cortas = [palabra for palabra in palabras if len(palabra) <= _CORTA]
        candidatas = self._candidatas(palabras[: len(palabras) - len(cortas)])
        if cortas:
            candidatas = (n for n in candidatas if all(corta in self._fichas[n] for corta in cortas))
        return tuple(Hallado(self._hallables[n], palabras) for n in islice(candidatas, tope))

    def _candidatas(self, largas: Sequence[str]) -> Iterable[int]:
        """Las fichas que llevan todas las palabras largas; las cortas no descartan casi nada."""
        if not largas:
            return range(len(self._fichas))
        comunes = self._de(largas[0])
        for palabra in largas[1:]:
            comunes &= self._de(palabra)
        return sorted(comunes)

    def _de(self, palabra: str) -> set[int]:
        """Las fichas que la llevan, tal cual o con otras rayas y ceros; si le falta el final, también."""
        numero = _sin_ceros(palabra)
        if not numero:
            return self._con(palabra)
        return self._con(palabra) | self._con(numero if palabra.isdigit() else numero[:-1])

    def _con(self, pedazo: str) -> set[int]:
        """Las fichas donde alguna palabra contiene el pedazo."""
        listas: list[list[int]] = []
        desde = self._tira.find(pedazo)
        while desde >= 0:
            cual = bisect_right(self._inicios, desde) - 1
            listas.append(self._fichas_de[cual])
            desde = self._tira.find(pedazo, self._inicios[cual + 1])
        return set(chain.from_iterable(listas))
