"""Cambios del catálogo con su día: lo de antes sigue valiendo para lo de antes."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Protocol, TypeVar, cast

from ut_escritorio.dominio.oficina.catalogo import Catalogo, Logo, Nombramiento, PapelMembretado, Persona
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.vigencia import vigente
from ut_escritorio.errores import ValorInvalido

_UN_DIA = timedelta(days=1)


class _ConDias(Protocol):
    @property
    def desde(self) -> date | None: ...
    @property
    def hasta(self) -> date | None: ...


V = TypeVar("V", bound=_ConDias)


def clave_nueva(nombre: str, usadas: Collection[str]) -> str:
    """Una clave que nadie tenga, sacada de un nombre: «Ana Ruiz» es «ana_ruiz»."""
    raiz = "_".join(re.findall(r"[a-z0-9]+", llano(nombre))) or "otra"
    claves = (raiz, *(f"{raiz}_{n}" for n in range(2, len(usadas) + 3)))
    return next(clave for clave in claves if clave not in usadas)


def _desde_el_dia(cosas: tuple[V, ...], nueva: V, dia: date | None) -> tuple[V, ...]:
    """Las cosas con la nueva desde ese día; la que valía termina la víspera.

    La que empezaba ese mismo día se va, y si otra empieza después, la nueva dura hasta su víspera.
    Sin día, la nueva es la única.
    """
    if dia is None:
        return (nueva,)
    antes = tuple(_hasta(c, dia - _UN_DIA) for c in cosas if c.desde is None or c.desde < dia)
    despues = tuple(c for c in cosas if c.desde is not None and c.desde > dia)
    hasta = min((c.desde - _UN_DIA for c in despues if c.desde), default=None)
    suya: Any = nueva
    return (*antes, cast(V, replace(suya, desde=dia, hasta=hasta)), *despues)


def _hasta(cosa: V, dia: date) -> V:
    """La cosa, terminada a más tardar ese día."""
    if cosa.hasta is not None and cosa.hasta <= dia:
        return cosa
    suya: Any = cosa
    return cast(V, replace(suya, hasta=dia))


def con_ocupante(
    catalogo: Catalogo, puesto: str, nombre: str, cargo: str, dia: date | None = None
) -> Catalogo:
    """Desde ese día ocupa el puesto esa persona, con ese cargo; sin día, desde siempre.

    Quien ya está en la lista con ese nombre es la misma persona. ValorInvalido si falta el nombre.
    """
    nombre = limpio(nombre)
    if not nombre:
        raise ValorInvalido("Falta el nombre de la persona. Escríbalo como debe imprimirse.")
    persona = next((p for p in catalogo.personas if nombre in (p.nombre, p.con_tratamiento)), None)
    personas = catalogo.personas
    if persona is None:
        persona = Persona(clave_nueva(nombre, {p.clave for p in personas}), nombre)
        personas = (*personas, persona)
    del_puesto = tuple(n for n in catalogo.nombramientos if n.puesto == puesto)
    otros = tuple(n for n in catalogo.nombramientos if n.puesto != puesto)
    quedan = _desde_el_dia(del_puesto, Nombramiento(puesto, persona.clave, limpio(cargo)), dia)
    return replace(catalogo, personas=personas, nombramientos=(*otros, *quedan))


def con_vacante(catalogo: Catalogo, puesto: str, cargo: str, dia: date | None = None) -> Catalogo:
    """Desde ese día el puesto está vacante y se le conoce ese cargo; sin cargo, nada que recordar."""
    cargo = limpio(cargo)
    if not cargo:
        return catalogo
    nadie = next((p for p in catalogo.personas if not p.nombre), None)
    personas = catalogo.personas
    if nadie is None:
        nadie = Persona(clave_nueva("vacante", {p.clave for p in personas}), "")
        personas = (*personas, nadie)
    del_puesto = tuple(n for n in catalogo.nombramientos if n.puesto == puesto)
    otros = tuple(n for n in catalogo.nombramientos if n.puesto != puesto)
    quedan = _desde_el_dia(del_puesto, Nombramiento(puesto, nadie.clave, cargo), dia)
    return replace(catalogo, personas=personas, nombramientos=(*otros, *quedan))


def con_papel(
    catalogo: Catalogo,
    dia: date | None,
    administracion: tuple[str, ...],
    logos: tuple[Logo, ...],
    pie: str,
) -> Catalogo:
    """Desde ese día las hojas llevan esos logotipos, administración y pie; sin día, desde siempre."""
    clave = clave_nueva(" ".join(administracion[-1:]) or "membrete", {p.clave for p in catalogo.papeles})
    nuevo = PapelMembretado(clave, logos, administracion, pie)
    return replace(catalogo, papeles=_desde_el_dia(catalogo.papeles, nuevo, dia))


def papel_en(catalogo: Catalogo, dia: date) -> PapelMembretado:
    """El membrete de ese día; si ninguno vale, el último que hubo, o uno en blanco."""
    ultimo = max(catalogo.papeles, key=lambda p: p.hasta or date.max, default=PapelMembretado("membrete"))
    return vigente(catalogo.papeles, dia) or ultimo


def sin_unidad_desde(catalogo: Catalogo, clave: str, dia: date | None) -> Catalogo:
    """Ese día ya no existe la unidad o el órgano: la víspera fue su último; None: sigue."""
    hasta = dia - _UN_DIA if dia else None
    return replace(
        catalogo,
        unidades=tuple(replace(u, hasta=hasta) if u.clave == clave else u for u in catalogo.unidades),
    )
