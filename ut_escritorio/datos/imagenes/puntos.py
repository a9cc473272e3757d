"""Las imágenes PNG y JPG: se leen enteras y quedan derechas, de color y sobre papel blanco."""

from __future__ import annotations

import warnings
from collections.abc import Generator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageOps

from ut_escritorio.datos.imagenes.clases import es_de_puntos
from ut_escritorio.datos.imagenes.reparo import NoSirve

_CLASES = ("PNG", "JPEG", "MPO")  # MPO es el JPG de algunos teléfonos
_TOPE = 50_000_000
# Un logotipo se imprime de 15 mm de alto: son más de mil puntos por pulgada
_ANCHO, _ALTO = 2400, 800
_ORIENTACION = 0x0112
# Los modos de Pillow con más de ocho bits por punto
_HONDOS = ("I", "F")


def para_imprimir(octetos: bytes) -> bytes:
    """La imagen en un PNG de ocho bits, sin transparencias y no más grande de lo que hace falta.

    NoSirve, con la razón, si no es una imagen, está incompleta, es enorme o no se vería nada.
    """
    with _abierta(octetos) as imagen:
        papel = sobre_papel(ImageOps.exif_transpose(imagen))
    papel.thumbnail((_ANCHO, _ALTO), Image.Resampling.LANCZOS)
    if papel.convert("L").getextrema() == (255, 255):
        raise NoSirve("está en blanco, y en el papel no se vería nada", "Elija otro.")
    hecho = BytesIO()
    papel.save(hecho, "PNG")
    return hecho.getvalue()


def revisar(octetos: bytes) -> None:
    """NoSirve, con la razón, si no es una imagen, está incompleta o es enorme."""
    with _abierta(octetos):
        pass


def reparo_al_imprimir(octetos: bytes) -> str:
    """Por qué una imagen, así como está, no se imprimiría como se ve; vacío si sí."""
    try:
        with _abierta(octetos) as imagen:
            if imagen.getexif().get(_ORIENTACION, 1) != 1:
                return "está tomada de lado, y así se imprime"
            if imagen.mode.startswith(_HONDOS):
                return "tiene más tonos de los que se imprimen, y sale en blanco"
    except NoSirve as reparo:
        return reparo.causa
    return ""


@contextmanager
def _abierta(octetos: bytes) -> Generator[Image.Image, None, None]:
    """La imagen leída entera, con las medidas comprobadas antes de gastar memoria en ella."""
    if not es_de_puntos(octetos):
        raise NoSirve("no es una imagen PNG, JPG ni SVG", "Elija otra, o guárdela como PNG.")
    try:
        with warnings.catch_warnings():
            # Lo que avisaría es lo que aquí se mira y se rechaza
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            imagen = Image.open(BytesIO(octetos), formats=_CLASES)
    except Image.DecompressionBombError as causa:
        raise NoSirve("mide más puntos de los que aquí caben", "Guárdela más chica.") from causa
    except Exception as causa:  # un archivo puede venir roto de cualquier manera
        raise NoSirve("está dañada o incompleta", "Pídala otra vez, o guárdela de nuevo como PNG.") from causa
    with imagen:
        if imagen.width * imagen.height > _TOPE:
            raise NoSirve(f"mide {imagen.width} × {imagen.height} puntos", "Guárdela más chica.")
        try:
            imagen.load()
        except Exception as causa:
            raise NoSirve(
                "está incompleta, como si se hubiera copiado a medias", "Cópiela o pídala otra vez."
            ) from causa
        yield imagen


def sobre_papel(imagen: Image.Image) -> Image.Image:
    """La imagen en sus colores de siempre, con lo transparente sobre blanco."""
    if imagen.mode.startswith(_HONDOS):
        # Pillow los recorta en 255, que casi siempre es todo blanco
        hondos: Any = imagen.convert("I")
        imagen = hondos.point(_a_ocho_bits).convert("L")
    if imagen.mode == "CMYK":
        imagen = _de_imprenta(imagen)
    con_alfa = imagen.convert("RGBA")
    papel = Image.new("RGB", con_alfa.size, "white")
    papel.paste(con_alfa, mask=con_alfa.getchannel("A"))
    return papel


def _a_ocho_bits(tono: Any) -> Any:
    """Pillow no dice de qué clase es el tono: uno que anota las cuentas que se le hacen."""
    return tono / 256


def _de_imprenta(imagen: Image.Image) -> Image.Image:
    """Una imagen en tintas, con los colores que su perfil dice; sin él, con los de siempre."""
    perfiles: Any = ImageCms  # Pillow no dice qué da `createProfile`
    perfil = imagen.info.get("icc_profile")
    if not perfil:
        return imagen.convert("RGB")
    try:
        suyo, pantalla = ImageCms.ImageCmsProfile(BytesIO(perfil)), perfiles.createProfile("sRGB")
        return ImageCms.profileToProfile(imagen, suyo, pantalla, outputMode="RGB") or imagen.convert("RGB")
    except (ImageCms.PyCMSError, OSError):
        return imagen.convert("RGB")
