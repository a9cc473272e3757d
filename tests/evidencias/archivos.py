"""Archivos como los que ella adjunta, hechos aquí: fotos de teléfono, escaneos, correos y lo que no sirve."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, cast

from fpdf import FPDF
from PIL import ExifTags, Image, ImageDraw
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject

ORIENTACION, CUANDO = 0x0112, 0x9003
MIERCOLES = "2031:04:09 10:41:00"


def foto(
    ancho: int = 400,
    alto: int = 300,
    *,
    clase: str = "JPEG",
    modo: str = "RGB",
    girada: int = 1,
    cuando: str = "",
    color: str = "navy",
    **como: Any,
) -> bytes:
    """Una foto con una mancha arriba a la izquierda, con GPS y lo demás que un teléfono le anota."""
    imagen = Image.new("RGB", (ancho, alto), color)
    ImageDraw.Draw(imagen).rectangle((0, 0, ancho // 4, alto // 4), fill="red")
    exif = Image.Exif()
    exif[ORIENTACION] = girada
    exif[0x010F] = "Teléfono de María"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[1] = "N"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[2] = (17.0, 3.0, 40.0)
    if cuando:
        exif.get_ifd(ExifTags.IFD.Exif)[CUANDO] = cuando
    hecho = BytesIO()
    if clase in ("JPEG", "TIFF", "WEBP", "PNG"):
        como = {"exif": exif, **como}
    imagen.convert(modo).save(hecho, clase, **como)
    return hecho.getvalue()


def escaneo(hojas: int = 3, *, clave: str = "") -> bytes:
    """Un PDF de esas hojas, como el de un escáner; con `clave`, cifrado."""
    escritor = PdfWriter()
    for _ in range(hojas):
        escritor.add_blank_page(width=612, height=792)
    if clave:
        escritor.encrypt(clave)
    hecho = BytesIO()
    escritor.write(hecho)
    return hecho.getvalue()


def correo(asunto: str = "Respuesta al UT/0548/2031", de: str = "Tesorería <tesoreria@ejemplo.mx>") -> bytes:
    """Un correo guardado como .eml."""
    return (
        f"Received: de algún lado\r\nFrom: {de}\r\nTo: ut@ejemplo.mx\r\nSubject: {asunto}\r\n"
        "Date: Wed, 09 Apr 2031 10:41:00 -0600\r\n\r\nSe adjunta lo pedido.\r\n"
    ).encode()


def tiff_de_fax(hojas: int) -> bytes:
    """Un fax de varias hojas."""
    cada: Sequence[Image.Image] = [Image.new("1", (200, 300), 1) for _ in range(hojas)]
    hecho = BytesIO()
    cada[0].save(hecho, "TIFF", save_all=True, append_images=list(cada[1:]))
    return hecho.getvalue()


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64)
PROGRAMA = b"MZ" + bytes(200)
ZIP = b"PK\x03\x04" + bytes(200)


def hoja_con_texto_tapado(texto: str) -> bytes:
    """Un PDF en que algo se tapó con un rectángulo negro, y debajo sigue su texto."""
    pluma = FPDF(format="letter")
    pluma.set_font("helvetica", size=30)
    pluma.add_page()
    pluma.text(30, 60, texto)
    pluma.rect(20, 40, 160, 30, style="F")
    return bytes(pluma.output())


def hojas_numeradas(dichos: Sequence[str]) -> bytes:
    """Un PDF con cada dicho en su hoja; vacío, la hoja queda en blanco."""
    pluma = FPDF(format="letter")
    pluma.set_font("helvetica", size=30)
    for dicho in dichos:
        pluma.add_page()
        if dicho:
            pluma.text(30, 60, dicho)
    return bytes(pluma.output())


def que_no_se_acaba_de_pintar(niveles: int = 12, veces: int = 10) -> bytes:
    """Un PDF de tres hojas; la segunda son dibujos que llevan diez veces otro dibujo, y ese diez de otro…"""
    escritor = PdfWriter(BytesIO(escaneo(3)))
    dentro: StreamObject | None = None
    for _ in range(niveles):
        dibujo = StreamObject()
        dibujo.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): ArrayObject([NumberObject(n) for n in (0, 0, 612, 792)]),
                NameObject("/Resources"): _con(dentro),
            }
        )
        dibujo.set_data(b"/F Do " * veces if dentro is not None else b"0 0 10 10 re f")
        dentro = cast(StreamObject, escritor._add_object(dibujo))
    hoja, pone = escritor.pages[1], StreamObject()
    pone.set_data(b"/F Do")
    hoja[NameObject("/Resources")] = _con(dentro)
    hoja[NameObject("/Contents")] = escritor._add_object(pone)
    hecho = BytesIO()
    escritor.write(hecho)
    return hecho.getvalue()


def _con(dibujo: Any) -> DictionaryObject:
    suyos = DictionaryObject({} if dibujo is None else {NameObject("/F"): dibujo})
    return DictionaryObject({NameObject("/XObject"): suyos})
