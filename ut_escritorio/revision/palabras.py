"""Cómo nombra la revisión los meses y las listas largas."""

from __future__ import annotations

from collections.abc import Sequence

from ut_escritorio.dominio.palabras.redaccion import cantidad_de_lista, con_inicial, lista
from ut_escritorio.dominio.palabras.redaccion import mes as nombre_de_mes
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo

RENGLON = Sustantivo("renglón", "renglones")
OFICIO = Sustantivo("oficio", "oficios")
DE_UNA_VEZ = 5


def cuando(mes: int | None) -> str:
    """«junio»; sin mes, «en el trimestre»."""
    return nombre_de_mes(mes) if mes else "en el trimestre"


def unas(cosas: Sequence[str]) -> str:
    """La lista entera si es corta; si no, las primeras «y 8 más»."""
    if len(cosas) <= DE_UNA_VEZ + 1:
        return lista(cosas)
    return f"{', '.join(cosas[:DE_UNA_VEZ])} y {len(cosas) - DE_UNA_VEZ} más"


def cuantos(numero: int, cosa: Sustantivo) -> str:
    """«11 oficios»; «Un renglón»: así empieza una frase."""
    return con_inicial(cantidad_de_lista(numero, cosa))
