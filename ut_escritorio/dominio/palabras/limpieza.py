"""La limpieza de todo lo que entra, se teclee, se pegue, se suelte o se cargue: una para todos los campos.

Quita lo que no se ve y cambia los signos raros por los de siempre; ninguna letra se pierde.
"""

from __future__ import annotations

import re
import unicodedata

_LLANO = r"[\n\t -_a-~¡-¬®-ɏ–—‘’“”…•]*"
_PARTIDA = "\u00ad[ \t]*(?:\r\n|[\n\r\v\f\x85\u2028\u2029])[ \t]*"
_SALTOS = "\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]"
LIGAS = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
# Las viñetas y palomas de Word, que fuera de sus letras no tienen figura.
DE_WORD = {**dict.fromkeys("\uf0b7\uf0a7\uf076\uf0d8", "•"), "\uf0fc": "✓"}
_SIGNOS = {
    **DE_WORD,
    **dict.fromkeys("„‟″‶＂", '"'),
    **dict.fromkeys("‚‛′‵ʹʼ`", "'"),
    **dict.fromkeys("‐‑‒−", "-"),
}


def limpio(texto: str) -> str:
    """El texto en un solo renglón, sin espacios a los lados ni repetidos: un nombre, un número, un asunto."""
    return " ".join(limpio_por_renglones(texto).split())


def limpio_al_teclear(texto: str) -> str:
    """El texto de un renglón mientras se escribe: los espacios de las orillas aún pueden servir."""
    return re.sub(r" *\n[ \n]*|\t", " ", limpio_por_renglones(texto))


def limpio_por_renglones(texto: str) -> str:
    """El texto con sus renglones y sus espacios donde ella los puso: un párrafo libre."""
    if re.fullmatch(_LLANO, texto):
        return texto
    juntas = re.sub(_SALTOS, "\n", re.sub(_PARTIDA, "", texto))
    sin_sustitutos = juntas.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "".join(map(_signo, unicodedata.normalize("NFC", sin_sustitutos)))


def _signo(signo: str) -> str:
    if signo in "\n\t":
        return signo
    match unicodedata.category(signo):
        case "Zs":
            return " "
        case "Cc" | "Cf":
            return ""
        case "Mn" if "\ufe00" <= signo <= "\ufe0f":
            return ""
        case _:
            return LIGAS.get(signo) or _SIGNOS.get(signo, signo)
