"""Bloques ya medidos que saben partirse: lo que cabe en esta página y lo que sigue en la otra."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.informe.documento import Alineacion
from ut_escritorio.informe.estilo import Letra
from ut_escritorio.informe.pdf.etiquetas.etiqueta import Etiqueta
from ut_escritorio.informe.pdf.papel.hoja import Cosa, Enlace, Linea, Marcador, Texto, Trozo
from ut_escritorio.informe.pdf.papel.lineas import textos

_JUNTOS = 2  # líneas que nunca se separan al principio o al final de un párrafo


class Pieza(Protocol):
    """Un bloque medido; todas las medidas en milímetros."""

    @property
    def antes(self) -> float:
        """Espacio que lo separa del anterior; no cuenta al principio de una página."""
        ...

    @property
    def alto(self) -> float:
        """Lo que ocupa entero."""
        ...

    def minimo(self, entera: float) -> float:
        """Lo menos que necesita al pie de una página; `entera` es el alto de una página limpia."""
        ...

    def corta(self, disponible: float, limpia: bool) -> tuple[Trozo | None, Pieza | None]:
        """Lo que cabe en `disponible` y lo que falta; en una página `limpia` siempre cabe algo."""
        ...


@congelado
class PiezaDeLineas:
    """Un párrafo o título: líneas del mismo alto. `adorno` va junto a la primera (la viñeta).

    En el índice, `final` va junto a la última, y sobre todas el enlace a `destino`.
    """

    lineas: tuple[Linea, ...]
    letra: Letra
    x: float
    ancho: float
    alineacion: Alineacion
    antes: float = 0.0
    adorno: tuple[Cosa, ...] = ()
    origenes: tuple[str, ...] = ()
    marcador: Marcador | None = None
    etiqueta: Etiqueta | None = None
    final: tuple[Texto, ...] = ()
    destino: Enlace | None = None

    @property
    def alto(self) -> float:
        """Lo que ocupa entero."""
        return len(self.lineas) * self.letra.linea_mm

    def minimo(self, entera: float) -> float:
        """Dos líneas, o el párrafo si son tres o menos."""
        total = len(self.lineas)
        return (total if total < 2 * _JUNTOS else _JUNTOS) * self.letra.linea_mm

    def corta(self, disponible: float, limpia: bool) -> tuple[Trozo | None, Pieza | None]:
        """Corta entre líneas sin dejar una sola arriba ni abajo."""
        total = len(self.lineas)
        caben = min(int(disponible / self.letra.linea_mm + 1e-6), total)
        if caben < total:
            caben = min(caben, total - _JUNTOS)
            if caben < _JUNTOS:
                caben = max(1, int(disponible / self.letra.linea_mm)) if limpia else 0
        if caben <= 0:
            return None, self
        ahora, luego = self.en_dos(caben)
        return ahora._trozo(), luego if luego.lineas else None

    def en_dos(self, lineas: int) -> tuple[PiezaDeLineas, PiezaDeLineas]:
        """Las primeras `lineas`, con la viñeta y el origen, y las demás."""
        luego = self.lineas[lineas:]
        primera = replace(self, lineas=self.lineas[:lineas], final=() if luego else self.final)
        return primera, replace(self, lineas=luego, antes=0.0, adorno=(), origenes=(), marcador=None)

    def _trozo(self) -> Trozo:
        puestos = textos(self.lineas, self.letra, self.x, 0.0, self.ancho, self.alineacion, self.etiqueta)
        bajo = self.alto - self.letra.linea_mm
        final = (replace(cosa, base=cosa.base + bajo) for cosa in self.final)
        enlaces = () if self.destino is None else (replace(self.destino, alto=self.alto),)
        return Trozo(self.alto, (*self.adorno, *puestos, *final), self.origenes, self.marcador, enlaces)


@congelado
class PiezaEntera:
    """Lo que nunca se parte: un bloque de firmas."""

    trozo: Trozo
    antes: float = 0.0

    @property
    def alto(self) -> float:
        """Lo que ocupa."""
        return self.trozo.alto

    def minimo(self, entera: float) -> float:
        """Todo su alto."""
        return self.trozo.alto

    def corta(self, disponible: float, limpia: bool) -> tuple[Trozo | None, Pieza | None]:
        """Entero o nada."""
        return (self.trozo, None) if limpia or self.trozo.alto <= disponible else (None, self)
