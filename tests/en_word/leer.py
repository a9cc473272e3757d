"""Un .docx como lo lee quien lo abre: su texto en orden, sus encabezados, sus cuadros y sus marcadores."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

Casilla = tuple[int, int, int, int, str]
"""Fila, columna, ancho, alto y texto."""


class Leido:
    """El documento abierto."""

    def __init__(self, datos: bytes) -> None:
        self.word: Any = Document(BytesIO(datos))
        self._signos = dict(_signos(self.word.part.numbering_part.element))

    @property
    def texto(self) -> str:
        """Todo el cuerpo, en el orden en que se lee, con el signo de cada punto."""
        return "\n".join(self._de(pieza) for pieza in self.word.element.body)

    @property
    def encabezados(self) -> list[tuple[int, str]]:
        """El nivel y el texto de cada título, como los enseña el mapa del documento."""
        niveles = {estilo.style_id: _nivel(estilo.element) for estilo in self.word.styles}
        parrafos = [(niveles[p.style.style_id], p.text) for p in self.word.paragraphs]
        return [(nivel, texto) for nivel, texto in parrafos if nivel]

    @property
    def cuadros(self) -> list[tuple[int, set[Casilla]]]:
        """De cada cuadro con rayas, cuántas filas se repiten y sus celdas."""
        todos = self.word.element.body.iter(qn("w:tbl"))
        con_rayas = [tabla for tabla in todos if tabla.find(f".//{qn('w:tblBorders')}") is not None]
        return [(len(t.findall(f".//{qn('w:tblHeader')}")), set(self._celdas(t))) for t in con_rayas]

    @property
    def marcadores(self) -> list[str]:
        """El nombre de cada uno, en orden."""
        return [marca.get(qn("w:name")) for marca in self.word.element.body.iter(qn("w:bookmarkStart"))]

    def _de(self, pieza: Any) -> str:
        if pieza.tag == qn("w:tbl"):
            celdas = (celda for celda in pieza.iter(qn("w:tc")) if not _sigue(celda))
            return "\n".join(self._de_celda(celda) for celda in celdas)
        return self._de_parrafo(pieza) if pieza.tag == qn("w:p") else ""

    def _de_celda(self, celda: Any) -> str:
        return "\n".join(self._de_parrafo(parrafo) for parrafo in celda.findall(qn("w:p")))

    def _de_parrafo(self, parrafo: Any) -> str:
        lista = parrafo.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        signo = "" if lista is None else self._signos[lista.get(qn("w:val"))]
        return signo + "".join(_trozos(parrafo))

    def _celdas(self, tabla: Any) -> Iterator[Casilla]:
        filas = [list(_en_columnas(fila)) for fila in tabla.findall(qn("w:tr"))]
        for f, fila in enumerate(filas):
            for columna, ancho, celda in fila:
                if not _sigue(celda):
                    alto = 1
                    while f + alto < len(filas) and _continua(filas[f + alto], columna):
                        alto += 1
                    yield f, columna, ancho, alto, self._de_celda(celda)


def _signos(numeracion: Any) -> Iterator[tuple[str, str]]:
    de_abstracta = {
        cada.get(qn("w:abstractNumId")): cada.find(f".//{qn('w:lvlText')}").get(qn("w:val"))
        for cada in numeracion.findall(qn("w:abstractNum"))
    }
    for cada in numeracion.findall(qn("w:num")):
        yield cada.get(qn("w:numId")), de_abstracta[cada.find(qn("w:abstractNumId")).get(qn("w:val"))]


def _nivel(estilo: Any) -> int:
    hondura = estilo.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    return 0 if hondura is None else int(hondura.get(qn("w:val"))) + 1


def _trozos(parrafo: Any) -> Iterator[str]:
    for trozo in parrafo.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
        if trozo.getparent().tag == qn("w:r"):
            yield {qn("w:tab"): "\t", qn("w:br"): "\n"}.get(trozo.tag) or trozo.text or ""


def _sigue(celda: Any) -> bool:
    """Si es de una celda de arriba que baja hasta aquí."""
    abarca = celda.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return abarca is not None and abarca.get(qn("w:val")) == "continue"


def _en_columnas(fila: Any) -> Iterator[tuple[int, int, Any]]:
    columna = 0
    for celda in fila.findall(qn("w:tc")):
        abarca = celda.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        ancho = 1 if abarca is None else int(abarca.get(qn("w:val")))
        yield columna, ancho, celda
        columna += ancho


def _continua(fila: list[tuple[int, int, Any]], columna: int) -> bool:
    return any(c == columna and _sigue(celda) for c, _, celda in fila)
