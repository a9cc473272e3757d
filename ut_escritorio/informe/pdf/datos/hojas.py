"""Todo lo que dicen las hojas de un documento, con nombres que otro programa entiende."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ut_escritorio.informe.documento import (
    Bloque,
    Celda,
    Documento,
    Figuras,
    Firmas,
    Grafica,
    Indice,
    Parrafo,
    Seccion,
    Tabla,
    Titulo,
)
from ut_escritorio.informe.pdf.datos.diccionario import cosa_de

Dicho = Mapping[str, Any]


def hojas_dichas(documento: Documento) -> Dicho:
    """El documento como listas y diccionarios; de dónde salió cada cosa no se dice: no se imprime."""
    cuadros = iter(range(1, sum(len(seccion.bloques) for seccion in documento.secciones) + 1))
    return {
        "borrador": documento.borrador,
        "partes": [_parte(seccion, cuadros) for seccion in documento.secciones],
    }


def _parte(seccion: Seccion, cuadros: Iterator[int]) -> Dicho:
    membrete = seccion.membrete
    return {
        "membrete": {
            "leyenda": membrete.leyenda,
            "administracion": list(membrete.administracion),
            "pie": membrete.pie,
        },
        "bloques": [_bloque(bloque, cuadros) for bloque in seccion.bloques],
    }


def _bloque(bloque: Bloque, cuadros: Iterator[int]) -> Dicho:
    return {"clase": cosa_de(bloque).clase, **_lo_que_dice(bloque, cuadros)}


def _lo_que_dice(bloque: Bloque, cuadros: Iterator[int]) -> Dicho:
    match bloque:
        case Titulo():
            return {"nivel": bloque.nivel, "texto": bloque.texto}
        case Parrafo():
            vineta = {"vineta": bloque.vineta} if bloque.vineta else {}
            return {**vineta, "texto": bloque.texto}
        case Tabla():
            filas = [[_celda(celda) for celda in fila] for fila in bloque.filas]
            return {"cuadro": next(cuadros), "filas": filas}
        case Firmas():
            return {"antes": list(bloque.antes), "firmas": _firmas(bloque)}
        case Figuras():
            return {"figuras": [{"alternativo": c.alternativo, "pie": c.pie} for c in bloque.figuras]}
        case Indice():
            return {"partes": [renglon.texto for renglon in bloque.renglones]}
        case Grafica():
            return {"titulo": bloque.leyenda, "barras": [bloque.dice(barra) for barra in bloque.barras]}


def _celda(celda: Celda) -> Dicho:
    abarca = {"ancho": celda.ancho, "alto": celda.alto}
    return {"clase": celda.papel, **{n: v for n, v in abarca.items() if v > 1}, "texto": celda.texto}


def _firmas(bloque: Firmas) -> Sequence[Dicho]:
    return [
        {**({"rotulo": firma.rotulo} if firma.rotulo else {}), "nombre": firma.nombre, "cargo": firma.cargo}
        for firma in bloque.firmas
    ]
