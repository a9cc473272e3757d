"""De lo enviado, lo que aún no se imprime, lo que espera respuesta y lo que ya la tiene."""

from __future__ import annotations

from datetime import date

from ut_escritorio.dominio.congelado import congelado

DIAS_DE_ESPERA = 10
"""Los días hábiles que se espera una respuesta sin día, mientras la oficina no diga otros."""


@congelado
class PorContestar:
    """Un oficio enviado que espera respuesta: cuándo se envió y, si se le puso, antes de qué día."""

    oficio: str
    folio: str
    fecha: date | None = None
    antes_del: date | None = None


@congelado
class PorImprimir:
    """Una carta que aún no se imprime y un área a la que va; sin fecha, es de hoy."""

    oficio: str
    folio: str
    area: str
    fecha: date | None = None


@congelado
class Papel:
    """Un oficio del libro: cuál es, su número y, si se sabe, su fecha."""

    oficio: str
    folio: str
    fecha: date | None = None


@congelado
class Contestado:
    """Un oficio y el que se anotó que lo contesta."""

    oficio: Papel
    respuesta: Papel
