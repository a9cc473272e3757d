"""Copias enteras del archivo: hechas aparte, verificadas y puestas en su lugar de un golpe.

Ninguna función usa la conexión de quien tiene abierto el archivo: leen por la suya, que solo lee.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from ut_escritorio.datos import candado, sello
from ut_escritorio.datos.apertura import abrir_sin_revisar, leer_base, revisar, revisar_por_fuera
from ut_escritorio.datos.archivos import en_palabras, revisar_destino
from ut_escritorio.datos.cabecera import apartar_diario_ajeno, diario_de, revisar_cabecera
from ut_escritorio.datos.conexion import Base
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.errores import ArchivoDanado, ErrorEsperado

_TROZO = 1 << 20


@congelado
class Contado:
    """Lo que un archivo guarda: su sello y cuántas filas tiene cada tabla."""

    sello: dict[str, int]
    filas: dict[str, int]


def copiar(origen: Path, destino: Path, releyendo: bool = False) -> str:
    """Deja en `destino`, que no debe existir, una copia entera y verificada; devuelve lo que dice, en huella.

    `releyendo`: ya en su lugar se lee otra vez, del disco, y se compara con lo que se escribió.

    Raises:
        ErrorEsperado: el origen no es de fiar, cambió mientras se copiaba, o el destino no deja
            escribir bien; en el destino no queda nada.
    """
    with aparte(destino) as tmp:
        dice = _copiar(origen, tmp)
        escrito = _leer_del_disco(tmp) if releyendo else ""
    if releyendo and _leer_del_disco(destino) != escrito:
        quitar(destino)
        raise ErrorEsperado(f"Lo escrito en «{destino.parent}» no es lo que se lee ahí. Use otra memoria.")
    return dice


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
def aparte(destino: Path) -> Iterator[Path]:
    """Un nombre al lado de `destino` para escribir; al terminar bien, lo escrito queda en `destino`."""
    revisar_destino(destino)
    if destino.exists():
        raise ErrorEsperado(f"Ya existe «{destino}» y no se pisa. Elija otro nombre.")
    tmp = destino.with_name(f".{uuid.uuid4().hex}.tmp")
    try:
        yield tmp
        _asegurar(tmp)
        os.replace(tmp, destino)  # noqa: PTH105 - es el que las pruebas hacen fallar
        _asegurar_carpeta(destino.parent)
    except OSError as causa:
        raise ErrorEsperado(en_palabras(causa, destino)) from causa
    finally:
        for resto in (tmp, diario_de(tmp)):
            with contextlib.suppress(OSError):
                resto.unlink(missing_ok=True)


def _copiar(origen: Path, tmp: Path) -> str:
    base = abrir_sin_revisar(origen)
    try:
        with base.lectura():
            dice, antes = sello.resumen(base.conexion), contar(base)
        _vaciar_en(base, tmp)
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
    base = Base(copia, "ro")
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


def ultimo_cambio(base: Base) -> datetime | None:
    """Cuándo se anotó lo último; None si la historia está vacía."""
    fila = base.conexion.execute("SELECT cuando FROM accion ORDER BY id DESC LIMIT 1").fetchone()
    return datetime.fromisoformat(fila[0]) if fila else None


def _vaciar_en(base: Base, tmp: Path) -> None:
    """VACUUM INTO, con lo que falle dicho de la copia y no del archivo."""
    try:
        base.conexion.execute("VACUUM INTO ?", (str(tmp.absolute()),))
    except sqlite3.OperationalError as causa:
        lleno = causa.sqlite_errorname == "SQLITE_FULL"
        que = "no hay lugar para la copia" if lleno else "no se pudo escribir la copia"
        raise ErrorEsperado(
            f"En «{tmp.parent}» {que}. Libere espacio, revise que siga conectada o elija otra carpeta."
        ) from causa


def _asegurar(ruta: Path) -> None:
    """Espera a que lo escrito en un archivo esté en el disco."""
    with ruta.open("rb+") as archivo:
        os.fsync(archivo.fileno())


def _asegurar_carpeta(carpeta: Path) -> None:
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


def restaurar(ruta: Path, copia: Path, apartado: Path, ahora: datetime) -> None:
    """Pone en `ruta` lo que dice `copia`; lo que había queda entero, con su diario, en `apartado`.

    El archivo no debe estar abierto. En ningún momento deja de haber uno en `ruta`.

    Raises:
        ArchivoEnUso: alguien lo tiene abierto.
        ErrorEsperado: la copia no es de fiar o la carpeta no deja escribir; nada cambió.
    """
    tomado = candado.tomar(ruta, ahora)
    try:
        nuevo = ruta.with_name(f".{uuid.uuid4().hex}.restaurado")
        copiar(copia, nuevo)
        try:
            _apartar(ruta, apartado)
            os.replace(nuevo, ruta)  # noqa: PTH105 - es el que las pruebas hacen fallar
            _asegurar_carpeta(ruta.parent)
        except OSError as causa:
            raise ErrorEsperado(en_palabras(causa, ruta)) from causa
        finally:
            nuevo.unlink(missing_ok=True)
    finally:
        tomado.soltar()


def _apartar(ruta: Path, apartado: Path) -> None:
    """Deja lo que hay en `ruta` también en `apartado`, sin quitarlo de su lugar."""
    if not ruta.exists():
        return
    _recuperar(ruta)
    try:
        os.link(ruta, apartado)  # noqa: PTH200 - es el que las pruebas hacen fallar
    except OSError:  # hay discos que no dan dos nombres a un archivo
        shutil.copy2(ruta, apartado)
        _asegurar(apartado)
    if diario_de(ruta).exists():
        diario_de(ruta).rename(diario_de(apartado))


def _recuperar(ruta: Path) -> None:
    """Deshace lo que un corte dejó a medias; si está tan dañado que no se puede, se queda como está."""
    if not diario_de(ruta).exists():
        return
    with contextlib.suppress(sqlite3.Error, ErrorEsperado):
        revisar_cabecera(ruta)
        apartar_diario_ajeno(ruta)
        base = Base(ruta, "rw")
        try:
            base.conexion.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        finally:
            base.cerrar()


def aceptar(ruta: Path, destino: Path, motivo: str, ahora: Callable[[], datetime]) -> None:
    """Deja en `destino` una copia de un archivo que otro programa cambió, sellada como está y con el motivo.

    Raises:
        ErrorEsperado: no hay nada que aceptar, o además está dañado; el original no se toca.
    """
    base = leer_base(ruta, ahora, aunque_cambio=True)
    try:
        if sello.contenidos_alterados(base.conexion):
            raise ArchivoDanado(
                f"En «{ruta.name}» una imagen o un informe guardado ya no es el que era, y eso no puede "
                "aceptarse. Abra su última copia de respaldo."
            )
        if not sello.alteradas(base.conexion):
            raise ErrorEsperado(f"«{ruta.name}» dice lo que este programa guardó: no hay nada que aceptar.")
        with aparte(destino) as tmp:
            _vaciar_en(base, tmp)
            _sellar_como_esta(tmp, motivo, ahora)
    finally:
        base.cerrar()


def _sellar_como_esta(tmp: Path, motivo: str, ahora: Callable[[], datetime]) -> None:
    base = Base(tmp, "rw", ahora)
    try:
        cambiadas = ", ".join(sello.alteradas(base.conexion))
        with base.carga("Aceptar el contenido como está", motivo=motivo, cambiadas=cambiadas):
            pass
        revisar(base)
    finally:
        base.cerrar()
