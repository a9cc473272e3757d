"""El aspecto del informe: medidas, letras, colores y espacios, en un solo lugar y como valores.

Todo en milímetros salvo los tamaños de letra, que van en puntos.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from types import MappingProxyType
from typing import assert_never, get_args

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.informe.documento import EstiloParrafo, Papel, Tamano

Color = tuple[int, int, int]
MM_POR_PUNTO = 25.4 / 72

GUINDA: Color = (106, 27, 54)
TINTA: Color = (28, 28, 30)
GRIS: Color = (96, 96, 102)
GRIS_CLARO: Color = (190, 184, 187)
GRIS_BORRADOR: Color = (238, 238, 240)


@congelado
class Letra:
    """Tamaño en puntos, interlineado (veces el tamaño), peso y color de un texto."""

    puntos: float
    interlinea: float = 1.45
    negrita: bool = False
    cursiva: bool = False
    color: Color = TINTA

    @property
    def linea_mm(self) -> float:
        """Alto de una línea."""
        return self.puntos * self.interlinea * MM_POR_PUNTO


@congelado
class EstiloBloque:
    """Letra de un bloque y el espacio que lo separa del anterior.

    `seguido_mm` es el espacio cuando el bloque anterior es de la misma clase; `ancho` la parte de
    la columna que ocupa (el resto queda en blanco a la izquierda).
    """

    letra: Letra
    antes_mm: float
    seguido_mm: float
    ancho: float = 1.0


@congelado
class Hoja:
    """Tamaño del papel y márgenes; el cuerpo empieza donde acaba el membrete."""

    ancho: float = 215.9
    alto: float = 279.4
    margen: float = 25.0
    arriba: float = 11.0
    abajo: float = 11.0
    bajo_membrete: float = 7.0
    sobre_pie: float = 5.0

    @property
    def acostada(self) -> Hoja:
        """La misma, a lo ancho."""
        return replace(self, ancho=self.alto, alto=self.ancho)

    @property
    def columna(self) -> float:
        """Ancho útil entre los márgenes."""
        return self.ancho - 2 * self.margen


@congelado
class EstiloTabla:
    """Letras, rellenos y medidas de los cuadros; `entero_hasta`: hasta qué parte de la hoja no se parten."""

    letra: Letra = Letra(8.5, 1.32)
    letra_fuerte: Letra = Letra(8.5, 1.32, negrita=True)
    fuertes: frozenset[Papel] = frozenset({"titulo", "columna", "fila", "total"})
    rellenos: Mapping[Papel, Color] = field(
        default_factory=lambda: MappingProxyType(
            {"titulo": (231, 219, 224), "columna": (242, 235, 238), "fila": (250, 247, 248)}
        )
    )
    borde: Color = (168, 150, 158)
    grosor: float = 0.2
    relleno_x: float = 2.2
    relleno_y: float = 1.5
    alto_minimo: float = 6.8
    columna_minima: float = 19.0
    columna_comoda: float = 47.0
    antes_mm: float = 4.0
    despues_mm: float = 1.5
    entero_hasta: float = 1.0


# Para cuadros de tantas columnas que con la letra de siempre se partirían las palabras.
TABLA_ESTRECHA = EstiloTabla(
    letra=Letra(7, 1.3), letra_fuerte=Letra(7, 1.3, negrita=True), relleno_x=0.9, columna_minima=6.0
)


@congelado
class EstiloFirmas:
    """Letras y medidas de los bloques de firma."""

    antes_de_firmas: Letra = Letra(10, 1.5, negrita=True)
    rotulo: Letra = Letra(10, 1.45, negrita=True)
    nombre: Letra = Letra(9.5, 1.4, negrita=True)
    cargo: Letra = Letra(9, 1.4)
    espacio: float = 20.0
    raya: float = 68.0
    ancho: float = 76.0
    grosor: float = 0.25
    tras_raya: float = 1.2
    entre_filas: float = 8.0
    antes_mm: float = 9.0


@congelado
class Caja:
    """Cuántas figuras van lado a lado y qué parte del alto del cuerpo toma cada hilera, con su pie."""

    columnas: int
    alto: float


@congelado
class EstiloFiguras:
    """Letra del pie y lo que toma una figura, por su tamaño; la que llena la hoja pide `minimo` de ella."""

    pie: Letra = Letra(8.5, 1.35)
    cajas: Mapping[Tamano, Caja] = field(
        default_factory=lambda: MappingProxyType[Tamano, Caja](
            {"hoja": Caja(1, 1.0), "media": Caja(1, 0.37), "cuarto": Caja(2, 0.37), "octavo": Caja(2, 0.17)}
        )
    )
    minimo: float = 0.75
    entre: float = 5.0
    sobre_pie: float = 1.5
    antes_mm: float = 4.0
    grosor: float = 0.2


@congelado
class EstiloGraficas:
    """Letras, tintas y grosores de una gráfica: impresa en gris se distingue por sus tramas."""

    letra: Letra = Letra(7.5, 1.35)
    tenue: Letra = Letra(7.5, 1.35, color=GRIS)
    sobre_lleno: Letra = Letra(7.5, 1.35, color=(255, 255, 255))
    pie: Letra = Letra(8.5, 1.35)
    tinta: Color = GUINDA
    clara: Color = (250, 247, 248)
    de_antes: Color = TINTA
    raya: Color = GRIS_CLARO
    grosor: float = 0.2
    grosor_de_antes: float = 0.35
    sobre_pie: float = 1.5
    antes_mm: float = 5.0


@congelado
class EstiloIndice:
    """Letras y medidas del índice: una parte, y lo que va dentro de ella; `numero`, lo que deja a la hoja."""

    parte: EstiloBloque = EstiloBloque(Letra(10, 1.45, negrita=True), 3.5, 3.5)
    dentro: EstiloBloque = EstiloBloque(Letra(9.5, 1.45), 1.2, 1.2)
    sangria: float = 6.0
    numero: float = 9.0
    junto_a_los_puntos: float = 1.5


@congelado
class EstiloMembrete:
    """Letras y medidas de lo que va arriba y abajo de cada página."""

    leyenda: Letra = Letra(8, 1.35, cursiva=True, color=GRIS)
    administracion: Letra = Letra(7, 1.35, color=GRIS)
    pie: Letra = Letra(8, 1.3, negrita=True, color=GUINDA)
    pagina: Letra = Letra(7.5, 1.3, color=GRIS)
    alternativo: Letra = Letra(6.5, 1.25, color=GRIS)
    logo_alto_maximo: float = 24.0
    logo_ancho_maximo: float = 62.0
    entre_logos: float = 5.0
    bajo_logos: float = 2.2
    sobre_leyenda: float = 1.2
    grosor: float = 0.45
    grosor_pie: float = 0.2
    sobre_pie: float = 1.4
    lineas_maximas: int = 5
    pie_ancho: float = 110.0


@congelado
class EstiloPortada:
    """Las rayas que abrazan el título y de lo que queda libre, la parte que va arriba de él."""

    raya: float = 46.0
    grosor: float = 0.7
    aire: float = 9.0
    sobre_titulo: float = 0.44


@congelado
class Estilo:
    """El aspecto completo; `portada` y `oficio` cambian solo lo que en ellas es distinto."""

    hoja: Hoja
    titulos: Mapping[int, EstiloBloque]
    parrafos: Mapping[EstiloParrafo, EstiloBloque]
    tabla: EstiloTabla = EstiloTabla()
    tabla_estrecha: EstiloTabla = TABLA_ESTRECHA
    firmas: EstiloFirmas = EstiloFirmas()
    figuras: EstiloFiguras = EstiloFiguras()
    graficas: EstiloGraficas = EstiloGraficas()
    indice: EstiloIndice = EstiloIndice()
    membrete: EstiloMembrete = EstiloMembrete()
    portada: EstiloPortada = EstiloPortada()
    sangria_vineta: float = 6.0
    tabulador: float = 12.5
    vineta_seguida_mm: float = 1.6


_TITULOS = MappingProxyType(
    {
        1: EstiloBloque(Letra(14, 1.3, negrita=True, color=GUINDA), 8.0, 2.0),
        2: EstiloBloque(Letra(11.5, 1.35, negrita=True, color=GUINDA), 7.0, 4.0),
        3: EstiloBloque(Letra(10, 1.4, negrita=True), 5.5, 1.5),
        4: EstiloBloque(Letra(10, 1.4, negrita=True, cursiva=True), 4.5, 1.5),
    }
)


def _parrafo(estilo: EstiloParrafo, cuerpo: EstiloBloque) -> EstiloBloque:
    """Cómo se ve un párrafo donde nada se dice de otro modo; `cuerpo`, el de ahí, por si parte de él."""
    match estilo:
        case "cuerpo":
            return cuerpo
        case "rotulo":
            return EstiloBloque(Letra(9.5, 1.45, negrita=True), 4.0, 0.4)
        case "datos":
            return EstiloBloque(Letra(9.5, 1.45), 4.0, 0.6)
        case "valor":
            return EstiloBloque(Letra(9.5, 1.45, negrita=True, color=GUINDA), 5.0, 2.0)
        case "nota":
            return EstiloBloque(Letra(7.5, 1.4, color=GRIS), 7.0, 0.5)
        case _:
            assert_never(estilo)


def _parrafos(cuerpo: EstiloBloque, **distintos: EstiloBloque) -> Mapping[EstiloParrafo, EstiloBloque]:
    """Cada párrafo de una disposición: los `distintos`, y los demás como siempre."""
    estilos: tuple[EstiloParrafo, ...] = get_args(EstiloParrafo)
    return MappingProxyType({cual: distintos.get(cual) or _parrafo(cual, cuerpo) for cual in estilos})


CORRIDA = Estilo(Hoja(), _TITULOS, _parrafos(EstiloBloque(Letra(9.5, 1.52), 3.0, 3.0)))
OFICIO = Estilo(
    Hoja(),
    _TITULOS,
    _parrafos(
        EstiloBloque(Letra(10, 1.6), 5.0, 4.5),
        rotulo=EstiloBloque(Letra(10, 1.45, negrita=True), 10.0, 0.4),
        datos=EstiloBloque(Letra(9.5, 1.45), 9.0, 0.6, ancho=0.62),
        valor=EstiloBloque(Letra(10, 1.45, negrita=True, color=GUINDA), 5.0, 2.0),
        nota=EstiloBloque(Letra(7.5, 1.4, color=GRIS), 12.0, 0.5),
    ),
    firmas=EstiloFirmas(antes_mm=16.0, espacio=22.0),
)
PORTADA = Estilo(
    Hoja(),
    MappingProxyType(
        {
            1: EstiloBloque(Letra(19, 1.4, negrita=True, color=GUINDA), 10.0, 5.0),
            2: EstiloBloque(Letra(14, 1.4, negrita=True), 8.0, 4.0),
            3: EstiloBloque(Letra(12, 1.4, negrita=True, color=GRIS), 6.0, 3.0),
            4: EstiloBloque(Letra(11, 1.4, color=GRIS), 5.0, 2.0),
        }
    ),
    _parrafos(
        EstiloBloque(Letra(11, 1.55), 6.0, 3.0),
        rotulo=EstiloBloque(Letra(13, 1.5, negrita=True), 7.0, 2.0),
    ),
    firmas=EstiloFirmas(espacio=26.0),
)
