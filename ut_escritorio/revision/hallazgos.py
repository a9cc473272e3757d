"""Lo que una regla encontró: qué es, dónde está y de qué números sale."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.guardado import Nombres, huella
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.trimestre.conteos import Casilla

Gravedad = Literal["corregir", "revisar"]

# Con estos nombres se guarda lo que ella dejó así: cambiar uno haría que todo volviera a señalarse.
EN_LA_CAUSA: Nombres = {Casilla: "Casilla cifra trimestre mes sexo"}


@congelado
class Hallazgo:
    """Algo que corregir o revisar, por una sola causa, con todos sus sitios.

    `causa` son su código y los textos, números y fechas de que sale; se guarda hecha huella, así que lo
    que va en ella no se redacta de otro modo. `motivo` es por qué se dejó así; vacío si nadie lo ha dejado.
    """

    codigo: str
    gravedad: Gravedad
    mensaje: str
    sitios: tuple[Sitio, ...]
    causa: tuple[object, ...]
    motivo: str = ""

    @cached_property
    def huella(self) -> str:
        """Identifica la causa y sus números: cambia en cuanto ellos cambian."""
        return huella(self.causa, EN_LA_CAUSA)


def hallazgo(
    codigo: str, gravedad: Gravedad, mensaje: str, sitios: Iterable[Sitio], *causa: object
) -> Hallazgo:
    """Un hallazgo con sus sitios, cada uno una vez, y su causa (textos, números y fechas)."""
    return Hallazgo(codigo, gravedad, mensaje, tuple(dict.fromkeys(sitios)), (codigo, causa))


def por_corregir(hallazgos: Iterable[Hallazgo]) -> tuple[Hallazgo, ...]:
    """Los que hay que corregir y nadie ha dejado así: los que hacen del informe un borrador."""
    return tuple(h for h in hallazgos if h.gravedad == "corregir" and not h.motivo)
