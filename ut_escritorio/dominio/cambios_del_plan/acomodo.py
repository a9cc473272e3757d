"""Reacomodar las actividades de un plan: las que siguen, las que ya no van y las que pasaron a ser otra."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from ut_escritorio.dominio.cambios_del_plan.poda import podado
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.plan.arbol import Actividad, Apartado, Componente, Paso, Plan
from ut_escritorio.dominio.plan.cifras import Cifra, Contada
from ut_escritorio.errores import ValorInvalido

_Con = TypeVar("_Con", Actividad, Paso)


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
    """El plan con cada actividad donde y como se dijo; las que pasaron a ser otra recuerdan de cuál vienen.

    ValorInvalido si dos quedan con el mismo número, o si un número no es de ningún componente.
    """
    por_clave = {destino.clave: destino for destino in destinos}
    claves = renombradas(plan, por_clave.values())
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
                puestas[casa.clave].append(_movida(actividad, destino, claves))
                se_movio = se_movio or not igual
    _sin_repetir([a.numero for suyas in puestas.values() for a in suyas])
    if se_movio:
        puestas = {clave: sorted(suyas, key=en_orden) for clave, suyas in puestas.items()}
    componentes = tuple(replace(c, actividades=tuple(puestas[c.clave])) for c in plan.componentes)
    nuevo = replace(
        plan,
        componentes=componentes,
        cuadros=tuple(replace(c, clave=claves(c.clave)) for c in plan.cuadros),
        cifras=tuple(_con_lugares(c, claves) for c in plan.cifras),
    )
    return podado(plan, nuevo)


def renombradas(plan: Plan, destinos: Iterable[Destino]) -> Callable[[str], str]:
    """De la clave que un lugar, bloque o cuadro tenía a la que tiene; la de lo que no se movió, igual."""
    nuevas: Mapping[str, str] = {
        d.clave: d.numero for d in destinos if d.sigue and d.clave == plan.lugar[d.clave].numero != d.numero
    }

    def ahora(clave: str) -> str:
        raiz = re.split(r"[/#]", clave, maxsplit=1)[0]
        return nuevas.get(raiz, raiz) + clave[len(raiz) :]

    return ahora


def componente_de(plan: Plan, numero: str) -> Componente:
    """El componente al que toca un número de actividad: 2.1 es del 2; ValorInvalido si no hay."""
    for componente in plan.componentes:
        if numero.startswith(f"{componente.numero}.") and len(numero) > len(componente.numero) + 1:
            return componente
    numeros = lista([f"{c.numero}.1" for c in plan.componentes])
    raise ValorInvalido(f"«{numero}» no es de ningún componente. Escriba un número como {numeros}.")


def en_orden(actividad: Actividad) -> tuple[tuple[int, str], ...]:
    """Con qué se ordenan las actividades: 2.9 va antes que 2.10."""
    return tuple((int(parte) if parte.isdigit() else 0, parte) for parte in actividad.numero.split("."))


def _movida(actividad: Actividad, destino: Destino, claves: Callable[[str], str]) -> Actividad:
    nombre = destino.nombre.strip() or actividad.nombre
    movida = replace(
        _con_claves(actividad, claves),
        numero=destino.numero,
        nombre=nombre,
        pasos=tuple(_con_claves(paso, claves) for paso in actividad.pasos),
    )
    return movida if nombre == actividad.nombre else replace(movida, corto="")


def _con_claves(lugar: _Con, claves: Callable[[str], str]) -> _Con:
    clave = claves(lugar.clave)
    apartados = tuple(_con_clave(apartado, claves) for apartado in lugar.apartados)
    antes = lugar.antes if clave == lugar.clave else lugar.antes or lugar.clave
    return replace(lugar, clave=clave, antes=antes, apartados=apartados)


def _con_clave(apartado: Apartado, claves: Callable[[str], str]) -> Apartado:
    return replace(apartado, clave=claves(apartado.clave), cuadro=claves(apartado.cuadro))


def _con_lugares(cifra: Cifra, claves: Callable[[str], str]) -> Cifra:
    def movida(cuenta: Contada) -> Contada:
        return replace(cuenta, lugares=tuple(claves(lugar) for lugar in cuenta.lugares))

    fuente = movida(cifra.fuente) if isinstance(cifra.fuente, Contada) else cifra.fuente
    contraste = movida(cifra.contraste) if isinstance(cifra.contraste, Contada) else cifra.contraste
    return replace(cifra, fuente=fuente, contraste=contraste)


def _sin_repetir(numeros: Iterable[str]) -> None:
    repetidos = [numero for numero, veces in Counter(numeros).items() if veces > 1]
    if repetidos:
        raise ValorInvalido(f"Hay dos actividades con el número {lista(repetidos)}. Cambie una de las dos.")
