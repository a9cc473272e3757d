"""Buscar palabras en todo lo escrito, sin acentos ni mayúsculas: por pedazos, «645» halla «UT/0645/2031».

Las palabras que ella escribe se buscan tal cual; nada de lo que teclee es una orden.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.sitios import Sitio

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
    """Lo hallado y los tramos de su texto (desde, hasta) que se buscaban."""

    que: Hallable
    tramos: tuple[tuple[int, int], ...]


class _Llaneza(dict[int, str]):
    """Cada letra en minúscula y sin su acento; siempre una por una, para que los tramos coincidan."""

    def __missing__(self, codigo: int) -> str:
        letra = chr(codigo)
        base = unicodedata.normalize("NFD", letra)[0].lower()
        self[codigo] = base if len(base) == 1 else letra
        return self[codigo]


_LLANEZA = _Llaneza()


def llana(texto: str) -> str:
    """El texto sin acentos ni mayúsculas, letra por letra: mide lo mismo."""
    return texto.translate(_LLANEZA)


class Indice:
    """Todo lo que se puede hallar, con sus palabras; lo que va antes se halla antes."""

    def __init__(self, hallables: Sequence[Hallable]) -> None:
        self._hallables = tuple(hallables)
        self._fichas = [llana(f"{h.texto} {h.donde} {h.cuando} {h.tambien}") for h in self._hallables]
        self._en: dict[str, list[int]] = {}
        for cual, ficha in enumerate(self._fichas):
            for palabra in set(ficha.split()):
                self._en.setdefault(palabra, []).append(cual)
        self._palabras = list(self._en)
        # Todas en una tira: buscar un pedazo en ella es una sola pasada
        self._tira = "\n".join(self._palabras)
        self._inicios = [0]
        for palabra in self._palabras:
            self._inicios.append(self._inicios[-1] + len(palabra) + 1)

    def buscar(self, texto: str, tope: int = TOPE) -> tuple[Hallado, ...]:
        """Lo que lleva todas esas palabras, o pedazos, en cualquier orden; a lo más `tope`."""
        palabras = sorted(set(llana(unicodedata.normalize("NFC", texto)).split()), key=len, reverse=True)
        if not palabras:
            return ()
        hallados: list[Hallado] = []
        for cual in self._candidatas(palabras):
            if all(palabra in self._fichas[cual] for palabra in palabras):
                hallados.append(Hallado(self._hallables[cual], self._tramos(cual, palabras)))
                if len(hallados) == tope:
                    break
        return tuple(hallados)

    def _candidatas(self, palabras: Sequence[str]) -> Sequence[int]:
        """Las fichas que llevan las palabras largas; las cortas no descartan casi nada."""
        largas = [palabra for palabra in palabras if len(palabra) > _CORTA]
        if not largas:
            return range(len(self._fichas))
        comunes = set(self._con(largas[0]))
        for palabra in largas[1:]:
            comunes.intersection_update(self._con(palabra))
        return sorted(comunes)

    def _con(self, pedazo: str) -> Iterator[int]:
        """Las fichas donde alguna palabra contiene el pedazo."""
        desde = self._tira.find(pedazo)
        while desde >= 0:
            cual = bisect_right(self._inicios, desde) - 1
            yield from self._en[self._palabras[cual]]
            desde = self._tira.find(pedazo, self._inicios[cual + 1])

    def _tramos(self, cual: int, palabras: Sequence[str]) -> tuple[tuple[int, int], ...]:
        texto = self._fichas[cual][: len(self._hallables[cual].texto)]
        return tuple(sorted(tramo for palabra in palabras for tramo in _veces(texto, palabra)))


def _veces(texto: str, palabra: str) -> Iterator[tuple[int, int]]:
    desde = texto.find(palabra)
    while desde >= 0:
        yield desde, desde + len(palabra)
        desde = texto.find(palabra, desde + len(palabra))
