"""El libro entero, de lo que dice el documento y de lo anotado."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.documento import Documento
from ut_escritorio.informe.excel.armado.actividades import hojas_de_actividades
from ut_escritorio.informe.excel.armado.agregadas import hojas_agregadas
from ut_escritorio.informe.excel.armado.diccionario import hoja_de_diccionario
from ut_escritorio.informe.excel.armado.listas import hoja_de_oficios, hoja_de_renglones
from ut_escritorio.informe.excel.libro import Hoja, Libro, Puesta

_DESDE = 3
"""La fila, contada desde 0, en que empieza lo de la primera hoja."""


def armar_libro(documento: Documento, foto: FotoTrimestre, oficios: Iterable[EnElLibro]) -> Libro:
    """Los cuadros dicen lo mismo que el documento; de la foto solo sale cómo se suman."""
    hojas = (
        *hojas_de_actividades(documento, foto),
        *hojas_agregadas(documento),
        hoja_de_renglones(documento, foto),
        hoja_de_oficios(oficios),
        hoja_de_diccionario(),
    )
    titulo = f"BORRADOR – {documento.titulo}" if documento.borrador else documento.titulo
    return Libro(titulo, documento.autor, documento.fecha, (_portada(documento, hojas), *hojas))


def _portada(documento: Documento, hojas: tuple[Hoja, ...]) -> Hoja:
    """Qué es, si es un BORRADOR y por qué, y a qué hojas se puede ir."""
    return Hoja("Informe", tuple(_de_portada(documento, hojas)), (70.0,))


def _de_portada(documento: Documento, hojas: tuple[Hoja, ...]) -> Iterator[Puesta]:
    yield Puesta(0, 0, documento.titulo, "titulo")
    yield Puesta(1, 0, f"Al {documento.fecha:%d/%m/%Y}. Elaboró: {documento.autor or 'sin decir'}.", "nota")
    por_que = ("", *documento.por_corregir, "") if documento.borrador else ()
    if documento.borrador:
        yield Puesta(_DESDE, 0, "BORRADOR", "borrador")
    for fila, frase in enumerate(por_que, _DESDE):
        if frase:
            yield Puesta(fila, 0, frase)
    for fila, hoja in enumerate(hojas, _DESDE + len(por_que)):
        yield Puesta(fila, 0, hoja.nombre, hacia=hoja.nombre)
