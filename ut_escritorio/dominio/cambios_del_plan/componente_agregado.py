"""Agregar a un plan un componente que trae otro, con todo lo que para imprimirse y cuadrar necesita."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from ut_escritorio.dominio.cambios_del_plan.inicio import clave_para, sin_iniciales, sin_metas
from ut_escritorio.dominio.cambios_del_plan.otras_claves import con_otras_claves
from ut_escritorio.dominio.cambios_del_plan.poda import parte_de, podado
from ut_escritorio.dominio.oficina.cambios import clave_nueva
from ut_escritorio.dominio.plan.arbol import Componente, Mosaico, Plan
from ut_escritorio.dominio.plan.textos import con_textos_por
from ut_escritorio.errores import ValorInvalido

T = TypeVar("T")


def salio_de(plan: Plan, otro: Plan) -> bool:
    """Si el plan se hizo con ese otro, en el mismo año o en uno distinto."""
    return plan.clave in (otro.clave, clave_para(otro, plan.ejercicio))


def por_agregar(plan: Plan, otro: Plan) -> tuple[Componente, ...]:
    """Los componentes que el otro trae y el plan no tiene, en su orden."""
    return tuple(componente for componente in otro.componentes if componente.clave not in plan.lugar)


def con_componente(plan: Plan, otro: Plan, clave: str, decir: Callable[[str], str]) -> Plan:
    """El plan con un componente del otro, en su lugar del orden y sin metas; `decir` dice cada texto suyo.

    Llegan con él su departamento, sus cuadros, lo que cuentan, lo que debe cuadrar y lo que de él enseña el
    Tablero. Lo que ya estaba sigue como estaba, también lo que ella haya cambiado o quitado. ValorInvalido
    si el otro no lo trae o el plan ya lo tiene.
    """
    if clave not in {componente.clave for componente in por_agregar(plan, otro)}:
        raise ValorInvalido("Ese componente ya está en su plan. Escoja otro.")
    otro = con_textos_por(otro, decir)
    otro = replace(otro, departamentos=tuple(sin_iniciales(depto) for depto in otro.departamentos))
    estaban = {c.clave for c in otro.componentes if c.clave in plan.lugar}
    otro = _sin_chocar(plan, otro, estaban, clave)
    antes, ahora = parte_de(otro, estaban), parte_de(otro, {*estaban, clave})
    indispensables = parte_de(otro, {clave}).cifra
    conocidas = tuple(c for c in antes.cifras if c.clave in plan.cifra or c.clave not in indispensables)
    nuevo = replace(
        plan,
        departamentos=_reunidos(plan.departamentos, antes.departamentos, ahora.departamentos),
        componentes=_reunidos(plan.componentes, antes.componentes, _sin_metas(ahora)),
        medios=_reunidos(plan.medios, (), ahora.medios),
        sustantivos={**ahora.sustantivos, **plan.sustantivos},
        cifras=_reunidos(plan.cifras, conocidas, ahora.cifras),
        cuadros=_reunidos(plan.cuadros, antes.cuadros, ahora.cuadros),
        concordancias=_reunidos(plan.concordancias, antes.concordancias, ahora.concordancias),
        mosaicos=_reunidos(plan.mosaicos, antes.mosaicos, ahora.mosaicos),
    )
    return podado(nuevo, nuevo)


def _sin_metas(plan: Plan) -> tuple[Componente, ...]:
    return tuple(sin_metas(componente) for componente in plan.componentes)


def _sin_chocar(plan: Plan, otro: Plan, estaban: Collection[str], clave: str) -> Plan:
    """El otro plan, con otra clave en cada número suyo que se llame como uno que ella agregó."""
    de_antes = parte_de(otro, estaban).cifra
    suyas = [cifra.clave for cifra in parte_de(otro, {clave}).cifras]
    chocan = [c for c in suyas if c in plan.cifra and c not in de_antes]
    usadas, nuevas = {*plan.cifra, *otro.cifra}, dict[str, str]()
    for vieja in chocan:
        nuevas[vieja] = clave_nueva(vieja, usadas)
        usadas.add(nuevas[vieja])
    return con_otras_claves(otro, nuevas)


def _reunidos(suyos: tuple[T, ...], antes: Iterable[T], ahora: tuple[T, ...]) -> tuple[T, ...]:
    """Lo suyo y, entre ello en su orden, lo de ahora que antes no había.

    Lo suyo que está como antes queda como ahora; lo que ella cambió, como lo dejó.
    """
    sabido = {_clave(cosa): cosa for cosa in antes}
    de_ahora = {_clave(cosa): cosa for cosa in ahora}
    reunidos = [de_ahora.get(_clave(c), c) if sabido.get(_clave(c)) == c else c for c in suyos]
    for llave, cosa in de_ahora.items():
        puestas = [_clave(puesta) for puesta in reunidos]
        if llave not in sabido and llave not in puestas:
            siguen = list(de_ahora)[list(de_ahora).index(llave) :]
            donde = next((n for n, puesta in enumerate(puestas) if puesta in siguen), len(puestas))
            reunidos.insert(donde, cosa)
    return tuple(reunidos)


def _clave(cosa: Any) -> str:
    return cosa.cifra if isinstance(cosa, Mosaico) else cosa.clave
