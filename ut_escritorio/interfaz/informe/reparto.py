"""Qué hojas son de quién, sin nada de Qt: las de cada departamento, y las listas dichas en corto."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ut_escritorio.dominio.plan import Plan


def hojas_de_departamentos(
    plan: Plan, hojas: Mapping[str, int], paginas: int
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """El nombre de cada departamento y sus hojas: de su oficio al del siguiente; nada si hay uno solo.

    `hojas` lleva cada origen a su primera hoja.
    """
    comienzos = sorted(
        (min(hoja for origen, hoja in hojas.items() if _es_de(origen, depto.clave)), depto.nombre)
        for depto in plan.departamentos
        if any(_es_de(origen, depto.clave) for origen in hojas)
    )
    if len(comienzos) < 2:
        return ()
    finales = [hoja for hoja, _ in comienzos[1:]] + [paginas + 1]
    return tuple(
        (nombre, tuple(range(primera, final)))
        for (primera, nombre), final in zip(comienzos, finales, strict=True)
    )


def _es_de(origen: str, departamento: str) -> bool:
    return origen == f"oficio:{departamento}" or origen.startswith(f"oficio:{departamento}#")


def decir_hojas(hojas: Iterable[int]) -> str:
    """«hoja 3»; «hojas 3, 4»; seguidas, «hojas 3 a 9»."""
    todas = sorted(hojas)
    tramos: list[list[int]] = []
    for hoja in todas:
        if tramos and hoja == tramos[-1][-1] + 1:
            tramos[-1].append(hoja)
        else:
            tramos.append([hoja])
    return f"hoja{'s' if len(todas) > 1 else ''} {', '.join(_tramo(tramo) for tramo in tramos)}"


def _tramo(tramo: list[int]) -> str:
    if len(tramo) > 2:
        return f"{tramo[0]} a {tramo[-1]}"
    return ", ".join(str(hoja) for hoja in tramo)
