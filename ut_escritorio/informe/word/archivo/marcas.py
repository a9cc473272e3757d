"""Un marcador de Word por cada origen: por él se sabe de qué dato salió lo que ahí se lee."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from ut_escritorio.dominio.origen import Origen
from ut_escritorio.informe.word.nodos import Nodo, nodo


def nombre_de_marca(origen: Origen, vez: int = 1) -> str:
    """El del marcador de un origen, o de la vez que sea en que sale; Word no lo enseña en su lista.

    Word solo admite letras, números y rayas, hasta cuarenta; un origen puede llevar de todo.
    """
    nombre = f"_ut_{sha256(origen.encode()).hexdigest()[:24]}"
    return nombre if vez == 1 else f"{nombre}_{vez}"


class Marcas:
    """Los marcadores de un documento, que se van numerando."""

    def __init__(self) -> None:
        self._numero = 0
        self._veces: Counter[Origen] = Counter()

    def alrededor(self, origen: Origen, nodos: Sequence[Nodo]) -> list[Nodo]:
        """Lo mismo, entre el principio y el fin de su marcador; sin origen, tal cual."""
        if not origen or not nodos:
            return list(nodos)
        self._numero += 1
        self._veces[origen] += 1
        nombre = nombre_de_marca(origen, self._veces[origen])
        desde = nodo("w:bookmarkStart", id=self._numero, name=nombre)
        return [desde, *nodos, nodo("w:bookmarkEnd", id=self._numero)]
