"""El texto de la oficina, listo para imprimirse: sin caracteres de control y sin perder ninguno."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ut_escritorio.dominio.palabras.limpieza import DE_WORD, LIGAS

SIN_GLIFO = "□"
_SALTOS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_RAROS = re.compile(r"[^\n\t -~¡-¬®-ÿĀ-ɏ–—‘’“”…•✓]")
_FIJOS = "\u00a0\u2007\u202f"


def limpio(texto: str) -> str:
    """El texto que se imprime: controles como espacio, saltos como `\\n`, letras compuestas, ligas sueltas.

    Desaparece solo lo que no tiene figura (uniones y marcas de dirección); un sustituto suelto,
    que ningún archivo puede guardar, queda como signo de reemplazo.
    """
    if _RAROS.search(texto) is None:
        return texto
    sin_sustitutos = texto.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "".join(map(_signo, unicodedata.normalize("NFC", _SALTOS.sub("\n", sin_sustitutos))))


def en_una_linea(texto: str) -> str:
    """El texto limpio con sus saltos y tabuladores como espacios: marcadores y metadatos."""
    return " ".join(limpio(texto).split())


@lru_cache(maxsize=4096)
def _signo(caracter: str) -> str:
    if caracter in "\n\t":
        return caracter
    if caracter in _FIJOS:
        return "\u00a0"
    if caracter == "\u2011":  # guion que no se separa: la línea nunca se parte en un guion
        return "-"
    match unicodedata.category(caracter):
        case "Cc" | "Zs":
            return " "
        case "Cf" | "Mn" if _no_se_ve(caracter):
            return ""
        case _:  # lo que otra versión guardó sin limpiar también se lee
            return LIGAS.get(caracter) or DE_WORD.get(caracter, caracter)


def _no_se_ve(caracter: str) -> bool:
    return unicodedata.category(caracter) == "Cf" or "\ufe00" <= caracter <= "\ufe0f"
