"""Lo que una regla encontró: qué es, dónde está y de qué números sale."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.sitios import Sitio

Gravedad = Literal["corregir", "revisar"]


@congelado
class Hallazgo:
    """Algo que corregir o revisar, por una sola causa, con todos sus sitios.

    `huella` identifica la causa y sus números: cambia en cuanto ellos cambian. `motivo` es por qué
    se dejó así; vacío si nadie lo ha dejado.
    """

    codigo: str
    gravedad: Gravedad
    mensaje: str
    sitios: tuple[Sitio, ...]
    huella: str
    motivo: str = ""


def hallazgo(
    codigo: str, gravedad: Gravedad, mensaje: str, sitios: Iterable[Sitio], *causa: object
) -> Hallazgo:
    """Un hallazgo cuya huella sale de su código y de su causa (textos, números y fechas)."""
    huella = sha256(repr((codigo, causa)).encode()).hexdigest()[:16]
    return Hallazgo(codigo, gravedad, mensaje, tuple(dict.fromkeys(sitios)), huella)


def por_corregir(hallazgos: Iterable[Hallazgo]) -> tuple[Hallazgo, ...]:
    """Los que hay que corregir y nadie ha dejado así: los que hacen del informe un borrador."""
    return tuple(h for h in hallazgos if h.gravedad == "corregir" and not h.motivo)
