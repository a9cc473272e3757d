"""Un marcador de Word por cada origen: por él se sabe de qué dato salió lo que ahí se lee."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from itertools import count

from docx.oxml.ns import qn

from ut_escritorio.dominio.origen import Origen
from ut_escritorio.informe.pdf.papel.signos import en_una_linea
from ut_escritorio.informe.word.nodos import Nodo, nodo


def nombre_de_marca(origen: Origen, vez: int = 1) -> str:
    """El del marcador de un origen, o de la vez que sea en que sale; Word no lo enseña en su lista.

    Word solo admite letras, números y rayas, hasta cuarenta; un origen puede llevar de todo.
    """
    nombre = f"_ut_{sha256(origen.encode()).hexdigest()[:24]}"
    return nombre if vez == 1 else f"{nombre}_{vez}"


def marca_de_parte(numero: int) -> str:
    """El de la parte con ese número (desde 0), por el que el índice sabe en qué hoja empieza."""
    return f"_ut_parte_{numero}"


def ponlos_al_principio(marcadores: Sequence[Nodo], nodos: Sequence[Nodo]) -> None:
    """Los deja dentro del primer párrafo: entre dos, no se sabría de cuál de las dos hojas son."""
    parrafo = next((cada for hecho in nodos for cada in hecho.iter(qn("w:p"))), None)
    if parrafo is not None:
        for lugar, marcador in enumerate(marcadores, start=len(parrafo.findall(qn("w:pPr")))):
            parrafo.insert(lugar, marcador)


class Marcas:
    """Los marcadores de un documento, que se van numerando."""

    def __init__(self, *, con_indice: bool) -> None:
        self._numero = 0
        self._partes = count() if con_indice else None
        self._veces: Counter[Origen] = Counter()

    def de_parte(self, marcador: str) -> list[Nodo]:
        """Los de una parte que el índice puede nombrar, en el orden en que empiezan; si no puede, nada."""
        if self._partes is None or not en_una_linea(marcador):
            return []
        self._numero += 1
        nombre = marca_de_parte(next(self._partes))
        return [
            nodo("w:bookmarkStart", id=self._numero, name=nombre),
            nodo("w:bookmarkEnd", id=self._numero),
        ]

    def alrededor(self, origen: Origen, nodos: Sequence[Nodo]) -> list[Nodo]:
        """Lo mismo, entre el principio y el fin de su marcador; sin origen, tal cual."""
        if not origen or not nodos:
            return list(nodos)
        self._numero += 1
        self._veces[origen] += 1
        nombre = nombre_de_marca(origen, self._veces[origen])
        desde = nodo("w:bookmarkStart", id=self._numero, name=nombre)
        return [desde, *nodos, nodo("w:bookmarkEnd", id=self._numero)]
