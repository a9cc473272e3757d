"""Lo que el informe toma del libro de oficios: cuántos papeles de cada clase por mes, y cuáles fueron."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.plan.cifras import DelLibro
from ut_escritorio.dominio.plan.formas import Sentido


@congelado
class Contados:
    """Cuántos papeles de una clase se enviaron o se recibieron en un mes."""

    clase: str
    sentido: Sentido
    mes: int
    cuantos: int


@congelado
class Asentado:
    """Un papel del libro como se dice en la relación de un informe."""

    sentido: Sentido
    numero: str
    fecha: str
    con: str
    asunto: str


def cuantos_del_libro(contados: Iterable[Contados], fuente: DelLibro, meses: Collection[int]) -> int:
    """Cuántos papeles del libro son de los que una cifra cuenta, en esos meses."""
    return sum(c.cuantos for c in contados if c.mes in meses and es_de(fuente, c.clase, c.sentido))


def es_de(fuente: DelLibro, clase: str, sentido: Sentido) -> bool:
    """Si un papel de esa clase es de los que una cifra cuenta."""
    return sentido == fuente.sentido and llano(clase) in map(llano, fuente.clases)
