"""Una gráfica en el papel: sus trazos, con la tinta que en gris también se distingue, y su leyenda debajo."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.graficas.dibujar import alto_que_pide, dibujar
from ut_escritorio.dominio.graficas.grafica import Grafica
from ut_escritorio.dominio.graficas.trazos import Caja, Letras, Linea, Medidas, Trazo
from ut_escritorio.informe.documento import Tramo
from ut_escritorio.informe.estilo import Color, Estilo, EstiloGraficas, Letra
from ut_escritorio.informe.pdf.etiquetas.etiqueta import Etiqueta
from ut_escritorio.informe.pdf.etiquetas.guion import Guion
from ut_escritorio.informe.pdf.papel.hoja import Cosa, Mancha, Marco, Raya, Trozo
from ut_escritorio.informe.pdf.papel.lineas import ancho_mm, parte, textos
from ut_escritorio.informe.pdf.papel.tipografia import Tipografia
from ut_escritorio.informe.pdf.piezas.pieza import PiezaEntera

_BLANCO: Color = (255, 255, 255)


def pieza_de_grafica(grafica: Grafica, estilo: Estilo, tipografia: Tipografia, guion: Guion) -> PiezaEntera:
    """La gráfica a todo lo ancho, que nunca se parte, y debajo de qué es."""
    aspecto, ancho = estilo.graficas, estilo.hoja.columna
    medidas = Medidas(aspecto.letra.linea_mm, lambda texto: _ancho(texto, aspecto.letra, tipografia))
    alto = alto_que_pide(grafica, medidas)
    etiqueta, del_pie = guion.figura(grafica.dicha, con_pie=True, se_lee=True)
    dibujo = dibujar(grafica, ancho, alto, medidas)
    cosas = [cosa for trazo in dibujo.trazos for cosa in _cosas(trazo, aspecto, tipografia, etiqueta)]
    pie = parte(tipografia, (Tramo(grafica.leyenda),), aspecto.pie, ancho)
    y = alto + aspecto.sobre_pie
    cosas += textos(pie, aspecto.pie, 0.0, y, ancho, "centro", del_pie)
    return PiezaEntera(
        Trozo(y + len(pie) * aspecto.pie.linea_mm, tuple(cosas), (grafica.origen,)), aspecto.antes_mm
    )


def _ancho(texto: str, letra: Letra, tipografia: Tipografia) -> float:
    return ancho_mm(parte(tipografia, (Tramo(texto),), letra, 1e6), letra)


def _cosas(
    trazo: Trazo, aspecto: EstiloGraficas, tipografia: Tipografia, etiqueta: Etiqueta
) -> Iterator[Cosa]:
    match trazo:
        case Caja():
            yield from _caja(trazo, aspecto, etiqueta)
        case Linea():
            color = aspecto.tinta if trazo.como == "trama" else aspecto.raya
            yield Raya(trazo.x, trazo.y, trazo.hasta_x, trazo.hasta_y, aspecto.grosor, color, etiqueta)
        case Letras():
            yield from _letras(trazo, aspecto, tipografia, etiqueta)


def _caja(caja: Caja, aspecto: EstiloGraficas, etiqueta: Etiqueta) -> Iterator[Cosa]:
    donde = (caja.x, caja.y, caja.ancho, caja.alto)
    match caja.como:
        case "llena":
            yield Mancha(*donde, aspecto.tinta, etiqueta)
        case "clara":
            yield Mancha(*donde, aspecto.clara, etiqueta)
            yield Marco(*donde, aspecto.grosor, aspecto.tinta, etiqueta)
        case "contorno":
            # Con blanco alrededor: dentro de una barra llena también se ve.
            yield Marco(*donde, aspecto.grosor_de_antes * 3, _BLANCO, etiqueta)
            yield Marco(*donde, aspecto.grosor_de_antes, aspecto.de_antes, etiqueta)
        case "marca":
            yield Mancha(*donde, aspecto.de_antes, etiqueta)


def _letras(
    letras: Letras, aspecto: EstiloGraficas, tipografia: Tipografia, etiqueta: Etiqueta
) -> Iterator[Cosa]:
    letra = {"tenue": aspecto.tenue, "sobre lleno": aspecto.sobre_lleno}.get(letras.como, aspecto.letra)
    lineas = parte(tipografia, (Tramo(letras.texto),), letra, 1e6)
    if letras.como == "sobre trama":
        largo = ancho_mm(lineas, letra)
        x = letras.x + (letras.ancho - largo) / 2
        yield Mancha(x - 0.4, letras.y, largo + 0.8, letra.linea_mm, _BLANCO, etiqueta)
    yield from textos(lineas, letra, letras.x, letras.y, letras.ancho, letras.lado, etiqueta)
