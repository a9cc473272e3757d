"""Lo que varias reglas piden y se calcula una sola vez: por revisión, o por plan."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Protocol, TypeVar
from weakref import finalize

from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre


class Leida(Protocol):
    """Lo que de una lectura hace falta para saber si lo ya calculado le sirve."""

    @property
    def foto(self) -> FotoTrimestre:
        """La foto que se lee."""
        ...


L = TypeVar("L", bound=Leida)
T = TypeVar("T")


def una_vez(calcula: Callable[[L], T]) -> Callable[[L], T]:
    """Lo que varias reglas piden de una misma lectura."""

    def de_esta(lectura: L) -> T:
        sabido = vars(lectura).setdefault("sabido", {})
        if calcula not in sabido:
            sabido[calcula] = calcula(lectura)
        return sabido[calcula]

    return update_wrapper(de_esta, calcula)


def una_vez_por_plan(calcula: Callable[[L], T]) -> Callable[[L], T]:
    """Lo que solo depende del plan y de lo que este trimestre no tocó: sirve también en otras revisiones."""
    sabidos: dict[int, dict[object, T]] = {}

    def sabido(lectura: L) -> T:
        foto, del_plan = lectura.foto, _de_su_plan(sabidos, lectura.foto.plan)
        llave = foto.trimestre, foto.sin_actividad
        if llave not in del_plan:
            del_plan[llave] = calcula(lectura)
        return del_plan[llave]

    return update_wrapper(sabido, calcula)


def _de_su_plan(sabidos: dict[int, dict[object, T]], plan: Plan) -> dict[object, T]:
    """Lo ya calculado de un plan; se olvida con él."""
    if id(plan) not in sabidos:
        sabidos[id(plan)] = {}
        finalize(plan, sabidos.pop, id(plan), None).atexit = False
    return sabidos[id(plan)]
