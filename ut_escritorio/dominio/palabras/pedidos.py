"""Lo pedido, sin el pedirlo: de «actualizar el módulo Horarios», «el módulo Horarios»."""

from __future__ import annotations

import re

from ut_escritorio.dominio.palabras.redaccion import con_articulo

_VERBO = r"[a-záéíóúñ]{2,}(?:ar|er|ir|ír)(?:se|les?|l[oa]s?)?"
_ARTICULO = r"(?:el|la|los|las|un|una|unos|unas|su|sus|este|esta|estos|estas|dich[oa]s?|tod[oa]s?|cada)"
_PEDIR = re.compile(
    rf"(?:para\s+|que\s+se\s+|a\s+)?{_VERBO}(?:,?\s+(?:[yeou]\s+)?{_VERBO})*\s+(?={_ARTICULO}\s)",
    re.IGNORECASE,
)
_EL_PEDIRLO = re.compile(
    r"la\s+(?:actualización|publicación|modificación|corrección|carga|entrega|remisión|solicitud)\s+"
    r"(?P<de>del|de)\s+(?P<cosa>.+)",
    re.IGNORECASE | re.DOTALL,
)
_DONDE_VA_LA_COSA = re.compile(
    rf"(?:relativ[oa]s?|referentes?|concernientes?|correspondientes?|respecto) a {_VERBO} {_ARTICULO} \w+"
    rf"|(?:recibió|recibieron|llegó|llegaron|analizó|analizaron|revisó|revisaron)\b"
    rf"(?:(?!solicit|ped|pid|requ|exhort|para )[^.;:\n])*, (?P<pedir>{_VERBO} {_ARTICULO} \w+)",
    re.IGNORECASE,
)
_CON_ARTICULO = re.compile(rf"{_ARTICULO}\s", re.IGNORECASE)


def lo_pedido(asunto: str) -> str:
    """La cosa de que trata una petición, que es lo que después llega, se revisa y se manda.

    Lo que no se deja leer como petición queda como está.
    """
    cosa = asunto.strip().rstrip(".") if _pide(asunto) else asunto
    while (sin := _sin_pedir(cosa)) != cosa:
        cosa = sin
    return cosa


def pedir_donde_va_la_cosa(texto: str) -> str:
    """Lo que un texto dice pidiéndolo donde va la cosa («relativa a actualizar el módulo»); vacío si nada."""
    hallado = _DONDE_VA_LA_COSA.search(texto.replace("\n", " "))
    return (hallado["pedir"] or hallado[0]) if hallado else ""


def _pide(asunto: str) -> bool:
    return _sin_pedir(asunto.strip()) != asunto.strip()


def _sin_pedir(asunto: str) -> str:
    if pedir := _PEDIR.match(asunto):
        return asunto[pedir.end() :]
    hallado = _EL_PEDIRLO.match(asunto)
    if hallado is None:
        return asunto
    if hallado["de"].lower() == "del":
        return con_articulo(hallado["cosa"], "el")
    return hallado["cosa"] if _CON_ARTICULO.match(hallado["cosa"]) else asunto
