"""Aplicar un molde: de una clase de cuadro y unas cifras, un cuadro."""

from __future__ import annotations

from dataclasses import replace

from ut_escritorio.dominio.palabras.redaccion import cantidad, lista
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.plan.cuadros import Banda, Cuadro, Molde, Pie, cifras_de
from ut_escritorio.errores import ValorInvalido

_NUMERO = Sustantivo("número", "números")


def aplicar(
    molde: Molde,
    clave: str,
    cifras: tuple[str, ...],
    titulo: str = "",
    esquina: str | None = None,
    etiquetas: tuple[str, ...] = (),
    filas: tuple[Banda, ...] | None = None,
    columnas: tuple[Banda, ...] | None = None,
    pie: Pie | None = None,
) -> Cuadro:
    """El cuadro que resulta de llenar las marcas del molde; lo que se dé manda sobre él.

    `etiquetas` rebautiza en orden a los miembros de sus bandas «cifras». ValorInvalido si el molde
    pide más cifras de las dadas, o si sobran cifras o etiquetas.
    """
    restantes = list(etiquetas)
    pie = pie or molde.pie
    cuadro = Cuadro(
        clave=clave,
        titulo=titulo,
        esquina=molde.esquina if esquina is None else esquina,
        filas=tuple(_llena(banda, cifras, restantes) for banda in filas or molde.filas),
        columnas=tuple(_llena(banda, cifras, restantes) for banda in columnas or molde.columnas),
        pie=replace(pie, cifra=_marcadas(pie.cifra, cifras)[0]) if pie else None,
        molde=molde.clave,
    )
    sobran = [*(cifra for cifra in cifras if cifra not in cifras_de(cuadro)), *restantes]
    if sobran:
        raise ValorInvalido(
            f"En esta clase de cuadro sobra {lista([f'«{cosa}»' for cosa in sobran])}; quítelo."
        )
    return cuadro


def _llena(banda: Banda, cifras: tuple[str, ...], etiquetas: list[str]) -> Banda:
    """La banda con sus cifras puestas y, si es de cifras, con las etiquetas que le tocan."""
    puestas = tuple(clave for marca in banda.cifras for clave in _marcadas(marca, cifras))
    if banda.eje != "cifras" or not etiquetas:
        return replace(banda, cifras=puestas)
    propias, etiquetas[:] = etiquetas[: len(puestas)], etiquetas[len(puestas) :]
    return replace(banda, cifras=puestas, etiquetas=tuple(propias))


def _marcadas(marca: str, cifras: tuple[str, ...]) -> tuple[str, ...]:
    """Las cifras que ocupan una marca: «$*» todas, «$2» la segunda, «$2*» de la segunda en adelante."""
    if not marca.startswith("$"):
        return (marca,)
    desde = int(marca[1:].rstrip("*") or "1")
    if desde > len(cifras):
        raise ValorInvalido(
            f"Esta clase de cuadro pide {cantidad(desde, _NUMERO)} y hay {len(cifras)}; agregue lo que falta."
        )
    return cifras[desde - 1 :] if marca.endswith("*") else (cifras[desde - 1],)
