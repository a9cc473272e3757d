"""Qué clase de archivo es algo que se quiere adjuntar, por lo que trae dentro y no por su nombre."""

from __future__ import annotations

from pathlib import PurePath

from ut_escritorio.datos.imagenes.reparo import NoSirve
from ut_escritorio.dominio.trimestre.evidencias import ClaseDeEvidencia

FOTOS = (".jpg", ".jpeg", ".jfif", ".png", ".gif", ".bmp", ".tif", ".tiff")
PDF, CORREOS = (".pdf",), (".eml", ".msg")
SE_ADJUNTAN = (*FOTOS, *PDF, *CORREOS)

_DE_FOTO = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_DE_TELEFONO = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis", b"avif")
_DE_OUTLOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_POR_DENTRO: dict[ClaseDeEvidencia, str] = {"foto": "una foto", "pdf": "un PDF", "correo": "un correo"}


def clase_de(nombre: str, octetos: bytes) -> ClaseDeEvidencia:
    """La clase de un archivo; NoSirve, con la razón, si no es de las que se adjuntan."""
    if not octetos:
        raise NoSirve("está vacío, como si se hubiera copiado a medias", "Cópielo otra vez.")
    extension = PurePath(nombre).suffix.lower()
    por_dentro = _por_dentro(extension, octetos)
    if por_dentro is None:
        raise NoSirve(
            "no es una foto, un PDF ni un correo guardado",
            "Si es un documento, guárdelo como PDF y adjúntelo.",
        )
    if extension in SE_ADJUNTAN and extension not in _extensiones_de(por_dentro):
        raise NoSirve(
            f"por dentro es {_POR_DENTRO[por_dentro]} y su nombre dice otra cosa",
            "Pídalo otra vez, o guárdelo con el nombre que le toca.",
        )
    return por_dentro


def _por_dentro(extension: str, octetos: bytes) -> ClaseDeEvidencia | None:
    if octetos.startswith(_DE_FOTO):
        return "foto"
    if octetos[4:8] == b"ftyp" and octetos[8:12].lower() in _DE_TELEFONO:
        raise NoSirve(
            "es una foto HEIC y aquí no se puede leer",
            "En el teléfono: Ajustes, Cámara, Formatos, El más compatible; o guárdela como JPG.",
        )
    if octetos[:4] == b"RIFF" and octetos[8:12] == b"WEBP":
        raise NoSirve("es una imagen WEBP y aquí no se puede leer", "Ábrala en Paint y guárdela como JPG.")
    if b"%PDF-" in octetos[:1024]:
        return "pdf"
    if extension == ".msg" and octetos.startswith(_DE_OUTLOOK):
        return "correo"
    if extension == ".eml" and _parece_correo(octetos):
        return "correo"
    return None


def _parece_correo(octetos: bytes) -> bool:
    """Si empieza por los renglones de un correo: de quién, para quién, de qué."""
    comienzo = octetos[:16_384].lower()
    return b"\0" not in comienzo and b"\nfrom:" in b"\n" + comienzo


def _extensiones_de(clase: ClaseDeEvidencia) -> tuple[str, ...]:
    return {"foto": FOTOS, "pdf": PDF, "correo": CORREOS}[clase]
