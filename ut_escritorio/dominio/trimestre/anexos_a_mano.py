"""Los anexos que un texto escrito a mano nombra, y el mismo texto con los números que hoy les tocan."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.anexos import Anexos, dichos

_CITA = re.compile(
    r"(?P<con>\b(?:el|los|del|de los|al|a los)\s+)?\b(?P<que>anexo)(?P<s>s?)(?P<aire>\s+)"
    r"(?P<cuales>(?:[0-9]+(?:\s*(?:,|y|e|al?)\s*)?)*[0-9]+)",
    re.IGNORECASE,
)
_ARTICULOS = {"el": "los", "del": "de los", "al": "a los"}
_DE_UNO = {varios: uno for uno, varios in _ARTICULOS.items()}
_NUMEROS = re.compile(r"([0-9]+)(?:\s*al?\s*([0-9]+))?")
_A_LO_MAS = 1000


def citados(texto: str) -> frozenset[int]:
    """Los números de anexo que un texto dice: «Anexos 1, 3 y 5 a 7»."""
    return frozenset(numero for cita in _CITA.finditer(texto) for numero in _numeros(cita["cuales"]))


def suyos(anexos: Anexos, uids: Iterable[str]) -> frozenset[int]:
    """Los números de los anexos de unos renglones."""
    return frozenset(n for uid in uids for n in anexos.citas.get(Origen("renglon", uid), ()))


def con_los_de_hoy(texto: str, hoy: Collection[int]) -> str | None:
    """El texto con los anexos de hoy en vez de los que dice; None si no se sabe cuál va en lugar de cuál.

    Se sabe si los nombra una sola vez, o si son tantos como los de hoy: entonces van en su orden. «Anexo 3 y
    4…» puede querer decir un anexo y cuatro de otra cosa: ese no se toca.
    """
    dice, citas = sorted(citados(texto)), list(_CITA.finditer(texto))
    dudosa = any(not cita["s"] and not cita["cuales"].isdigit() for cita in citas)
    if not dice or not hoy or set(dice) == set(hoy) or dudosa:
        return None
    if len(citas) == 1:
        return _CITA.sub(lambda cita: _cita(cita, hoy), texto)
    if len(dice) != len(hoy):
        return None
    cambia = dict(zip(dice, sorted(hoy), strict=True))
    return _CITA.sub(lambda cita: _cita(cita, {cambia[n] for n in _numeros(cita["cuales"])}), texto)


def de_hoy(hoy: Collection[int]) -> str:
    """«el 5», «los 1 a 4»: como se ofrece ponerlos."""
    return f"{'los' if len(hoy) > 1 else 'el'} {dichos(hoy).partition(' ')[2]}"


def _numeros(dichos_asi: str) -> Iterator[int]:
    for desde, hasta in _NUMEROS.findall(dichos_asi):
        ultimo = int(hasta or desde)
        if int(desde) <= ultimo <= _A_LO_MAS:
            yield from range(int(desde), ultimo + 1)


def _cita(cita: re.Match[str], numeros: Collection[int]) -> str:
    """La misma cita con otros números; «anexo» sigue escrito como lo escribió, y el artículo concuerda."""
    uno, que = len(numeros) == 1, cita["que"]
    palabra = que if uno else f"{que}{'S' if que.isupper() else 's'}"
    return f"{_articulo(cita['con'] or '', uno)}{palabra}{cita['aire']}{dichos(numeros).partition(' ')[2]}"


def _articulo(escrito: str, uno: bool) -> str:
    llano = " ".join(escrito.lower().split())
    cambia = (_DE_UNO if uno else _ARTICULOS).get(llano)
    if cambia is None:
        return escrito
    como_estaba = str.upper if escrito.strip().isupper() else str.capitalize if escrito[0].isupper() else str
    return f"{como_estaba(cambia)} "
