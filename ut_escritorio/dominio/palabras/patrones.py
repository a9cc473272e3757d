"""La gramática de los textos del plan: literales, campos, opcionales y elecciones.

`{campo}` se sustituye; `{campo:forma}` se dice de otra manera (se encadenan); `{campo?uno|varios}`
elige por el número; `[…]` desaparece entero si a algo dentro le falta valor, y los hay dentro de
otros; `{{ }} [[ ]]` son los signos mismos (con dos opcionales abiertos, `]]` los cierra). Un valor
insertado nunca se relee: lo que ella escribe sale como lo escribió.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.errores import ValorInvalido

_PIEZA = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{[^{}]*\}|[\[\]{}]|[^\[\]{}]+")
_CAMPO = re.compile(
    r"^(?P<nombre>[\w.+@]+)(?P<formas>(?::[\w .]+)*)(?:\?(?P<uno>[^|]*)\|(?P<varios>[^|]*))?$"
)
CONTRA = ("contra_anterior", "contra_hace_un_anio")
"""Los que dicen cuánto más, o menos, que en otro trimestre."""
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


def con_trozos(texto: str, de_campo: Callable[[str], str], de_doble: Callable[[str], str] = str) -> str:
    """El patrón con cada campo, y cada signo doble, escrito de otra manera; lo demás, como está."""

    def escrito(trozo: str) -> str:
        if trozo in _DOBLES:
            return de_doble(trozo)
        return de_campo(trozo) if trozo.startswith("{") and trozo != "{" else trozo

    return "".join(map(escrito, _PIEZA.findall(texto)))


def escrito_tal_cual(texto: str) -> str:
    """El patrón que se imprime como está escrito el texto: sus llaves y corchetes no son de la gramática."""
    return re.sub(r"[\[\]{}]", lambda signo: signo[0] * 2, texto)


def llaves_sueltas(doble: str) -> str:
    """«{» de «{{»; un corchete doble se queda como está."""
    return _DOBLES[doble] if doble in ("{{", "}}") else doble


def lo_fijo(texto: str) -> str:
    """Lo que el patrón dice siempre, con «…» donde va un dato; el que no se entiende, como está."""
    return texto if revisar(texto) else "".join(map(_lo_fijo, leer(texto)))


def _lo_fijo(pieza: Pieza) -> str:
    match pieza:
        case Literal(dicho):
            return dicho
        case Opcional(piezas):
            return "".join(map(_lo_fijo, piezas))
        case _:
            return "…"


@lru_cache(maxsize=2048)
def raices_de(texto: str) -> frozenset[str]:
    """Los datos que el patrón usa, sin decir de cuáles ni de cuándo: de «personas.mujeres», «personas»."""
    return frozenset(re.split(r"[.@]", nombre)[0] for nombre in campos_de(texto))


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
    if raiz not in ("cifra", "cuenta", *CONTRA):
        return []
    partes = [parte.partition(".") for parte in resto.removesuffix("@mes").split("+")]
    return [(clave, sexo) for clave, _, sexo in partes]


def con_otras_cifras(texto: str, de: Callable[[str], str]) -> str:
    """El patrón con cada cifra que cita llamada de otra manera."""
    return con_trozos(texto, lambda campo: _con_otras_cifras(campo, de))


def _con_otras_cifras(campo: str, de: Callable[[str], str]) -> str:
    nombre = "" if revisar(campo) else next(campos(campo)).nombre
    raiz, mes = nombre.partition(".")[0], "@mes" if nombre.endswith("@mes") else ""
    otras = [f"{de(clave)}.{sexo}" if sexo else de(clave) for clave, sexo in cifras_citadas(nombre)]
    return campo.replace(nombre, f"{raiz}.{'+'.join(otras)}{mes}", 1) if otras else campo
