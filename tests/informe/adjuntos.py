"""Los archivos de datos que un PDF lleva dentro, como otro programa los leería."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO

from pypdf import PdfReader

from ut_escritorio.informe.pdf import PdfEscrito


def adjuntos(pdf: PdfEscrito) -> dict[str, bytes]:
    """Cada archivo, por su nombre."""
    return {nombre: datos for nombre, (datos,) in PdfReader(BytesIO(pdf.datos)).attachments.items()}


def tabla_leida(octetos: bytes) -> list[dict[str, str]]:
    """Las filas de un CSV, por sus encabezados."""
    return list(csv.DictReader(StringIO(octetos.decode("utf-8-sig"), newline="")))


def textos(dicho: object) -> Iterator[str]:
    """Los textos de un JSON: los que dicen algo, no los nombres ni las clases."""
    if isinstance(dicho, dict):
        for nombre, valor in dicho.items():
            if nombre != "clase":
                yield from textos(valor)
    elif isinstance(dicho, list):
        for valor in dicho:
            yield from textos(valor)
    elif isinstance(dicho, str):
        yield dicho
