"""Títulos y párrafos, con el estilo que Word enseña en su lista."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docx.oxml.ns import qn

from ut_escritorio.informe.documento import Alineacion, Parrafo, Titulo, Tramo
from ut_escritorio.informe.word.nodos import JC, Nodo, en_xml, nodo, veinteavos

_PARTES = re.compile("([\n\t])")


def titulo(bloque: Titulo, estilo: str, antes_mm: float) -> Nodo:
    """Un encabezado de verdad: va al mapa del documento y nunca queda solo al pie."""
    return parrafo((Tramo(bloque.texto),), estilo, bloque.alineacion, antes_mm=antes_mm)


def parrafo_de(bloque: Parrafo, estilo: str, antes_mm: float, lista: int, *, con_el_que_sigue: bool) -> Nodo:
    """Un párrafo; `lista` es el número de la suya, o 0 si no es punto de ninguna."""
    tramos = bloque.tramos
    if bloque.vineta and not lista:  # no es un signo sino un texto: va dentro del párrafo
        tramos = (Tramo(bloque.vineta + " "), *tramos)
    return parrafo(
        tramos,
        estilo,
        bloque.alineacion,
        antes_mm=antes_mm,
        lista=lista,
        con_el_que_sigue=con_el_que_sigue,
    )


def parrafo(
    tramos: Sequence[Tramo],
    estilo: str,
    alineacion: Alineacion | None = None,
    *,
    antes_mm: float | None = None,
    lista: int = 0,
    con_el_que_sigue: bool = False,
    bordes: Nodo | None = None,
    sangria: Nodo | None = None,
) -> Nodo:
    """Un párrafo con esos tramos; lo que no se dice, lo pone su estilo."""
    hecho = nodo(
        "w:p",
        nodo(
            "w:pPr",
            nodo("w:pStyle", val=estilo),
            nodo("w:keepNext") if con_el_que_sigue else None,
            nodo("w:numPr", nodo("w:ilvl", val=0), nodo("w:numId", val=lista)) if lista else None,
            bordes,
            None if antes_mm is None else nodo("w:spacing", before=veinteavos(antes_mm)),
            sangria,
            nodo("w:jc", val=JC[alineacion]) if alineacion else None,
        ),
    )
    hecho.extend([corrida(tramo) for tramo in tramos if tramo.texto])
    return hecho


def corrida(tramo: Tramo) -> Nodo:
    """Texto seguido de un mismo aspecto, con sus saltos y tabuladores."""
    aspecto = nodo(
        "w:rPr",
        nodo("w:b") if tramo.negrita else None,
        nodo("w:i") if tramo.cursiva else None,
    )
    hecha = nodo("w:r", aspecto if len(aspecto) else None)
    for parte in _PARTES.split(en_xml(tramo.texto)):
        match parte:
            case "":
                pass
            case "\n":
                hecha.append(nodo("w:br"))
            case "\t":
                hecha.append(nodo("w:tab"))
            case _:
                hecha.append(_texto(parte))
    return hecha


def _texto(texto: str) -> Nodo:
    hecho = nodo("w:t")
    hecho.text = texto
    hecho.set(qn("xml:space"), "preserve")
    return hecho


def deja_abajo(hecho: Nodo, mm: float) -> None:
    """Agrega espacio bajo un párrafo ya hecho: un cuadro no puede pedirlo arriba de sí."""
    aspecto = hecho.get_or_add_pPr()
    espacio = aspecto.find(qn("w:spacing"))
    if espacio is None:
        espacio = aspecto.get_or_add_spacing()
    espacio.set(qn("w:after"), str(veinteavos(mm)))


def sin_alto(estilo: str = "Separador") -> Nodo:
    """Un párrafo que no se ve: Word pide uno después de cada cuadro con que acaba una parte."""
    return nodo("w:p", nodo("w:pPr", nodo("w:pStyle", val=estilo)))
