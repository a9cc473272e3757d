"""Los cruces de un cuadro por lo que sus renglones dicen en un campo: cada uno es una porción de su cifra.

«Solicitudes» por área y estado son tantas cifras como celdas; el plan no las escribe: salen del cuadro.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.plan.cifras import Cifra, Condicion, Contada, LosDemas, Porcion
from ut_escritorio.dominio.plan.cuadros import Banda, Cuadro, cifras_de

OTROS = "OTROS"


@congelado
class _Miembro:
    """Lo que un renglón o una columna fija: su cifra y, si lo pide, qué dicen los renglones contados."""

    cifra: str
    rotulo: str = ""
    donde: tuple[Condicion, ...] = ()


def clave_de_cruce(cifra: str, donde: tuple[Condicion, ...]) -> str:
    """Con qué clave se conoce la porción de una cifra; la suya, si no se le pide nada."""
    if not donde:
        return cifra
    dichos = sorted(f"[{cada.campo}{_es(cada)}{'|'.join(cada.valores)}]" for cada in donde)
    return "".join((cifra, *dichos)) if cifra else ""


def _es(condicion: Condicion) -> str:
    return "≠" if isinstance(condicion, LosDemas) else "="


Demas = Mapping[int, LosDemas]
"""Tras qué banda de un eje van los que no dicen ninguno de sus valores."""


def los_demas(cuadro: Cuadro) -> tuple[Demas, Demas]:
    """Los que en las filas, y en las columnas, no dicen ninguno de sus valores; vacío si no hacen falta.

    Hacen falta junto a un total, que también los cuenta: sin ellos sería mayor que la suma de lo que se ve.
    """
    varias = len(cifras_de(cuadro)) > 1
    return _los_demas(cuadro.filas, varias), _los_demas(cuadro.columnas, varias)


def _los_demas(eje: tuple[Banda, ...], varias: bool) -> Demas:
    """Los de cada cosa que se cuenta, tras la última banda que la reparte; de varias, cada una es aparte."""
    de_cada: dict[str, list[int]] = {}
    for n, banda in enumerate(eje):
        if banda.eje == "valores":
            de_cada.setdefault(_suya(banda) if varias else "", []).append(n)
    demas: dict[int, LosDemas] = {}
    for cifra, cuales in de_cada.items():
        campos = {eje[n].campo for n in cuales}
        if len(campos) == 1 and any(_es_su_total(banda, cifra) for banda in eje):
            demas[cuales[-1]] = LosDemas(campos.pop(), tuple(v for n in cuales for v in eje[n].valores))
    return demas


def _es_su_total(banda: Banda, cifra: str) -> bool:
    """Si junto a lo repartido de esa cifra se lee entera; vacía, la del otro eje."""
    return banda.eje in ("cifras", "trimestre") and (not cifra or not banda.cifras or cifra in banda.cifras)


def _suya(banda: Banda) -> str:
    return banda.cifras[0] if banda.cifras else ""


def es_de_los_demas(cifra: Cifra) -> bool:
    """Si es la porción de los que no dicen ninguno de los valores de un cuadro."""
    return isinstance(cifra.fuente, Porcion) and any(isinstance(c, LosDemas) for c in cifra.fuente.donde)


def rotulo_de_los_demas(banda: Banda) -> str:
    """El de los que no dicen ninguno de los valores de la banda: su etiqueta de más o, sin ella, OTROS."""
    return next(iter(banda.etiquetas[len(banda.valores) :]), "") or OTROS


def porciones_de(cuadros: Iterable[Cuadro], cifras: Mapping[str, Cifra]) -> Iterator[Cifra]:
    """Las cifras de los cruces de esos cuadros, cada una con el nombre de sus dos rótulos."""
    for cuadro in cuadros:
        if any(banda.eje == "valores" for banda in (*cuadro.filas, *cuadro.columnas)):
            yield from _del_cuadro(cuadro, cifras)


def _del_cuadro(cuadro: Cuadro, cifras: Mapping[str, Cifra]) -> Iterator[Cifra]:
    en_filas, en_columnas = los_demas(cuadro)
    renglones, columnas = _de_un_eje(cuadro.filas, en_filas), _de_un_eje(cuadro.columnas, en_columnas)
    for renglon, columna in product(renglones, columnas):
        cifra, donde = cifras.get(columna.cifra or renglon.cifra), (*renglon.donde, *columna.donde)
        if cifra and donde and isinstance(cifra.fuente, Contada):
            nombre = ", ".join(filter(None, (cifra.nombre, renglon.rotulo, columna.rotulo)))
            clave = clave_de_cruce(cifra.clave, donde)
            porcion = Porcion(cifra.clave, donde)
            yield replace(cifra, clave=clave, nombre=nombre, fuente=porcion, contraste=None, por_dia=None)


def condiciones_de(banda: Banda) -> tuple[Condicion, ...]:
    """Una por cada valor de la banda, en su orden."""
    return tuple(Condicion(banda.campo, (valor,)) for valor in banda.valores)


def rotulos_de(banda: Banda) -> tuple[str, ...]:
    """Cómo se llama cada valor de la banda: por su etiqueta o, si no la tiene, como se dice."""
    propias = (*banda.etiquetas, *[""] * len(banda.valores))
    return tuple(propia or valor for valor, propia in zip(banda.valores, propias, strict=False))


def _de_un_eje(eje: tuple[Banda, ...], demas: Demas) -> list[_Miembro]:
    miembros: list[_Miembro] = []
    for n, banda in enumerate(eje):
        miembros += _miembros(banda)
        if n in demas:
            miembros.append(_Miembro(_suya(banda), rotulo_de_los_demas(banda), (demas[n],)))
    return miembros


def _miembros(banda: Banda) -> tuple[_Miembro, ...]:
    if banda.eje == "cifras":
        return tuple(_Miembro(clave) for clave in banda.cifras)
    suya = _suya(banda)
    if banda.eje != "valores":
        return (_Miembro(suya),)
    pares = zip(rotulos_de(banda), condiciones_de(banda), strict=True)
    return tuple(_Miembro(suya, rotulo, (condicion,)) for rotulo, condicion in pares)
