"""Las fuentes del informe: qué signos tienen y cuánto mide cada palabra."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unicodedata import combining

from fpdf import FPDF
from fpdf.fonts import TTFFont

from ut_escritorio.informe.pdf.papel.hoja import Corrida
from ut_escritorio.informe.pdf.papel.signos import SIN_GLIFO

SIGNOS = "signos"
_ARCHIVOS = {
    "regular": "Montserrat-Regular.ttf",
    "negrita": "Montserrat-SemiBold.ttf",
    "cursiva": "Montserrat-Italic.ttf",
    "negritacursiva": "Montserrat-SemiBoldItalic.ttf",
    SIGNOS: "DejaVuSans-Signos.ttf",
}


@dataclass(frozen=True, slots=True)
class Palabra:
    """Texto sin espacios, en las fuentes que lo tienen; `ancho` en milésimas de cuadratín."""

    corridas: tuple[Corrida, ...]
    ancho: float


class Tipografia:
    """Las fuentes abiertas con la pluma; cada una se abre la primera vez que hace falta."""

    def __init__(self, pluma: FPDF, carpeta: Path) -> None:
        self._pluma = pluma
        self._carpeta = carpeta
        self._palabras: dict[tuple[str, str], Palabra] = {}
        self.sin_glifo: dict[str, None] = {}

    def fuente(self, nombre: str) -> TTFFont:
        """La fuente que se llama así."""
        if nombre not in self._pluma.fonts:
            self._pluma.add_font(nombre, fname=self._carpeta / _ARCHIVOS[nombre])
        fuente = self._pluma.fonts[nombre]
        assert isinstance(fuente, TTFFont), "las del informe van todas incrustadas"
        return fuente

    def palabra(self, fuente: str, texto: str) -> Palabra:
        """Mide `texto`; lo que ninguna fuente tiene se cambia por □ y se apunta."""
        clave = (fuente, texto)
        medida = self._palabras.get(clave)
        if medida is None:
            medida = self._palabras[clave] = self._mide(fuente, texto)
        return medida

    def cierra(self) -> None:
        """Suelta los archivos de las fuentes, que fpdf2 deja abiertos; las letras de un logotipo no traen."""
        for nombre in _ARCHIVOS.keys() & self._pluma.fonts.keys():
            self.fuente(nombre).close()

    def _mide(self, fuente: str, texto: str) -> Palabra:
        principal = self.fuente(fuente)
        if texto.isascii() and all(ord(signo) in principal.cmap for signo in texto):
            return Palabra((Corrida(fuente, texto),), sum(principal.cw[ord(signo)] for signo in texto))
        partes: list[Palabra] = []
        for signo in texto:
            parte = self._parte(fuente, signo)
            if partes and combining(signo):
                parte = self._encima(partes.pop(), parte)
            partes.append(parte)
        return une(partes)

    def _encima(self, base: Palabra, marca: Palabra) -> Palabra:
        """Centra un acento suelto sobre su letra: las fuentes lo dejan a la derecha de ella."""
        (acento,) = marca.corridas
        fuente = self.fuente(acento.fuente)
        figuras: Any = fuente.ttfont["glyf"]
        figura = figuras[fuente.cmap[ord(acento.texto)]]
        centro = (figura.xMin + figura.xMax) / 2 * fuente.scale if figura.numberOfContours else 0.0
        mueve = -base.ancho / 2 - centro
        letra = replace(base.corridas[-1], avance=base.corridas[-1].avance + mueve)
        acento = replace(acento, avance=-mueve - marca.ancho)
        return Palabra((*base.corridas[:-1], letra, acento), base.ancho)

    def _parte(self, fuente: str, signo: str) -> Palabra:
        for nombre in (fuente, SIGNOS):
            abierta = self.fuente(nombre)
            if ord(signo) in abierta.cmap:
                return Palabra((Corrida(nombre, signo),), abierta.cw[ord(signo)])
        self.sin_glifo[signo] = None
        return self._parte(fuente, SIN_GLIFO)


def une(palabras: list[Palabra]) -> Palabra:
    """Una sola palabra; las corridas vecinas de la misma fuente se juntan."""
    if len(palabras) == 1:
        return palabras[0]
    corridas: list[Corrida] = []
    textos: list[str] = []
    anterior: Corrida | None = None
    for corrida in [corrida for palabra in palabras for corrida in palabra.corridas]:
        if anterior is not None and (anterior.fuente != corrida.fuente or anterior.avance):
            corridas.append(Corrida(anterior.fuente, "".join(textos), anterior.avance))
            textos = []
        textos.append(corrida.texto)
        anterior = corrida
    if anterior is not None:
        corridas.append(Corrida(anterior.fuente, "".join(textos), anterior.avance))
    return Palabra(tuple(corridas), sum(palabra.ancho for palabra in palabras))


def nombre_de_fuente(negrita: bool, cursiva: bool) -> str:
    """La fuente de un aspecto."""
    return ("negrita" if negrita else "") + ("cursiva" if cursiva else "") or "regular"
