"""La gramática de los textos del plan: literales, campos, opcionales y elecciones.

`{campo}` se sustituye; `{campo:forma}` se dice de otra manera (se encadenan); `{campo?uno|varios}`
elige por el número; `[…]` desaparece entero si a algo dentro le falta valor, y los hay dentro de
otros; `{{ }} [[ ]]` son los signos mismos (con dos opcionales abiertos, `]]` los cierra). Un valor
insertado nunca se relee: lo que ella escribe sale como lo escribió.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.errores import ValorInvalido

_PIEZA = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{[^{}]*\}|[\[\]{}]|[^\[\]{}]+")
_CAMPO = re.compile(
    r"^(?P<nombre>[\w.+@]+)(?P<formas>(?::[\w .]+)*)(?:\?(?P<uno>[^|]*)\|(?P<varios>[^|]*))?$"
)
_DOBLES = {"{{": "{", "}}": "}", "[[": "[", "]]": "]"}


@congelado
class Literal:
    """Texto que se imprime tal cual."""

    texto: str


@congelado
class Campo:
    """Un dato y las formas en que se dice, en orden."""

    nombre: str
    formas: tuple[str, ...] = ()


@congelado
class Eleccion:
    """Una palabra u otra según el número de un dato."""

    nombre: str
    formas: tuple[str, ...]
    uno: str
    varios: str


@congelado
class Opcional:
    """Lo que solo se imprime si nada de dentro carece de valor."""

    piezas: tuple[Pieza, ...]


Pieza = Literal | Campo | Eleccion | Opcional


@lru_cache(maxsize=2048)
def leer(texto: str) -> tuple[Pieza, ...]:
    """Las piezas de un patrón; ValorInvalido, con lo que está mal y su remedio, si no se entiende."""
    pendientes: list[list[Pieza]] = [[]]
    for trozo in _PIEZA.findall(texto):
        if trozo == "[":
            pendientes.append([])
        elif trozo == "]" or (trozo == "]]" and len(pendientes) > 2):
            for _ in trozo:
                _cerrar(pendientes)
        else:
            pendientes[-1].append(_pieza(trozo))
    if len(pendientes) > 1:
        raise ValorInvalido("Un corchete «[» quedó sin cerrar; ciérrelo con «]» o escriba «[[».")
    return tuple(pendientes[0])


def _cerrar(pendientes: list[list[Pieza]]) -> None:
    if len(pendientes) == 1:
        raise ValorInvalido("Un corchete «]» cierra sin haber abierto; escriba «[» antes o «]]».")
    dentro = pendientes.pop()
    pendientes[-1].append(Opcional(tuple(dentro)))


def _pieza(trozo: str) -> Pieza:
    if trozo in _DOBLES:
        return Literal(_DOBLES[trozo])
    if trozo in ("{", "}"):
        raise ValorInvalido(f"Una llave «{trozo}» quedó suelta; complétela o escríbala doble.")
    if not trozo.startswith("{"):
        return Literal(trozo)
    partes = _CAMPO.match(trozo[1:-1].strip())
    if partes is None:
        raise ValorInvalido(
            f"«{trozo}» no se entiende; se escribe {{campo}}, {{campo:forma}} o {{campo?uno|varios}}."
        )
    formas = tuple(forma.strip() for forma in partes["formas"].split(":")[1:])
    if partes["uno"] is None:
        return Campo(partes["nombre"], formas)
    return Eleccion(partes["nombre"], formas, partes["uno"], partes["varios"])


def campos(texto: str) -> Iterator[Campo | Eleccion]:
    """Cada campo y elección del patrón, también los de dentro de sus opcionales, en orden."""
    return _campos(leer(texto))


def _campos(piezas: tuple[Pieza, ...]) -> Iterator[Campo | Eleccion]:
    for pieza in piezas:
        if isinstance(pieza, Opcional):
            yield from _campos(pieza.piezas)
        elif not isinstance(pieza, Literal):
            yield pieza


@lru_cache(maxsize=2048)
def campos_de(texto: str) -> frozenset[str]:
    """Los nombres de los campos del patrón."""
    return frozenset(campo.nombre for campo in campos(texto))


def revisar(texto: str) -> list[str]:
    """Lo que impide leer el patrón, en palabras; vacío si está bien escrito."""
    try:
        leer(texto)
    except ValorInvalido as reparo:
        return [str(reparo)]
    return []


def cifras_citadas(nombre: str) -> list[tuple[str, str]]:
    """Las cifras que un campo cita, cada una con su sexo o vacío; de «cuenta.a+b@mes», a y b."""
    raiz, _, resto = nombre.partition(".")
    if raiz not in ("cifra", "cuenta"):
        return []
    partes = [parte.partition(".") for parte in resto.removesuffix("@mes").split("+")]
    return [(clave, sexo) for clave, _, sexo in partes]
