"""Cómo se dice qué clase de cosa se escribió en un TOML, cuál debía ser y cuál se le parece."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ut_escritorio.dominio.trimestre.fechas import leer_fecha

_EN_PALABRAS = {
    str: ("un texto entre comillas", '"…"'),
    int: ("un número entero", "12"),
    bool: ("true o false", "true"),
    date: ("una fecha sin comillas", "2001-01-31"),
    list: ("una lista entre corchetes", "[…]"),
    dict: ("una tabla", "{…}"),
    Decimal: ("un número", "30"),
}
_NUMERO = re.compile(r"\d+(,\d{3})*(\.\d+)?")
_SON = {str: "un texto", int: "un número", bool: "verdadero o falso", list: "una lista", dict: "una tabla"}


def nombre_de_clase(clase: type) -> str:
    """Cómo se llama lo que debe escribirse: «un texto entre comillas»."""
    return _EN_PALABRAS[clase][0]


def ejemplo_de(clase: type) -> str:
    """Cómo se escribe algo de esa clase."""
    return _EN_PALABRAS[clase][1]


def que_es(escrito: object) -> str:
    """Cómo se llama lo que se escribió."""
    return next((palabras for clase, palabras in _SON.items() if es(escrito, clase)), f"«{escrito}»")


def es(escrito: object, clase: type) -> bool:
    """Si lo escrito es de esa clase, sin confundir verdadero con 1 ni una hora con un día."""
    if clase is bool or isinstance(escrito, bool):
        return clase is bool and isinstance(escrito, bool)
    if clase is Decimal:
        return isinstance(escrito, (int, Decimal))
    return isinstance(escrito, clase) and not isinstance(escrito, datetime)


def como_se_escribe(escrito: object, clase: type) -> str:
    """Cómo se escribe, siendo de esa clase, lo que se escribió de otra; si no se puede, un ejemplo."""
    sin_comillas = str(escrito).strip()
    if clase is str and (es(escrito, Decimal) or isinstance(escrito, date)):
        return f'Póngale comillas: "{escrito}".'
    if clase in (int, Decimal) and es(escrito, str) and _NUMERO.fullmatch(sin_comillas):
        return f"Quítele las comillas: {sin_comillas.replace(',', '')}."
    if clase is bool:
        return "Escriba true o false, sin comillas."
    if clase is list and es(escrito, str):
        return f'Póngalo entre corchetes: ["{escrito}"].'
    return f"Escríbalo como {ejemplo_de(clase)}."


def que_tiene_esa_fecha(escrita: str) -> tuple[str, str]:
    """Qué está mal en una fecha escrita entre comillas, y cómo se escribe."""
    dia = leer_fecha(escrita, date.min)
    if dia is None:
        return f"el día «{escrita}» no existe en el calendario.", "Escríbala como 2001-01-31, sin comillas."
    return f"«{escrita}» es un texto y debe ser una fecha.", f"Escriba {dia}, sin comillas."


def senas(datos: dict[str, Any], posicion: int) -> str:
    """Con qué se reconoce una tabla de una lista: su número, su clave o su posición y su lugar."""
    for sena in (datos.get("numero"), datos.get("clave")):
        if sena and (es(sena, str) or es(sena, int)):
            return str(sena)
    lugar = datos.get("lugar")
    return f"{posicion} ({lugar})" if es(lugar, str) else str(posicion)
