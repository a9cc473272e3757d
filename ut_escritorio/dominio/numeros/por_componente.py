"""Las cifras de un plan como su informe las enseña: por componente, cada una en su primer cuadro."""

from __future__ import annotations

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.plan.arbol import Componente, Lugar, Plan
from ut_escritorio.dominio.plan.cifras import NO_HUBO, Cifra, Razon, Valor
from ut_escritorio.dominio.plan.cuadros import cifras_de


@congelado
class CifraEnSuLugar:
    """Una cifra y el primer lugar en que un cuadro la enseña."""

    cifra: Cifra
    lugar: Lugar


def por_componente(plan: Plan) -> tuple[tuple[Componente, tuple[CifraEnSuLugar, ...]], ...]:
    """Cada componente con las cifras que ve primero; el que no tiene ninguna no está."""
    suyas: dict[str, list[CifraEnSuLugar]] = {componente.clave: [] for componente in plan.componentes}
    vistas: set[str] = set()
    for lugar in plan.lugares():
        cuadros = (plan.cuadro[a.cuadro] for a in lugar.apartados if a.clase == "cuadro")
        claves = [clave for cuadro in cuadros for clave in cifras_de(cuadro)]
        nuevas = [clave for clave in dict.fromkeys(claves) if clave not in vistas]
        vistas.update(nuevas)
        suyas[plan.cadena[lugar.clave][0].clave] += [CifraEnSuLugar(plan.cifra[c], lugar) for c in nuevas]
    return tuple((c, tuple(suyas[c.clave])) for c in plan.componentes if suyas[c.clave])


def en_su_lugar(plan: Plan, clave: str) -> CifraEnSuLugar:
    """Esa cifra donde se ve primero; la que ningún cuadro enseña, en el primer componente."""
    vistas = (una for _, suyas in por_componente(plan) for una in suyas if una.cifra.clave == clave)
    return next(vistas, None) or CifraEnSuLugar(plan.cifra[clave], plan.componentes[0])


def a_la_vista(cifra: Cifra, valor: Valor) -> str:
    """Lo que vale, con sus miles: «1,250», «3.18 %», «–» si no hubo; vacío si no se sabe."""
    if valor.numero is None:
        return NO_HUBO if valor.no_hubo else ""
    por_cien = isinstance(cifra.fuente, Razon) and cifra.fuente.por_cien
    return f"{valor.numero:,}{' %' if por_cien else ''}"
