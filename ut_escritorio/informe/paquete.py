"""El archivo cerrado de Word o de Excel: con los mismos datos, los mismos bytes en cualquier sistema."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_SIN_HORA = (1980, 1, 1, 0, 0, 0)


def cerrado(abierto: BytesIO) -> bytes:
    """Lo mismo que lleva, sin la hora ni el sistema en que se hizo."""
    sellado = BytesIO()
    with ZipFile(abierto) as origen, ZipFile(sellado, "w", ZIP_DEFLATED, compresslevel=6) as destino:
        for parte in origen.infolist():
            fija = ZipInfo(parte.filename, _SIN_HORA)
            fija.compress_type = ZIP_DEFLATED
            fija.create_system = 0
            destino.writestr(fija, origen.read(parte), compresslevel=6)
    return sellado.getvalue()
