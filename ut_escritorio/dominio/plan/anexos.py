"""Lo que el plan dice de los anexos: si van en el informe, cómo se citan y qué lleva una ficha."""

from __future__ import annotations

from typing import Literal, get_args

from ut_escritorio.dominio.congelado import congelado

DondeVan = Literal["", "al final", "aparte"]
DONDE_VAN: tuple[DondeVan, ...] = get_args(DondeVan)


@congelado
class FichaDeSesion:
    """Una hoja por cada renglón de unos medios: su título y los datos que dice, por su campo.

    La firma quien encabeza el departamento, bajo `rotulo` («Elaboró»). De lo que lleva ficha se piden fotos.
    """

    titulo: str
    medios: tuple[str, ...]
    datos: tuple[str, ...] = ()
    rotulo: str = ""


@congelado
class LosAnexos:
    """Qué se hace con las evidencias al imprimir.

    `donde`: tras la última firma, en un PDF aparte o, vacío, en ningún lado. `citados`: cada frase acaba
    diciendo sus anexos. `lista`: al final se nombran todas, también las que no salen. `con_fichas`: lo que el
    plan dice que lleva ficha sale en la suya.
    """

    donde: DondeVan = ""
    citados: bool = False
    lista: bool = False
    con_fichas: bool = False
