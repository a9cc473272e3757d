"""El informe antes del papel: bloques con sentido que cualquier escritor puede dibujar.

Nada aquí sabe de puntos, fuentes ni páginas. Cada bloque lleva su `origen`, la dirección de
lo que lo produjo (`"registro:UID"`, `"cuadro:CLAVE"`, `"apartado:CLAVE"`), con la que la
pantalla salta de la hoja a la captura y de la captura a la hoja.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.graficas.grafica import Grafica
from ut_escritorio.dominio.origen import NINGUNO, Origen

Alineacion = Literal["izquierda", "centro", "derecha", "justificada"]
EstiloParrafo = Literal[
    "cuerpo",  # relato, aperturas, cierres
    "rotulo",  # renglones sueltos en negrita: PRESENTE, ATENTAMENTE, lemas
    "datos",  # ÁREA, No. de oficio, ASUNTO
    "valor",  # valor alcanzado
    "nota",  # C.c.p., iniciales
]
Papel = Literal["dato", "total", "titulo", "columna", "fila"]
Disposicion = Literal["portada", "oficio", "corrida", "horizontal"]
Tamano = Literal["hoja", "media", "cuarto", "octavo"]
"""Lo que una figura toma de la hoja: lo que quede de ella, la mitad, la cuarta o la octava parte."""


@congelado
class Tramo:
    """Texto seguido con un mismo aspecto; se imprime tal cual, nunca como marcado."""

    texto: str
    negrita: bool = False
    cursiva: bool = False


@congelado
class Titulo:
    """Encabezado; `nivel` 1 a 4. Nunca queda solo al pie de una página. `marcador`: va al índice."""

    texto: str
    nivel: int
    origen: Origen = NINGUNO
    alineacion: Alineacion = "izquierda"
    marcador: str = ""


@congelado
class Parrafo:
    """Un párrafo; los saltos de línea del texto se respetan. `vineta`: signo al margen, o vacío."""

    tramos: tuple[Tramo, ...]
    origen: Origen = NINGUNO
    estilo: EstiloParrafo = "cuerpo"
    alineacion: Alineacion = "justificada"
    vineta: str = ""

    @property
    def texto(self) -> str:
        """El texto corrido, sin aspecto."""
        return "".join(tramo.texto for tramo in self.tramos)


@congelado
class Celda:
    """Una celda y lo que abarca; `papel` dice si es dato, total o encabezado de qué."""

    texto: str
    papel: Papel = "dato"
    ancho: int = 1
    alto: int = 1
    alineacion: Alineacion = "centro"
    origen: Origen = NINGUNO


class Lugar(NamedTuple):
    """Una celda en la fila y la columna, desde 0, donde empieza."""

    fila: int
    columna: int
    celda: Celda


@congelado
class Tabla:
    """Filas de celdas; cada fila lista solo las celdas que empiezan en ella.

    Las primeras `filas_encabezado` se repiten si la tabla pasa a otra página.
    """

    filas: tuple[tuple[Celda, ...], ...]
    columnas: int
    filas_encabezado: int
    origen: Origen = NINGUNO

    @property
    def es_lista(self) -> bool:
        """Si es de las hojas que se agregan: una lista empieza bajo su título y sigue en otra hoja."""
        return Origen.leido(self.origen).clase == "apartado"

    @property
    def lugares(self) -> tuple[Lugar, ...]:
        """Dónde cae cada celda: en lo primero de su fila que las de arriba dejan libre."""
        ocupadas: set[tuple[int, int]] = set()
        lugares: list[Lugar] = []
        for fila, celdas in enumerate(self.filas):
            columna = 0
            for celda in celdas:
                while (fila, columna) in ocupadas:
                    columna += 1
                lugares.append(Lugar(fila, columna, celda))
                ocupadas |= {
                    (fila + abajo, columna + lado)
                    for abajo in range(celda.alto)
                    for lado in range(celda.ancho)
                }
        return tuple(lugares)


@congelado
class Firma:
    """Una firma: el rótulo sobre la raya ("Elaboró") y, bajo ella, el nombre y el cargo."""

    nombre: str
    cargo: str
    rotulo: str = ""


@congelado
class Firmas:
    """Firmas que van juntas, lado a lado si son dos o más; nunca se parten.

    `antes` son los renglones que las abren ("ATENTAMENTE" y los lemas): van en la misma página.
    """

    firmas: tuple[Firma, ...]
    antes: tuple[str, ...] = ()
    origen: Origen = NINGUNO


@congelado
class Figura:
    """Una foto, o la `hoja` (desde 1) de un PDF, por su contenido; `alternativo` la dice a quien no la ve."""

    sha256: str
    alternativo: str
    pie: str = ""
    hoja: int = 0
    origen: Origen = NINGUNO


@congelado
class Figuras:
    """Unas figuras del mismo tamaño, cada una con su pie; nunca se parten."""

    figuras: tuple[Figura, ...]
    tamano: Tamano
    origen: Origen = NINGUNO


@congelado
class RenglonDeIndice:
    """Una parte, o lo que va `dentro` de ella; `marcador`, cuál es (desde 0) de los del documento."""

    texto: str
    dentro: bool
    marcador: int


@congelado
class Indice:
    """Las partes del documento, cada una con la hoja en que empieza, que sabe quien reparte las hojas."""

    renglones: tuple[RenglonDeIndice, ...] = ()
    origen: Origen = NINGUNO


Bloque = Titulo | Parrafo | Tabla | Firmas | Figuras | Indice | Grafica


@congelado
class Imagen:
    """Un logotipo: SHA-256 de su contenido, texto alternativo y alto en milímetros."""

    sha256: str
    alternativo: str
    alto_mm: float = 15.0


@congelado
class Membrete:
    """Lo que va arriba y abajo de cada página."""

    leyenda: str = ""
    logos: tuple[Imagen, ...] = ()
    administracion: tuple[str, ...] = ()
    pie: str = ""


@congelado
class Seccion:
    """Parte del informe que empieza en página nueva; `marcador` la nombra en el índice del PDF."""

    marcador: str
    bloques: tuple[Bloque, ...]
    membrete: Membrete
    disposicion: Disposicion = "corrida"
    origen: Origen = NINGUNO


@congelado
class Documento:
    """El informe completo. `fecha` es la del PDF; `por_corregir`, las frases de lo que la revisión halló.

    `anexos`: los que no van al final sino en su propio PDF.
    """

    titulo: str
    autor: str
    fecha: date
    secciones: tuple[Seccion, ...]
    numera_paginas: bool = True
    por_corregir: tuple[str, ...] = ()
    anexos: tuple[Seccion, ...] = ()

    @property
    def borrador(self) -> bool:
        """Si la revisión halló algo por corregir."""
        return bool(self.por_corregir)

    @property
    def de_anexos(self) -> Documento | None:
        """El documento de los anexos que van aparte; None si no hay."""
        if not self.anexos:
            return None
        return replace(self, titulo=f"Anexos – {self.titulo}", secciones=self.anexos, anexos=())

    @property
    def con_indice(self) -> bool:
        """Si alguna hoja suya es un índice."""
        return any(isinstance(bloque, Indice) for seccion in self.secciones for bloque in seccion.bloques)

    @property
    def figuras(self) -> Iterator[Figura]:
        """Cada figura de sus hojas."""
        for seccion in self.secciones:
            for bloque in seccion.bloques:
                if isinstance(bloque, Figuras):
                    yield from bloque.figuras
