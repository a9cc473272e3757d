"""Qué quiere decir cada dato de los archivos que lleva el PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.informe.documento import (
    Bloque,
    Figuras,
    Firmas,
    Grafica,
    Indice,
    Parrafo,
    Tabla,
    Titulo,
)

CUADROS, HOJAS, DICCIONARIO = "cuadros.csv", "hojas.json", "diccionario.csv"

_DE_LOS_ARCHIVOS: tuple[tuple[str, str, str], ...] = (
    (CUADROS, "cuadro", "Número del cuadro en el documento, desde 1, en el orden de las hojas."),
    (CUADROS, "apartado", "Títulos bajo los que está el cuadro, del más general al más particular."),
    (CUADROS, "titulo", "Título que el cuadro lleva dentro; vacío si no lleva."),
    (CUADROS, "rotulos_de_fila", "Rótulos a la izquierda del dato, separados por una diagonal."),
    (CUADROS, "rotulos_de_columna", "Rótulos arriba del dato, de arriba abajo, separados por una diagonal."),
    (CUADROS, "fila", "Fila de la celda en el cuadro, desde 1, contando sus encabezados."),
    (CUADROS, "columna", "Columna de la celda en el cuadro, desde 1."),
    (CUADROS, "clase", "«dato», o «total» si suma otros."),
    (
        CUADROS,
        "valor",
        "Lo que dice la celda; vacío si no se sabe, que no es cero. Si empieza con un signo de fórmula, "
        "lleva antes un apóstrofo.",
    ),
    (HOJAS, "borrador", "Si las hojas dicen BORRADOR: el documento aún no está terminado."),
    (HOJAS, "partes", "Las partes del documento; cada una empieza en hoja nueva."),
    (
        HOJAS,
        "membrete",
        "Lo escrito arriba y abajo de las hojas de esa parte: leyenda, administracion y pie.",
    ),
    (HOJAS, "bloques", "Lo que dice la parte, en su orden; «clase» dice qué es cada bloque."),
)


@congelado
class Cosa:
    """Una clase de bloque: cómo se llama en `hojas.json` y qué es."""

    clase: str
    que_es: str


_TITULO = Cosa("titulo", "Un título, con su «nivel» (1 el más general) y su «texto».")
_PARRAFO = Cosa("parrafo", "Un párrafo, con su «texto» y, si es punto de una lista, su «vineta».")
_CUADRO = Cosa(
    "cuadro",
    "Un cuadro, con su número y sus «filas»; cada celda dice su «clase» (titulo, columna, fila, dato o "
    "total), su «texto» y, si abarca más de una columna o fila, su «ancho» y su «alto».",
)
_FIRMAS = Cosa(
    "firmas", "Las firmas: los renglones que van «antes» y el rotulo, el nombre y el cargo de cada una."
)
_FIGURAS = Cosa(
    "figuras",
    "Fotos u hojas de un PDF, como imagen: lo que cada una es («alternativo») y, si lleva, su «pie».",
)
_INDICE = Cosa("indice", "El índice: las «partes» que nombra, en su orden.")
_GRAFICA = Cosa("grafica", "Una gráfica: su «titulo» y lo que dice cada una de sus «barras».")
_SIEMPRE = (_TITULO, _PARRAFO, _CUADRO, _FIRMAS)


def cosa_de(bloque: Bloque) -> Cosa:
    """Qué clase de cosa es un bloque para quien lee sus datos."""
    match bloque:
        case Titulo():
            return _TITULO
        case Tabla():
            return _CUADRO
        case Firmas():
            return _FIRMAS
        case Figuras():
            return _FIGURAS
        case Indice():
            return _INDICE
        case Grafica():
            return _GRAFICA
        case Parrafo():
            return _PARRAFO


def diccionario(bloques: Iterable[Bloque]) -> Iterator[tuple[str, str, str]]:
    """Archivo, dato y qué es, para un documento con esos bloques.

    Lo que no se explica siempre, solo donde lo hay: así los documentos de antes siguen saliendo iguales.
    """
    yield from _DE_LOS_ARCHIVOS
    for cosa in dict.fromkeys((*_SIEMPRE, *map(cosa_de, bloques))):
        yield HOJAS, cosa.clase, cosa.que_es
