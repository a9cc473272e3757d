"""Un logotipo vuelto lo que se ve igual en cualquier equipo: colores de pantalla, y sus letras hechas trazos.

Los que se eligen ahora entran así por su puerta; los que guardó un programa de antes se vuelven así al
dibujarlos, sin tocarlos en el archivo.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from fpdf import FPDF
from fpdf.drawing import GlyphPathPen, GraphicsContext, PaintedPath, Text, TextRun
from fpdf.drawing_primitives import Transform
from fpdf.enums import ResourceAccessPolicy
from fpdf.errors import FPDFException
from fpdf.image_datastructures import ImageCache, RasterImageInfo, VectorImageInfo
from fpdf.image_parsing import preload_image
from fpdf.svg import SVGImage
from PIL import Image

from ut_escritorio.informe.pdf.papel.fuentes import nombre_de_fuente, ruta_de
from ut_escritorio.informe.png import en_png

_TINTAS = "DeviceCMYK"
_GENERICAS = {"serif": "times", "monospace": "courier"}
_SI_NO_SE_CONOCE = "helvetica"


def leer_logotipo(
    imagenes: ImageCache, contenido: bytes
) -> tuple[str, Any, RasterImageInfo | VectorImageInfo, bytes]:
    """Con qué nombre y cómo lo guarda fpdf2, el dibujo si es de trazos, y los bytes que de verdad van."""
    nombre, dibujo, info = _leido(imagenes, contenido)
    if isinstance(info, RasterImageInfo):
        if info["cs"] != _TINTAS:
            return nombre, None, info, contenido
        contenido = en_pantalla(contenido)
        del imagenes.images[nombre]
        return *_leido(imagenes, contenido), contenido
    _vuelve_durable(dibujo.base_group)
    return nombre, dibujo, info, contenido


def en_pantalla(contenido: bytes) -> bytes:
    """Una imagen en tintas de imprenta, hecha PNG con sus colores de pantalla."""
    return en_png(Image.open(BytesIO(contenido)).convert("RGB"))


def _leido(imagenes: ImageCache, contenido: bytes) -> tuple[str, Any, RasterImageInfo | VectorImageInfo]:
    # Un dibujo no puede traer nada de la red ni del disco.
    return preload_image(imagenes, BytesIO(contenido), resource_access_policy=ResourceAccessPolicy.NONE)


def _vuelve_durable(contexto: GraphicsContext) -> None:
    """Cambia, dentro de lo dibujado, cada letra por sus trazos y cada imagen en tintas por otra."""
    partes: list[Any] = []
    for parte in contexto.path_items:
        match parte:
            case Text():
                partes.extend(_trazos(parte))
                continue
            case SVGImage():
                parte = _sin_tintas(parte)
            case GraphicsContext():
                _vuelve_durable(parte)
            case PaintedPath():
                _vuelve_durable(parte.get_graphics_context())
            case _:
                pass
        partes.append(parte)
    contexto.path_items[:] = partes


def _sin_tintas(puesta: SVGImage) -> SVGImage:
    _, _, info = preload_image(ImageCache(), puesta.href, resource_access_policy=ResourceAccessPolicy.NONE)
    if not isinstance(info, RasterImageInfo) or info["cs"] != _TINTAS:
        return puesta
    octetos = en_pantalla(base64.b64decode(puesta.href.partition(",")[2]))
    return puesta._replace(href=f"data:image/png;base64,{base64.b64encode(octetos).decode()}")


# --- las letras ------------------------------------------------------------------------------------


def _trazos(texto: Text) -> Iterator[PaintedPath]:
    """El texto con las letras del informe, en el sitio y del ancho que tenía con las que no traía."""
    puestos = list(_en_su_sitio(texto))
    corre = _corre(texto, puestos)
    for x, y, ancho, tramo in puestos:
        for trazo in _de_tramo(tramo, x + corre, y, ancho):
            if tramo.run_style is not None:
                trazo.get_graphics_context().style = tramo.run_style
            yield trazo


def _en_su_sitio(texto: Text) -> Iterator[tuple[float, float, float, TextRun]]:
    x, y = texto.x, texto.y
    for tramo in texto.text_runs:
        x = (x if tramo.abs_x is None else tramo.abs_x) + tramo.dx
        y = (y if tramo.abs_y is None else tramo.abs_y) + tramo.dy
        ancho = _ancho(tramo)
        yield x, y, ancho, tramo
        x += ancho


def _corre(texto: Text, puestos: Sequence[tuple[float, float, float, TextRun]]) -> float:
    """Cuánto se recorre para quedar centrado, o acabar donde se dijo."""
    if any(tramo.abs_x is not None for tramo in texto.text_runs):
        return 0.0
    izquierda, derecha = min(x for x, *_ in puestos), max(x + ancho for x, _, ancho, _ in puestos)
    donde = {"middle": (izquierda + derecha) / 2, "end": derecha}
    return texto.x - donde.get(texto.text_anchor, izquierda)


def _ancho(tramo: TextRun) -> float:
    """Lo que ocupa con la letra que pide, que todos los lectores de PDF saben cuánto mide."""
    hoja = FPDF(unit="pt")
    familia = _GENERICAS.get(tramo.family.lower(), tramo.family)
    try:
        hoja.set_font(familia, tramo.emphasis, tramo.size)
    except FPDFException:
        hoja.set_font(_SI_NO_SE_CONOCE, tramo.emphasis, tramo.size)
    return hoja.get_string_width(tramo.text.encode("latin-1", "replace").decode("latin-1"))


def _de_tramo(tramo: TextRun, x: float, y: float, ancho: float) -> Iterator[PaintedPath]:
    """Una figura por letra."""
    fuente = nombre_de_fuente("B" in tramo.emphasis, "I" in tramo.emphasis)
    figuras, codigos, talla = _letra(fuente)
    suyas = [figuras[codigos.get(ord(letra), ".notdef")] for letra in tramo.text]
    medida = sum(figura.width for figura in suyas)
    a_lo_ancho, alto = ancho / max(medida, 1), tramo.size / talla
    for figura in suyas:
        trazo = PaintedPath()
        figura.draw(GlyphPathPen(trazo, glyphSet=figuras))
        trazo.transform = Transform(a_lo_ancho, 0, 0, -alto, x, y)
        yield trazo
        x += figura.width * a_lo_ancho


@cache
def _letra(nombre: str) -> tuple[Any, Any, float]:
    """Sus figuras, el nombre de la de cada signo y cuántas de sus medidas son un cuadratín."""
    abierta: Any = TTFont(BytesIO(ruta_de(nombre).read_bytes()))
    return abierta.getGlyphSet(), abierta.getBestCmap(), abierta["head"].unitsPerEm
