"""Las fotos que se adjuntan: derechas, sin lo que el teléfono les anota y del tamaño que se imprime."""

from __future__ import annotations

import warnings
from datetime import datetime
from io import BytesIO
from typing import Any

from PIL import (
    BmpImagePlugin,
    ExifTags,
    GifImagePlugin,
    Image,
    ImageChops,
    ImageOps,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
)

from ut_escritorio.datos.imagenes.puntos import sobre_papel
from ut_escritorio.datos.imagenes.reparo import NoSirve

# Nombradas una por una: así Pillow las conoce, y el instalador también
_DE_PUNTOS = (
    PngImagePlugin.PngImageFile, GifImagePlugin.GifImageFile, BmpImagePlugin.BmpImageFile,
    TiffImagePlugin.TiffImageFile,
)  # fmt: skip
# El MPO de algunos teléfonos se reconoce al abrir un JPG
_CLASES = [str(clase.format) for clase in (JpegImagePlugin.JpegImageFile, *_DE_PUNTOS)]
_DE_CAMARA = frozenset({JpegImagePlugin.JpegImageFile.format, MpoImagePlugin.MpoImageFile.format})
_TOPE = 50_000_000  # puntos
_LADO, _CALIDAD = 1600, 80
_PARA_VER, _TINTA, _MOTAS = 4, 170, 0.0005  # cada cuántos puntos se mira, qué es tinta y qué es mugre
_CUANDO = "%Y:%m:%d %H:%M:%S"


def preparar(octetos: bytes) -> tuple[bytes, datetime | None]:
    """La foto como se guarda y cuándo se tomó, si ella lo dice; de la misma, siempre los mismos bytes.

    NoSirve, con la razón, si no se entiende, está cortada, es enorme o trae varias hojas.
    """
    with warnings.catch_warnings():
        # Lo que avisaría es lo que aquí se mira y se rechaza
        warnings.simplefilter("ignore")
        imagen = _abrir(octetos)
        with imagen:
            tomada, clase = _cuando(imagen), imagen.format
            derecha = _derecha(imagen)
    derecha.thumbnail((_LADO, _LADO), Image.Resampling.LANCZOS)
    return _guardada(derecha, sin_perdida=clase not in _DE_CAMARA), tomada


def revisar(octetos: bytes) -> None:
    """NoSirve, con la razón, si una foto que otro ya guardó no se entiende, está cortada o es enorme."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with _abrir(octetos) as imagen:
            _derecha(imagen)


def de_puntos(ancho: int, alto: int, octetos: bytes) -> bytes:
    """Una hoja pintada, en JPG; sin colores si no los tiene."""
    sobre_blanco = sobre_papel(Image.frombuffer("RGBA", (ancho, alto), octetos, "raw", "RGBA", 0, 1))
    rojo, verde, azul = sobre_blanco.split()
    es_gris = all(not ImageChops.difference(rojo, otro).getbbox() for otro in (verde, azul))
    return _en(rojo if es_gris else sobre_blanco, "JPEG", quality=_CALIDAD)


def esta_en_blanco(ancho: int, alto: int, octetos: bytes) -> bool:
    """Si en una hoja pintada casi todo es papel: el reverso que el escáner también leyó."""
    hoja = sobre_papel(Image.frombuffer("RGBA", (ancho, alto), octetos, "raw", "RGBA", 0, 1)).convert("L")
    chica = hoja.reduce(_PARA_VER)
    oscuros = sum(chica.histogram()[:_TINTA])
    return oscuros <= chica.width * chica.height * _MOTAS


def _abrir(octetos: bytes) -> Image.Image:
    try:
        imagen = Image.open(BytesIO(octetos), formats=_CLASES)
    except Image.DecompressionBombError as causa:
        raise NoSirve("mide más puntos de los que aquí caben", "Guárdela más chica.") from causa
    except Exception as causa:  # un archivo puede venir roto de cualquier manera
        raise NoSirve("está dañada o incompleta", "Cópiela otra vez de donde venga.") from causa
    if imagen.width * imagen.height > _TOPE:
        raise NoSirve(f"mide {imagen.width} × {imagen.height} puntos", "Guárdela más chica.")
    if imagen.format == "TIFF" and (hojas := getattr(imagen, "n_frames", 1)) > 1:
        raise NoSirve(f"trae {hojas} hojas y de una foto solo se guarda una", "Guárdela como PDF.")
    return imagen


def _derecha(imagen: Image.Image) -> Image.Image:
    """La imagen leída entera, de pie y en sus colores."""
    try:
        imagen.draft("RGB", (_LADO, _LADO))  # un JPG grande se lee ya más chico, y tarda mucho menos
        imagen.load()
        return sobre_papel(ImageOps.exif_transpose(imagen))
    except NoSirve:
        raise
    except Exception as causa:
        raise NoSirve("está incompleta, como si se hubiera copiado a medias", "Cópiela otra vez.") from causa


def _guardada(imagen: Image.Image, *, sin_perdida: bool) -> bytes:
    """En JPG o, si viene de una captura de pantalla y así pesa menos, en PNG."""
    jpg = _en(imagen, "JPEG", quality=_CALIDAD, subsampling="4:2:0")
    png = _en(imagen, "PNG") if sin_perdida else jpg
    return min(jpg, png, key=len)


def _en(imagen: Image.Image, clase: str, **como: Any) -> bytes:
    hecho = BytesIO()
    imagen.save(hecho, clase, **como)
    return hecho.getvalue()


def _cuando(imagen: Image.Image) -> datetime | None:
    """Cuándo dice que se tomó; None si no lo dice, o no se entiende."""
    try:
        exif = imagen.getexif()
        dicho = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
        return datetime.strptime(str(dicho or exif.get(ExifTags.Base.DateTime)).strip("\0 "), _CUANDO)  # noqa: DTZ007
    except Exception:  # lo que un teléfono anotó puede venir de cualquier manera
        return None
