"""Reacomodar las actividades de un plan: las que siguen, las que ya no van y las que pasaron a ser otra."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Acomodado
from ut_escritorio.dominio.cambios_del_plan.armado.claves_al_dia import con_claves_al_dia
from ut_escritorio.dominio.cambios_del_plan.armado.orden import por_numero
from ut_escritorio.dominio.cambios_del_plan.poda import podado
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Plan
from ut_escritorio.errores import ValorInvalido


@congelado
class Destino:
    """Lo que pasa con una actividad (por su clave): su número y su nombre, o que ya no va."""

    clave: str
    numero: str
    nombre: str
    sigue: bool = True


def destinos_de(plan: Plan) -> tuple[Destino, ...]:
    """Cada actividad del plan, que sigue como está."""
    return tuple(Destino(a.clave, a.numero, a.nombre) for c in plan.componentes for a in c.actividades)


def reacomodado(plan: Plan, destinos: Iterable[Destino]) -> Plan:
    """El plan con cada actividad donde y como se dijo; lanza como `acomodado`."""
    return acomodado(plan, destinos).plan


def acomodado(plan: Plan, destinos: Iterable[Destino]) -> Acomodado:
    """Cada actividad donde y como se dijo; las que pasaron a ser otra recuerdan de cuál vienen.

    ValorInvalido si dos quedan con el mismo número, o si un número no es de ningún componente.
    """
    por_clave = {destino.clave: destino for destino in destinos}
    se_movio = False
    puestas: dict[str, list[Actividad]] = {c.clave: [] for c in plan.componentes}
    for componente in plan.componentes:
        for actividad in componente.actividades:
            destino = por_clave.get(actividad.clave)
            if destino is None:
                puestas[componente.clave].append(actividad)
            elif destino.sigue:
                igual = destino.numero == actividad.numero
                casa = componente if igual else componente_de(plan, destino.numero)
                puestas[casa.clave].append(_movida(actividad, destino))
                se_movio = se_movio or not igual
    _sin_repetir([a.numero for suyas in puestas.values() for a in suyas])
    if se_movio:
        puestas = {clave: sorted(suyas, key=en_orden) for clave, suyas in puestas.items()}
    componentes = tuple(replace(c, actividades=tuple(puestas[c.clave])) for c in plan.componentes)
    hecho = con_claves_al_dia(plan, componentes)
    return replace(hecho, plan=podado(plan, hecho.plan))


def componente_de(plan: Plan, numero: str) -> Componente:
    """El componente al que toca un número de actividad: 2.1 es del 2; ValorInvalido si no hay."""
    for componente in plan.componentes:
        if numero.startswith(f"{componente.numero}.") and len(numero) > len(componente.numero) + 1:
            return componente
    numeros = lista([f"{c.numero}.1" for c in plan.componentes])
    raise ValorInvalido(f"«{numero}» no es de ningún componente. Escriba un número como {numeros}.")


def en_orden(actividad: Actividad) -> tuple[tuple[int, str], ...]:
    """Con qué se ordenan las actividades."""
    return por_numero(actividad.numero)


def _movida(actividad: Actividad, destino: Destino) -> Actividad:
    nombre = destino.nombre.strip() or actividad.nombre
    movida = replace(actividad, numero=destino.numero, nombre=nombre)
    return movida if nombre == actividad.nombre else replace(movida, corto="")


def _sin_repetir(numeros: Iterable[str]) -> None:
    repetidos = [numero for numero, veces in Counter(numeros).items() if veces > 1]
    if repetidos:
        raise ValorInvalido(f"Hay dos actividades con el número {lista(repetidos)}. Cambie una de las dos.")
