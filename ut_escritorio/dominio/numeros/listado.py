"""Una lista que llega de otro programa, fila por fila; y de qué columna sale lo que se cuenta de ella."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.trimestre.fechas import PRIMER_ANIO, ULTIMO_ANIO, leer_fecha

Dato = str | int | float | date
"""Lo que dice una celda; vacía, un texto vacío."""

_PRIMERAS = 15
"""En cuántas filas, de arriba, pueden estar los encabezados."""

_DIA_CERO = date(1899, 12, 30)  # el de las hojas de cálculo: su 1 es el 31 de diciembre
_HORA = re.compile(r"[T ,]+\d{1,2}:\d{2}.*$")
_SE_LLAMA: Mapping[str, tuple[str, ...]] = {
    "fecha": ("fecha oficial de recepcion", "fecha de recepcion", "fecha de ingreso", "fecha de registro",
              "fecha de la solicitud", "fecha de solicitud", "fecha de presentacion", "fecha"),
    "sexo": ("sexo del solicitante", "sexo", "genero"),
    "folio": ("folio de la solicitud", "numero de folio", "folio"),
}  # fmt: skip
"""Con qué palabras suele encabezarse cada columna, la mejor primero."""


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


def proponer_columnas(listado: Listado, recordadas: Mapping[str, str]) -> Columnas:
    """Las de la vez pasada, si ahí están; si no, las que se llaman como suelen."""
    posibles = range(min(_PRIMERAS, len(listado.filas)))
    mejor = max(posibles, key=lambda fila: _cuantas(listado, fila, recordadas), default=0)
    return columnas_de(listado, mejor, recordadas)


def columnas_de(listado: Listado, encabezado: int, recordadas: Mapping[str, str]) -> Columnas:
    """Las que se proponen con los encabezados en esa fila."""
    rotulos = [llano(rotulo) for rotulo in listado.rotulos(encabezado)]
    suyas = {que: _columna(rotulos, que, recordadas.get(que, "")) for que in _SE_LLAMA}
    return Columnas(encabezado, suyas["fecha"], suyas["sexo"], suyas["folio"])


def _cuantas(listado: Listado, fila: int, recordadas: Mapping[str, str]) -> int:
    columnas = columnas_de(listado, fila, recordadas)
    return sum(cada is not None for cada in (columnas.fecha, columnas.sexo, columnas.folio))


def _columna(rotulos: Sequence[str], que: str, recordada: str) -> int | None:
    if recordada and llano(recordada) in rotulos:
        return rotulos.index(llano(recordada))
    for nombre in _SE_LLAMA[que]:
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
