"""Cambiar una sola cosa del plan donde está: un lugar, o lo que cuelga de él, de una hoja o departamento."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from ut_escritorio.dominio.impreso.menciones import TODO_EL_INFORME, Donde
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Departamento, Plan, Ruta

PORTADA, ULTIMA = "portada", "ultima"
_DEPARTAMENTO, _FINAL = "departamento:", "#final"
_HONDURAS = ("componente", "actividad", "paso")
Apartados = tuple[Apartado, ...]


def casa_de_departamento(clave: str, al_final: bool = False) -> str:
    """De qué cuelga lo que abre un departamento o, `al_final`, lo que lo cierra."""
    return f"{_DEPARTAMENTO}{clave}{_FINAL if al_final else ''}"


def departamento_de(casa: str) -> str:
    """La clave del departamento de que es; vacía si no es de ninguno."""
    return casa.removeprefix(_DEPARTAMENTO).removesuffix(_FINAL) if casa.startswith(_DEPARTAMENTO) else ""


def casas(plan: Plan) -> Iterator[str]:
    """Todas, en el orden del informe."""
    yield PORTADA
    yield from plan.lugar
    for departamento in plan.departamentos:
        yield casa_de_departamento(departamento.clave)
        yield casa_de_departamento(departamento.clave, al_final=True)
    yield ULTIMA


def se_imprime(plan: Plan, casa: str) -> bool:
    """Si está y tiene hoja: lo de un departamento, solo si tiene componentes y ahí dice algo."""
    depto = departamento_de(casa)
    dice = not depto or bool(plan.componentes_de(depto) and bloques_de(plan, casa))
    return casa in casas(plan) and dice


def bloques_de(plan: Plan, casa: str) -> Apartados:
    """Lo que de ella cuelga."""
    if casa in (PORTADA, ULTIMA):
        return plan.portada if casa == PORTADA else plan.ultima
    if depto := plan.departamento.get(departamento_de(casa)):
        return depto.al_final if casa.endswith(_FINAL) else depto.apartados
    return plan.lugar[casa].apartados


def con_bloques(plan: Plan, casa: str, cambio: Callable[[Apartados], Apartados]) -> Plan:
    """El plan con lo que de ella cuelga pasado por un cambio."""
    if casa == PORTADA:
        return replace(plan, portada=cambio(plan.portada))
    if casa == ULTIMA:
        return replace(plan, ultima=cambio(plan.ultima))
    if suyo := departamento_de(casa):

        def de(depto: Departamento) -> Departamento:
            if depto.clave != suyo:
                return depto
            if casa.endswith(_FINAL):
                return replace(depto, al_final=cambio(depto.al_final))
            return replace(depto, apartados=cambio(depto.apartados))

        return replace(plan, departamentos=tuple(map(de, plan.departamentos)))
    return con_lugar(plan, casa, lambda lugar: replace(lugar, apartados=cambio(lugar.apartados)))


def casa_del_bloque(plan: Plan, clave: str) -> str:
    """De qué cuelga un bloque; vacía si no está."""
    return next((casa for casa in casas(plan) if any(a.clave == clave for a in bloques_de(plan, casa))), "")


def clave_libre(plan: Plan, casa: str) -> str:
    """Una clave de bloque de ahí que ninguno tenga, ni cuadro."""
    usadas = {apartado.clave for apartado in plan.apartados()} | {cuadro.clave for cuadro in plan.cuadros}
    antes = casa if casa.endswith(_FINAL) else f"{casa}#"
    return next(clave for n in range(1, len(usadas) + 2) if (clave := f"{antes}{n}") not in usadas)


def ruta_de(plan: Plan, casa: str) -> Ruta:
    """Por dónde se llega a lo que de ella cuelga."""
    if casa in (PORTADA, ULTIMA):
        return (casa,)
    if depto := departamento_de(casa):
        return ("departamentos", depto, "al_final" if casa.endswith(_FINAL) else "apartados")
    return (*plan.ruta(casa), "apartados")


def donde_va(plan: Plan, casa: str) -> Donde:
    """Qué datos tienen valor en un texto que de ella cuelga."""
    if casa in plan.lugar:
        return Donde(_HONDURAS[len(plan.cadena[casa]) - 1])
    return Donde("componente") if departamento_de(casa) else TODO_EL_INFORME


def con_lugar(plan: Plan, clave: str, cambio: Callable[[Any], Any]) -> Plan:
    """El plan con el componente, la actividad o el paso de esa clave pasado por un cambio."""

    def de_actividad(actividad: Actividad) -> Actividad:
        if actividad.clave == clave:
            return cambio(actividad)
        return replace(actividad, pasos=tuple(cambio(p) if p.clave == clave else p for p in actividad.pasos))

    def de_componente(componente: Componente) -> Componente:
        if componente.clave == clave:
            return cambio(componente)
        return replace(componente, actividades=tuple(map(de_actividad, componente.actividades)))

    return replace(plan, componentes=tuple(map(de_componente, plan.componentes)))
