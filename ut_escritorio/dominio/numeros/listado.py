"""Una lista que llega de otro programa, fila por fila; y de qué columna sale lo que se cuenta de ella."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.personas import Sexo
from ut_escritorio.dominio.trimestre.fechas import PRIMER_ANIO, ULTIMO_ANIO, leer_fecha

Dato = str | int | float | date
"""Lo que dice una celda; vacía, un texto vacío."""

_PRIMERAS = 15
"""En cuántas filas, de arriba, pueden estar los encabezados."""

_DIA_CERO = date(1899, 12, 30)  # el de las hojas de cálculo: su 1 es el 31 de diciembre
_HORA = re.compile(r"[T ,]+\d{1,2}:\d{2}.*$")
DE_QUE = ("fecha", "sexo", "folio")
"""De qué columnas se cuenta."""


@congelado
class ComoSeLlama:
    """Con qué palabras llanas suele encabezarse cada columna, la mejor primero, y de qué sexo es cada una."""

    columnas: Mapping[str, Sequence[str]]
    sexos: Mapping[str, Sexo]


@congelado
class Listado:
    """Una hoja leída: su nombre y sus filas, todas de las mismas columnas."""

    nombre: str
    filas: tuple[tuple[Dato, ...], ...]

    def rotulos(self, fila: int) -> tuple[str, ...]:
        """Lo que dice una fila, como texto; de la que no hay, nada."""
        return tuple(limpio(str(dato)) for dato in self.filas[fila]) if fila < len(self.filas) else ()


@congelado
class Columnas:
    """En qué fila están los encabezados, y en qué columna cada cosa; None si en ninguna."""

    encabezado: int = 0
    fecha: int | None = None
    sexo: int | None = None
    folio: int | None = None

    @property
    def dichas(self) -> tuple[int, ...]:
        """Las que se sabe cuáles son, en su orden."""
        return tuple(sorted(c for c in (self.fecha, self.sexo, self.folio) if c is not None))


def proponer_columnas(
    listado: Listado, recordadas: Mapping[str, str], se_llaman: Mapping[str, Sequence[str]]
) -> Columnas:
    """Las de la vez pasada, si ahí están; si no, las que se llaman como suelen."""
    cuantas = min(_PRIMERAS, len(listado.filas))
    posibles = [columnas_de(listado, fila, recordadas, se_llaman) for fila in range(cuantas)]
    return max(posibles, key=lambda columnas: len(columnas.dichas), default=Columnas())


def columnas_de(
    listado: Listado, encabezado: int, recordadas: Mapping[str, str], se_llaman: Mapping[str, Sequence[str]]
) -> Columnas:
    """Las que se proponen con los encabezados en esa fila."""
    rotulos = [llano(rotulo) for rotulo in listado.rotulos(encabezado)]
    suyas = {que: _columna(rotulos, se_llaman[que], recordadas.get(que, "")) for que in DE_QUE}
    return Columnas(encabezado, **suyas)


def _columna(rotulos: Sequence[str], se_llama: Sequence[str], recordada: str) -> int | None:
    if recordada and llano(recordada) in rotulos:
        return rotulos.index(llano(recordada))
    for nombre in se_llama:
        # Un encabezado es corto: un párrafo que dice «fecha» es de un dato, o de un título.
        hallada = next((n for n, rotulo in enumerate(rotulos) if nombre in rotulo and len(rotulo) < 60), None)
        if hallada is not None:
            return hallada
    return None


@lru_cache(maxsize=4096)
def _fecha_escrita(dato: str) -> date | None:
    """Sin su hora, las mismas fechas se repiten en toda la lista."""
    texto = limpio(dato)
    leida = leer_fecha(texto, date.min)  # sin su año, no se sabe de cuándo es
    return fecha_en(int(texto)) if leida is None and re.fullmatch(r"\d{5}", texto) else leida


def fecha_en(dato: Dato) -> date | None:
    """El día que dice una celda: una fecha, su número de serie o un texto con su año; None si ninguno."""
    if isinstance(dato, date):
        dia = dato
    elif isinstance(dato, int | float):
        if not 0 < dato < (date(ULTIMO_ANIO, 12, 31) - _DIA_CERO).days:
            return None
        dia = _DIA_CERO + timedelta(days=int(dato))
    else:
        return _fecha_escrita(_HORA.sub("", dato.strip()))
    return date(dia.year, dia.month, dia.day) if PRIMER_ANIO <= dia.year <= ULTIMO_ANIO else None
