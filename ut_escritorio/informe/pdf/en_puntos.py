"""Un logotipo de trazos hecho puntos, para quien no sabe dibujar trazos: los mismos que pinta el PDF.

Lo que lleva adentro y no es un trazo de un color (una foto, un degradado) no se sabe pintar: se dice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil, floor
from typing import Any

from PIL import Image, ImageChops, ImageDraw

from ut_escritorio.informe.pdf.duradero.logotipo import leer_logotipo
from ut_escritorio.informe.pdf.papel.pluma import Pluma
from ut_escritorio.informe.png import en_png

_Punto = tuple[float, float]
_Matriz = tuple[float, float, float, float, float, float]
_Dibuja = Callable[[Sequence[Sequence[_Punto]], tuple[int, int], bool], Any]
_TALLA = 1000.0
"""Los puntos tipográficos de ancho en que se dibuja."""
_FINURA = 3
"""Cuántas veces más grande se pinta, para que al encogerlo las orillas queden suaves."""
_TRAMOS_DE_CURVA = 16
_NO_SON_TRAZOS = ("Do", "sh", "scn", "SCN")
"""Las órdenes con que se pone una imagen o se pinta con un degradado."""
_PIEZA = re.compile(rb"[^\s\[\]]+")
_ASPECTO = re.compile(r"/(ca|CA|LW) ([\d.]+)")
_CAMPO = {"ca": "relleno_cubre", "CA": "trazo_cubre", "LW": "grueso"}


@lru_cache(maxsize=16)
def en_puntos(contenido: bytes, proporcion: float, alto: int) -> bytes:
    """El PNG de un dibujo SVG, de tantos puntos de alto y con el fondo transparente.

    ValueError si lleva algo que no es trazos: sin eso no sería el mismo logotipo.
    """
    ancho = max(round(alto * proporcion), 1)
    hoja: Any = Pluma(unit="pt", format=(_TALLA, _TALLA / proporcion))
    hoja.add_page()
    _, dibujo, info, _ = leer_logotipo(hoja.image_cache, contenido)
    hoja.dibuja(dibujo, info, 0, 0, _TALLA, _TALLA / proporcion)
    escala = ancho * _FINURA / _TALLA
    lienzo = _Lienzo((ancho * _FINURA, alto * _FINURA), escala, _TALLA / proporcion, hoja.aspectos())
    lienzo.pinta(bytes(hoja.pages[1].contents))
    entera: Any = lienzo.imagen()
    return en_png(entera.resize((ancho, alto), Image.Resampling.LANCZOS))


@dataclass(frozen=True, slots=True)
class _Estado:
    """Con qué se pinta: dónde cae cada punto, los colores, cuánto cubren y el grueso de ese momento."""

    matriz: _Matriz
    relleno: tuple[int, ...] = (0, 0, 0)
    trazo: tuple[int, ...] = (0, 0, 0)
    grueso: float = 1.0
    relleno_cubre: float = 1.0
    trazo_cubre: float = 1.0


class _Lienzo:
    """El dibujo mientras se pinta, orden por orden de las que lleva una hoja de PDF."""

    def __init__(
        self, talla: tuple[int, int], escala: float, alto: float, aspectos: Mapping[str, str] | None = None
    ) -> None:
        self._pintado = Image.new("RGBA", talla, (255, 255, 255, 0))
        self._aspectos = aspectos or {}
        self._estado = _Estado((escala, 0.0, 0.0, -escala, 0.0, alto * escala))
        self._guardados: list[_Estado] = []
        self._caminos: list[list[_Punto]] = []

    def imagen(self) -> Image.Image:
        """Lo pintado, transparente donde no se pintó nada."""
        return self._pintado

    def pinta(self, ordenes: bytes) -> None:
        """Obedece las órdenes de la hoja; las que no son de trazos no cambian nada."""
        numeros, nombre = list[float](), ""
        for pieza in _PIEZA.findall(ordenes):
            try:
                numeros.append(float(pieza))
            except ValueError:
                orden = pieza.decode("latin-1")
                if orden.startswith("/"):
                    nombre = orden[1:]
                    continue
                self._obedece(orden, numeros, nombre)
                numeros = []

    def _obedece(self, orden: str, n: Sequence[float], nombre: str) -> None:
        match orden:
            case "gs":
                dice = _ASPECTO.findall(self._aspectos.get(nombre, ""))
                self._estado = replace(self._estado, **{_CAMPO[cual]: float(valor) for cual, valor in dice})
            case "q":
                self._guardados.append(self._estado)
            case "Q":
                self._estado = self._guardados.pop()
            case "cm":
                self._estado = replace(self._estado, matriz=_compuesta((*n[:6],), self._estado.matriz))
            case "w":
                self._estado = replace(self._estado, grueso=n[0])
            case "rg" | "g" | "k":
                self._estado = replace(self._estado, relleno=_rgb(n))
            case "RG" | "G" | "K":
                self._estado = replace(self._estado, trazo=_rgb(n))
            case "m" | "l" | "c" | "h" | "re":
                self._camina(orden, n)
            case "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "S" | "s" | "n":
                self._termina(orden)
            case _ if orden in _NO_SON_TRAZOS:
                raise ValueError(f"no se sabe pintar «{orden}»")
            case _:
                pass

    def _camina(self, orden: str, n: Sequence[float]) -> None:
        if orden == "m":
            self._caminos.append([self._en(n[0], n[1])])
        elif orden == "l":
            self._caminos[-1].append(self._en(n[0], n[1]))
        elif orden == "c":
            hitos = [self._caminos[-1][-1], *(self._en(n[i], n[i + 1]) for i in (0, 2, 4))]
            self._caminos[-1].extend(_curva(hitos))
        elif orden == "h":
            self._caminos[-1].append(self._caminos[-1][0])
        else:
            x, y, ancho, alto = n[:4]
            esquinas = ((x, y), (x + ancho, y), (x + ancho, y + alto), (x, y + alto), (x, y))
            self._caminos.append([self._en(*esquina) for esquina in esquinas])

    def _termina(self, orden: str) -> None:
        con = self._estado
        if orden[0] in "fFBb":
            self._mancha(self._rellena, 1, con.relleno, con.relleno_cubre, parejo="*" in orden)
        if orden[0] in "BbSs":
            self._mancha(self._traza, self._grueso, con.trazo, con.trazo_cubre)
        self._caminos = []

    def _mancha(
        self,
        dibuja: _Dibuja,
        orilla: int,
        color: tuple[int, ...],
        cubre: float,
        *,
        parejo: bool = False,
    ) -> None:
        """Pinta los caminos; solo se toca el rectángulo en que caen, no el lienzo entero."""
        caja = self._caja(orilla)
        if caja is None:
            return
        corridos = [[(x - caja[0], y - caja[1]) for x, y in camino] for camino in self._caminos]
        donde = dibuja(corridos, (caja[2] - caja[0], caja[3] - caja[1]), parejo)
        capa = Image.new("RGBA", donde.size, (*color, 255))
        capa.putalpha(donde.point([round(v * cubre) for v in range(256)]))
        self._pintado.alpha_composite(capa, caja[:2])

    def _caja(self, orilla: int) -> tuple[int, int, int, int] | None:
        """El rectángulo del lienzo en que caen los caminos, con esa orilla; None si en ninguno."""
        puntos = [punto for camino in self._caminos for punto in camino]
        if not puntos:
            return None
        xs, ys = [x for x, _ in puntos], [y for _, y in puntos]
        izquierda, arriba = (max(floor(min(lado)) - orilla, 0) for lado in (xs, ys))
        derecha = min(ceil(max(xs)) + orilla + 1, self._pintado.width)
        abajo = min(ceil(max(ys)) + orilla + 1, self._pintado.height)
        return (izquierda, arriba, derecha, abajo) if derecha > izquierda and abajo > arriba else None

    @staticmethod
    def _rellena(caminos: Sequence[Sequence[_Punto]], talla: tuple[int, int], parejo: bool) -> Image.Image:
        """Dónde cae el relleno: según cuántas vueltas da el contorno, o si son nones (`parejo`)."""
        vueltas: Any = Image.new("L", talla, 128)
        for camino in caminos:
            if len(camino) > 2:
                suyo = Image.new("L", talla, 0)
                ImageDraw.Draw(suyo).polygon(camino, fill=1)
                suma = ImageChops.add if _area(camino) > 0 else ImageChops.subtract
                vueltas = suma(vueltas, suyo)
        return vueltas.point([255 * ((v % 2) if parejo else v != 128) for v in range(256)])

    @property
    def _grueso(self) -> int:
        a, b, c, d, *_ = self._estado.matriz
        return max(round(self._estado.grueso * abs(a * d - b * c) ** 0.5), 1)

    def _traza(
        self, caminos: Sequence[Sequence[_Punto]], talla: tuple[int, int], parejo: bool
    ) -> Image.Image:
        del parejo
        donde = Image.new("L", talla, 0)
        for camino in caminos:
            ImageDraw.Draw(donde).line(camino, fill=255, width=self._grueso, joint="curve")
        return donde

    def _en(self, x: float, y: float) -> _Punto:
        a, b, c, d, e, f = self._estado.matriz
        return a * x + c * y + e, b * x + d * y + f


def _compuesta(primera: tuple[float, ...], luego: _Matriz) -> _Matriz:
    a, b, c, d, e, f = primera
    g, h, i, j, k, m = luego
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _rgb(n: Sequence[float]) -> tuple[int, ...]:
    """El color en rojo, verde y azul; las tintas de imprenta, como se ven."""
    if len(n) == 4:
        n = [(1 - n[i]) * (1 - n[3]) for i in range(3)]
    elif len(n) == 1:
        n = [n[0]] * 3
    return tuple(round(min(max(parte, 0.0), 1.0) * 255) for parte in n)


def _curva(hitos: Sequence[_Punto]) -> Iterator[_Punto]:
    for paso in range(1, _TRAMOS_DE_CURVA + 1):
        t = paso / _TRAMOS_DE_CURVA
        pesos = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        yield (
            sum(peso * x for peso, (x, _) in zip(pesos, hitos, strict=True)),
            sum(peso * y for peso, (_, y) in zip(pesos, hitos, strict=True)),
        )


def _area(camino: Sequence[_Punto]) -> float:
    """Su área con signo: en qué sentido da la vuelta."""
    pares = zip(camino, [*camino[1:], camino[0]], strict=True)
    return sum(x * otra_y - otra_x * y for (x, y), (otra_x, otra_y) in pares)
