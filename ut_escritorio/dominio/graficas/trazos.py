"""De qué se hace una gráfica, en la unidad de quien la pinta: cajas, líneas y letras, en su orden."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from ut_escritorio.dominio.congelado import congelado

ComoCaja = Literal["llena", "clara", "contorno", "marca"]
ComoLinea = Literal["trama", "base"]
ComoLetra = Literal["fuerte", "tenue", "sobre lleno", "sobre trama"]
Lado = Literal["izquierda", "centro", "derecha"]


@congelado
class Caja:
    """Un rectángulo: de tinta («llena»), con solo su orilla («clara»), lo de antes o la marca de una meta."""

    x: float
    y: float
    ancho: float
    alto: float
    como: ComoCaja


@congelado
class Linea:
    """Una raya: parte de una trama, o la base."""

    x: float
    y: float
    hasta_x: float
    hasta_y: float
    como: ComoLinea


@congelado
class Letras:
    """Un renglón de texto dentro de una caja; «sobre trama» lleva papel detrás, para leerse."""

    x: float
    y: float
    ancho: float
    texto: str
    lado: Lado = "centro"
    como: ComoLetra = "fuerte"


Trazo = Caja | Linea | Letras


@congelado
class Medidas:
    """La letra de quien pinta: lo que mide un renglón, y cuánto ocupa un texto."""

    renglon: float
    ancho_de: Callable[[str], float]


@congelado
class Sitio:
    """Dónde quedó una barra: su caja y, desde la misma base, hasta dónde llega lo de antes."""

    x: float
    y: float
    ancho: float
    alto: float
    alto_de_antes: float = 0.0

    @property
    def base(self) -> float:
        """Desde dónde sube."""
        return self.y + self.alto

    @property
    def arriba(self) -> float:
        """Hasta dónde llega lo más alto, ella o lo de antes."""
        return self.base - max(self.alto, self.alto_de_antes)


@congelado
class Dibujo:
    """Los trazos de una gráfica y el sitio de cada barra; None, la que no cupo y no se ve."""

    trazos: tuple[Trazo, ...]
    sitios: tuple[Sitio | None, ...]


def que_quepa(texto: str, ancho: float, medidas: Medidas) -> str:
    """El texto entero o, si no cabe, lo que quepa de él con «…»; vacío si ni eso."""
    if medidas.ancho_de(texto) <= ancho:
        return texto
    pocas, muchas = 0, len(texto)
    while pocas < muchas:
        letras = (pocas + muchas + 1) // 2
        if medidas.ancho_de(f"{texto[:letras].rstrip()}…") <= ancho:
            pocas = letras
        else:
            muchas = letras - 1
    return f"{texto[:pocas].rstrip()}…" if pocas else ""
