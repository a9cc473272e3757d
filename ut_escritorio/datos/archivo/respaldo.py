"""Copias enteras del archivo: hechas aparte, verificadas y puestas en su lugar de un golpe.

Ninguna función usa la conexión de quien tiene abierto el archivo: leen por la suya, que solo lee.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import uuid
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from ut_escritorio.datos.archivo.apertura import abrir_sin_revisar, revisar, revisar_por_fuera
from ut_escritorio.datos.archivo.cabecera import diario_de
from ut_escritorio.datos.disco.archivos import en_palabras, revisar_destino
from ut_escritorio.datos.disco.espacio import revisar_que_quepa
from ut_escritorio.datos.motor import sello
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.errores import ArchivoDanado, ErrorEsperado

_TROZO = 1 << 20
_MEDIRA = (
    "SELECT (page_count - freelist_count) * page_size "
    "FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
)


@congelado
class Contado:
    """Lo que un archivo guarda: su sello y cuántas filas tiene cada tabla."""

    sello: dict[str, int]
    filas: dict[str, int]


def copiar(
    origen: Path, destino: Path, releyendo: bool = False, al_leer: Callable[[], object] = lambda: None
) -> str:
    """Deja en `destino`, que no debe existir, una copia entera y verificada; devuelve lo que dice, en huella.

    `releyendo`: ya en su lugar se lee otra vez, del disco, y se compara con lo que se escribió. `al_leer` se
    llama cuando el origen ya se leyó y puede volver a escribirse; falta comprobar la copia.

    Raises:
        ErrorEsperado: el origen no es de fiar, cambió mientras se copiaba, o el destino no deja
            escribir bien; en el destino no queda nada.
    """
    with aparte(destino) as tmp:
        dice = _copiar(origen, tmp, al_leer)
        escrito = _leer_del_disco(tmp) if releyendo else None
    if escrito is not None:
        _releer(destino, escrito)
    return dice


def _releer(destino: Path, escrito: str) -> None:
    """Quita la copia si, leída otra vez, no es lo que se escribió."""
    try:
        igual = _leer_del_disco(destino) == escrito
    except OSError:
        igual = False
    if not igual:
        quitar(destino)
        raise ErrorEsperado(f"Lo escrito en «{destino.parent}» no es lo que se lee ahí. Use otra memoria.")


def lo_que_dice(archivo: Path) -> str:
    """La huella de lo que el archivo dice: mientras no cambie, un respaldo hecho antes sigue al día."""
    base = abrir_sin_revisar(archivo)
    try:
        with base.lectura():
            return sello.resumen(base.conexion)
    finally:
        base.cerrar()


def quitar(ruta: Path) -> None:
    """Quita una copia; si está abierta o ya no está, la deja."""
    with contextlib.suppress(OSError):
        ruta.unlink(missing_ok=True)


@contextmanager
def aparte(destino: Path) -> Generator[Path, None, None]:
    """Un nombre al lado de `destino` para escribir; al terminar bien, lo escrito queda en `destino`."""
    revisar_destino(destino)
    if destino.exists():
        raise ErrorEsperado(f"Ya existe «{destino}» y no se pisa. Elija otro nombre.")
    tmp = destino.with_name(f".{uuid.uuid4().hex}.tmp")
    try:
        yield tmp
        asegurar(tmp)
        os.replace(tmp, destino)  # noqa: PTH105 - es el que las pruebas hacen fallar
        asegurar_carpeta(destino.parent)
    except OSError as causa:
        raise ErrorEsperado(en_palabras(causa, destino)) from causa
    finally:
        for resto in (tmp, diario_de(tmp)):
            with contextlib.suppress(OSError):
                resto.unlink(missing_ok=True)


def _copiar(origen: Path, tmp: Path, al_leer: Callable[[], object]) -> str:
    base = abrir_sin_revisar(origen)
    try:
        with base.lectura():
            dice, antes = sello.resumen(base.conexion), contar(base)
            ((mide,),) = base.lee_orden(_MEDIRA)
        revisar_que_quepa(tmp.parent, mide)
        vaciar_en(base, tmp)
        al_leer()
        despues = _contar_revisada(tmp)
    except (sqlite3.DatabaseError, ArchivoDanado) as causa:
        revisar_por_fuera(origen).cerrar()
        raise ErrorEsperado(
            f"La copia no quedó bien en «{tmp.parent}» y se quitó. Revise ese disco o elija otra carpeta."
        ) from causa
    finally:
        base.cerrar()
    if antes != despues:
        raise ErrorEsperado(f"«{origen.name}» cambió mientras se copiaba. Vuelva a intentarlo.")
    return dice


def _contar_revisada(copia: Path) -> Contado:
    base = abrir_sin_revisar(copia)
    try:
        with base.lectura():
            revisar(base)
            return contar(base)
    finally:
        base.cerrar()


def contar(base: Base) -> Contado:
    """Lo que el archivo guarda, contado."""
    conexion = base.conexion
    tablas = sello.tablas_de(conexion)
    filas = {t: conexion.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tablas}
    return Contado(sello.escrito(conexion), filas)


def vaciar_en(base: Base, tmp: Path) -> None:
    """VACUUM INTO, con lo que falle dicho de la copia y no del archivo."""
    try:
        base.conexion.execute("VACUUM INTO ?", (str(tmp.absolute()),))
    except sqlite3.OperationalError as causa:
        lleno = causa.sqlite_errorname == "SQLITE_FULL"
        que = "no hay lugar para la copia" if lleno else "no se pudo escribir la copia"
        raise ErrorEsperado(
            f"En «{tmp.parent}» {que}. Libere espacio, revise que siga conectada o elija otra carpeta."
        ) from causa


def asegurar(ruta: Path) -> None:
    """Espera a que lo escrito en un archivo esté en el disco."""
    with ruta.open("rb+") as archivo:
        os.fsync(archivo.fileno())


def asegurar_carpeta(carpeta: Path) -> None:
    """Espera a que los nombres de una carpeta estén en el disco, donde el sistema sabe hacerlo."""
    with contextlib.suppress(OSError):
        descriptor = os.open(carpeta, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _leer_del_disco(ruta: Path) -> str:
    """El SHA-256 de un archivo leído del disco y no de la memoria del equipo, donde el sistema lo permite."""
    resumen = hashlib.sha256()
    with ruta.open("rb") as archivo:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(archivo.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while trozo := archivo.read(_TROZO):
            resumen.update(trozo)
    return resumen.hexdigest()
