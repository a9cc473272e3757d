"""Lo que extraña de un oficio que se envía y se toma igual: su año, su día y el orden de su número."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Protocol, TypeVar

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.redaccion import fecha_corta, los_de_cada, unas
from ut_escritorio.dominio.trimestre.renglones import Folio


class _ConFecha(Protocol):
    @property
    def folio(self) -> Folio: ...
    @property
    def fecha(self) -> date | None: ...


F = TypeVar("F", bound=_ConFecha)


@congelado
class Numerado:
    """Un oficio del libro con su número: su fecha, a quién va y si algún informe lo dice."""

    folio: Folio
    fecha: date | None = None
    con: str = ""
    dicho: bool = True


def volteados(de_una_serie: Iterable[F]) -> list[tuple[F, F]]:
    """De los de una serie y un año, los que van seguidos por su número y no por su fecha."""
    en_orden = sorted(de_una_serie, key=lambda cada: (cada.folio.numero or 0, cada.folio.bis))
    fechados = [(cada, cada.fecha) for cada in en_orden if cada.fecha]
    return [(uno, otro) for (uno, antes), (otro, despues) in pairwise(fechados) if antes > despues]


def fuera_de_orden(folio: Folio, fecha: date | None, otros: Iterable[Numerado]) -> str:
    """El que va junto a ese número y no junto a su fecha; vacío si van en orden."""
    suyo = Numerado(folio, fecha)
    serie = (cada for cada in otros if _es_de_su_serie(cada.folio, folio) and cada.folio.llave != folio.llave)
    for uno, otro in volteados([*serie, suyo]) if fecha and folio.numero is not None else ():
        if suyo in (uno, otro):
            vecino, va = (uno, "antes") if otro is suyo else (otro, "después")
            return f"{vecino.folio.texto}, que va {va}, es del {fecha_corta(vecino.fecha or date.min)}."
    return ""


def _es_de_su_serie(uno: Folio, otro: Folio) -> bool:
    return (uno.en_serie, uno.anio) == (otro.en_serie, otro.anio)


def solo_en_el_libro(folios: Iterable[Folio], otros: Iterable[Numerado]) -> str:
    """De quién son los números que el libro ya tiene y ningún informe dice; vacío si ninguno."""
    del_libro: dict[object, Numerado] = {}
    for cada in otros:
        if not cada.dicho and cada.folio.numero is not None:
            del_libro.setdefault(cada.folio.llave, cada)
    suyos = (del_libro[folio.llave] for folio in folios if folio.llave in del_libro)
    de_quien = los_de_cada((cada.con, cada.folio.texto) for cada in suyos)
    return " ".join(_ya_en_el_libro(textos, con) for con, textos in de_quien.items())


def _ya_en_el_libro(textos: Sequence[str], con: str) -> str:
    para, uno = f", para {con}" if con else "", len(textos) == 1
    esos = "es ese mismo oficio" if uno else "son esos mismos oficios"
    return f"{unas(textos)} ya {'está' if uno else 'están'} en el libro{para}: {esos}."


def de_otro_anio(folios: Iterable[Folio], anio: int) -> str:
    """Los que dicen otro año que el suyo; vacío si ninguno."""
    por_anio = los_de_cada((folio.anio, folio.texto) for folio in folios if folio.anio not in (None, anio))
    return " ".join(
        f"{unas(textos)} {'es' if len(textos) == 1 else 'son'} de {otro}, no de {anio}."
        for otro, textos in por_anio.items()
    )


def que_no_llega(fecha: date | None, hoy: date) -> str:
    """El día que todavía no llega; vacío si ya llegó."""
    return "" if fecha is None or fecha <= hoy else f"Todavía no llega el {fecha_corta(fecha)}."
