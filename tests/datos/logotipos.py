"""Logotipos como los que llegan: fotos de teléfono, dibujos de diseñador y archivos rotos."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from PIL import Image, ImageCms

AHORA = datetime(2024, 7, 4, tzinfo=UTC)
GUINDA, VERDE = (122, 20, 50), (20, 120, 60)
_ORIENTACION = 0x0112


def bandera(ancho: int = 60, alto: int = 30, modo: str = "RGB") -> Image.Image:
    """Guinda a la izquierda y verde a la derecha."""
    imagen = Image.new("RGB", (ancho, alto), GUINDA)
    imagen.paste(VERDE, (ancho // 2, 0, ancho, alto))
    return imagen.convert(modo)


def en(imagen: Image.Image, clase: str = "PNG", **opciones: object) -> bytes:
    salida = BytesIO()
    imagen.save(salida, clase, **opciones)
    return salida.getvalue()


def de_lado() -> bytes:
    """Una foto que el teléfono tomó de lado y anotó que hay que girar."""
    exif = Image.Exif()
    exif[_ORIENTACION] = 6
    return en(bandera().transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif, quality=95)


def de_dieciseis() -> bytes:
    """La mitad izquierda oscura, con dieciséis bits por punto."""
    imagen = Image.new("I;16", (60, 30), 60_000)
    imagen.paste(9_000, (0, 0, 30, 30))
    return en(imagen)


def transparente() -> bytes:
    imagen = Image.new("RGBA", (60, 30), (0, 0, 0, 0))
    imagen.paste((*GUINDA, 255), (0, 0, 30, 30))
    return en(imagen)


def de_paleta() -> bytes:
    imagen = bandera().quantize(4)
    return en(imagen, transparency=imagen.getpixel((50, 5)))


def de_imprenta() -> bytes:
    perfil = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return en(bandera(modo="CMYK"), "JPEG", icc_profile=perfil)


def entrelazado() -> bytes:
    """Un PNG de Adam7 de 2 × 2 puntos, como los de las páginas de antes."""
    import struct
    import zlib

    def trozo(clase: bytes, datos: bytes) -> bytes:
        suma = zlib.crc32(clase + datos)
        return struct.pack(">I", len(datos)) + clase + datos + struct.pack(">I", suma)

    pasos = (bytes(GUINDA), bytes(VERDE), bytes(GUINDA) + bytes(VERDE))
    datos = b"".join(b"\0" + paso for paso in pasos)
    cabeza = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 1)
    firma = b"\x89PNG\r\n\x1a\n"
    return firma + trozo(b"IHDR", cabeza) + trozo(b"IDAT", zlib.compress(datos)) + trozo(b"IEND", b"")


def enorme(lado: int = 10_000) -> bytes:
    """Pocos octetos y cien millones de puntos, o más."""
    return en(Image.new("1", (lado, lado), 0))


def svg(dentro: str, medidas: str = 'viewBox="0 0 200 100"') -> bytes:
    espacios = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {espacios} {medidas}>{dentro}</svg>".encode()


MANCHA = '<rect width="200" height="100" fill="#7A1432"/>'
CON_LETRAS = svg(f'{MANCHA}<text x="10" y="60" fill="#fff" font-size="30">MUNICIPIO</text>')
_LISOS = '<stop offset="0" stop-color="#7A1432"/><stop offset="1" stop-color="#14783C"/>'
CON_DEGRADADO = svg(
    f'<defs><linearGradient id="a">{_LISOS}</linearGradient><linearGradient id="b" xlink:href="#a"/></defs>'
    '<rect width="200" height="100" fill="url(#b)"/>'
)
SIN_MEDIDAS = svg('<rect width="100" height="100" fill="#7A1432"/>', "")


def bomba() -> bytes:
    """Dos mil octetos que se repiten unos dentro de otros mil millones de veces."""
    capas = "".join(f'<g id="a{n}">' + f'<use xlink:href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 10))
    return svg(f'<defs><g id="a0">{MANCHA}</g>{capas}</defs><use xlink:href="#a9"/>')
