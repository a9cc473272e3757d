"""Abrir el archivo de la oficina, en este orden, y crear uno nuevo sin pisar nada.

Cada rechazo dice qué se halló y qué hacer; el archivo queda intacto y nada se crea a su lado. Nunca
se repara en el lugar: eso haría «válida» una copia a medias, con números viejos y nuevos revueltos.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from ut_escritorio.datos import sello
from ut_escritorio.datos.cabecera import (
    apartar_diario_ajeno,
    revisar_cabecera,
    revisar_que_no_haya_diario,
    revisar_tamano,
)
from ut_escritorio.datos.conexion import Base
from ut_escritorio.datos.destino import revisar_carpeta_y_nombre
from ut_escritorio.datos.fallas import en_palabras
from ut_escritorio.datos.migraciones import migrar, ordenes_de, ordenes_de_hoy
from ut_escritorio.errores import ErrorEsperado

_RESPALDO = "Abra su última copia de respaldo y guarde aparte este archivo."


def abrir_base(ruta: Path, ahora: Callable[[], datetime], solo_lectura: bool = False) -> Base:
    """El archivo abierto y revisado; con vigías, salvo que sea de solo lectura.

    Args:
        ruta: el archivo; debe existir.
        ahora: la hora que se anota en cada acción.
        solo_lectura: no escribirá nada, ni siquiera junto al archivo.

    Raises:
        ErrorEsperado: no es de este programa, es más nuevo, está dañado o incompleto, u otro
            programa cambió su contenido.
    """
    revisar_cabecera(ruta)
    if solo_lectura:
        revisar_que_no_haya_diario(ruta)
    else:
        apartar_diario_ajeno(ruta)
    try:
        base = Base(ruta, "ro" if solo_lectura else "rw", ahora)
    except Exception as error:
        raise en_palabras(error) or error from error
    try:
        _revisar(base)
    except Exception as error:
        base.cerrar()
        raise en_palabras(error) or error from error
    if not solo_lectura:
        base.vigilar()
    return base


def _revisar(base: Base) -> None:
    """Lo que se revisa ya abierto: al leer el esquema, SQLite deshace lo que un corte dejó a medias."""
    esquema = ordenes_de(base.conexion)
    revisar_tamano(base.ruta)
    revisar_integridad(base)
    if esquema != ordenes_de_hoy():
        raise ErrorEsperado(f"A «{base.ruta.name}» otro programa le cambió las tablas. {_RESPALDO}")
    revisar_sello(base)


def revisar_integridad(base: Base) -> None:
    """ErrorEsperado si el archivo está dañado o alguna fila apunta a otra que no está."""
    dano = base.conexion.execute("PRAGMA integrity_check(1)").fetchone()[0]
    huerfana = base.conexion.execute("PRAGMA foreign_key_check").fetchone()
    if dano != "ok" or huerfana is not None:
        raise ErrorEsperado(f"«{base.ruta.name}» está dañado. {_RESPALDO}")


def revisar_sello(base: Base) -> None:
    """ErrorEsperado si lo guardado no es lo que este programa guardó."""
    if sello.alteradas(base.conexion) or _contenidos_cambiados(base):
        raise ErrorEsperado(
            f"El contenido de «{base.ruta.name}» no es el que este programa guardó: "
            f"lo cambió otro programa o la copia se hizo a medias. {_RESPALDO}"
        )


def _contenidos_cambiados(base: Base) -> bool:
    filas = base.conexion.execute("SELECT sha256, bytes FROM contenido")
    return any(hashlib.sha256(octetos).hexdigest() != sha256 for sha256, octetos in filas)


def crear_base(ruta: Path, ahora: Callable[[], datetime], llenar: Callable[[Base], None]) -> None:
    """Escribe un archivo nuevo, lleno, en `ruta`; nunca pisa, y si algo falla no deja nada.

    Raises:
        ErrorEsperado: ya hay algo con ese nombre, o la carpeta no existe o no deja escribir.
    """
    aparte = ruta.with_name(f".{ruta.name}.nuevo")
    _revisar_destino(ruta)
    try:
        _quitar_restos(aparte)
        try:
            _escribir(aparte, ahora, llenar)
            _revisar_destino(ruta)
            aparte.rename(ruta)
        finally:
            _quitar_restos(aparte)
    except OSError as error:
        raise ErrorEsperado(f"No se pudo escribir en «{ruta.parent}»; elija otra carpeta.") from error


def _quitar_restos(aparte: Path) -> None:
    """Quita lo escrito aparte y su diario; también los que dejó un corte: un diario viejo lo dañaría."""
    for resto in (aparte, aparte.with_name(f"{aparte.name}-journal")):
        resto.unlink(missing_ok=True)


def _escribir(ruta: Path, ahora: Callable[[], datetime], llenar: Callable[[Base], None]) -> None:
    try:
        base = Base(ruta, "rwc", ahora)
    except Exception as error:
        raise en_palabras(error) or error from error
    try:
        migrar(base.conexion)
        llenar(base)
    except Exception as error:
        raise en_palabras(error) or error from error
    finally:
        base.cerrar()


def _revisar_destino(ruta: Path) -> None:
    revisar_carpeta_y_nombre(ruta)
    if ruta.exists():
        raise ErrorEsperado(f"Ya existe «{ruta}» y no se pisa. Elija otro nombre.")
