"""El valor alcanzado de una actividad: un porcentaje con dos decimales cuando más; leerlo y decirlo."""

from __future__ import annotations

import re
from decimal import Decimal

from ut_escritorio.errores import ValorInvalido

TOPE, CIEN = 1000, 100
_PORCENTAJE = re.compile(r"[0-9]{1,6}([.,][0-9]+)?")
_CON_SU_SIGNO = re.compile(r"(?<=[0-9]) %")
_CON_MILES = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")


def leer_porcentaje(texto: str) -> Decimal | None:
    """El porcentaje escrito («30 %», «27,5», «1,000»); None si está vacío; ValorInvalido si no puede ser."""
    limpio = texto.strip().removesuffix("%").strip()
    if not limpio:
        return None
    if _CON_MILES.fullmatch(limpio):
        limpio = limpio.replace(",", "")
    if not _PORCENTAJE.fullmatch(limpio):
        raise ValorInvalido(f"«{texto.strip()[:40]}» no es un porcentaje; escriba por ejemplo 30.")
    return revisar_porcentaje(Decimal(limpio.replace(",", ".")))


def decir_porcentaje(valor: Decimal | None) -> str:
    """«30», «27.5»; vacío si no hay."""
    return "" if valor is None else f"{valor.normalize():f}"


def con_signo(valor: Decimal) -> str:
    """«27.5 %»."""
    return f"{decir_porcentaje(valor)} %"


def sin_partir(texto: str) -> str:
    """El texto con cada número unido a su «%»: en una celda angosta no cae solo en otro renglón."""
    return _CON_SU_SIGNO.sub("\u00a0%", texto)


def en_duda(texto: str, valor: Decimal) -> str:
    """Lo que se pregunta del que es menos de 1 y no lleva su signo: suele ser cien veces más; o vacío."""
    if not 0 < valor < 1 or texto.strip().endswith("%"):
        return ""
    este, otro = con_signo(valor), con_signo(valor * 100)
    return f"¿{este} o {otro}? Si de verdad es menos de 1 %, escríbalo con su signo: {este}"


def son_limites(minimo: Decimal, maximo: Decimal) -> bool:
    """Si del uno al otro % de una meta puede decirse que va bien: cien siempre va bien."""
    return 0 <= minimo <= CIEN <= maximo


def leer_limites(desde: str, hasta: str) -> tuple[Decimal, Decimal]:
    """Del qué al qué % de su meta va bien; ValorInvalido si falta alguno o no pueden ser."""
    minimo, maximo = leer_porcentaje(desde), leer_porcentaje(hasta)
    if minimo is None or maximo is None or not son_limites(minimo, maximo):
        raise ValorInvalido("Escriba un % de hasta 100 y otro de 100 o más, por ejemplo 90 y 110.")
    return minimo, maximo


def revisar_porcentaje(valor: Decimal) -> Decimal:
    """Devuelve el porcentaje si puede serlo: de 0 a 1,000, con dos decimales cuando más."""
    if not valor.is_finite() or not 0 <= valor <= TOPE:
        raise ValorInvalido(f"«{valor}» no puede ser; escriba un porcentaje de 0 a {TOPE:,}.")
    if valor != round(valor, 2):
        raise ValorInvalido(f"«{valor}» lleva más de dos decimales; escriba por ejemplo {round(valor, 2)}.")
    return valor + 0  # «1E+2» se guarda como 100, y -0 como 0
