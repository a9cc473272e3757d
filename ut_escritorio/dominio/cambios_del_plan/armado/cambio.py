"""Un cambio del plan: cómo se llama al deshacerlo y en qué lo deja, o por qué no se puede."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from types import MappingProxyType

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.plan.arbol import Plan


@congelado
class Acomodado:
    """El plan como quedó y, de los lugares y bloques que tienen otra clave, cuál tenían y cuál tienen."""

    plan: Plan
    nuevas: Mapping[str, str] = field(default_factory=dict[str, str])

    def __post_init__(self) -> None:
        object.__setattr__(self, "nuevas", MappingProxyType(dict(self.nuevas)))

    def ahora(self, clave: str) -> str:
        """La clave que tiene un lugar, o algo que de él cuelga; la de lo que no se movió, igual."""
        if clave in self.nuevas:
            return self.nuevas[clave]
        raiz, signo, resto = clave.partition("#")
        return self.nuevas.get(raiz, raiz) + signo + resto


@congelado
class Cambio:
    """Lo que se le hace al plan; `en` lanza ValorInvalido, con el porqué, si así no puede ser."""

    nombre: str
    regla: Callable[[Plan], Plan | Acomodado]

    def en(self, plan: Plan) -> Acomodado:
        """El plan ya cambiado."""
        hecho = self.regla(plan)
        return hecho if isinstance(hecho, Acomodado) else Acomodado(hecho)
