"""Las fallas del archivo, dichas en palabras: su causa verdadera está al final de la cadena de errores."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager

from ut_escritorio.datos.motor.vigias import CERRADO
from ut_escritorio.errores import ArchivoDanado, ArchivoOcupado, ErrorEsperado

_DANADO = "El archivo está dañado. Abra su última copia de respaldo."
_OCUPADO = (
    "Otro programa está usando el archivo. Cierre el que lo tenga abierto (una copia en curso, la nube, el "
    "antivirus) y vuelva a intentarlo."
)
_EN_PALABRAS = {
    "SQLITE_FULL": "El disco está lleno y no se guardó lo último. Vacíe la Papelera o quite de ahí archivos "
    "que no use, y vuelva a intentarlo.",
    "SQLITE_READONLY": "El archivo es de solo lectura y no se guardó lo último. Cópielo a otra carpeta.",
    "SQLITE_BUSY": _OCUPADO,
    "SQLITE_LOCKED": _OCUPADO,
    "SQLITE_CORRUPT": _DANADO,
    "SQLITE_NOTADB": _DANADO,
    "SQLITE_CANTOPEN": "El archivo no se deja abrir. Revise que exista y que se permita usarlo.",
    "SQLITE_PERM": "No se permite usar el archivo. Revise los permisos de su carpeta.",
    "SQLITE_IOERR": "El disco falló al leer o escribir. Revise que la memoria o la red sigan conectadas.",
    "SQLITE_NOMEM": "No alcanza la memoria. Cierre otros programas y vuelva a intentarlo.",
}
_CLASES = {_DANADO: ArchivoDanado, _OCUPADO: ArchivoOcupado}


def causa_de(error: BaseException) -> BaseException:
    """El primer error de la cadena, el que de verdad pasó.

    peewee lo tapa: con el disco lleno, lo último que dice es que no hay transacción que deshacer.
    """
    anterior = error.__cause__ or error.__context__
    return error if anterior is None else causa_de(anterior)


def en_palabras(error: BaseException) -> ErrorEsperado | None:
    """Lo que pasó con el archivo, para ella; None si no fue cosa del archivo."""
    causa = causa_de(error)
    if isinstance(causa, UnicodeDecodeError):  # lo que SQLite dice de un archivo roto puede citar su basura
        return ArchivoDanado(_DANADO)
    if not isinstance(causa, sqlite3.Error):
        return None
    if CERRADO in str(causa):
        return ErrorEsperado("Ese trimestre ya está firmado y no se cambia. Ábralo antes para corregir.")
    nombre = getattr(causa, "sqlite_errorname", "")
    if "Could not decode to UTF-8" in str(causa):  # lo halla Python, y no le pone nombre
        nombre = "SQLITE_CORRUPT"
    if "unsupported file format" in str(causa):  # del encabezado; SQLite no lo clasifica
        nombre = "SQLITE_CORRUPT"
    for codigo, palabras in _EN_PALABRAS.items():
        if nombre.startswith(codigo):
            return _CLASES.get(palabras, ErrorEsperado)(palabras)
    return None


@contextmanager
def dichas() -> Generator[None, None, None]:
    """Lo que falle dentro por cosa del archivo se lanza dicho en palabras."""
    try:
        yield
    except Exception as error:
        esperado = en_palabras(error)
        if esperado is None:
            raise
        raise esperado from error


def esta_ocupado(error: BaseException) -> bool:
    """Si no se pudo solo porque otro lo tiene en este momento."""
    nombre = getattr(causa_de(error), "sqlite_errorname", "")
    return nombre.startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def es_del_disco(error: BaseException) -> bool:
    """Si falló el archivo o su disco, y no lo que se quería guardar en él."""
    return type(causa_de(error)) in (sqlite3.OperationalError, sqlite3.DatabaseError)


def clase_de(error: BaseException) -> str:
    """La clase de un error y el nombre que SQLite da a su causa, sin lo que dice: puede citar lo escrito."""
    causa = getattr(causa_de(error), "sqlite_errorname", "") or type(causa_de(error)).__name__
    return f"{type(error).__name__} ({causa})"
