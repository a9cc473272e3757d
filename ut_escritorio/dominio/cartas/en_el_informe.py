"""De qué trata una carta, dicho en la frase del informe que la cuenta."""

from __future__ import annotations

import re

from ut_escritorio.dominio.cartas.dicha import CartaDicha
from ut_escritorio.dominio.palabras.llano import llano

_SE_HACE = re.compile(r"se +(\w+) +(?=\S)", re.IGNORECASE)
_CAMPO = re.compile(r"\{[^}]*\}")
_RAIZ = 5
"""Con cuántas letras dos palabras son del mismo verbo: «convoca» y «convocando»."""
_PEDIR = ("solicit", "requer", "requier", "requir", "ped", "pid")
"""Como empiezan los verbos de pedir, que en una frase son el mismo: lo que se requiere se solicitó."""


def asunto_en_la_frase(dicha: CartaDicha, frase: str) -> str:
    """De qué trata, en un renglón que se dice así: como lo diga su plantilla o, si no, su asunto."""
    return dicha.en_el_informe or del_asunto(dicha.asunto, frase)


def del_asunto(asunto: str, frase: str) -> str:
    """El asunto de una carta dentro de una frase: sin el verbo que ella ya dice, y en minúscula.

    «Se solicita el acta», en «se solicitó a…», es «el acta», y «Se requiere el acta», también; unas siglas
    siguen como están.
    """
    hace = _SE_HACE.match(asunto)
    if hace is not None and _ya_lo_dice(hace[1], frase):
        return asunto[hace.end() :]
    return asunto[:1].lower() + asunto[1:] if asunto[1:2].islower() or asunto[1:2] == " " else asunto


def _ya_lo_dice(verbo: str, frase: str) -> bool:
    """Si la frase dice que eso mismo se hizo: «se solicitó», «solicitando»."""
    raiz = llano(verbo).rstrip("aeioun")[:_RAIZ]
    if len(raiz) < 2:
        return False
    raices = "|".join(_PEDIR) if llano(verbo).startswith(_PEDIR) else raiz
    dicho = llano(_CAMPO.sub(" ", frase))
    return re.search(rf"\b(se +({raices})\w*|({raices})\w*ndo)\b", dicho) is not None
