"""Las imágenes de un .docx: como las guarda Word, y con su texto para quien no las ve."""

from __future__ import annotations

import logging
from collections.abc import Callable
from io import BytesIO
from typing import Any

from docx.shared import Emu
from PIL import Image

from ut_escritorio.informe.pdf.en_puntos import en_puntos
from ut_escritorio.informe.png import en_png
from ut_escritorio.informe.word.nodos import Nodo, emus, en_una_linea, nodo

_NOTAS = logging.getLogger(__name__)
_FINURA = 600 / 25.4  # puntos por milímetro con que se hace un dibujo de trazos
_DE_CAMARA = (b"JFIF", b"Exif")
"""Cómo empiezan los JPEG que python-docx conoce."""


class Imagenes:
    """De dónde salen las imágenes, por su clave, y su proporción si se entienden; se van numerando.

    `fallidas`: las que se entienden, pero Word no las admite.
    """

    def __init__(self, bytes_de: Callable[[str], bytes], proporcion: Callable[[str], float | None]) -> None:
        self._bytes_de, self.proporcion = bytes_de, proporcion
        self._puestas = 0
        self.fallidas: set[str] = set()

    def puesta(self, parte: Any, sha256: str, caja: tuple[float, float], alternativo: str) -> Nodo | None:
        """La imagen, con ese ancho y alto en milímetros, en esa parte del .docx; `None` si no se entiende."""
        proporcion = self.proporcion(sha256)
        if proporcion is None:
            return None
        try:
            datos = _como_word_las_lee(self._bytes_de(sha256), proporcion, caja[1])
            return self.dibujada(parte, datos, caja, alternativo)
        except Exception as error:  # cualquier archivo puede venir roto de cualquier manera
            self.fallidas.add(sha256)
            _NOTAS.warning("No se pudo poner en Word la imagen %s: %s", sha256, error)
            return None

    def dibujada(self, parte: Any, datos: bytes, caja: tuple[float, float], alternativo: str) -> Nodo:
        """Un PNG o un JPEG que Word conoce, con ese ancho y alto en milímetros."""
        ancho, alto = (Emu(emus(lado)) for lado in caja)
        hecha: Nodo = parte.new_pic_inline(BytesIO(datos), ancho, alto)
        for lado in ("distT", "distB", "distL", "distR"):
            hecha.set(lado, "0")
        self._puestas += 1
        hecha.docPr.set("id", str(self._puestas))
        hecha.docPr.set("name", f"Imagen {self._puestas}")
        hecha.docPr.set("descr", en_una_linea(alternativo))
        return nodo("w:r", nodo("w:drawing", hecha))


def _como_word_las_lee(contenido: bytes, proporcion: float, alto_mm: float) -> bytes:
    """El PNG o el JPEG tal cual; lo demás (trazos, tintas de imprenta, un JPEG de Photoshop), en PNG."""
    try:
        imagen = Image.open(BytesIO(contenido))
    except OSError:
        return en_puntos(contenido, proporcion, round(alto_mm * _FINURA))
    de_camara = imagen.format == "JPEG" and imagen.mode != "CMYK" and contenido[6:10] in _DE_CAMARA
    if imagen.format == "PNG" or de_camara:
        return contenido
    return en_png(imagen.convert("RGB"))
