"""Lo que se elige para un solo informe en vez de lo que le toca por fecha o por ejercicio."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from types import MappingProxyType

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Nombramiento
from ut_escritorio.dominio.plan.arbol import Plan


@congelado
class FirmanteElegido:
    """Quién firma en un puesto: la clave de la persona y el cargo que se imprime."""

    persona: str
    cargo: str


@congelado
class Eleccion:
    """El membrete (su clave), la leyenda (None: la del plan) y quién firma en cada puesto."""

    papel: str = ""
    leyenda: str | None = None
    firmantes: Mapping[str, FirmanteElegido] = field(default_factory=dict[str, FirmanteElegido])

    def __post_init__(self) -> None:
        object.__setattr__(self, "firmantes", MappingProxyType(dict(self.firmantes)))


def plan_con(plan: Plan, eleccion: Eleccion) -> Plan:
    """El plan con la leyenda elegida, si la hay."""
    return plan if eleccion.leyenda is None else replace(plan, leyenda=eleccion.leyenda)


def catalogo_con(catalogo: Catalogo, eleccion: Eleccion) -> Catalogo:
    """El catálogo con el membrete y los firmantes elegidos puestos en vez de los de cada fecha."""
    elegidos = tuple(
        Nombramiento(puesto, quien.persona, quien.cargo) for puesto, quien in eleccion.firmantes.items()
    )
    otros = tuple(n for n in catalogo.nombramientos if n.puesto not in eleccion.firmantes)
    papeles = tuple(p for p in catalogo.papeles if p.clave == eleccion.papel)
    siempre = tuple(replace(papel, desde=None, hasta=None) for papel in papeles)
    return replace(catalogo, nombramientos=(*otros, *elegidos), papeles=siempre or catalogo.papeles)
