"""Lo que un plan que llega cambiaría del de aquí, cosa por cosa."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal

from ut_escritorio.dominio.cambios_del_plan.llegado.cosas import (
    DE_LA_OFICINA,
    DENTRO,
    PARTES,
    Cosa,
    Cosas,
    Nombre,
)
from ut_escritorio.dominio.congelado import congelado

Que = Literal["llega", "cambia", "se va", "se acomoda"]


@congelado
class Cambio:
    """Algo que cambiaría: cómo es aquí y cómo llega; ninguno, si solo cambia el orden."""

    que: Que
    nombre: Nombre
    antes: Cosa | None = None
    despues: Cosa | None = None

    @property
    def cosa(self) -> Cosa | None:
        """La que llega o, si se va, la de aquí."""
        return self.despues or self.antes


def mudanzas(aqui: Cosas, llegan: Cosas) -> Mapping[str, str]:
    """De la clave que aquí tiene un lugar a la que llega con él, por lo que el que llega dice que era antes.

    Los pasos de una actividad que pasa a ser otra se van con ella, aunque no lo digan.
    """
    nuevas: dict[str, str] = {}
    for cosa in llegan.values():
        era = str(cosa.dice.get("antes", ""))
        if era and (cosa.parte, era) in aqui and (cosa.parte, era) not in llegan and cosa.nombre not in aqui:
            nuevas[era] = cosa.clave
    for cosa in aqui.values():
        if cosa.parte == "pasos" and cosa.en in nuevas and cosa.clave not in nuevas:
            suya = f"{nuevas[cosa.en]}{cosa.clave.removeprefix(cosa.en)}"
            if ("pasos", suya) in llegan:
                nuevas[cosa.clave] = suya
    return nuevas


def con_mudanzas(aqui: Cosas, nuevas: Mapping[str, str]) -> Cosas:
    """Las de aquí, cada lugar con la clave que tendrá."""
    lugares = {*DENTRO, *DENTRO.values()}
    mudadas = (
        replace(c, clave=nuevas.get(c.clave, c.clave), en=nuevas.get(c.en, c.en)) if c.parte in lugares else c
        for c in aqui.values()
    )
    return {cosa.nombre: cosa for cosa in mudadas}


def comparar(aqui: Cosas, llegan: Cosas) -> tuple[Cambio, ...]:
    """Los cambios, en el orden del plan; lo de la oficina que no llega, se queda."""
    cambios = [*_de_cada_cosa(aqui, llegan), *_de_orden(aqui, llegan)]
    puestos = {nombre: n for n, nombre in enumerate((*llegan, *aqui))}
    return tuple(sorted(cambios, key=lambda c: (PARTES.index(c.nombre[0]), puestos.get(c.nombre, -1))))


def _de_cada_cosa(aqui: Cosas, llegan: Cosas) -> Iterator[Cambio]:
    for nombre, cosa in llegan.items():
        antes = aqui.get(nombre)
        if antes is None:
            yield Cambio("llega", nombre, None, cosa)
        elif (antes.dice, antes.en) != (cosa.dice, cosa.en):
            yield Cambio("cambia", nombre, antes, cosa)
    for nombre, cosa in aqui.items():
        if nombre not in llegan and cosa.parte not in DE_LA_OFICINA:
            yield Cambio("se va", nombre, cosa, None)


def _de_orden(aqui: Cosas, llegan: Cosas) -> Iterator[Cambio]:
    """Las listas cuyas cosas, las que están en las dos, van en otro orden."""
    for grupo, suyas in _grupos(llegan.values()).items():
        de_aqui = [n for n in _grupos(aqui.values()).get(grupo, ()) if n in llegan]
        if [n for n in suyas if n in de_aqui] != [n for n in de_aqui if n in suyas]:
            yield Cambio("se acomoda", grupo)


def _grupos(cosas: Iterable[Cosa]) -> Mapping[Nombre, list[Nombre]]:
    """Los nombres de las cosas de cada lista: su parte y en cuál están."""
    grupos: dict[Nombre, list[Nombre]] = {}
    for cosa in cosas:
        grupos.setdefault((cosa.parte, cosa.en), []).append(cosa.nombre)
    return grupos


def juntas(aqui: Cosas, llegan: Cosas, elegidos: Iterable[Cambio]) -> Iterator[Cosa]:
    """Las cosas que quedan con los cambios elegidos, cada una en su lugar de la lista."""
    elegidos = tuple(elegidos)
    acomodan = {cambio.nombre for cambio in elegidos if cambio.que == "se acomoda"}
    quedan = dict(aqui)
    for cambio in elegidos:
        if cambio.que == "se va":
            quedan.pop(cambio.nombre, None)
        elif cambio.despues is not None:
            quedan[cambio.nombre] = cambio.despues
    de_alla = _grupos(llegan.values())
    for grupo, suyas in _grupos(quedan.values()).items():
        en_su_orden = de_alla.get(grupo, [])
        de_aqui = [n for n in suyas if n in aqui]
        orden = (
            _intercaladas(en_su_orden, de_aqui) if grupo in acomodan else _intercaladas(de_aqui, en_su_orden)
        )
        yield from (quedan[n] for n in orden if n in suyas)


def _intercaladas(mandan: list[Nombre], otras: list[Nombre]) -> list[Nombre]:
    """Las que mandan, y las otras tras la que llevaban delante."""
    orden = list(mandan)
    for n, nombre in enumerate(otras):
        if nombre not in orden:
            delante = next((o for o in reversed(otras[:n]) if o in orden), None)
            orden.insert(orden.index(delante) + 1 if delante else 0, nombre)
    return orden
