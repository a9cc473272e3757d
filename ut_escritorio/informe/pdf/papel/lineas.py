"""Parte el texto en líneas: palabras, espacios, tabuladores y saltos del usuario."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ut_escritorio.informe.documento import Alineacion, Tramo
from ut_escritorio.informe.estilo import MM_POR_PUNTO, Letra
from ut_escritorio.informe.pdf.etiquetas.etiqueta import Etiqueta
from ut_escritorio.informe.pdf.papel.fuentes import nombre_de_fuente
from ut_escritorio.informe.pdf.papel.hoja import Corrida, Linea, Texto
from ut_escritorio.informe.pdf.papel.signos import limpio
from ut_escritorio.informe.pdf.papel.tipografia import Palabra, Tipografia, une

_SEPARADORES = re.compile("([ \t\n])")
# Dónde no se parte una línea: «15 llamadas», «30 %», «abril – junio»
_NUMERO = re.compile(r"(?<![\w.,/-])([0-9]{1,3}(?:,[0-9]{3})*) (?=[^\W\d_]|%)")
_PERIODO = re.compile(r"(?<=\w) – (?=\w)")
_LIGADO = "\0"  # un espacio que no separa palabras
# Una línea justificada no abre sus espacios más de esto (milésimas): se ve mejor sin justificar.
_ESTIRE_MAXIMO = 900.0
_ALTO_MAYUSCULA = 0.70
# Más líneas que estas ya no son un título: se dejan como caen.
_MAXIMO_PAREJO = 6
_TANTEOS = 7


@dataclass(frozen=True, slots=True)
class _Paso:
    """Un separador y la palabra que lo sigue."""

    separador: str
    fuente: str
    palabra: Palabra


def parte(
    tipografia: Tipografia,
    tramos: Sequence[Tramo],
    letra: Letra,
    ancho: float,
    justifica: bool = False,
    tabulador: float = 12.5,
) -> tuple[Linea, ...]:
    """Las líneas de `tramos` en una columna de `ancho` mm; nunca vacío, nunca pierde texto."""
    milesimas = 1000 / (letra.puntos * MM_POR_PUNTO)
    lineas, faltan = _partidas(
        tuple(tramos), letra.negrita, letra.cursiva, ancho * milesimas, tabulador * milesimas, justifica
    )
    tipografia.apunta(faltan)
    return lineas


@lru_cache(maxsize=2048)
def _partidas(
    tramos: tuple[Tramo, ...],
    negrita: bool,
    cursiva: bool,
    ancho: float,
    tabulador: float,
    justifica: bool,
) -> tuple[tuple[Linea, ...], tuple[str, ...]]:
    """Las líneas y los signos que faltaron; en milésimas. Un texto que no cambió no se vuelve a partir."""
    tipografia = Tipografia()
    caja = _Caja(tipografia, ancho, tabulador, justifica)
    for paso in _pasos(tipografia, tramos, negrita, cursiva):
        caja.agrega(paso)
    return caja.termina(), tuple(tipografia.sin_glifo)


def parte_parejo(
    tipografia: Tipografia, tramos: Sequence[Tramo], letra: Letra, ancho: float
) -> tuple[Linea, ...]:
    """Como `parte`, con las líneas de largo parecido: para títulos y textos centrados."""
    lineas = parte(tipografia, tramos, letra, ancho)
    if not 1 < len(lineas) <= _MAXIMO_PAREJO:
        return lineas
    menor, mayor = min(ancho_de_palabra(tipografia, tramos, letra), ancho), ancho
    for _ in range(_TANTEOS):
        medio = (menor + mayor) / 2
        tanteo = parte(tipografia, tramos, letra, medio)
        if len(tanteo) == len(lineas):
            lineas, mayor = tanteo, medio
        else:
            menor = medio
    return lineas


def ancho_de_palabra(tipografia: Tipografia, tramos: Sequence[Tramo], letra: Letra) -> float:
    """Lo que mide, en milímetros, la palabra más larga."""
    mayor, faltan = _mas_larga(tuple(tramos), letra.negrita, letra.cursiva)
    tipografia.apunta(faltan)
    return mayor * letra.puntos * MM_POR_PUNTO / 1000


@lru_cache(maxsize=2048)
def _mas_larga(tramos: tuple[Tramo, ...], negrita: bool, cursiva: bool) -> tuple[float, tuple[str, ...]]:
    tipografia = Tipografia()
    mayor = max(paso.palabra.ancho for paso in _pasos(tipografia, tramos, negrita, cursiva))
    return mayor, tuple(tipografia.sin_glifo)


def textos(
    lineas: Sequence[Linea],
    letra: Letra,
    x: float,
    y: float,
    ancho: float,
    alineacion: Alineacion,
    etiqueta: Etiqueta | None = None,
) -> Iterator[Texto]:
    """Coloca las líneas una bajo otra desde `y`, alineadas en una columna que empieza en `x`."""
    mm = letra.puntos * MM_POR_PUNTO / 1000
    base = y + (letra.linea_mm + _ALTO_MAYUSCULA * letra.puntos * MM_POR_PUNTO) / 2
    for linea in lineas:
        if linea.corridas:
            sobra = ancho - linea.ancho * mm
            corre = {"centro": sobra / 2, "derecha": sobra}.get(alineacion, 0.0)
            yield Texto(x + corre, base, letra.puntos, letra.color, linea, 0.0, etiqueta)
        base += letra.linea_mm


def textos_girados(
    lineas: Sequence[Linea],
    letra: Letra,
    x: float,
    abajo: float,
    alto: float,
    etiqueta: Etiqueta | None = None,
) -> Iterator[Texto]:
    """Coloca las líneas de abajo arriba, uno a la derecha de otro desde `x`, centrados en su alto."""
    mm = letra.puntos * MM_POR_PUNTO / 1000
    base = x + (letra.linea_mm + _ALTO_MAYUSCULA * letra.puntos * MM_POR_PUNTO) / 2
    for linea in lineas:
        if linea.corridas:
            y = abajo - (alto - linea.ancho * mm) / 2
            yield Texto(base, y, letra.puntos, letra.color, linea, 90.0, etiqueta)
        base += letra.linea_mm


def ancho_mm(lineas: Sequence[Linea], letra: Letra) -> float:
    """Lo que mide la línea más larga."""
    return max(linea.ancho for linea in lineas) * letra.puntos * MM_POR_PUNTO / 1000


def _pasos(tipografia: Tipografia, tramos: Sequence[Tramo], negrita: bool, cursiva: bool) -> Iterator[_Paso]:
    """Palabras con su separador anterior; una palabra puede cruzar de un tramo a otro."""
    separador, fuente_separador = "", "regular"
    partes: list[Palabra] = []
    for tramo in tramos:
        fuente = nombre_de_fuente(tramo.negrita or negrita, tramo.cursiva or cursiva)
        for pedazo in _SEPARADORES.split(_ligado(limpio(tramo.texto))):
            if pedazo in (" ", "\t", "\n"):
                yield _Paso(separador, fuente_separador, une(partes))
                separador, fuente_separador, partes = pedazo, fuente, []
            elif pedazo:
                partes.append(tipografia.palabra(fuente, pedazo.replace(_LIGADO, " ")))
    yield _Paso(separador, fuente_separador, une(partes))


def _ligado(texto: str) -> str:
    """El texto con los espacios que no deben partirse cambiados por `_LIGADO`."""
    return _PERIODO.sub(f"{_LIGADO}–{_LIGADO}", _NUMERO.sub(rf"\1{_LIGADO}", texto))


class _Caja:
    """Llena líneas de un ancho dado (milésimas), de izquierda a derecha."""

    def __init__(self, tipografia: Tipografia, ancho: float, tabulador: float, justifica: bool) -> None:
        self._tipografia = tipografia
        self._ancho = ancho
        self._tabulador = tabulador
        self._justifica = justifica
        self._hechos: list[Linea] = []
        self._partes: list[Palabra] = []
        self._usado = 0.0
        self._continua = False

    def agrega(self, paso: _Paso) -> None:
        """Pone una palabra, en esta línea si cabe."""
        if paso.separador == "\n":
            self._cierra(lleno=False, sigue=" ")
        espacio = self._espacio(paso)
        if self._usado and self._usado + espacio.ancho + paso.palabra.ancho > self._ancho:
            self._cierra(lleno=True, sigue=" ")
        elif espacio.corridas and (self._partes or not self._continua):
            self._pone(espacio)
        for pedazo in self._pedazos(paso.palabra):
            if self._usado and self._usado + pedazo.ancho > self._ancho:
                self._cierra(lleno=True)
            self._pone(pedazo)

    def termina(self) -> tuple[Linea, ...]:
        """Todas las líneas."""
        self._cierra(lleno=False)
        return tuple(self._hechos)

    def _espacio(self, paso: _Paso) -> Palabra:
        if paso.separador not in (" ", "\t"):
            return Palabra((), 0.0)
        espacio = self._tipografia.palabra(paso.fuente, " ")
        if paso.separador == " ":
            return espacio
        hasta = (self._usado // self._tabulador + 1) * self._tabulador
        avance = max(hasta - self._usado - espacio.ancho, 1.0)
        return Palabra((Corrida(paso.fuente, " ", avance),), espacio.ancho + avance)

    def _pedazos(self, palabra: Palabra) -> Iterator[Palabra]:
        """La palabra entera o, si es más ancha que la columna, signo por signo."""
        if palabra.ancho <= self._ancho:
            yield palabra
            return
        for corrida in palabra.corridas:
            for signo in corrida.texto:
                yield self._tipografia.palabra(corrida.fuente, signo)

    def _pone(self, palabra: Palabra) -> None:
        if palabra.corridas:
            self._partes.append(palabra)
            self._usado += palabra.ancho

    def _cierra(self, lleno: bool, sigue: str = "") -> None:
        """Termina la línea; `lleno` es que lo que sigue ya no cupo."""
        while lleno and self._partes and self._partes[-1].corridas[-1].texto == " ":
            self._usado -= self._partes.pop().ancho
        corridas = une(self._partes).corridas
        estire = self._estire(corridas) if lleno and self._justifica else 0.0
        self._hechos.append(Linea(corridas, self._usado, estire, sigue))
        self._partes, self._usado, self._continua = [], 0.0, lleno

    def _estire(self, corridas: tuple[Corrida, ...]) -> float:
        espacios = sum(corrida.texto.count(" ") for corrida in corridas)
        if not espacios or any(corrida.avance and corrida.texto == " " for corrida in corridas):
            return 0.0
        estire = (self._ancho - self._usado) / espacios
        return estire if estire <= _ESTIRE_MAXIMO else 0.0
