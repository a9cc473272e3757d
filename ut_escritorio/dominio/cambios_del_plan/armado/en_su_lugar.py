"""Cambiar una sola cosa del plan donde está: un lugar o sus bloques; lo demás, igual."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Plan


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
