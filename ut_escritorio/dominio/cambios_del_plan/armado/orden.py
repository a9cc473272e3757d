"""Mover y renumerar componentes, actividades y pasos: los números se quedan y las cosas se mueven."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Acomodado
from ut_escritorio.dominio.cambios_del_plan.armado.claves_al_dia import con_claves_al_dia
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Lugar, Paso, Plan
from ut_escritorio.errores import ValorInvalido

L = TypeVar("L", Componente, Actividad, Paso)
T = TypeVar("T")
Componentes = tuple[Componente, ...]


def movido(plan: Plan, clave: str, en: str, sitio: int) -> Acomodado:
    """El plan con un lugar puesto en otro sitio (desde 0) de lo que contiene `en`; vacío: del plan.

    Lo que ahí hay conserva sus números en el mismo orden: el que se mueve toma el del sitio a que llega.
    """
    match plan.lugar[clave]:
        case Componente() as componente:
            return con_claves_al_dia(plan, _renumerados(plan, _puesto(plan.componentes, componente, sitio)))
        case Actividad() as actividad:
            casas = {a.clave: c.clave for c in plan.componentes for a in c.actividades}
            return con_claves_al_dia(plan, _con_actividad_en(plan, actividad, casas[clave], en, sitio))
        case Paso() as paso:
            return con_claves_al_dia(plan, _con_paso_en(plan, paso, en, sitio))


def un_sitio(plan: Plan, clave: str, hacia: int) -> Acomodado:
    """El plan con un lugar un sitio más arriba (-1) o más abajo (1); en la orilla, pasa al de junto.

    ValorInvalido si ya no hay adonde moverlo.
    """
    cadena = plan.cadena[clave]
    en = cadena[-2].clave if len(cadena) > 1 else ""
    hermanos = _dentro(plan, en)
    sitio = [cada.clave for cada in hermanos].index(clave) + hacia
    if 0 <= sitio < len(hermanos):
        return movido(plan, clave, en, sitio)
    casas = [x.clave for x in plan.lugares() if type(x) is type(plan.lugar[en])] if en else []
    otra = casas.index(en) + hacia if en else -1
    if not 0 <= otra < len(casas):
        raise ValorInvalido(f"Ya es {'el último' if hacia > 0 else 'el primero'}: no hay adonde moverlo.")
    return movido(plan, clave, casas[otra], 0 if hacia > 0 else len(_dentro(plan, casas[otra])))


def con_numero(plan: Plan, clave: str, numero: str) -> Acomodado:
    """El plan con otro número en un lugar; las actividades de un componente lo llevan.

    ValorInvalido si falta, si otro ya lo tiene, o si una actividad no empieza con el de su componente.
    """
    numero = numero.strip()
    cadena = plan.cadena[clave]
    lugar = cadena[-1]
    if not numero:
        raise ValorInvalido("Falta el número.")
    hermanos = _dentro(plan, cadena[-2].clave if len(cadena) > 1 else "")
    if any(cada.numero == numero and cada.clave != clave for cada in hermanos):
        raise ValorInvalido(f"Ya hay otro con el número {numero}. Escriba uno que no esté.")
    if isinstance(lugar, Actividad) and not numero.startswith(f"{cadena[0].numero}."):
        raise ValorInvalido(
            f"Las actividades del componente {cadena[0].numero} empiezan con «{cadena[0].numero}.». "
            "Para pasarla a otro componente, arrástrela."
        )
    return con_claves_al_dia(plan, tuple(con_ese_numero(c, clave, numero) for c in plan.componentes))


def siguiente(numeros: Iterable[str], antes: str = "") -> str:
    """El número que sigue al mayor: tras «2.1» y «2.3», «2.4»; `antes` es lo que llevan todos."""
    cuantos = [int(n[1]) for cada in numeros if (n := re.match(r"(\d+)", cada.removeprefix(antes)))]
    return f"{antes}{max(cuantos, default=0) + 1}"


def _dentro(plan: Plan, en: str) -> Sequence[Lugar]:
    match plan.lugar.get(en):
        case Componente(actividades=actividades):
            return actividades
        case Actividad(pasos=pasos):
            return pasos
        case _:
            return plan.componentes


def _puesto(cosas: tuple[T, ...], cosa: T, sitio: int) -> tuple[T, ...]:
    otras = [cada for cada in cosas if cada is not cosa]
    return (*otras[:sitio], cosa, *otras[sitio:])


def _renumerados(plan: Plan, componentes: Componentes) -> Componentes:
    """Cada uno con el número que en el plan tenía su sitio."""
    numeros = [componente.numero for componente in plan.componentes]
    return tuple(con_ese_numero(c, c.clave, n) for c, n in zip(componentes, numeros, strict=True))


def por_numero(numero: str) -> tuple[tuple[int, str], ...]:
    """Con qué se ordenan los números: 2.9 va antes que 2.10."""
    return tuple((int(parte) if parte.isdigit() else 0, parte) for parte in numero.split("."))


def con_ese_numero(componente: Componente, clave: str, numero: str) -> Componente:
    """El componente con ese número en el lugar de esa clave, si es él o está en él."""
    if componente.clave == clave:
        antes = f"{componente.numero}."
        actividades = tuple(
            replace(a, numero=f"{numero}.{a.numero.removeprefix(antes)}") if a.numero.startswith(antes) else a
            for a in componente.actividades
        )
        return replace(componente, numero=numero, actividades=actividades)
    return replace(
        componente,
        actividades=tuple(
            replace(a, numero=numero)
            if a.clave == clave
            else replace(
                a, pasos=tuple(replace(p, numero=numero) if p.clave == clave else p for p in a.pasos)
            )
            for a in componente.actividades
        ),
    )


def _con_actividad_en(plan: Plan, actividad: Actividad, de: str, en: str, sitio: int) -> Componentes:
    def acomodado(componente: Componente) -> Componente:
        if componente.clave == en:
            suyas = _puesto(componente.actividades, actividad, sitio)
            numeros = [a.numero for a in componente.actividades]
            if en != de:
                numeros.append(siguiente(numeros, f"{componente.numero}."))
            return replace(componente, actividades=_con_numeros(suyas, numeros))
        otras = tuple(a for a in componente.actividades if a is not actividad)
        return replace(componente, actividades=otras)

    return tuple(acomodado(componente) for componente in plan.componentes)


def _con_paso_en(plan: Plan, paso: Paso, en: str, sitio: int) -> Componentes:
    def acomodada(actividad: Actividad) -> Actividad:
        if actividad.clave == en:
            numeros = [p.numero for p in actividad.pasos]
            if paso not in actividad.pasos:
                numeros.append(siguiente(numeros))
            return replace(actividad, pasos=_con_numeros(_puesto(actividad.pasos, paso, sitio), numeros))
        return replace(actividad, pasos=tuple(p for p in actividad.pasos if p is not paso))

    return tuple(replace(c, actividades=tuple(acomodada(a) for a in c.actividades)) for c in plan.componentes)


def _con_numeros(lugares: tuple[L, ...], numeros: Sequence[str]) -> tuple[L, ...]:
    return tuple(replace(lugar, numero=n) for lugar, n in zip(lugares, numeros, strict=True))
