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


def los_demas(cuadro: Cuadro) -> tuple[LosDemas | None, LosDemas | None]:
    """Los que en las filas, y en las columnas, no dicen ninguno de sus valores; None si no hacen falta.

    Hacen falta junto a un total, que también los cuenta: sin ellos sería mayor que la suma de lo que se ve.
    """
    return _los_demas(cuadro, cuadro.filas), _los_demas(cuadro, cuadro.columnas)


def _los_demas(cuadro: Cuadro, eje: tuple[Banda, ...]) -> LosDemas | None:
    repartidas = [banda for banda in eje if banda.eje == "valores"]
    con_total = any(banda.eje in ("cifras", "trimestre") for banda in eje)
    campos = {banda.campo for banda in repartidas}
    if len(campos) != 1 or not con_total or len(cifras_de(cuadro)) != 1:
        return None
    return LosDemas(campos.pop(), tuple(valor for banda in repartidas for valor in banda.valores))


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


def _de_un_eje(eje: tuple[Banda, ...], demas: LosDemas | None) -> list[_Miembro]:
    miembros = [miembro for banda in eje for miembro in _miembros(banda)]
    if demas is None:
        return miembros
    ultima = [banda for banda in eje if banda.eje == "valores"][-1]
    suya = ultima.cifras[0] if ultima.cifras else ""
    return [*miembros, _Miembro(suya, rotulo_de_los_demas(ultima), (demas,))]


def _miembros(banda: Banda) -> tuple[_Miembro, ...]:
    if banda.eje == "cifras":
        return tuple(_Miembro(clave) for clave in banda.cifras)
    suya = banda.cifras[0] if banda.cifras else ""
    if banda.eje != "valores":
        return (_Miembro(suya),)
    pares = zip(rotulos_de(banda), condiciones_de(banda), strict=True)
    return tuple(_Miembro(suya, rotulo, (condicion,)) for rotulo, condicion in pares)
