"""Qué hojas son de quién, sin nada de Qt: de un departamento o de un componente."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ut_escritorio.dominio.impreso.entradas import ULTIMA
from ut_escritorio.dominio.origen import Origen
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
    de_quien = _de_quien(plan)
    for parte, primera, siguiente in _partes(plan, hojas, paginas):
        departamento = de_quien[parte]
        if departamento in nombres:
            suyas[departamento] = (*suyas.get(departamento, ()), *range(primera, siguiente))
    return tuple((nombres[clave], de) for clave, de in suyas.items()) if len(suyas) > 1 else ()


def hojas_de_componente(
    plan: Plan, hojas: Mapping[str, int], paginas: int, componente: str
) -> tuple[int, ...]:
    """Las hojas de un componente; ninguna si de él no se imprime nada."""
    suyo = Origen("lugar", componente)
    partes = _partes(plan, hojas, paginas)
    return tuple(hoja for parte, *de in partes if parte == suyo for hoja in range(*de))


def _de_quien(plan: Plan) -> Mapping[Origen, str]:
    """De qué departamento es cada parte del informe; vacío si es de todos."""
    return {
        **{Origen("oficio", depto.clave): depto.clave for depto in plan.departamentos},
        **{Origen("lugar", componente.clave): componente.departamento for componente in plan.componentes},
        **{anexos_de(depto.clave): depto.clave for depto in plan.departamentos},
        LISTA: "",
        ULTIMA: "",  # la firma final, si va en su propia hoja
    }


def _partes(plan: Plan, hojas: Mapping[str, int], paginas: int) -> Iterator[tuple[Origen, int, int]]:
    """Cada parte del informe, su primera hoja y la primera de la que sigue."""
    # Cada parte empieza en hoja nueva: ninguna hoja es de dos.
    comienzos = sorted((hojas[parte], parte) for parte in _de_quien(plan) if parte in hojas)
    finales = [hoja for hoja, _ in comienzos[1:]] + [paginas + 1]
    for (primera, parte), siguiente in zip(comienzos, finales, strict=True):
        yield parte, primera, siguiente
