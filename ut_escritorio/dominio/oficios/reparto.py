"""Un escaneo de muchos acuses, repartido: qué hojas son de qué oficio."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.trimestre.renglones import leer_folio


@congelado
class Parte:
    """Unas hojas (desde 1) y el oficio de que son; sin él, de ninguno.

    `ya`: los números de los oficios que ya tienen alguna de esas hojas.
    """

    hojas: tuple[int, ...]
    de: EnElLibro | None
    ya: tuple[str, ...] = ()


def repartibles(filas: Iterable[EnElLibro]) -> tuple[EnElLibro, ...]:
    """Los oficios que pueden tener acuse, por su número."""
    salieron = (f for f in filas if f.oficio.sentido == "enviado" and f.oficio.folio)
    con_acuse = (f for f in salieron if f.oficio.cancelado is None)
    return tuple(sorted(con_acuse, key=lambda fila: leer_folio(fila.oficio.folio).llave))


def repartir(
    hojas: int,
    de_cuantas: int,
    en_blanco: Collection[int],
    oficios: Sequence[EnElLibro],
    desde: str,
    puestos: Mapping[int, str],
    ya: Mapping[int, str] = MappingProxyType({}),
) -> tuple[Parte, ...]:
    """Cada tantas hojas, el oficio que sigue, desde uno (su uid); las hojas en blanco no son de nadie.

    Se saltan los que ya tienen acuse. `puestos`: de cuál dijo ella que son las de una parte (desde 0; vacío,
    de ninguno); las que siguen van tras ese. `ya`: de qué número es acuse, desde antes, una hoja; si ella no
    dice de cuál es la parte que la lleva, no se propone a otro.
    """
    lugar_de = {fila.oficio.uid: n for n, fila in enumerate(oficios)}
    sigue = lugar_de.get(desde, len(oficios))
    partes: list[Parte] = []
    for cual, suyas in enumerate(juntas(hojas, de_cuantas, en_blanco)):
        de_antes = tuple(dict.fromkeys(ya[hoja] for hoja in suyas if hoja in ya))
        if cual in puestos:
            lugar = lugar_de.get(puestos[cual])
        elif de_antes:
            lugar = None
        else:
            lugar = next((n for n in range(sigue, len(oficios)) if oficios[n].le_cabe_acuse), None)
            sigue = len(oficios) if lugar is None else sigue
        if lugar is not None:
            sigue = lugar + 1
        partes.append(Parte(suyas, None if lugar is None else oficios[lugar], de_antes))
    return tuple(partes)


def juntas(hojas: int, de_cuantas: int, en_blanco: Collection[int]) -> tuple[tuple[int, ...], ...]:
    """Las hojas de cada parte: de tantas en tantas, sin las que están en blanco."""
    utiles = [hoja for hoja in range(1, hojas + 1) if hoja not in en_blanco]
    return tuple(tuple(utiles[n : n + de_cuantas]) for n in range(0, len(utiles), de_cuantas))


def repetidos(partes: Iterable[Parte]) -> tuple[str, ...]:
    """Los números a que les tocan hojas más de una vez."""
    folios = [parte.de.oficio.folio for parte in partes if parte.de]
    return tuple(dict.fromkeys(folio for folio in folios if folios.count(folio) > 1))


def sin_acuse_todavia(oficios: Sequence[EnElLibro], partes: Iterable[Parte]) -> tuple[str, ...]:
    """Los números que, entre el primero y el último que se reparten, se quedan sin acuse."""
    return tuple(f.oficio.folio for f in _de_en_medio(oficios, partes) if f.le_cabe_acuse)


def saltados(oficios: Sequence[EnElLibro], desde: str, partes: Iterable[Parte]) -> tuple[str, ...]:
    """Los números que, desde ese hasta el último que se reparte, no se propusieron por tener ya su acuse."""
    return tuple(f.oficio.folio for f in _de_en_medio(oficios, partes, desde) if not f.le_cabe_acuse)


def _de_en_medio(
    oficios: Sequence[EnElLibro], partes: Iterable[Parte], desde: str = ""
) -> tuple[EnElLibro, ...]:
    """Los que no tienen hojas, entre el primero (o `desde`) y el último que sí."""
    con_hojas = {parte.de.oficio.uid for parte in partes if parte.de}
    if not con_hojas:
        return ()
    lugares = [n for n, fila in enumerate(oficios) if fila.oficio.uid in {*con_hojas, desde}]
    entre = oficios[min(lugares) : max(lugares) + 1]
    return tuple(fila for fila in entre if fila.oficio.uid not in con_hojas)
