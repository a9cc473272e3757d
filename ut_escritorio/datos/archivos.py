"""La puerta de los archivos que no son la base: se escriben aparte y se ponen en su lugar de un golpe."""

from __future__ import annotations

import errno
import os
import stat
import uuid
from pathlib import Path

from ut_escritorio.errores import ErrorEsperado


def revisar_destino(ruta: Path) -> None:
    """ErrorEsperado si en ese destino no se podrá escribir: no hay carpeta, es una, o es de solo lectura."""
    if not ruta.parent.is_dir():
        raise ErrorEsperado(f"No existe la carpeta «{ruta.parent}». Créela o elija otra.")
    if ruta.is_dir():
        raise ErrorEsperado(f"«{ruta}» es una carpeta. Escriba también el nombre del archivo.")
    if ruta.exists() and not ruta.stat().st_mode & stat.S_IWUSR:
        raise ErrorEsperado(f"«{ruta.name}» es de solo lectura y no se cambió. Elija otro nombre.")


def reemplazar(ruta: Path, datos: bytes) -> None:
    """Escribe los datos en ese destino, entero o nada: lo que había queda intacto si algo falla.

    Raises:
        ErrorEsperado: no existe la carpeta, el destino está abierto o es de solo lectura, o el
            disco está lleno; dice cuál y qué hacer.
    """
    revisar_destino(ruta)
    aparte = ruta.with_name(f".{uuid.uuid4().hex}.tmp")
    try:
        with aparte.open("wb") as archivo:
            archivo.write(datos)
            archivo.flush()
            os.fsync(archivo.fileno())
        os.replace(aparte, ruta)  # noqa: PTH105 - es el que las pruebas hacen fallar
    except OSError as causa:
        raise ErrorEsperado(_en_palabras(causa, ruta)) from causa
    finally:
        aparte.unlink(missing_ok=True)


def _en_palabras(causa: OSError, ruta: Path) -> str:
    if causa.errno == errno.ENOSPC:
        return f"El disco está lleno y «{ruta.name}» no se guardó. Libere espacio o elija otro disco."
    if causa.errno == errno.EROFS:
        return f"El disco de «{ruta.parent}» es de solo lectura. Elija otra carpeta."
    if isinstance(causa, PermissionError) and ruta.exists():
        return f"«{ruta.name}» está abierto en otro programa. Ciérrelo ahí y vuelva a intentarlo."
    if isinstance(causa, PermissionError):
        return f"No se permite escribir en «{ruta.parent}». Elija otra carpeta."
    return f"«{ruta.name}» no se pudo guardar: falló el disco. Revise que siga conectado o elija otro."
