"""Los PDF que se adjuntan: cuántas hojas traen, y si de veras están enteros."""

from __future__ import annotations

import logging
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from io import BytesIO
from time import monotonic

from pypdf import PdfReader, PdfWriter

from ut_escritorio.datos.imagenes.reparo import NoSirve

logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_TOPE = 300
_PLAZO = 15.0  # segundos: el más largo de los que caben se revisa en uno
_COLA = 2048
_CIFRADO = 0


def contar(octetos: bytes) -> int:
    """Cuántas hojas trae un PDF; 0 si está cifrado y no se sabe.

    NoSirve, con la razón, si está cortado, no se entiende o son demasiadas.
    """
    if b"%%EOF" not in octetos[-_COLA:]:
        raise NoSirve("está cortado, como si se hubiera copiado a medias", "Cópielo o escanéelo otra vez.")
    try:
        with _con_plazo():
            hojas = _contadas(octetos)
    except NoSirve:
        raise
    except _SeTardo as causa:
        raise NoSirve("no se acaba de leer", "Pídalo o escanéelo otra vez.") from causa
    except Exception as causa:  # un archivo puede venir roto de cualquier manera
        raise NoSirve("está dañado y no se entiende", "Pídalo o escanéelo otra vez.") from causa
    if hojas > _TOPE:
        raise NoSirve(f"trae {hojas} hojas y caben {_TOPE}", "Divídalo en partes.")
    return hojas


def _contadas(octetos: bytes) -> int:
    lector = PdfReader(BytesIO(octetos), strict=False)
    if lector.is_encrypted and not _se_deja_leer(lector):
        return _CIFRADO
    hojas = lector.get_num_pages()
    if hojas <= _TOPE:
        _revisar_hojas(lector, hojas)
    return hojas


def partir(octetos: bytes, partes: Sequence[Sequence[int]]) -> list[bytes]:
    """Un PDF por cada parte, con esas hojas (desde 1); NoSirve si no se deja."""
    try:
        with _con_plazo():
            lector = PdfReader(BytesIO(octetos), strict=False)
            if lector.is_encrypted:
                lector.decrypt("")
            return [_con_hojas(lector, hojas) for hojas in partes]
    except (Exception, _SeTardo) as causa:  # puede venir roto de cualquier manera
        raise NoSirve("no se dejó partir", "Escanéelo otra vez.") from causa


def _con_hojas(lector: PdfReader, hojas: Sequence[int]) -> bytes:
    escritor = PdfWriter()
    for hoja in hojas:
        escritor.add_page(lector.pages[hoja - 1])
    hecho = BytesIO()
    escritor.write(hecho)
    return hecho.getvalue()


class _SeTardo(BaseException):
    """Se acabó el plazo. No es `Exception`: pypdf atrapa muchas de esas y seguiría."""


@contextmanager
def _con_plazo() -> Generator[None]:
    """Lo de adentro, mientras no se tarde: un PDF hecho a propósito puede dar vueltas sin fin.

    Python avisa de cada llamada que se hace en este hilo, y en una de ellas se interrumpe.
    """
    hasta = monotonic() + _PLAZO

    def mirar(*_: object) -> None:
        if monotonic() > hasta:
            raise _SeTardo

    antes = sys.getprofile()
    sys.setprofile(mirar)
    try:
        yield
    finally:
        sys.setprofile(antes)


def _se_deja_leer(lector: PdfReader) -> bool:
    """Si un PDF cifrado se lee sin pedir su clave."""
    try:
        return bool(lector.decrypt(""))
    except Exception:  # está cifrado de un modo que aquí no se sabe leer
        return False


def _revisar_hojas(lector: PdfReader, hojas: int) -> None:
    """Que cada hoja que dice traer esté y se pueda medir."""
    if not hojas:
        raise NoSirve("no trae ninguna hoja", "Pídalo o escanéelo otra vez.")
    for cual in range(hojas):
        hoja = lector.pages[cual]
        if not (hoja.mediabox.width > 0 and hoja.mediabox.height > 0):
            raise NoSirve(f"su hoja {cual + 1} no mide nada", "Pídalo o escanéelo otra vez.")
