"""Lo escrito sin acentos ni mayúsculas: así se compara, se ordena y se busca."""

from __future__ import annotations

import unicodedata


class _Llaneza(dict[int, str]):
    """Cada letra en minúscula y sin su acento, y las comillas y guiones en los de siempre; una por una."""

    def __missing__(self, codigo: int) -> str:
        letra = _SIGNOS.get(chr(codigo), chr(codigo))
        base = unicodedata.normalize("NFD", letra)[0].lower()
        self[codigo] = base if len(base) == 1 else letra
        return self[codigo]


_SIGNOS = {**dict.fromkeys("–—‐‑‒−", "-"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’‚`´", "'")}
_LLANEZA = _Llaneza()


def letra_por_letra(texto: str) -> str:
    """El texto llano que mide lo mismo, para señalar en el escrito lo que se halló en el llano."""
    return texto.translate(_LLANEZA)


def llano(texto: str) -> str:
    """El texto sin acentos, mayúsculas ni espacios a los lados."""
    junto = letra_por_letra(unicodedata.normalize("NFC", texto))
    if junto.isascii():  # como casi todo: sin ningún acento suelto
        return junto.strip()
    return "".join(letra for letra in junto if not unicodedata.combining(letra)).strip()


def lleva(texto: str, palabras: str) -> bool:
    """Si el texto lleva todas esas palabras, o pedazos, en cualquier orden."""
    dicho = llano(texto)
    return all(palabra in dicho for palabra in llano(palabras).split())
