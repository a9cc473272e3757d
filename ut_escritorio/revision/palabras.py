"""Cómo nombra la revisión los datos, los meses y las listas largas."""

from __future__ import annotations

from collections.abc import Sequence

from ut_escritorio.dominio.palabras.redaccion import cantidad_de_lista, con_inicial, lista
from ut_escritorio.dominio.palabras.redaccion import mes as nombre_de_mes
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.plan.arbol import Forma

RENGLON = Sustantivo("renglón", "renglones")
OFICIO = Sustantivo("oficio", "oficios")
DE_UNA_VEZ = 5


_CAMPOS = {
    "medio": "el medio",
    "folios": "el número de oficio",
    "asunto": "el asunto",
    "fecha": "la fecha",
    "mes": "el mes o la fecha",
    "cantidad": "la cantidad",
    "cantidad_medio": "cuántos fueron",
    "personas": "las personas",
    "mujeres": "las mujeres",
    "hombres": "los hombres",
    "ni": "las personas no identificadas",
    "destinatario": "a quién va",
    "emisor": "quién lo emite",
    "origen": "de quién viene",
    "beneficiario": "a quién beneficia",
    "alcanzado": "el valor alcanzado",
    "programado": "lo programado",
    "leyenda": "la leyenda",
    "evidencia": "el número de la evidencia",
}


def nombre_de_campo(campo: str, forma: Forma | None = None) -> str:
    """Cómo se llama en pantalla un dato: por la etiqueta que le da su forma o, sin ella, por su nombre."""
    propias = {**forma.etiquetas, **{c.clave: c.etiqueta for c in forma.campos}} if forma else {}
    propia = propias.get(campo, "")
    return f"«{propia}»" if propia else _CAMPOS.get(campo, "un dato")


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
