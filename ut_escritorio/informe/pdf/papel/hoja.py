"""Lo que hay en una hoja, como valores: textos, rayas, rellenos y logotipos, en milímetros.

Las coordenadas de un `Trozo` parten de su esquina superior izquierda; `Puesto` dice dónde queda.
"""

from __future__ import annotations

from dataclasses import dataclass

from ut_escritorio.dominio.guardado import Nombres
from ut_escritorio.informe.estilo import Color, Hoja
from ut_escritorio.informe.pdf.etiquetas.etiqueta import Etiqueta


@dataclass(frozen=True, slots=True)
class Corrida:
    """Texto seguido en una sola fuente; `avance` mueve lo que sigue (milésimas de cuadratín)."""

    fuente: str
    texto: str
    avance: float = 0.0


@dataclass(frozen=True, slots=True)
class Linea:
    """Una línea ya partida: `ancho` natural y `estire` que se suma a cada espacio, en milésimas.

    `sigue` es lo que la separa de la siguiente, que no se ve: el espacio donde se partió.
    """

    corridas: tuple[Corrida, ...]
    ancho: float
    estire: float = 0.0
    sigue: str = ""


@dataclass(frozen=True, slots=True)
class Texto:
    """Una línea sobre su línea base; `grados` lo inclina. Sin `etiqueta` es adorno: no se lee."""

    x: float
    base: float
    puntos: float
    color: Color
    linea: Linea
    grados: float = 0.0
    etiqueta: Etiqueta | None = None


@dataclass(frozen=True, slots=True)
class _Caja:
    x: float
    y: float
    ancho: float
    alto: float


@dataclass(frozen=True, slots=True)
class Mancha(_Caja):
    """Un rectángulo lleno; con `etiqueta`, parte de una figura."""

    color: Color
    etiqueta: Etiqueta | None = None


@dataclass(frozen=True, slots=True)
class Marco(_Caja):
    """Un rectángulo sin relleno; con `etiqueta`, parte de una figura."""

    grosor: float
    color: Color
    etiqueta: Etiqueta | None = None


@dataclass(frozen=True, slots=True)
class Raya:
    """Una línea recta; con `etiqueta`, parte de una figura."""

    x: float
    y: float
    hasta_x: float
    hasta_y: float
    grosor: float
    color: Color
    etiqueta: Etiqueta | None = None


@dataclass(frozen=True, slots=True)
class Estampa(_Caja):
    """Un logotipo en su lugar; con `etiqueta`, una figura que se dice a quien no la ve."""

    sha256: str
    etiqueta: Etiqueta | None = None


@dataclass(frozen=True, slots=True)
class Enlace(_Caja):
    """Donde un clic lleva a otra hoja (desde 1), a esa altura; `dicho`, lo que de él se oye."""

    hoja: int
    hasta_y: float
    dicho: str
    etiqueta: Etiqueta


Cosa = Texto | Mancha | Marco | Raya | Estampa


@dataclass(frozen=True, slots=True)
class Marcador:
    """Una entrada del índice del PDF."""

    texto: str
    nivel: int


@dataclass(frozen=True, slots=True)
class Marca:
    """Una entrada ya puesta: `hondura` 0 es la primera; `pagina` va desde 1 e `y` en milímetros."""

    texto: str
    hondura: int
    pagina: int
    y: float


@dataclass(frozen=True, slots=True)
class Trozo:
    """Una parte ya dispuesta de un bloque y los orígenes que empiezan en ella."""

    alto: float
    cosas: tuple[Cosa, ...]
    origenes: tuple[str, ...] = ()
    marcador: Marcador | None = None
    enlaces: tuple[Enlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Puesto:
    """Un trozo en su lugar de la página."""

    x: float
    y: float
    trozo: Trozo


@dataclass(frozen=True, slots=True)
class Contorno:
    """Solo la orilla de las letras de un texto: se lee encima de una figura sin taparla.

    Es de un borrador, que no se firma: no entra en la huella de la hoja.
    """

    texto: Texto
    grosor: float


@dataclass(frozen=True, slots=True)
class Pagina:
    """Una página completa, de atrás hacia adelante, y el papel en que va; `encima`, lo último."""

    puestos: tuple[Puesto, ...]
    hoja: Hoja
    encima: Contorno | None = None


# Con estos nombres se guarda la huella de cada hoja impresa para firma: cambiar uno haría creer que todas
# cambiaron. Lo que no se ve (etiquetas, enlaces, el espacio al final de una línea) no entra en ella.
EN_LA_HOJA: Nombres = {
    Puesto: "Puesto x y trozo",
    Trozo: "Trozo alto cosas origenes marcador -",
    Marcador: "Marcador texto nivel",
    Texto: "Texto x base puntos color renglon grados -",
    Linea: "Renglon corridas ancho hueco -",
    Corrida: "Corrida fuente texto avance",
    Mancha: "Mancha x y ancho alto color -",
    Marco: "Marco x y ancho alto grosor color -",
    Raya: "Raya x y hasta_x hasta_y grosor color -",
    Estampa: "Estampa x y ancho alto sha256 -",
}
