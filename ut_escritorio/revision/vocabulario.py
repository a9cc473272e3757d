"""Leer los números de un texto por la cosa que cuentan: «6 oficios y un correo»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.redaccion import en_letra
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo

_TEXTOS = 4096
_EN_LETRA = {en_letra(n): n for n in range(1000)}
_SUELTAS = sorted({palabra for dicho in _EN_LETRA for palabra in dicho.split()} - {"y"})
_ANTE_SU_COSA = {
    **{palabra[:-2] + "as": palabra for palabra in _SUELTAS if palabra.endswith("cientos")},
    "quinientas": "quinientos",
    **dict.fromkeys(("un", "una"), "uno"),
    **dict.fromkeys(("veintiún", "veintiuna"), "veintiuno"),
}
"""Cómo se dice cada palabra cuando no va ante lo que cuenta: «ciento una cédulas», «ciento uno»."""

_PALABRA = rf"(?:{'|'.join(('mil', *_ANTE_SU_COSA, *_SUELTAS))})\b"
_NUMERO = rf"\b(?<!\d[.,])(\d{{1,6}}\b|{_PALABRA}(?:\s+(?:y\s+)?{_PALABRA})*)\s+"


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
            numero = int(escrito) if escrito.isdecimal() else leer_en_letra(escrito)
            if numero is not None:
                sustantivo = self.cosas[cosa]
                hallados[sustantivo] = hallados.get(sustantivo, frozenset()) | {numero}
        return hallados


def leer_en_letra(escrito: str) -> int | None:
    """El número, de 0 a 999 999, en que acaba lo escrito, como va ante lo que cuenta; None si en ninguno."""
    palabras = [_ANTE_SU_COSA.get(palabra, palabra) for palabra in escrito.split()]
    leidos = (_de_miles(" ".join(palabras[desde:])) for desde in range(len(palabras)))
    return next((numero for numero in leidos if numero is not None), None)


def _de_miles(dicho: str) -> int | None:
    if dicho in _EN_LETRA:
        return _EN_LETRA[dicho]
    miles, mil, resto = dicho.partition("mil")
    cuantos, sueltos = _EN_LETRA.get(miles.strip() or "uno"), _EN_LETRA.get(resto.strip() or "cero")
    return cuantos * 1000 + sueltos if mil and cuantos and sueltos is not None else None


def vocabulario_de(sustantivos: tuple[Sustantivo, ...]) -> Vocabulario:
    """El vocabulario de unas cosas; si dos se dicen igual, vale la primera."""
    cosas: dict[str, Sustantivo] = {}
    for sustantivo in sustantivos:
        for palabra in (sustantivo.singular.lower(), sustantivo.plural.lower()):
            cosas.setdefault(palabra, sustantivo)
    # La más larga primero: «recursos de revisión» antes que «recursos».
    nombres = "|".join(re.escape(nombre) for nombre in sorted(cosas, key=len, reverse=True))
    return Vocabulario(cosas, re.compile(rf"{_NUMERO}({nombres})\b" if nombres else r"(?!)()()"))
