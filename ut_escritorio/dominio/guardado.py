"""Con qué nombres se guarda un valor: los suyos en el archivo, que no siguen a los que tenga en el código.

Quien guarda valores dice en una tabla, por cada clase, su nombre y el de cada campo, en orden:
`{Casilla: "Casilla cifra trimestre mes sexo"}`. Cambiar de nombre la clase o un campo no cambia lo guardado;
agregar un campo pide decir aquí cómo se llama, que es cambiar lo que se guarda. El que se llama «-» no se
guarda, y el que acaba en «?» solo se guarda si trae algo: lo de antes, que no lo tenía, sigue igual.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from hashlib import sha256
from typing import Any, cast

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.origen import Origen

Nombres = Mapping[type, str]
_LLANOS = frozenset((str, int, float, bool, type(None), Origen))


@congelado
class Guardada:
    """Una clase como se guarda: su nombre y, de cada campo, el del código y el guardado.

    `si_hay`: los que, vacíos, no se guardan.
    """

    nombre: str
    campos: tuple[tuple[str, str], ...]
    si_hay: frozenset[str] = frozenset()


def guardada(clase: Any, nombres: Nombres) -> Guardada:
    """Cómo se guarda una clase; TypeError si su tabla no lo dice de todos sus campos."""
    escrito = nombres.get(clase)
    if escrito is None:
        raise TypeError(f"{clase} no tiene nombre con que guardarse.")
    return _leida(clase, escrito)


@cache
def _leida(clase: Any, escrito: str) -> Guardada:
    nombre, *guardados = escrito.split()
    suyos = [campo.name for campo in fields(clase)]
    if len(suyos) != len(guardados):
        raise TypeError(f"{clase} se guarda con {guardados} y sus campos son {suyos}.")
    pares = tuple(
        (suyo, como.rstrip("?")) for suyo, como in zip(suyos, guardados, strict=True) if como != "-"
    )
    return Guardada(nombre, pares, frozenset(como.rstrip("?") for como in guardados if como.endswith("?")))


def huella(valor: object, nombres: Nombres) -> str:
    """Lo que un valor dice, en 16 letras que se guardan: la misma mientras diga lo mismo.

    Sirve a los valores de esa tabla y a textos, números, listas y tuplas de ellos.
    """
    return sha256(_dicho(valor, nombres).encode()).hexdigest()[:16]


def _dicho(valor: object, nombres: Nombres) -> str:
    clase = type(valor)
    if clase in _LLANOS:
        return repr(valor)
    if clase is list or clase is tuple:
        cosas = cast("Sequence[object]", valor)
        dichos = ", ".join([_dicho(cosa, nombres) for cosa in cosas])
        return f"[{dichos}]" if clase is list else f"({dichos}{',' * (len(cosas) == 1)})"
    como = guardada(clase, nombres)
    partes: list[str] = []
    for campo, suyo in como.campos:
        suyos = getattr(valor, campo)
        # Casi todo es llano: preguntarlo aquí ahorra una llamada por cada número y texto de la hoja.
        partes.append(f"{suyo}={repr(suyos) if type(suyos) in _LLANOS else _dicho(suyos, nombres)}")
    return f"{como.nombre}({', '.join(partes)})"
