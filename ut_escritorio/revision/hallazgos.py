"""Lo que una regla encontró: qué es, dónde está y de qué números sale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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

    `aqui`: cómo se dice en cada sitio, sin lo de los demás; vacío, donde se dice igual.
    `causa` son su código y los textos, números y fechas de que sale; se guarda hecha huella, así que lo
    que va en ella no se redacta de otro modo. `motivo` es por qué se dejó así; vacío si nadie lo ha dejado.
    """

    codigo: str
    gravedad: Gravedad
    mensaje: str
    sitios: tuple[Sitio, ...]
    causa: tuple[object, ...]
    motivo: str = ""
    aqui: tuple[str, ...] = ()

    def en(self, sitio: Sitio) -> str:
        """Lo que se dice en uno de sus sitios."""
        return self._por_sitio.get(sitio) or self.mensaje

    @cached_property
    def _por_sitio(self) -> Mapping[Sitio, str]:
        return dict(zip(self.sitios, self.aqui, strict=False))

    @cached_property
    def huella(self) -> str:
        """Identifica la causa y sus números: cambia en cuanto ellos cambian."""
        return huella(self.causa, EN_LA_CAUSA)


def hallazgo(
    codigo: str, gravedad: Gravedad, mensaje: str, sitios: Iterable[Sitio | tuple[Sitio, str]], *causa: object
) -> Hallazgo:
    """Un hallazgo con sus sitios, cada uno una vez, y su causa (textos, números y fechas).

    Un sitio puede ir con lo que ahí se dice, cuando el mensaje habla también de otros.
    """
    dichos: dict[Sitio, str] = {}
    for cada in sitios:
        sitio, aqui = cada if isinstance(cada, tuple) else (cada, "")
        dichos.setdefault(sitio, aqui)
    aqui = tuple(dichos.values()) if any(dichos.values()) else ()
    return Hallazgo(codigo, gravedad, mensaje, tuple(dichos), (codigo, causa), aqui=aqui)


def por_corregir(hallazgos: Iterable[Hallazgo]) -> tuple[Hallazgo, ...]:
    """Los que hay que corregir y nadie ha dejado así: los que hacen del informe un borrador."""
    return tuple(h for h in hallazgos if h.gravedad == "corregir" and not h.motivo)
