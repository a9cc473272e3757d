"""Las firmas lado a lado, cada una bajo su raya; no se separan de lo que las abre."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ut_escritorio.informe.documento import Firma, Firmas, Tramo
from ut_escritorio.informe.estilo import Estilo
from ut_escritorio.informe.pdf.piezas.firmas import en_filas
from ut_escritorio.informe.word.nodos import Nodo, nodo, raya, veinteavos
from ut_escritorio.informe.word.piezas.parrafos import deja_abajo, parrafo

_BAJO_LO_QUE_ABRE, _ENTRE = 2.0, 6.0  # mm


def firmas_de(bloque: Firmas, estilo: Estilo, *, juntas: bool) -> Iterator[Nodo]:
    """Los renglones que las abren y su cuadro sin rayas; `juntas`: caben en una hoja y no se parten."""
    for renglon in bloque.antes:
        yield parrafo((Tramo(renglon),), "FirmaAntes", "centro", con_el_que_sigue=juntas)
    filas = list(en_filas(bloque.firmas))
    if not filas:
        return
    for numero, fila in enumerate(filas):
        sobre = _BAJO_LO_QUE_ABRE if bloque.antes and not numero else 0.0
        sobre = estilo.firmas.entre_filas if numero else sobre
        yield _cuadro(fila, sobre, estilo, juntas=juntas)
        if numero + 1 < len(filas):
            yield parrafo((), "Separador", con_el_que_sigue=juntas)


def _cuadro(fila: Sequence[Firma], sobre: float, estilo: Estilo, *, juntas: bool) -> Nodo:
    sitio = estilo.hoja.columna / len(fila)
    renglones: list[Nodo] = []
    if any(firma.rotulo for firma in fila):
        rotulos = [_celda(sitio, [_centrado(firma.rotulo, "FirmaRotulo", sitio, estilo)]) for firma in fila]
        renglones.append(_renglon(rotulos, juntas=juntas))
        sobre = 0.0
    nombres = [_celda(sitio, _nombre(firma, sitio, sobre, estilo)) for firma in fila]
    renglones.append(_renglon(nombres, juntas=juntas))
    aspecto = nodo(
        "w:tblPr",
        nodo("w:tblW", w=veinteavos(estilo.hoja.columna), type="dxa"),
        nodo("w:jc", val="center"),
        nodo("w:tblLayout", type="fixed"),
        nodo("w:tblCellMar", *(nodo(f"w:{lado}", w=0, type="dxa") for lado in ("left", "right"))),
    )
    columnas = [nodo("w:gridCol", w=veinteavos(sitio)) for _ in fila]
    return nodo("w:tbl", aspecto, nodo("w:tblGrid", *columnas), *renglones)


def _renglon(celdas: Sequence[Nodo], *, juntas: bool) -> Nodo:
    return nodo("w:tr", nodo("w:trPr", nodo("w:cantSplit") if juntas else None), *celdas)


def _celda(ancho: float, parrafos: Sequence[Nodo]) -> Nodo:
    return nodo("w:tc", nodo("w:tcPr", nodo("w:tcW", w=veinteavos(ancho), type="dxa")), *parrafos)


def _nombre(firma: Firma, sitio: float, sobre: float, estilo: Estilo) -> list[Nodo]:
    """El lugar donde se firma, la raya, el nombre y el cargo."""
    aspecto = estilo.firmas
    linea = parrafo(
        (), "Separador", antes_mm=sobre + aspecto.espacio, con_el_que_sigue=True,
        bordes=nodo("w:pBdr", raya("bottom", aspecto.grosor, aspecto.nombre.color)),
        sangria=_sangria(sitio, min(aspecto.raya, aspecto.ancho, sitio - _ENTRE)),
    )  # fmt: skip
    deja_abajo(linea, aspecto.tras_raya)
    nombre = _centrado(firma.nombre, "FirmaNombre", sitio, estilo)
    return [linea, nombre, _centrado(firma.cargo, "FirmaCargo", sitio, estilo, ultimo=True)]


def _centrado(texto: str, clase: str, sitio: float, estilo: Estilo, *, ultimo: bool = False) -> Nodo:
    ancho = min(estilo.firmas.ancho, sitio - _ENTRE)
    return parrafo(
        (Tramo(texto),), clase, "centro", con_el_que_sigue=not ultimo, sangria=_sangria(sitio, ancho)
    )


def _sangria(sitio: float, ancho: float) -> Nodo:
    lado = veinteavos((sitio - ancho) / 2)
    return nodo("w:ind", left=lado, right=lado)
