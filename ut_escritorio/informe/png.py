"""Una imagen hecha PNG: la misma da los mismos bytes en cualquier sistema."""

from __future__ import annotations

import zlib
from struct import pack

from PIL import Image, ImageChops

_FIRMA = b"\x89PNG\r\n\x1a\n"
_CLASE = {"L": 0, "RGB": 2, "LA": 4, "RGBA": 6}
_COMO_ARRIBA = b"\x02"
"""El filtro que de cada punto guarda en qué difiere del de arriba."""


def en_png(imagen: Image.Image) -> bytes:
    """Los bytes de su PNG, sin nada más que sus puntos (Pillow los comprime distinto en cada sistema)."""
    ancho, alto = imagen.size
    arriba = Image.new(imagen.mode, imagen.size, 0)
    arriba.paste(imagen, (0, 1))
    difiere = ImageChops.subtract_modulo(imagen, arriba).tobytes()
    largo = len(difiere) // alto
    filas = b"".join(_COMO_ARRIBA + difiere[n * largo : (n + 1) * largo] for n in range(alto))
    cabeza = pack(">IIBBBBB", ancho, alto, 8, _CLASE[imagen.mode], 0, 0, 0)
    return _FIRMA + _trozo(b"IHDR", cabeza) + _trozo(b"IDAT", zlib.compress(filas, 9)) + _trozo(b"IEND", b"")


def _trozo(clase: bytes, datos: bytes) -> bytes:
    return pack(">I", len(datos)) + clase + datos + pack(">I", zlib.crc32(clase + datos))
