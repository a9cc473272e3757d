"""Buscar palabras en todo lo escrito, sin acentos ni mayúsculas: por pedazos, «645» halla «UT/0645/2031».

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
        alguna = re.compile("|".join(map(re.escape, self.palabras)))
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
            for palabra in set(ficha.split()):
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
        comunes = self._con(largas[0])
        for palabra in largas[1:]:
            comunes &= self._con(palabra)
        return sorted(comunes)

    def _con(self, pedazo: str) -> set[int]:
        """Las fichas donde alguna palabra contiene el pedazo."""
        listas: list[list[int]] = []
        desde = self._tira.find(pedazo)
        while desde >= 0:
            cual = bisect_right(self._inicios, desde) - 1
            listas.append(self._fichas_de[cual])
            desde = self._tira.find(pedazo, self._inicios[cual + 1])
        return set(chain.from_iterable(listas))
