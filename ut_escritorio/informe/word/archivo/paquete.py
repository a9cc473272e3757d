"""El archivo cerrado: con los mismos datos, los mismos bytes."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_SIN_HORA = (1980, 1, 1, 0, 0, 0)


def cerrado(de_word: Any) -> bytes:
    """Los bytes del .docx, sin la hora en que se hizo."""
    abierto, sellado = BytesIO(), BytesIO()
    de_word.save(abierto)
    with ZipFile(abierto) as origen, ZipFile(sellado, "w", ZIP_DEFLATED, compresslevel=6) as destino:
        for parte in origen.infolist():
            fija = ZipInfo(parte.filename, _SIN_HORA)
            fija.compress_type = ZIP_DEFLATED
            fija.create_system = 0  # igual hecho en Windows que en otro sistema
            destino.writestr(fija, origen.read(parte), compresslevel=6)
    return sellado.getvalue()
