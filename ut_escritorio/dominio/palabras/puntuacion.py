"""La costura entre lo que ella escribió y la frase que lo lleva: un solo punto donde se juntan dos."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

# Lo que ya cierra una oración, con la comilla que lo encierre.
_CERRADO = re.compile(r"[.!?…][»”\"]?$")
_PUNTO_FINAL = re.compile(r"(?<![.\s])\.(?P<comilla>[»”\"]?)$")
_SIGUE = (",", ";", ":")
_ULTIMA = re.compile(r"[^\s(«“\"]*$")
_LETRAS_DE_ABREVIATURA = 3
_ABREVIADAS = frozenset({"admón", "admvo", "aprox", "depto", "direc", "fracc", "secc"})


class Pedazo(NamedTuple):
    """Un trozo de una frase; `dato`, si lo escribió ella."""

    texto: str
    dato: bool = False


def unir(pedazos: Iterable[Pedazo]) -> str:
    """La frase entera: donde un dato termina como oración y la frase sigue o se cierra, un solo signo."""
    llenos = [pedazo for pedazo in pedazos if pedazo.texto]
    despues = [*llenos[1:], Pedazo("")]
    dichos: list[str] = []
    ya_cerrada = False
    for pedazo, sigue in zip(llenos, despues, strict=False):
        texto = pedazo.texto[1:] if ya_cerrada else pedazo.texto
        ya_cerrada = pedazo.dato and not sigue.dato and _se_cierra(pedazo.texto, sigue.texto)
        if pedazo.dato and not sigue.dato and sigue.texto.startswith(_SIGUE):
            texto = _sin_su_punto(texto)
        dichos.append(texto)
    return "".join(dichos)


def _se_cierra(dato: str, sigue: str) -> bool:
    """Si el punto que sigue sobra: el dato ya trae el suyo."""
    return sigue.startswith(".") and not sigue.startswith("..") and _CERRADO.search(dato) is not None


def _sin_su_punto(dato: str) -> str:
    """El dato sin el punto con que ella lo terminó; el de una abreviatura («C.V.», «etc.») se queda."""
    hallado = _PUNTO_FINAL.search(dato)
    if hallado is None:
        return dato
    palabra = _ultima_palabra(dato[: hallado.start()])
    if "." in palabra or len(palabra) <= _LETRAS_DE_ABREVIATURA or palabra.lower() in _ABREVIADAS:
        return dato
    return dato[: hallado.start()] + hallado["comilla"]


def _ultima_palabra(texto: str) -> str:
    hallada = _ULTIMA.search(texto)
    return hallada[0] if hallada else ""
