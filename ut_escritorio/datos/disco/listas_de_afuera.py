"""Las listas de otro programa (Excel, LibreOffice o CSV): solo se leen, y nada suyo se cree hasta revisarlo.

Una lista pesa poco. La que no, o la que dice tener celdas lejísimos, no se abre: pediría toda la memoria.
"""

from __future__ import annotations

import csv
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, NoReturn

from ut_escritorio.datos.disco import al_pedirlo
from ut_escritorio.datos.disco.archivos import en_palabras
from ut_escritorio.dominio.numeros.listado import Dato, Listado
from ut_escritorio.errores import ErrorEsperado

MEGA = 1_000_000
TOPE, ABIERTA, DE_ANTES = 20 * MEGA, 150 * MEGA, 10 * MEGA
"""Lo más que pesa el archivo, lo que guarda ya abierto, y uno de los `.xls` de antes."""

FILAS, COLUMNAS = 5_000, 200
_LEIDO_DE_UNA_VEZ = 1 << 20
_ANTES_DEL_TROZO = 64
_COMPRIMIDO, _DE_ANTES = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CIFRADO = "EncryptedPackage".encode("utf-16-le")
_DONDE = re.compile(rb"""\sr=["']([A-Za-z]{0,9})(\d{0,12})["']""")
_OTRAS = ((b"%PDF-", "es un PDF"), (b"\x89PNG", "es una imagen"), (b"\xff\xd8\xff", "es una imagen"))
_SEPARADORES = ",;\t|"

Cancelado = Callable[[], bool]


def leer_listas(ruta: Path, cancelado: Cancelado) -> tuple[Listado, ...]:
    """Las hojas del archivo que dicen algo. ErrorEsperado, con qué hacer, si no es una lista que se lea."""
    datos = _octetos(ruta)
    if datos.startswith(_COMPRIMIDO):
        _revisar_comprimido(datos, ruta.name, cancelado)
        hojas = _con_calamine(datos, ruta.name)
    elif datos.startswith(_DE_ANTES):
        if _CIFRADO in datos:
            _no(ruta.name, "tiene contraseña", "Ábralo en Excel, quítesela y guárdelo otra vez.")
        if len(datos) > DE_ANTES:
            _no(ruta.name, f"pesa más de {DE_ANTES // MEGA} MB", "Guárdelo como libro de Excel (.xlsx).")
        hojas = _con_calamine(datos, ruta.name)
    else:
        hojas = (_de_texto(datos, ruta),)
    con_algo = tuple(hoja for hoja in hojas if hoja.filas)
    if not con_algo:
        _no(ruta.name, "no dice nada", "Revise que sea el que bajó de la plataforma.")
    return con_algo


def _no(nombre: str, que: str, remedio: str) -> NoReturn:
    raise ErrorEsperado(f"«{nombre}» {que}. {remedio}")


def _octetos(ruta: Path) -> bytes:
    try:
        if ruta.stat().st_size > TOPE:
            _no(ruta.name, f"pesa más de {TOPE // MEGA} MB", "Deje en él solo la lista, y guárdelo otra vez.")
        return ruta.read_bytes()
    except OSError as causa:
        raise ErrorEsperado(en_palabras(causa, ruta)) from causa


# --- Excel y LibreOffice ---------------------------------------------------------------------------


def _revisar_comprimido(datos: bytes, nombre: str, cancelado: Cancelado) -> None:
    """Que esté entero, que no sea una bomba y que ninguna celda diga estar lejísimos."""
    try:
        with zipfile.ZipFile(BytesIO(datos)) as dentro:
            if sum(parte.file_size for parte in dentro.infolist()) > ABIERTA:
                _no(nombre, "guarda demasiado para ser una lista", "No se abrió.")
            if any(parte.flag_bits & 1 for parte in dentro.infolist()):
                _no(nombre, "tiene contraseña", "Quítesela y guárdelo otra vez.")
            for parte in dentro.infolist():
                with dentro.open(parte) as abierta:
                    _recorrer(
                        iter(lambda a=abierta: a.read(_LEIDO_DE_UNA_VEZ), b""), parte, nombre, cancelado
                    )
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as causa:
        raise ErrorEsperado(f"«{nombre}» está dañado o se bajó a medias. Bájelo otra vez.") from causa


def _recorrer(trozos: Iterator[bytes], parte: zipfile.ZipInfo, nombre: str, cancelado: Cancelado) -> None:
    de_hoja = "worksheets/" in parte.filename
    final = b""
    for trozo in trozos:
        if cancelado():
            raise ErrorEsperado("No se leyó la lista: se canceló.")
        if de_hoja:
            for letras, fila in _DONDE.findall(final + trozo):
                if _columna(letras) > COLUMNAS or int(fila or 0) > FILAS:
                    _demasiado(nombre)
            final = trozo[-_ANTES_DEL_TROZO:]


def _demasiado(nombre: str) -> NoReturn:
    que = f"tiene más de {FILAS:,} filas o de {COLUMNAS} columnas"
    _no(nombre, que, "Deje en él solo las del trimestre.")


def _columna(letras: bytes) -> int:
    numero = 0
    for letra in letras.upper():
        numero = numero * 26 + letra - 64
    return numero


def _con_calamine(datos: bytes, nombre: str) -> tuple[Listado, ...]:
    de_afuera = al_pedirlo.calamine()
    try:
        with de_afuera.CalamineWorkbook.from_filelike(BytesIO(datos)) as libro:
            return tuple(_hoja(libro.get_sheet_by_name(cual), cual, nombre) for cual in libro.sheet_names)
    except de_afuera.PasswordError as causa:
        raise ErrorEsperado(
            f"«{nombre}» tiene contraseña. Quítesela en Excel y guárdelo otra vez."
        ) from causa
    except (de_afuera.CalamineError, OSError, ValueError) as causa:
        raise ErrorEsperado(f"«{nombre}» no se deja leer. Ábralo en Excel y guárdelo como libro.") from causa


def _hoja(leida: Any, cual: str, nombre: str) -> Listado:
    if leida.total_height > FILAS or leida.total_width > COLUMNAS:
        _demasiado(nombre)
    filas = (tuple(_dato(celda) for celda in fila) for fila in leida.to_python(skip_empty_area=False))
    return Listado(cual, _sin_final_vacio(tuple(filas)))


def _dato(celda: object) -> Dato:
    """Lo que dice, sin hora; de una fórmula, lo que valía."""
    if isinstance(celda, datetime):
        return celda.date()
    if isinstance(celda, bool):
        return "sí" if celda else "no"
    return celda if isinstance(celda, str | int | float | date) else str(celda)


def _sin_final_vacio(filas: tuple[tuple[Dato, ...], ...]) -> tuple[tuple[Dato, ...], ...]:
    cuantas = len(filas)
    while cuantas and not any(str(dato).strip() for dato in filas[cuantas - 1]):
        cuantas -= 1
    return filas[:cuantas]


# --- CSV -------------------------------------------------------------------------------------------


def _de_texto(datos: bytes, ruta: Path) -> Listado:
    texto = _letras(datos, ruta.name)
    try:
        cual = csv.Sniffer().sniff(texto[:8192], _SEPARADORES).delimiter
    except csv.Error:
        cual = max(_SEPARADORES, key=texto[:8192].count)
    try:
        filas = tuple(tuple(fila) for fila in csv.reader(StringIO(texto, newline=""), delimiter=cual))
    except csv.Error as causa:
        raise ErrorEsperado(f"«{ruta.name}» no se entiende como lista. Guárdelo en Excel (.xlsx).") from causa
    if len(filas) > FILAS or any(len(fila) > COLUMNAS for fila in filas):
        _demasiado(ruta.name)
    return Listado(ruta.stem, _sin_final_vacio(filas))


def _letras(datos: bytes, nombre: str) -> str:
    """Su texto: en UTF-8, en el UTF-16 con que Excel guarda «texto Unicode», o en las letras de Windows."""
    otra = next((que for comienzo, que in _OTRAS if datos.startswith(comienzo)), "")
    if not otra and re.match(rb"(?i)\s*(<!doctype|<html|<table|<\?xml)", datos.removeprefix(b"\xef\xbb\xbf")):
        otra = "es por dentro una página, no una lista"
    if not otra and not datos.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\0" in datos:
        otra = "no es una lista"
    if otra:
        _no(nombre, otra, "Ábralo en Excel y guárdelo como libro (.xlsx).")
    if datos.startswith((b"\xff\xfe", b"\xfe\xff")):
        return datos.decode("utf-16", errors="replace")
    try:
        return datos.decode("utf-8-sig")
    except UnicodeDecodeError:
        return datos.decode("cp1252", errors="replace")
