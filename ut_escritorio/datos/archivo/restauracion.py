"""Poner en el lugar del archivo una copia, o él mismo sin lo vacío, y aceptar lo que otro programa cambió."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from ut_escritorio.datos.archivo import candado
from ut_escritorio.datos.archivo.apertura import conectar, leer_base, revisar
from ut_escritorio.datos.archivo.cabecera import apartar_diario_ajeno, diario_de, revisar_cabecera
from ut_escritorio.datos.archivo.respaldo import aparte, asegurar_carpeta, copiar, vaciar_en
from ut_escritorio.datos.disco.archivos import en_palabras
from ut_escritorio.datos.motor import sello
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.errores import ArchivoDanado, ErrorEsperado


def restaurar(ruta: Path, copia: Path, apartado: Path, ahora: datetime) -> None:
    """Pone en `ruta` lo que dice `copia`; lo que había queda entero, con su diario, en `apartado`.

    El archivo no debe estar abierto. En ningún momento deja de haber uno en `ruta`.

    Raises:
        ArchivoEnUso: alguien lo tiene abierto.
        ErrorEsperado: la copia no es de fiar o la carpeta no deja escribir; nada cambió.
    """
    _cambiar_por(copia, ruta, ahora, lambda: _apartar(ruta, apartado))


def compactar(ruta: Path, ahora: datetime) -> None:
    """Rehace sin lo vacío un archivo que no debe estar abierto: escribe uno nuevo y lo pone en su lugar.

    En el mismo archivo, un corte al encogerlo lo dejaría con páginas de más que no se distinguen de una
    copia a medias.

    Raises:
        ArchivoEnUso: alguien lo tiene abierto.
        ErrorEsperado: el disco no deja escribir el nuevo; el archivo queda como estaba.
    """
    _cambiar_por(ruta, ruta, ahora, lambda: None)


def _cambiar_por(copia: Path, ruta: Path, ahora: datetime, antes: Callable[[], object]) -> None:
    """Pone en `ruta` una copia verificada de `copia`; `antes` se hace cuando ya está escrita."""
    tomado = candado.tomar(ruta, ahora)
    try:
        nuevo = ruta.with_name(f".{uuid.uuid4().hex}.restaurado")
        copiar(copia, nuevo)
        try:
            antes()
            os.replace(nuevo, ruta)  # noqa: PTH105 - es el que las pruebas hacen fallar
            diario_de(ruta).unlink(missing_ok=True)
            asegurar_carpeta(ruta.parent)
        except OSError as causa:
            raise ErrorEsperado(en_palabras(causa, ruta)) from causa
        finally:
            nuevo.unlink(missing_ok=True)
    finally:
        tomado.soltar()


def _apartar(ruta: Path, apartado: Path) -> None:
    """Copia lo que hay en `ruta`, con su diario si aún lo necesita.

    No se le da un segundo nombre: abierto por los dos, cada uno con su diario, el archivo se dañaría.
    """
    if not ruta.exists():
        return
    _recuperar(ruta)
    if diario_de(ruta).exists():
        _copiar_tal_cual(diario_de(ruta), diario_de(apartado))
    _copiar_tal_cual(ruta, apartado)


def _copiar_tal_cual(origen: Path, destino: Path) -> None:
    with aparte(destino) as tmp:
        shutil.copy2(origen, tmp)


def _recuperar(ruta: Path) -> None:
    """Deshace lo que un corte dejó a medias; si está tan dañado que no se puede, se queda como está."""
    if not diario_de(ruta).exists():
        return
    with contextlib.suppress(sqlite3.Error, ErrorEsperado):
        revisar_cabecera(ruta)
        apartar_diario_ajeno(ruta)
        base = conectar(ruta, "rw")
        try:
            base.conexion.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        finally:
            base.cerrar()


def aceptar(ruta: Path, destino: Path, motivo: str, ahora: Reloj) -> None:
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
            vaciar_en(base, tmp)
            _sellar_como_esta(tmp, motivo, ahora)
    finally:
        base.cerrar()


def _sellar_como_esta(tmp: Path, motivo: str, ahora: Reloj) -> None:
    base = conectar(tmp, "rw", ahora)
    try:
        cambiadas = ", ".join(sello.alteradas(base.conexion))
        with base.carga("Aceptar el contenido como está", motivo=motivo, cambiadas=cambiadas):
            pass
        revisar(base)
    finally:
        base.cerrar()
