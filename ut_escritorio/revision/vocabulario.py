"""Leer los números de un texto por la cosa que cuentan: «6 oficios y un correo»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.redaccion import en_letra
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo

_EN_LETRA = {en_letra(n): n for n in range(1000)} | {"un": 1, "una": 1, "veintiún": 21}
_TEXTOS = 4096
_NUMERO = r"\b(\d{1,6}|(?:[a-záéíóú]+ y )?[a-záéíóú]+)\s+"


@congelado
class Vocabulario:
    """Las cosas que se cuentan, por su singular y su plural en minúsculas; `leidos`, lo ya leído."""

    cosas: Mapping[str, Sustantivo]
    patron: re.Pattern[str]
    leidos: dict[str, Mapping[Sustantivo, frozenset[int]]] = field(
        default_factory=dict[str, Mapping[Sustantivo, frozenset[int]]]
    )

    def numeros(self, texto: str) -> Mapping[Sustantivo, frozenset[int]]:
        """Cada cosa que el texto cuenta, con los números que le pone."""
        if len(self.leidos) > _TEXTOS:
            self.leidos.clear()
        if texto not in self.leidos:
            self.leidos[texto] = self._leer(texto)
        return self.leidos[texto]

    def _leer(self, texto: str) -> dict[Sustantivo, frozenset[int]]:
        hallados: dict[Sustantivo, frozenset[int]] = {}
        bajo = texto.lower()
        if not any(cosa in bajo for cosa in self.cosas):
            return hallados
        for escrito, cosa in self.patron.findall(bajo):
            numero = int(escrito) if escrito.isdecimal() else _EN_LETRA.get(escrito)
            if numero is not None:
                sustantivo = self.cosas[cosa]
                hallados[sustantivo] = hallados.get(sustantivo, frozenset()) | {numero}
        return hallados


def vocabulario_de(sustantivos: tuple[Sustantivo, ...]) -> Vocabulario:
    """El vocabulario de unas cosas; si dos se dicen igual, vale la primera."""
    cosas: dict[str, Sustantivo] = {}
    for sustantivo in sustantivos:
        for palabra in (sustantivo.singular.lower(), sustantivo.plural.lower()):
            cosas.setdefault(palabra, sustantivo)
    # La más larga primero: «recursos de revisión» antes que «recursos».
    nombres = "|".join(re.escape(nombre) for nombre in sorted(cosas, key=len, reverse=True))
    return Vocabulario(cosas, re.compile(rf"{_NUMERO}({nombres})\b" if nombres else r"(?!)()()"))
