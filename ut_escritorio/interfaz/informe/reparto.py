"""Qué hojas son de quién, sin nada de Qt: las de cada departamento, y las listas dichas en corto."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ut_escritorio.dominio.impreso.entradas import ULTIMA
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import seguidos
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.anexos import LISTA, anexos_de


def hojas_de_departamentos(
    plan: Plan, hojas: Mapping[str, int], paginas: int
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """El nombre de cada departamento y sus hojas: su oficio, componentes y anexos; nada si hay uno solo.

    `hojas` lleva cada origen a su primera hoja.
    """
    nombres = {depto.clave: depto.nombre for depto in plan.departamentos}
    suyas: dict[str, tuple[int, ...]] = {}
    for departamento, primera, siguiente in _partes(plan, hojas, paginas):
        if departamento in nombres:
            suyas[departamento] = (*suyas.get(departamento, ()), *range(primera, siguiente))
    return tuple((nombres[clave], de) for clave, de in suyas.items()) if len(suyas) > 1 else ()


def _partes(plan: Plan, hojas: Mapping[str, int], paginas: int) -> Iterator[tuple[str, int, int]]:
    """De quién es cada parte del informe, su primera hoja y la primera de la que sigue."""
    de_quien = {Origen("oficio", depto.clave): depto.clave for depto in plan.departamentos}
    de_quien |= {Origen("lugar", c.clave): c.departamento for c in plan.componentes}
    de_quien |= {anexos_de(depto.clave): depto.clave for depto in plan.departamentos}
    de_quien[LISTA] = ""
    de_quien[ULTIMA] = ""  # la firma final en su propia hoja es de todos
    # Cada parte empieza en hoja nueva: ninguna hoja es de dos.
    comienzos = sorted((hojas[origen], clave) for origen, clave in de_quien.items() if origen in hojas)
    finales = [hoja for hoja, _ in comienzos[1:]] + [paginas + 1]
    for (primera, clave), siguiente in zip(comienzos, finales, strict=True):
        yield clave, primera, siguiente


def decir_hojas(hojas: Iterable[int]) -> str:
    """«hoja 3»; «hojas 3, 4»; seguidas, «hojas 3 a 9»."""
    todas = {*hojas}
    return f"hoja{'s' if len(todas) > 1 else ''} {', '.join(map(_tramo, seguidos(todas)))}"


def _tramo(tramo: list[int]) -> str:
    if len(tramo) > 2:
        return f"{tramo[0]} a {tramo[-1]}"
    return ", ".join(str(hoja) for hoja in tramo)
