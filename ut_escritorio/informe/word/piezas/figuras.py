"""Las fotos y hojas adjuntas: lado a lado según su tamaño, cada una con su pie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ut_escritorio.informe.claves import clave_de
from ut_escritorio.informe.documento import Figura, Figuras, Tramo
from ut_escritorio.informe.estilo import Estilo
from ut_escritorio.informe.pdf.piezas.figuras import dentro
from ut_escritorio.informe.word.nodos import Nodo, nodo, veinteavos
from ut_escritorio.informe.word.piezas.imagenes import Imagenes
from ut_escritorio.informe.word.piezas.parrafos import parrafo


def figuras_de(
    bloque: Figuras, estilo: Estilo, entera: float, imagenes: Imagenes, parte_de_word: Any
) -> Iterator[Nodo]:
    """Un cuadro sin rayas por hilera; `entera`: el alto del cuerpo de una hoja."""
    aspecto = estilo.figuras
    caja = aspecto.cajas[bloque.tamano]
    ancho = (estilo.hoja.columna - aspecto.entre * (caja.columnas - 1)) / caja.columnas
    alto = entera * (aspecto.minimo if bloque.tamano == "hoja" else caja.alto)
    for desde in range(0, len(bloque.figuras), caja.columnas):
        hilera = bloque.figuras[desde : desde + caja.columnas]
        if desde:
            yield parrafo((), "Separador", antes_mm=aspecto.antes_mm)
        celdas = [_figura(figura, (ancho, alto), estilo, imagenes, parte_de_word) for figura in hilera]
        yield _hilera(celdas, estilo.hoja.columna / caja.columnas)


def _figura(
    figura: Figura, sitio: tuple[float, float], estilo: Estilo, imagenes: Imagenes, parte_de_word: Any
) -> list[Nodo]:
    """La imagen y su pie; si no se entiende, lo que era."""
    clave = clave_de(figura.sha256, figura.hoja)
    del_pie = estilo.figuras.pie.linea_mm * 2 if figura.pie else 0.0
    caja = dentro(imagenes.proporcion(clave), sitio[0], max(sitio[1] - del_pie, sitio[1] / 2))
    puesta = imagenes.puesta(parte_de_word, clave, caja, figura.alternativo)
    en_vez = (Tramo(figura.alternativo),) if puesta is None else ()
    dicha = parrafo(en_vez, "Figura", "centro", con_el_que_sigue=bool(figura.pie))
    if puesta is not None:
        dicha.append(puesta)
    if not figura.pie:
        return [dicha]
    return [dicha, parrafo((Tramo(figura.pie),), "Figura", "centro", antes_mm=estilo.figuras.sobre_pie)]


def _hilera(celdas: Sequence[Sequence[Nodo]], ancho: float) -> Nodo:
    aspecto = nodo(
        "w:tblPr",
        nodo("w:tblW", w=veinteavos(ancho * len(celdas)), type="dxa"),
        nodo("w:jc", val="center"),
        nodo("w:tblLayout", type="fixed"),
        nodo("w:tblCellMar", *(nodo(f"w:{lado}", w=0, type="dxa") for lado in ("left", "right"))),
    )
    malla = nodo("w:tblGrid", *(nodo("w:gridCol", w=veinteavos(ancho)) for _ in celdas))
    suyas = [
        nodo("w:tc", nodo("w:tcPr", nodo("w:tcW", w=veinteavos(ancho), type="dxa")), *parrafos)
        for parrafos in celdas
    ]
    return nodo("w:tbl", aspecto, malla, nodo("w:tr", nodo("w:trPr", nodo("w:cantSplit")), *suyas))
