"""La huella de lo que sale: cambia si algo se mueve, aunque a la vista no se note."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from pypdf import PdfReader
from pypdf.generic import PdfObject, StreamObject

from tests.aspecto.informes import INFORMES, leido, pdf_de
from ut_escritorio.informe.word import escribir_word

_LARGO = 12


def huella(datos: bytes) -> str:
    """De un PDF, la de lo que se pinta en cada hoja; de un Word o un Excel, la de cada parte.

    Lo comprimido no cuenta: otro equipo comprime de otro modo lo mismo.
    """
    if is_zipfile(BytesIO(datos)):
        return _de_paquete(datos)
    leido = PdfReader(BytesIO(datos))
    hojas = [_corta(_pintado(hoja["/Contents"].get_object())) for hoja in leido.pages]
    return f"{len(hojas)} hojas " + " ".join(hojas)


def _de_paquete(datos: bytes) -> str:
    with ZipFile(BytesIO(datos)) as paquete:
        partes = [nombre for nombre in paquete.namelist() if nombre.endswith((".xml", ".rels"))]
        return " ".join(f"{nombre}={_corta(paquete.read(nombre))}" for nombre in partes)


def _pintado(contenido: PdfObject | None) -> bytes:
    assert isinstance(contenido, StreamObject)
    return contenido.get_data()


def _corta(datos: bytes) -> str:
    return sha256(datos).hexdigest()[:_LARGO]


def en_papel(_: Path) -> str:
    """La de cada informe retratado, en PDF y en Word."""
    renglones: list[str] = []
    for nombre in INFORMES:
        documento, contenido = leido(nombre)
        renglones += [f"{nombre}.pdf {huella(pdf_de(nombre))}"]
        renglones += [f"{nombre}.docx {huella(escribir_word(documento, contenido).datos)}"]
    return "\n".join(renglones) + "\n"
