"""Una gráfica en Word: la imagen de sus trazos, con su texto para quien no la ve, y debajo de qué es."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from ut_escritorio.dominio.graficas.dibujar import alto_que_pide, dibujar
from ut_escritorio.dominio.graficas.grafica import Grafica
from ut_escritorio.dominio.graficas.trazos import Caja, Letras, Linea, Medidas
from ut_escritorio.informe.documento import Tramo
from ut_escritorio.informe.estilo import MM_POR_PUNTO, Estilo, EstiloGraficas, Letra
from ut_escritorio.informe.pdf.papel.fuentes import ruta_de
from ut_escritorio.informe.pdf.papel.signos import limpio
from ut_escritorio.informe.png import en_png
from ut_escritorio.informe.word.nodos import Nodo
from ut_escritorio.informe.word.piezas.imagenes import Imagenes
from ut_escritorio.informe.word.piezas.parrafos import parrafo

_FINURA = 300 / 25.4  # puntos por milímetro
_BLANCO = (255, 255, 255)


def grafica_en_word(
    grafica: Grafica, estilo: Estilo, imagenes: Imagenes, parte_de_word: Any, *, con_la_firma: bool
) -> Iterator[Nodo]:
    """Dos párrafos que no se separan; ni de la firma, si es lo que sigue."""
    ancho = estilo.hoja.columna
    alto = alto_que_pide(grafica, _medidas(estilo.graficas))
    dicha = parrafo((), "Figura", "centro", con_el_que_sigue=True, antes_mm=estilo.graficas.antes_mm)
    octetos = en_imagen(grafica, ancho, alto, estilo.graficas)
    dicha.append(imagenes.dibujada(parte_de_word, octetos, (ancho, alto), grafica.dicha))
    yield dicha
    yield parrafo(
        (Tramo(grafica.leyenda),),
        "Figura",
        "centro",
        antes_mm=estilo.graficas.sobre_pie,
        con_el_que_sigue=con_la_firma,
    )


def en_imagen(grafica: Grafica, ancho: float, alto: float, aspecto: EstiloGraficas) -> bytes:
    """El PNG de la gráfica, de ese tamaño en milímetros."""
    imagen = Image.new("RGB", (_puntos(ancho), _puntos(alto)), _BLANCO)
    pincel = ImageDraw.Draw(imagen)
    for trazo in dibujar(grafica, ancho, alto, _medidas(aspecto)).trazos:
        match trazo:
            case Caja():
                _caja(pincel, trazo, aspecto)
            case Linea():
                donde = [_puntos(lado) for lado in (trazo.x, trazo.y, trazo.hasta_x, trazo.hasta_y)]
                color = aspecto.tinta if trazo.como == "trama" else aspecto.raya
                pincel.line(donde, color, _puntos(aspecto.grosor))
            case Letras():
                _letras(pincel, trazo, aspecto)
    return en_png(imagen)


def _caja(pincel: ImageDraw.ImageDraw, caja: Caja, aspecto: EstiloGraficas) -> None:
    x, y = _puntos(caja.x), _puntos(caja.y)
    donde = (x, y, max(x, _puntos(caja.x + caja.ancho)), max(y, _puntos(caja.y + caja.alto)))
    match caja.como:
        case "llena":
            pincel.rectangle(donde, aspecto.tinta)
        case "clara":
            pincel.rectangle(donde, aspecto.clara, aspecto.tinta, _puntos(aspecto.grosor))
        case "contorno":
            orilla = _puntos(aspecto.grosor_de_antes)
            afuera = (donde[0] - orilla, donde[1] - orilla, donde[2] + orilla, donde[3] + orilla)
            pincel.rectangle(afuera, None, _BLANCO, 3 * orilla)
            pincel.rectangle(donde, None, aspecto.de_antes, orilla)
        case "marca":
            pincel.rectangle(donde, aspecto.de_antes)


def _letras(pincel: ImageDraw.ImageDraw, letras: Letras, aspecto: EstiloGraficas) -> None:
    letra = {"tenue": aspecto.tenue, "sobre lleno": aspecto.sobre_lleno}.get(letras.como, aspecto.letra)
    fuente, texto = _fuente(letra), limpio(letras.texto)
    largo = fuente.getlength(texto)
    sobra = _puntos(letras.ancho) - largo
    x = _puntos(letras.x) + sobra * {"izquierda": 0.0, "centro": 0.5, "derecha": 1.0}[letras.lado]
    y = _puntos(letras.y + letra.linea_mm / 2)
    if letras.como == "sobre trama":
        orilla = _puntos(0.4)
        pincel.rectangle(
            (x - orilla, _puntos(letras.y), x + largo + orilla, _puntos(letras.y + letra.linea_mm)), _BLANCO
        )
    pincel.text((x, y), texto, letra.color, fuente, anchor="lm")


def _medidas(aspecto: EstiloGraficas) -> Medidas:
    fuente = _fuente(aspecto.letra)
    return Medidas(aspecto.letra.linea_mm, lambda texto: fuente.getlength(limpio(texto)) / _FINURA)


@lru_cache(maxsize=4)
def _fuente(letra: Letra) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(ruta_de("regular")), letra.puntos * MM_POR_PUNTO * _FINURA)


def _puntos(mm: float) -> int:
    return round(mm * _FINURA)
