"""La clave de cada lugar al día con su número, y todo lo que la nombra."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Acomodado
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Lugar, Paso, Plan
from ut_escritorio.dominio.plan.cifras import Cifra, Contada
from ut_escritorio.errores import ValorInvalido

L = TypeVar("L", Componente, Actividad, Paso)
Componentes = tuple[Componente, ...]


def con_claves_al_dia(plan: Plan, componentes: Componentes) -> Acomodado:
    """El plan con esos componentes: la clave de cada lugar sigue a su número, si antes lo seguía."""
    nuevas = dict(_claves_nuevas(plan, componentes))
    repetidas = [clave for clave, veces in Counter(nuevas.values()).items() if veces > 1]
    if repetidas:
        raise ValorInvalido(f"Hay dos actividades con el número {lista(repetidas)}. Cambie una de las dos.")
    hecho = Acomodado(plan, {era: es for era, es in nuevas.items() if era != es})
    return replace(
        hecho,
        plan=replace(
            plan,
            componentes=tuple(_con_claves(c, hecho) for c in componentes),
            cuadros=tuple(replace(c, clave=hecho.ahora(c.clave)) for c in plan.cuadros),
            cifras=tuple(_con_lugares(cifra, hecho.ahora) for cifra in plan.cifras),
        ),
    )


def _claves_nuevas(plan: Plan, componentes: Componentes) -> Iterator[tuple[str, str]]:
    for componente in componentes:
        yield componente.clave, _sigue(plan, componente, "")
        for actividad in componente.actividades:
            suya = _sigue(plan, actividad, "")
            yield actividad.clave, suya
            for paso in actividad.pasos:
                yield paso.clave, _sigue(plan, paso, f"{suya}/")


def _sigue(plan: Plan, lugar: Lugar, antes: str) -> str:
    """La clave de un lugar con su número de ahora; la que no salió de su número, la misma."""
    era = plan.cadena[lugar.clave][-1]
    padre = f"{plan.cadena[lugar.clave][-2].clave}/" if isinstance(lugar, Paso) else ""
    return f"{antes}{lugar.numero}" if era.clave == f"{padre}{era.numero}" else lugar.clave


def _con_claves(lugar: L, hecho: Acomodado) -> L:
    clave = hecho.ahora(lugar.clave)
    antes = lugar.antes if clave == lugar.clave else lugar.antes or lugar.clave
    movido = replace(
        lugar,
        clave=clave,
        antes="" if antes == clave else antes,
        apartados=tuple(_de_apartado(apartado, hecho) for apartado in lugar.apartados),
    )
    if isinstance(movido, Componente):
        return replace(movido, actividades=tuple(_con_claves(a, hecho) for a in movido.actividades))
    if isinstance(movido, Actividad):
        return replace(movido, pasos=tuple(_con_claves(p, hecho) for p in movido.pasos))
    return movido


def _de_apartado(apartado: Apartado, hecho: Acomodado) -> Apartado:
    return replace(apartado, clave=hecho.ahora(apartado.clave), cuadro=hecho.ahora(apartado.cuadro))


def _con_lugares(cifra: Cifra, claves: Callable[[str], str]) -> Cifra:
    """La cifra, contada en los mismos lugares por la clave que ahora tienen."""

    def movida(cuenta: Contada) -> Contada:
        return replace(cuenta, lugares=tuple(claves(lugar) for lugar in cuenta.lugares))

    fuente = movida(cifra.fuente) if isinstance(cifra.fuente, Contada) else cifra.fuente
    contraste = movida(cifra.contraste) if isinstance(cifra.contraste, Contada) else cifra.contraste
    return replace(cifra, fuente=fuente, contraste=contraste)
