"""Lo que se halló al comparar una parte con lo de aquí: cada cosa que se puede recibir, y lo demás."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import field, replace
from typing import Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.partes.cosa import Cosa
from ut_escritorio.dominio.partes.emparejar import Duda
from ut_escritorio.dominio.propuestas import Reparo

Que = Literal["llega", "cambia", "se quita", "cambió también aquí", "aquí dice otra cosa", "no coincide"]


@congelado
class Cambio:
    """Algo que se puede recibir.

    `que` dice qué le pasa aquí; `cosa`, la que llega o, si allá ya no está, la de aquí. `componente`: la
    clave del suyo; vacía, del libro de oficios. `nombre`, `antes` y `despues`, en palabras. `de_entrada`: si
    se propone recibirlo; lo que ella cambió aquí, no. `pide`: las claves de lo que debe
    llegar con él.
    """

    que: Que
    cosa: Cosa
    componente: str
    nombre: str
    antes: str
    despues: str
    de_entrada: bool = True
    pide: frozenset[str] = frozenset()

    @property
    def clave(self) -> str:
        """La de su cosa."""
        return self.cosa.clave

    @property
    def quita(self) -> bool:
        """Si recibirlo es quitar lo de aquí."""
        return not self.despues

    def __str__(self) -> str:
        match self.que:
            case "llega":
                return f"{self.nombre}: {self.despues}"
            case "se quita":
                return f"{self.nombre}: «{self.antes}» ya no está allá."
            case "cambia":
                return f"{self.nombre}: de «{self.antes}» a «{self.despues}»"
            case "cambió también aquí":
                alla = f"allá dice «{self.despues}»" if self.despues else "allá ya no está"
                return f"{self.nombre}: {alla} y aquí {_aqui(self.antes)}"
            case "aquí dice otra cosa":
                return f"{self.nombre}: allá dice «{self.despues}» y aquí se escribió «{self.antes}»"
            case "no coincide":
                dicen = f"allá dice «{self.despues}» y aquí «{self.antes}»"
                return f"{self.nombre}: {dicen}; no se sabe quién lo cambió"


def _aqui(dice: str) -> str:
    return f"se cambió a «{dice}»" if dice else "se quitó"


@congelado
class Comparacion:
    """Lo que se halló: los cambios, lo que no se junta, lo que falta contestar y lo que solo está aquí.

    `iguales`: la huella de lo que ya dice lo mismo, por componente. `vistas`: la de lo que ella dejó como
    está aquí.
    """

    cambios: tuple[Cambio, ...] = ()
    fuera: tuple[Reparo, ...] = ()
    dudas: tuple[Duda, ...] = ()
    iguales: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    solo_aqui: tuple[tuple[str, str], ...] = ()
    vistas: Mapping[str, str] = field(default_factory=dict[str, str])


def sin_arrastrar(cambios: Sequence[Cambio]) -> list[Cambio]:
    """Lo que pide algo que no se propone recibir, tampoco se propone: lo de aquí no se pisa de rebote."""
    no_van = {cambio.clave for cambio in cambios if not cambio.de_entrada}
    while de_rebote := {c.clave for c in cambios if c.clave not in no_van and c.pide & no_van}:
        no_van |= de_rebote
    return [replace(c, de_entrada=False) if c.clave in no_van else c for c in cambios]


def con_lo_que_piden(comparacion: Comparacion, elegidas: Collection[str]) -> frozenset[str]:
    """Las elegidas y lo que debe llegar con ellas para que nada hable de algo que no está."""
    cambios = {cambio.clave: cambio for cambio in comparacion.cambios}
    todas: set[str] = set()
    pendientes = [clave for clave in elegidas if clave in cambios]
    while pendientes:
        clave = pendientes.pop()
        if clave not in todas:
            todas.add(clave)
            pendientes += cambios[clave].pide & cambios.keys()
    return frozenset(todas)
