"""Los datos de unas cartas que saldrían como raya, por su nombre."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ut_escritorio.dominio.cartas.plantilla import PlantillaDeCarta
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.redaccion import los_de_cada, unas
from ut_escritorio.dominio.plan.campos import rotulo_de_campo

_AL_TOMARLO = "folio_oficio"
"""El que no es hueco: se lo pone al imprimirla."""
_NOMBRES = {
    "area": "A quién",
    "cargo": "Cargo de a quién va",
    "quien_firma": "Quién firma",
    "cargo_de_quien_firma": "Cargo de quien firma",
    "dias": "Días para contestar",
    "vence": "Días para contestar",
}


@congelado
class Hueco:
    """Un dato que saldría como raya, y de qué oficio: su número o, sin él, a quién va; vacío, nada."""

    dato: str
    de: str


def nombres_de_huecos(plantilla: PlantillaDeCarta, faltan: Sequence[str]) -> tuple[str, ...]:
    """Cómo se llaman los datos que faltan donde se escriben, sin el número, que se toma al imprimirla."""
    suyos = {campo.clave: campo.etiqueta for campo in plantilla.campos}
    nombres = (
        suyos.get(falta) or _NOMBRES.get(falta) or rotulo_de_campo(falta)
        for falta in faltan
        if falta != _AL_TOMARLO
    )
    return tuple(dict.fromkeys(nombres))


def decir_huecos(huecos: Sequence[Hueco], cartas: int) -> str:
    """Cuáles son y, si las cartas son varias, de cuáles: «Módulo, de UT/0005/2031 y UT/0006/2031»."""
    por_dato = los_de_cada((hueco.dato, hueco.de) for hueco in huecos)
    if cartas == 1:
        return f"{unas([f'«{dato}»' for dato in por_dato])}."
    sin_nombre = Counter(hueco.dato for hueco in huecos if not hueco.de)
    return " ".join(f"«{dato}», de {unas(_de(de, sin_nombre[dato]))}." for dato, de in por_dato.items())


def _de(oficios: Sequence[str], sin_nombre: int) -> list[str]:
    """De cuáles, con las que nada distingue contadas al final."""
    cuantas = "una sin número" if sin_nombre == 1 else f"{sin_nombre} sin número"
    return [*filter(None, oficios), *([cuantas] if sin_nombre else [])]
