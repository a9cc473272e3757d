"""El índice en Word: cada renglón lleva a su parte, y su número de página lo pone quien abre el archivo.

Aquí no se sabe en qué hoja la dejará cada programa, así que no se escribe ninguno: LibreOffice lo pone al
abrir, y Word al imprimir o al actualizar los campos (Ctrl+E y F9).
"""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn

from ut_escritorio.informe.documento import Indice, RenglonDeIndice, Tramo
from ut_escritorio.informe.word.archivo.estilos import estilo_de_indice
from ut_escritorio.informe.word.archivo.marcas import marca_de_parte
from ut_escritorio.informe.word.nodos import Nodo, nodo
from ut_escritorio.informe.word.piezas.parrafos import corrida, parrafo


def indice_de(bloque: Indice) -> Iterator[Nodo]:
    """Un párrafo por renglón."""
    for renglon in bloque.renglones:
        hecho = parrafo((), estilo_de_indice(dentro=renglon.dentro))
        hecho.extend(_dice(renglon))
        yield hecho


def _dice(renglon: RenglonDeIndice) -> Iterator[Nodo]:
    marca = marca_de_parte(renglon.marcador)
    yield nodo("w:hyperlink", corrida(Tramo(renglon.texto)), anchor=marca, history=1)
    yield corrida(Tramo("\t"))
    yield from _pagina(f" PAGEREF {marca} \\h ")


def _pagina(orden: str) -> Iterator[Nodo]:
    """El número que pone quien lo abre; el que se ve mientras tanto va vacío."""
    dicha = nodo("w:instrText")
    dicha.text = orden
    dicha.set(qn("xml:space"), "preserve")
    yield nodo("w:r", nodo("w:fldChar", fldCharType="begin"))
    yield nodo("w:r", dicha)
    yield nodo("w:r", nodo("w:fldChar", fldCharType="separate"))
    yield nodo("w:r", nodo("w:fldChar", fldCharType="end"))
