"""Los números que se alejan mucho de los de los trimestres anteriores del año."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.cifras import Cifra
from ut_escritorio.dominio.evaluacion import valor_en
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura

VECES = 2
"""Cuántas veces más que el mayor, o menos que el menor, es estar lejos."""

DIFERENCIA_NOTABLE = 10
"""Con menos diferencia que esta, el doble o la mitad no dice nada."""


def lejos_de_antes(lectura: Lectura) -> Iterator[Hallazgo]:
    """Las cifras que son más del doble, o menos de la mitad, de todas las de antes."""
    for cifra in lectura.cifras:
        antes = _antes(lectura, cifra)
        ahora = lectura.valor(cifra.clave)
        if (
            antes
            and ahora.completo
            and ahora.numero is not None
            and _lejos(ahora.numero, list(antes.values()))
        ):
            dichos = ", ".join(f"{numero}º: {valor}" for numero, valor in antes.items())
            yield hallazgo(
                "lejos_de_antes",
                "revisar",
                f"{cifra.nombre}: {ahora.numero} en este trimestre; antes, {dichos}.",
                lectura.sitios(cifra.clave),
                cifra.clave,
                ahora.numero,
                dichos,
            )


def _antes(lectura: Lectura, cifra: Cifra) -> dict[int, int]:
    """Lo que valió en los trimestres anteriores del año que se conocen enteros; lo diario no se compara."""
    conocidos: dict[int, int] = {}
    for numero in range(1, lectura.trimestre.numero) if cifra.por_dia is None else ():
        anterior = Trimestre(lectura.trimestre.ejercicio, numero)
        valor = valor_en(lectura.foto, anterior, cifra.clave)
        if valor.completo and valor.numero is not None:
            conocidos[numero] = valor.numero
    return conocidos


def _lejos(ahora: int, antes: list[int]) -> bool:
    mucho = ahora > VECES * max(antes) and ahora - max(antes) >= DIFERENCIA_NOTABLE
    poco = VECES * ahora < min(antes) and min(antes) - ahora >= DIFERENCIA_NOTABLE
    return mucho or poco
