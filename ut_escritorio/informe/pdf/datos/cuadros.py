"""Los cuadros de un documento, dato por dato: cada uno con los rótulos que en la hoja lo encabezan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.informe.documento import Documento, Lugar, Papel, Tabla, Titulo


@congelado
class Dato:
    """Una celda con dato: en qué cuadro, bajo qué títulos y rótulos, y en qué fila y columna, desde 1."""

    cuadro: int
    apartado: str
    titulo: str
    rotulos_de_fila: str
    rotulos_de_columna: str
    fila: int
    columna: int
    clase: Papel
    valor: str


_ENTRE_TITULOS, _ENTRE_ROTULOS = " › ", " / "


def datos_de(documento: Documento) -> Iterator[Dato]:
    """Todos, cuadro por cuadro en el orden de las hojas."""
    cuadro = 0
    for seccion in documento.secciones:
        titulos: list[Titulo] = []
        for bloque in seccion.bloques:
            if isinstance(bloque, Titulo):
                titulos = [*(cada for cada in titulos if cada.nivel < bloque.nivel), bloque]
            elif isinstance(bloque, Tabla):
                cuadro += 1
                yield from _de_tabla(cuadro, _ENTRE_TITULOS.join(t.texto for t in titulos), bloque)


def _de_tabla(cuadro: int, apartado: str, tabla: Tabla) -> Iterator[Dato]:
    lugares = tabla.lugares
    titulo = _dichos(lugar for lugar in lugares if lugar.celda.papel == "titulo")
    por_fila, por_columna = defaultdict[int, list[Lugar]](list), defaultdict[int, list[Lugar]](list)
    for lugar in lugares:
        if lugar.celda.papel == "fila":
            for fila in _filas(lugar):
                por_fila[fila].append(lugar)
        elif lugar.celda.papel == "columna":
            for columna in _columnas(lugar):
                por_columna[columna].append(lugar)
    for lugar in lugares:
        if lugar.celda.papel in ("dato", "total"):
            izquierda = [otro for otro in por_fila[lugar.fila] if otro.columna < lugar.columna]
            arriba = {o: None for c in _columnas(lugar) for o in por_columna[c] if o.fila < lugar.fila}
            yield Dato(
                cuadro, apartado, titulo, _dichos(izquierda), _dichos(arriba),
                lugar.fila + 1, lugar.columna + 1, lugar.celda.papel, lugar.celda.texto,
            )  # fmt: skip


def _filas(lugar: Lugar) -> range:
    return range(lugar.fila, lugar.fila + lugar.celda.alto)


def _columnas(lugar: Lugar) -> range:
    return range(lugar.columna, lugar.columna + lugar.celda.ancho)


def _dichos(lugares: Iterable[Lugar]) -> str:
    return _ENTRE_ROTULOS.join(lugar.celda.texto for lugar in lugares if lugar.celda.texto.strip())
