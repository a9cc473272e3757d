"""Cuándo lo escrito en dos lugares es el mismo papel.

Lo enviado se numera aquí: su serie, número y año son uno solo, se escriban como se escriban. Lo recibido lo
numeran otros, y dos áreas pueden usar el mismo: es el mismo papel solo si viene de la misma. Lo que no lleva
número («S/N») nunca es otro que ya estaba.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Generic, TypeVar

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.plan.formas import Sentido
from ut_escritorio.dominio.trimestre.renglones import Folio, Parte

P = TypeVar("P")


def anio_del_libro(sentido: Sentido, folio: Folio, fecha: date | None, ejercicio: int) -> int:
    """El año del libro en que va: el de su número si lo enviamos, o el de su fecha.

    Uno lejano del ejercicio en que se anota no se cree. La remisión de diciembre es del libro de enero.
    """
    suyo = folio.anio if sentido == "enviado" else None
    if suyo is None and fecha is not None:
        suyo = fecha.year
    return suyo if suyo is not None and abs(suyo - ejercicio) <= 1 else ejercicio


def llave_del_papel(folio: Folio, ejercicio: int) -> tuple[object, ...]:
    """Lo que comparten dos escrituras que pueden ser el mismo papel; vacía si no lleva número."""
    if folio.sin_numero:
        return ()
    return folio.llave if folio.numero is not None else (ejercicio, *folio.llave)


def se_contradicen(unos: Sequence[Parte], otros: Sequence[Parte]) -> bool:
    """Si dos dicen de quién viene, y no es el mismo."""
    return bool(unos and otros and tuple(unos) != tuple(otros))


@congelado
class Igual(Generic[P]):
    """Uno que lleva la misma llave: cuál, si se envió o se recibió, y con quién."""

    papel: P
    sentido: Sentido
    con: tuple[Parte, ...] = ()


def el_mismo(sentido: Sentido, con: Sequence[Parte], iguales: Iterable[Igual[P]]) -> P | None:
    """De los que llevan la misma llave, el que es; None si ninguno, o si no se sabe cuál de varios.

    Quien no dice si lo envió o lo recibió habla del que haya; primero, del enviado.
    """
    posibles = [igual for igual in iguales if sentido in (igual.sentido, "") or not igual.sentido]
    for igual in posibles:
        if igual.sentido == "enviado":
            return igual.papel
    for igual in posibles:
        if sentido == "enviado" or (igual.sentido == sentido and igual.con == tuple(con)):
            return igual.papel
    de_quien = [igual.papel for igual in posibles if not se_contradicen(igual.con, con)]
    return de_quien[0] if len(de_quien) == 1 else None
