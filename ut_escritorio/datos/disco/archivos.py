"""La puerta de los archivos que no son la base: se escriben aparte y se ponen en su lugar de un golpe."""

from __future__ import annotations

import errno
import os
import stat
import uuid
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from ut_escritorio.datos.disco.destino import revisar_carpeta_y_nombre
from ut_escritorio.errores import ErrorEsperado

# El ERROR_WRITE_PROTECT de Windows, que Python da como falta de permiso
_PROTEGIDO = 19
_DE_TRABAJO = b"SQLite format 3\0"

ClaseDeDocumento = Literal["PDF", "Word", "Excel"]
_COMIENZAN: Mapping[ClaseDeDocumento, tuple[bytes, str]] = MappingProxyType(
    {
        "PDF": (b"%PDF-", "no es un PDF"),
        "Word": (b"PK\x03\x04", "no es de Word"),
        "Excel": (b"PK\x03\x04", "no es de Excel"),
    }
)
"""Cómo comienza cada clase de documento, y cómo se dice de otro que no es de esa."""


def revisar_destino(ruta: Path) -> None:
    """ErrorEsperado si ahí no se podrá escribir: no hay carpeta, es una, es de solo lectura o mal nombre."""
    revisar_carpeta_y_nombre(ruta)
    if ruta.is_dir():
        raise ErrorEsperado(f"«{ruta}» es una carpeta. Escriba también el nombre del archivo.")
    if ruta.exists() and not ruta.stat().st_mode & stat.S_IWUSR:
        raise ErrorEsperado(f"«{ruta.name}» es de solo lectura y no se cambió. Elija otro nombre.")


def revisar_que_no_es_de_trabajo(ruta: Path) -> bytes:
    """Como `revisar_destino`, y además ErrorEsperado si ahí hay un archivo de trabajo; da cómo comienza."""
    revisar_destino(ruta)
    if not ruta.exists():
        return b""
    try:
        with ruta.open("rb") as archivo:
            comienzo = archivo.read(len(_DE_TRABAJO))
    except OSError as causa:
        raise ErrorEsperado(en_palabras(causa, ruta)) from causa
    if comienzo == _DE_TRABAJO:
        raise ErrorEsperado(f"«{ruta.name}» es un archivo de trabajo y no se cambió. Elija otro nombre.")
    return comienzo


def revisar_destino_de(clase: ClaseDeDocumento, ruta: Path) -> None:
    """Lo mismo, y además ErrorEsperado si ahí ya hay algo de otra clase: no se pierde."""
    comienzo = revisar_que_no_es_de_trabajo(ruta)
    suyo, no_es = _COMIENZAN[clase]
    if comienzo and not comienzo.startswith(suyo):
        raise ErrorEsperado(f"«{ruta.name}» ya existe, {no_es} y no se cambió. Elija otro nombre.")


def reemplazar(ruta: Path, datos: bytes) -> None:
    """Escribe los datos en ese destino, entero o nada: lo que había queda intacto si algo falla.

    Raises:
        ErrorEsperado: no existe la carpeta, el destino está abierto o es de solo lectura, o el
            disco está lleno; dice cuál y qué hacer.
    """
    revisar_destino(ruta)
    # Corto: en Windows la ruta entera no pasa de 259 caracteres
    aparte = ruta.with_name(f".{uuid.uuid4().hex[:8]}.tmp")
    try:
        with aparte.open("wb") as archivo:
            archivo.write(datos)
            archivo.flush()
            os.fsync(archivo.fileno())
        os.replace(aparte, ruta)  # noqa: PTH105 - es el que las pruebas hacen fallar
    except OSError as causa:
        raise ErrorEsperado(en_palabras(causa, ruta)) from causa
    finally:
        with suppress(OSError):  # ya se dijo por qué falló; si el antivirus lo tiene, ahí se queda
            aparte.unlink(missing_ok=True)


def en_palabras(causa: OSError, ruta: Path) -> str:
    """Por qué no se pudo escribir en un destino, y qué hacer."""
    if causa.errno == errno.ENOSPC:
        return f"El disco está lleno y «{ruta.name}» no se guardó. Libere espacio o elija otro disco."
    if causa.errno == errno.EROFS or getattr(causa, "winerror", 0) == _PROTEGIDO:
        return f"El disco de «{ruta.parent}» es de solo lectura. Elija otra carpeta."
    if isinstance(causa, PermissionError) and ruta.exists():
        return f"«{ruta.name}» está abierto en otro programa. Ciérrelo ahí y vuelva a intentarlo."
    if causa.errno in (errno.ENAMETOOLONG, errno.ENOENT) and ruta.parent.is_dir():
        return f"«{ruta.name}» queda en una ruta demasiado larga. Acorte el nombre o elija otra carpeta."
    if isinstance(causa, PermissionError):
        return f"No se permite escribir en «{ruta.parent}». Elija otra carpeta."
    return f"«{ruta.name}» no se pudo guardar: falló el disco. Revise que siga conectado o elija otro."
