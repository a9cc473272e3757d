"""Una hoja suelta (la relación de oficios, la lista para entregar) hecha hoja de Excel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ut_escritorio.informe.documento import Documento, Lugar, Parrafo, Tabla, Titulo
from ut_escritorio.informe.excel.armado.nombres import nombres_de_hojas
from ut_escritorio.informe.excel.libro import Hoja, Libro, Numero, Puesta, Valor

_DIA = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
_ORDINAL = "No."
_CORTA, _MEDIA, _LARGA = 8.0, 26.0, 60.0
_LARGAS = ("Asunto",)


def armar_suelta(documento: Documento) -> Libro:
    """Sus títulos y sus tablas, una bajo otra; quien firma va solo en papel."""
    puestas = tuple(_puestas(documento))
    (nombre,) = nombres_de_hojas([documento.titulo])
    rotulos = [puesta for puesta in puestas if puesta.aspecto == "rotulo"]
    anchos = [_CORTA] * (1 + max((rotulo.columna for rotulo in rotulos), default=0))
    for rotulo in rotulos:
        anchos[rotulo.columna] = max(anchos[rotulo.columna], _ancho(rotulo))
    una_tabla = len({rotulo.fila for rotulo in rotulos}) == 1
    fijas = rotulos[0].fila + 1 if una_tabla else 1
    hoja = Hoja(nombre, puestas, tuple(anchos), fijas, filtra=una_tabla)
    return Libro(documento.titulo, documento.autor, documento.fecha, (hoja,))


def _puestas(documento: Documento) -> Iterator[Puesta]:
    fila = 0
    for seccion in documento.secciones:
        for bloque in seccion.bloques:
            match bloque:
                case Titulo():
                    yield Puesta(fila, 0, bloque.texto, "titulo" if bloque.nivel == 1 else "nota")
                    fila += 1
                case Parrafo():
                    yield Puesta(fila, 0, bloque.texto, "nota")
                    fila += 2
                case Tabla() if bloque.lugares:
                    yield from (_celda(lugar, fila) for lugar in bloque.lugares)
                    fila += len(bloque.filas) + 1
                case _:
                    pass


def _celda(lugar: Lugar, desde: int) -> Puesta:
    celda = lugar.celda
    rotulo = celda.papel == "columna"
    valor = celda.texto.strip() if rotulo else _leida(celda.texto.strip(), lugar.columna)
    aspecto = "rotulo" if rotulo else "texto"
    return Puesta(desde + lugar.fila, lugar.columna, valor or None, aspecto, celda.ancho, celda.alto)


def _leida(texto: str, columna: int) -> Valor:
    """Una fecha como fecha y su número de orden como número; lo demás, como está escrito."""
    if hallada := _DIA.fullmatch(texto):
        dia, mes, anio = map(int, hallada.groups())
        return date(anio, mes, dia)
    return Numero(int(texto)) if columna == 0 and texto.isascii() and texto.isdigit() else texto


def _ancho(rotulo: Puesta) -> float:
    if rotulo.valor == _ORDINAL:
        return _CORTA
    return _LARGA if rotulo.valor in _LARGAS else _MEDIA
