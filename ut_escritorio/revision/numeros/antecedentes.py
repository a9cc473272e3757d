"""Los números que se alejan mucho de los de los trimestres anteriores del año."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.numeros.evaluacion import valor_en
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.cifras import Cifra
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura

VECES = 2
"""Cuántas veces más que el mayor, o menos que el menor, es estar lejos."""

DIFERENCIA_NOTABLE = 10
"""Con menos diferencia que esta, el doble o la mitad no dice nada."""


def lejos_de_antes(lectura: Lectura) -> Iterator[Hallazgo]:
    """Las cifras que son más del doble, o menos de la mitad, de todas las de antes."""
    anteriores = _con_datos(lectura)
    for cifra in lectura.cifras if anteriores else ():
        antes = _antes(lectura, cifra, anteriores)
        ahora = lectura.valor(cifra.clave)
        if (
            antes
            and ahora.completo
            and ahora.entero is not None
            and _lejos(ahora.entero, list(antes.values()))
        ):
            dichos = ", ".join(f"{numero}º: {valor}" for numero, valor in antes.items())
            yield hallazgo(
                "lejos_de_antes",
                "revisar",
                f"{cifra.nombre}: {ahora.entero} en este trimestre; antes, {dichos}.",
                lectura.sitios(cifra.clave),
                cifra.clave,
                ahora.entero,
                dichos,
            )


def _con_datos(lectura: Lectura) -> list[Trimestre]:
    """Los trimestres anteriores del año de los que hay algo."""
    foto, este = lectura.foto, lectura.trimestre
    capturados = {casilla.trimestre for casilla in foto.conteos.propios}
    con_datos = capturados | {numero for numero, filas in foto.renglones_del_ejercicio.items() if filas}
    return [Trimestre(este.ejercicio, numero) for numero in range(1, este.numero) if numero in con_datos]


def _antes(lectura: Lectura, cifra: Cifra, anteriores: list[Trimestre]) -> dict[int, int]:
    """Lo que valió en los trimestres anteriores del año que se conocen enteros; lo diario no se compara."""
    conocidos: dict[int, int] = {}
    for anterior in anteriores if cifra.por_dia is None else ():
        valor = valor_en(lectura.foto, anterior, cifra.clave)
        if valor.completo and valor.entero is not None:
            conocidos[anterior.numero] = valor.entero
    return conocidos


def _lejos(ahora: int, antes: list[int]) -> bool:
    mucho = ahora > VECES * max(antes) and ahora - max(antes) >= DIFERENCIA_NOTABLE
    poco = VECES * ahora < min(antes) and min(antes) - ahora >= DIFERENCIA_NOTABLE
    return mucho or poco
