"""El índice en Word: cada renglón lleva a su parte y dice su página, la del PDF del mismo documento.

Es un campo: LibreOffice lo pone al día al abrir, y Word al imprimir o cuando ella se lo pide (Ctrl+E y F9).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.oxml.ns import qn

from ut_escritorio.informe.documento import Indice, RenglonDeIndice, Tramo
from ut_escritorio.informe.word.archivo.estilos import estilo_de_indice
from ut_escritorio.informe.word.archivo.marcas import marca_de_parte
from ut_escritorio.informe.word.nodos import Nodo, nodo
from ut_escritorio.informe.word.piezas.parrafos import corrida, parrafo


def indice_de(bloque: Indice, hojas: Sequence[int]) -> Iterator[Nodo]:
    """Un párrafo por renglón; `hojas`, aquella en que empieza cada parte."""
    for renglon in bloque.renglones:
        hecho = parrafo((), estilo_de_indice(dentro=renglon.dentro))
        hecho.extend(_dice(renglon, hojas[renglon.marcador]))
        yield hecho


def _dice(renglon: RenglonDeIndice, hoja: int) -> Iterator[Nodo]:
    marca = marca_de_parte(renglon.marcador)
    yield nodo("w:hyperlink", corrida(Tramo(renglon.texto)), anchor=marca, history=1)
    yield corrida(Tramo("\t"))
    yield from _pagina(f" PAGEREF {marca} \\h ", hoja)


def _pagina(orden: str, hoja: int) -> Iterator[Nodo]:
    """El número, que quien lo abre puede poner al día."""
    dicha = nodo("w:instrText")
    dicha.text = orden
    dicha.set(qn("xml:space"), "preserve")
    yield nodo("w:r", nodo("w:fldChar", fldCharType="begin"))
    yield nodo("w:r", dicha)
    yield nodo("w:r", nodo("w:fldChar", fldCharType="separate"))
    yield corrida(Tramo(str(hoja)))
    yield nodo("w:r", nodo("w:fldChar", fldCharType="end"))
