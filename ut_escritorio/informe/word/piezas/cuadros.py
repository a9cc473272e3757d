"""Un cuadro: celdas combinadas, encabezado que se repite y los mismos anchos que en papel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.informe.documento import Celda, Lugar, Tabla, Tramo
from ut_escritorio.informe.estilo import Estilo, EstiloTabla
from ut_escritorio.informe.pdf.etiquetas.guion import Guion
from ut_escritorio.informe.pdf.papel.tipografia import Tipografia
from ut_escritorio.informe.pdf.piezas.cuadros import PiezaCuadro, anchos_de_cuadro, pieza_de_tabla, se_gira
from ut_escritorio.informe.word.nodos import Nodo, hexa, nodo, raya, veinteavos
from ut_escritorio.informe.word.piezas.parrafos import parrafo

_ORILLAS = ("top", "left", "bottom", "right", "insideH", "insideV")


@congelado
class _Medido:
    """El cuadro como quedaría en papel: qué aspecto toma, sus anchos y si sus rótulos van girados."""

    pieza: PiezaCuadro
    aspecto: EstiloTabla
    anchos: tuple[float, ...]
    girados: bool
    estrecho: bool
    entera: float

    @property
    def altos(self) -> tuple[float, ...]:
        return (*self.pieza.cabeza.altos, *self.pieza.cuerpo.altos)

    @property
    def encabezado(self) -> int:
        """Cuántas filas se repiten en cada hoja."""
        return len(self.pieza.cabeza.altos)

    @property
    def junto(self) -> bool:
        """Si va entero en una hoja."""
        return self.pieza.minimo(self.entera) == self.pieza.alto


def cuadro(tabla: Tabla, estilo: Estilo, entera: float, tipografia: Tipografia) -> Nodo | None:
    """El cuadro centrado en la hoja; `None` si no tiene celdas. `entera`: el alto del cuerpo de una hoja."""
    pieza = pieza_de_tabla(tabla, estilo, entera, tipografia, Guion())
    if pieza is None:
        return None
    aspecto, anchos, girados = anchos_de_cuadro(tabla, estilo, tipografia)
    medido = _Medido(pieza, aspecto, anchos, girados, aspecto is estilo.tabla_estrecha, entera)
    filas = [_fila(fila, suyos, medido) for fila, suyos in _por_filas(tabla.lugares, medido)]
    columnas = [nodo("w:gridCol", w=veinteavos(ancho)) for ancho in anchos]
    return nodo("w:tbl", _aspecto(medido), nodo("w:tblGrid", *columnas), *filas)


def _aspecto(medido: _Medido) -> Nodo:
    aspecto = medido.aspecto
    bordes = [raya(lado, aspecto.grosor, aspecto.borde) for lado in _ORILLAS]
    arriba, al_lado = aspecto.relleno_y / 2, aspecto.relleno_x
    margenes = (("top", arriba), ("left", al_lado), ("bottom", arriba), ("right", al_lado))
    return nodo(
        "w:tblPr",
        nodo("w:tblW", w=veinteavos(sum(medido.anchos)), type="dxa"),
        nodo("w:jc", val="center"),
        nodo("w:tblBorders", *bordes),
        nodo("w:tblLayout", type="fixed"),
        nodo("w:tblCellMar", *(nodo(f"w:{lado}", w=veinteavos(mm), type="dxa") for lado, mm in margenes)),
        nodo("w:tblLook", val="0020" if medido.encabezado else "0000", firstRow=int(bool(medido.encabezado))),
    )


_Trecho = tuple[int, int, Lugar | None]
"""Desde qué columna, cuántas abarca y la celda que va ahí."""


def _por_filas(lugares: Sequence[Lugar], medido: _Medido) -> Iterator[tuple[int, list[_Trecho]]]:
    """Cada fila con todos sus trechos: también lo que abarca una celda de arriba y lo que quedó sin celda."""
    ocupa: dict[tuple[int, int], Lugar] = {}
    for lugar in lugares:
        for fila in range(lugar.fila, lugar.fila + lugar.celda.alto):
            for columna in range(lugar.columna, lugar.columna + lugar.celda.ancho):
                ocupa.setdefault((fila, columna), lugar)
    for fila in range(len(medido.altos)):
        yield fila, list(_trechos(fila, len(medido.anchos), ocupa))


def _trechos(fila: int, columnas: int, ocupa: Mapping[tuple[int, int], Lugar]) -> Iterator[_Trecho]:
    for lugar, suyas in groupby(range(columnas), key=lambda columna: ocupa.get((fila, columna))):
        seguidas = list(suyas)
        if lugar is None:
            yield from ((columna, 1, None) for columna in seguidas)
        else:
            yield seguidas[0], len(seguidas), lugar


def _fila(fila: int, trechos: Sequence[_Trecho], medido: _Medido) -> Nodo:
    alto = medido.altos[fila]
    aspecto = nodo(
        "w:trPr",
        nodo("w:cantSplit") if alto < medido.entera / 2 else None,
        nodo("w:trHeight", val=veinteavos(min(alto, medido.aspecto.alto_minimo)), hRule="atLeast"),
        nodo("w:tblHeader") if fila < medido.encabezado else None,
    )
    pegada = medido.junto and fila + 1 < len(medido.altos)
    return nodo("w:tr", aspecto, *(_celda(fila, trecho, medido, pegada) for trecho in trechos))


def _celda(fila: int, trecho: _Trecho, medido: _Medido, pegada: bool) -> Nodo:
    columna, columnas, lugar = trecho
    celda = Celda("") if lugar is None else lugar.celda
    empieza = lugar is None or lugar.fila == fila
    girada = lugar is not None and se_gira(lugar, medido.girados)
    relleno = medido.aspecto.rellenos.get(celda.papel) if lugar else None
    ancho = sum(medido.anchos[columna : columna + columnas])
    aspecto = nodo(
        "w:tcPr",
        nodo("w:tcW", w=veinteavos(ancho), type="dxa"),
        nodo("w:gridSpan", val=columnas) if columnas > 1 else None,
        nodo("w:vMerge", val="restart" if empieza else "continue") if celda.alto > 1 else None,
        nodo("w:shd", val="clear", color="auto", fill=hexa(relleno)) if relleno else None,
        nodo("w:textDirection", val="btLr") if girada else None,
        nodo("w:vAlign", val="center"),
    )
    tramos = (Tramo(celda.texto),) if empieza else ()
    return nodo(
        "w:tc",
        aspecto,
        parrafo(tramos, _estilo(celda, medido), celda.alineacion, con_el_que_sigue=pegada),
    )


def _estilo(celda: Celda, medido: _Medido) -> str:
    estrecho = "Estrecho" if medido.estrecho else ""
    return f"Cuadro{estrecho}{'Rotulo' if celda.papel in medido.aspecto.fuertes else ''}"
