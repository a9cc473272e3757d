"""Los primeros y los últimos octetos del archivo, leídos antes que SQLite, y el diario que haya al lado.

SQLite tomaría un archivo de 0 octetos por uno nuevo y vacío, y mezclaría con este el diario de otro.
"""

from __future__ import annotations

import sqlite3
import struct
from pathlib import Path

from ut_escritorio.datos import migraciones
from ut_escritorio.datos.archivo import candado
from ut_escritorio.datos.archivo.sanidad import integro
from ut_escritorio.datos.motor.fallas import esta_ocupado
from ut_escritorio.errores import ArchivoAjeno, ArchivoIncompleto, ArchivoOcupado, ErrorEsperado

_MAGIA = b"SQLite format 3\0"
_MAGIA_DEL_DIARIO = bytes.fromhex("d9d505f920a163d7")
_RESPALDO = "Abra su última copia de respaldo."
_EN_VARIOS = 2  # el modo WAL: lo último queda en otro archivo, al lado


def revisar_cabecera(ruta: Path) -> int:
    """La versión de un archivo de este programa; ErrorEsperado si no lo es, sin abrirlo con SQLite."""
    try:
        return _revisada(ruta)
    except FileNotFoundError as causa:
        raise ErrorEsperado(f"No existe «{ruta}». Revise el nombre o la memoria donde está.") from causa
    except OSError as causa:
        if isinstance(causa, PermissionError) and ruta.is_file():  # Windows dice igual una cosa y la otra
            raise ArchivoOcupado(
                f"«{ruta.name}» no se deja leer: otro programa lo tiene tomado (una copia en curso, la nube, "
                "el antivirus) o no se permite. Ciérrelo ahí, o revise sus permisos, y vuelva a intentarlo."
            ) from causa
        raise _no_se_deja(ruta) from causa


def octetos_de(ruta: Path) -> int:
    """Lo que mide un archivo; ErrorEsperado si ya no se deja leer, como al sacar la memoria."""
    try:
        return ruta.stat().st_size
    except OSError as causa:
        raise ErrorEsperado(f"«{ruta.name}» ya no se deja leer. Revise que siga ahí.") from causa


def _no_se_deja(ruta: Path) -> ErrorEsperado:
    return ErrorEsperado(f"«{ruta}» no se deja leer. Revise que sea un archivo y que se permita.")


def _revisada(ruta: Path) -> int:
    """Lo mismo, sin las palabras de lo que el sistema no deja: OSError, también a media revisión."""
    with ruta.open("rb") as archivo:
        octetos = archivo.read(100)
    if not octetos:
        raise ArchivoIncompleto(f"«{ruta.name}» está vacío: su copia se interrumpió. {_RESPALDO}")
    if not octetos.startswith(_MAGIA[: len(octetos)]):
        raise ArchivoAjeno(f"«{ruta.name}» no es un archivo de este programa. Elija otro.")
    if len(octetos) < 100:
        raise incompleto(ruta)
    version = _version(ruta, octetos)
    if _EN_VARIOS in octetos[18:20]:
        raise ArchivoIncompleto(
            f"«{ruta.name}» lo abrió otro programa, que deja lo último en otro archivo: no se sabe si está "
            f"completo. {_RESPALDO}"
        )
    cortado = ruta.stat().st_size < _mide(octetos) or _llego_a_medias(ruta, octetos)
    if cortado and not _hay_que_deshacer(diario_de(ruta)):
        raise incompleto(ruta)
    return version


def incompleto(ruta: Path) -> ArchivoIncompleto:
    """Lo que se dice del archivo al que le falta una parte."""
    return ArchivoIncompleto(f"A «{ruta.name}» le falta una parte: su copia quedó incompleta. {_RESPALDO}")


def _llego_a_medias(ruta: Path, octetos: bytes) -> bool:
    """Si se apartó su lugar y no llegó todo; un papel adjunto puede acabar en blanco, y así está bien."""
    if not _acaba_en_ceros(ruta, octetos):
        return False
    try:
        return not integro(ruta)
    except sqlite3.DatabaseError as error:
        return not esta_ocupado(error)


def _acaba_en_ceros(ruta: Path, octetos: bytes) -> bool:
    """Si al final hay más páginas en blanco que las que están libres."""
    pagina, libres = _entero_corto(octetos, 16), _entero(octetos, 36)
    pagina = 65536 if pagina == 1 else pagina
    paginas = ruta.stat().st_size // pagina if pagina else 0
    if paginas <= libres + 1:
        return False
    with ruta.open("rb") as archivo:
        archivo.seek((paginas - libres - 1) * pagina)
        return not archivo.read((libres + 1) * pagina).strip(b"\0")


def _mide(octetos: bytes) -> int:
    """Lo que el archivo dice medir; 0 si quien lo escribió no lo dijo."""
    pagina = _entero_corto(octetos, 16)
    # Un 1 es 65 536, que no cabe en dos octetos
    lo_dice = octetos[24:28] == octetos[92:96]
    return _entero(octetos, 28) * (65536 if pagina == 1 else pagina) if lo_dice else 0


def _version(ruta: Path, octetos: bytes) -> int:
    version, aplicacion = _entero(octetos, 60), _entero(octetos, 68)
    if aplicacion != migraciones.APLICACION:
        raise ArchivoAjeno(f"«{ruta.name}» es de otro programa. Elija el archivo de la oficina.")
    if version > migraciones.VERSION:
        raise ErrorEsperado(
            f"«{ruta.name}» se guardó con una versión más nueva de este programa. "
            "Actualice el programa en este equipo; el archivo no se tocó."
        )
    return version


def _entero_corto(octetos: bytes, desde: int) -> int:
    return int.from_bytes(octetos[desde : desde + 2], "big")


def _entero(octetos: bytes, desde: int) -> int:
    return int.from_bytes(octetos[desde : desde + 4], "big")


def apartar_diario_ajeno(ruta: Path) -> Path | None:
    """Aparta el diario que no es de este archivo; devuelve dónde quedó, o None si no había o es el suyo.

    Un diario guarda la primera página como estaba antes: es el suyo si el archivo aún la tiene igual,
    o con solo el encabezado cambiado y su contador de cambios en el siguiente. El que no llegó a
    tener nada que deshacer se quita: de quien fuera, el archivo aún no se había tocado.
    """
    diario = diario_de(ruta)
    if not _hay_que_deshacer(diario) or _es_suyo(ruta, diario):
        return None
    if _sin_nada(diario):
        return diario.unlink()
    destino = next(
        libre
        for n in range(1, 1000)
        if not (libre := ruta.with_name(f"{ruta.name}-diario-ajeno-{n}")).exists()
    )
    return diario.rename(destino)


def revisar_que_no_haya_diario(ruta: Path) -> None:
    """ErrorEsperado si al lado hay un diario por deshacer: sin escribir, no se sabría qué vale.

    Si alguien lo tiene abierto, el diario es de lo que está guardando en este momento.
    """
    if _hay_que_deshacer(diario_de(ruta)) and not candado.esta_tomado(ruta):
        raise ErrorEsperado(
            f"«{ruta.name}» se quedó a medio guardar por un corte. Ábralo una vez con el programa "
            "para que lo recupere."
        )


def diario_de(ruta: Path) -> Path:
    """El diario que SQLite escribe junto a un archivo mientras guarda."""
    return ruta.with_name(f"{ruta.name}-journal")


def _hay_que_deshacer(diario: Path) -> bool:
    if not diario.is_file():
        return False
    with diario.open("rb") as archivo:
        return archivo.read(8) == _MAGIA_DEL_DIARIO


def _sin_nada(diario: Path) -> bool:
    """Si no dice cuántas páginas guarda: SQLite lo anota justo antes de escribir en el archivo."""
    with diario.open("rb") as archivo:
        return _entero(archivo.read(12), 8) == 0


def _es_suyo(ruta: Path, diario: Path) -> bool:
    anterior = _primera_pagina(diario)
    if anterior is None:
        return False
    with ruta.open("rb") as archivo:
        actual = archivo.read(len(anterior))
    return actual == anterior or _es_la_siguiente(anterior, actual)


def _es_la_siguiente(anterior: bytes, actual: bytes) -> bool:
    """Si una página 1 es la otra tras una escritura; la lista de tablas que sigue solo cambia al migrar."""
    siguiente = _entero(actual, 24) == (_entero(anterior, 24) + 1) % (1 << 32)
    al_migrar = _entero(actual, 40) != _entero(anterior, 40)
    return siguiente and (al_migrar or actual[100:] == anterior[100:])


def _primera_pagina(diario: Path) -> bytes | None:
    """La página 1 que el diario guarda, o None si no la tiene."""
    with diario.open("rb") as archivo:
        sector, pagina = struct.unpack(">II", archivo.read(28)[20:28])
        if not 512 <= pagina <= 65536:
            return None
        archivo.seek(sector)
        while len(registro := archivo.read(pagina + 8)) == pagina + 8:
            if _entero(registro, 0) == 1:
                return registro[4:-4]
    return None
