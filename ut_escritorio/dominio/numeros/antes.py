"""Los números del trimestre anterior, mes con mes, para tenerlos a la vista."""

from __future__ import annotations

from dataclasses import replace

from ut_escritorio.dominio.numeros.evaluacion import valor_en
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre


def casilla_antes(casilla: Casilla) -> Casilla:
    """La misma casilla un trimestre antes: abril pasa a enero; enero, a octubre."""
    mes = casilla.mes and (casilla.mes - 4) % 12 + 1
    return replace(casilla, trimestre=(casilla.trimestre - 2) % 4 + 1, mes=mes)


def valor_antes(foto: FotoTrimestre, casilla: Casilla) -> int | None:
    """Lo que esa casilla valió un trimestre antes; None si no se sabe, o entonces no se contaba.

    `foto` es de cualquier trimestre del año en que cae el anterior.
    """
    antes = casilla_antes(casilla)
    if antes.cifra not in foto.plan.cifra:
        return None
    trimestre = Trimestre(foto.trimestre.ejercicio, antes.trimestre)
    valor = valor_en(foto, trimestre, antes.cifra, antes.mes, antes.sexo)
    return valor.entero if valor.completo else None
