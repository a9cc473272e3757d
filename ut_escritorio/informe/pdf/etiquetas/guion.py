"""El guion: el documento en el orden en que se lee, que se va escribiendo mientras se dispone.

Cada pieza pide aquí la etiqueta de su texto. Lo que no la pide (membrete, rayas, número de hoja, BORRADOR, el
encabezado que se repite) es adorno de la hoja y no se lee.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from ut_escritorio.informe.documento import Firmas, Lugar
from ut_escritorio.informe.pdf.etiquetas.cuadros import etiqueta_de_cuadro, etiquetas_de_celdas
from ut_escritorio.informe.pdf.etiquetas.etiqueta import Clase, Etiqueta

_TITULOS: tuple[Clase, ...] = ("H1", "H2", "H3", "H4", "H5", "H6")


class DeFirma(NamedTuple):
    """Las etiquetas de una firma."""

    rotulo: Etiqueta
    nombre: Etiqueta
    cargo: Etiqueta


class Guion:
    """Lo que el documento lleva dicho hasta ahora."""

    def __init__(self) -> None:
        self._secciones: list[Etiqueta] = []
        self._dichas: list[Etiqueta] = []
        self._puntos: list[Etiqueta] = []
        self._nivel = 0

    def seccion(self) -> None:
        """Empieza una parte del informe."""
        self._acaba_lista()
        if self._dichas:
            self._secciones.append(Etiqueta("Sect", tuple(self._dichas)))
            self._dichas = []

    def titulo(self, nivel: int) -> Etiqueta:
        """Un título; si se saltó niveles, cuelga del anterior, que es lo que un lector de pantalla espera."""
        self._nivel = min(max(nivel, 1), self._nivel + 1, len(_TITULOS))
        return self._dice(Etiqueta(_TITULOS[self._nivel - 1]))

    def parrafo(self) -> Etiqueta:
        """Un párrafo."""
        return self._dice(Etiqueta("P"))

    def punto(self) -> tuple[Etiqueta, Etiqueta]:
        """Un punto de una lista, con los que lleve seguidos: su viñeta y su texto."""
        vineta, texto = Etiqueta("Lbl"), Etiqueta("LBody")
        self._puntos.append(Etiqueta("LI", (vineta, texto)))
        return vineta, texto

    def cuadro(self, lugares: Sequence[Lugar], filas: int) -> tuple[Etiqueta, ...]:
        """Un cuadro; devuelve la etiqueta de cada celda, en el orden de `lugares`."""
        celdas = etiquetas_de_celdas(lugares, filas)
        self._dice(etiqueta_de_cuadro(lugares, celdas, filas))
        return celdas

    def firmas(self, firmas: Firmas) -> tuple[tuple[Etiqueta, ...], tuple[DeFirma, ...]]:
        """Un bloque de firmas: los renglones que lo abren y cada firma, leída entera antes de la otra."""
        antes = tuple(Etiqueta("P") for _ in firmas.antes)
        suyas = tuple(DeFirma(Etiqueta("P"), Etiqueta("P"), Etiqueta("P")) for _ in firmas.firmas)
        self._dice(Etiqueta("Div", (*antes, *(Etiqueta("Div", tuple(firma)) for firma in suyas))))
        return antes, suyas

    def figura(self, alternativo: str, con_pie: bool, se_lee: bool) -> tuple[Etiqueta, Etiqueta | None]:
        """Una figura y su pie; la que no se lee deja escrito lo que es."""
        suya = Etiqueta("Figure", alternativo=alternativo) if se_lee else Etiqueta("P")
        pie = Etiqueta("P") if con_pie else None
        self._dice(suya)
        if pie is not None:
            self._dice(pie)
        return suya, pie

    def indice(self, dentro: Sequence[bool]) -> tuple[Etiqueta, ...]:
        """Un índice; `dentro`, cuáles de sus renglones son de lo que va dentro de la parte anterior."""
        enlaces = tuple(Etiqueta("Link") for _ in dentro)
        renglones: list[Etiqueta] = []
        for es_de_dentro, juntos in groupby(zip(dentro, enlaces, strict=True), key=itemgetter(0)):
            suyos = [Etiqueta("TOCI", (enlace,)) for _, enlace in juntos]
            renglones += [Etiqueta("TOC", tuple(suyos))] if es_de_dentro else suyos
        self._dice(Etiqueta("TOC", tuple(renglones)))
        return enlaces

    def entero(self) -> Etiqueta:
        """El documento completo; después ya no se le agrega nada."""
        self.seccion()
        return Etiqueta("Document", tuple(self._secciones))

    def _dice(self, etiqueta: Etiqueta) -> Etiqueta:
        self._acaba_lista()
        self._dichas.append(etiqueta)
        return etiqueta

    def _acaba_lista(self) -> None:
        if self._puntos:
            self._dichas.append(Etiqueta("L", tuple(self._puntos)))
            self._puntos = []
