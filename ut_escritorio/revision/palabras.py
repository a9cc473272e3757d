"""Cómo nombra la revisión los meses y lo que cuenta."""

from __future__ import annotations

from ut_escritorio.dominio.palabras.redaccion import cantidad_de_lista, con_inicial
from ut_escritorio.dominio.palabras.redaccion import mes as nombre_de_mes
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo

RENGLON = Sustantivo("renglón", "renglones")
OFICIO = Sustantivo("oficio", "oficios")


def cuando(mes: int | None) -> str:
    """«junio»; sin mes, «en el trimestre»."""
    return nombre_de_mes(mes) if mes else "en el trimestre"


def cuantos(numero: int, cosa: Sustantivo) -> str:
    """«11 oficios»; «Un renglón»: así empieza una frase."""
    return con_inicial(cantidad_de_lista(numero, cosa))
