"""Leer los números de un texto por la cosa que cuentan: «6 oficios y un correo»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ut_escritorio.dominio.cifras import Sustantivo
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.redaccion import en_letra

_EN_LETRA = {en_letra(n): n for n in range(1000)} | {"un": 1, "una": 1, "veintiún": 21}
_NUMERO = r"\b(\d{1,6}|(?:[a-záéíóú]+ y )?[a-záéíóú]+)\s+"


@congelado
class Vocabulario:
    """Las cosas que se cuentan, por su singular y su plural en minúsculas."""

    cosas: Mapping[str, Sustantivo]
    patron: re.Pattern[str]

    def numeros(self, texto: str) -> dict[Sustantivo, frozenset[int]]:
        """Cada cosa que el texto cuenta, con los números que le pone."""
        hallados: dict[Sustantivo, frozenset[int]] = {}
        for escrito, cosa in self.patron.findall(texto.lower()):
            numero = int(escrito) if escrito.isdecimal() else _EN_LETRA.get(escrito)
            if numero is not None:
                sustantivo = self.cosas[cosa]
                hallados[sustantivo] = hallados.get(sustantivo, frozenset()) | {numero}
        return hallados


@lru_cache(maxsize=16)
def vocabulario_de(sustantivos: tuple[Sustantivo, ...]) -> Vocabulario:
    """El vocabulario de unas cosas; si dos se dicen igual, vale la primera."""
    cosas: dict[str, Sustantivo] = {}
    for sustantivo in sustantivos:
        for palabra in (sustantivo.singular.lower(), sustantivo.plural.lower()):
            cosas.setdefault(palabra, sustantivo)
    # La más larga primero: «recursos de revisión» antes que «recursos».
    nombres = "|".join(re.escape(nombre) for nombre in sorted(cosas, key=len, reverse=True))
    return Vocabulario(cosas, re.compile(rf"{_NUMERO}({nombres})\b" if nombres else r"(?!)()()"))
