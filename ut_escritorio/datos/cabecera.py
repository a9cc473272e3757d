"""Los primeros octetos del archivo, leídos antes de que SQLite lo toque, y el diario que haya al lado.

SQLite tomaría un archivo de 0 octetos por uno nuevo y vacío, y mezclaría con este el diario de otro.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from ut_escritorio.datos.migraciones import APLICACION, VERSION
from ut_escritorio.errores import ErrorEsperado

_MAGIA = b"SQLite format 3\0"
_MAGIA_DEL_DIARIO = bytes.fromhex("d9d505f920a163d7")
_RESPALDO = "Abra su última copia de respaldo."


@dataclass(frozen=True)
class Cabecera:
    """Lo que la primera página dice del archivo."""

    tamano_de_pagina: int
    paginas: int
    version: int


def revisar_cabecera(ruta: Path) -> Cabecera:
    """La cabecera de un archivo de este programa; ErrorEsperado si no lo es, sin abrirlo con SQLite."""
    try:
        with ruta.open("rb") as archivo:
            octetos = archivo.read(100)
    except FileNotFoundError as causa:
        raise ErrorEsperado(f"No existe «{ruta}». Revise el nombre o la memoria donde está.") from causa
    except OSError as causa:
        raise ErrorEsperado(
            f"«{ruta}» no se deja leer. Revise que sea un archivo y que se permita."
        ) from causa
    if not octetos:
        raise ErrorEsperado(f"«{ruta.name}» está vacío: su copia se interrumpió. {_RESPALDO}")
    if len(octetos) < 100 or not octetos.startswith(_MAGIA):
        raise ErrorEsperado(f"«{ruta.name}» no es un archivo de este programa. Elija otro.")
    return _cabecera(ruta, octetos)


def _cabecera(ruta: Path, octetos: bytes) -> Cabecera:
    pagina, paginas = struct.unpack(">H10xI", octetos[16:32])
    version, aplicacion = _entero(octetos, 60), _entero(octetos, 68)
    if aplicacion != APLICACION:
        raise ErrorEsperado(f"«{ruta.name}» es de otro programa. Elija el archivo de la oficina.")
    if version > VERSION:
        raise ErrorEsperado(
            f"«{ruta.name}» se guardó con una versión más nueva de este programa. "
            "Actualice el programa en este equipo; el archivo no se tocó."
        )
    return Cabecera(65536 if pagina == 1 else pagina, paginas, version)


def _entero(octetos: bytes, desde: int) -> int:
    return int.from_bytes(octetos[desde : desde + 4], "big")


def revisar_tamano(ruta: Path) -> None:
    """ErrorEsperado si el archivo no mide lo que su cabecera dice: le falta una parte o le sobra."""
    cabecera = revisar_cabecera(ruta)
    if ruta.stat().st_size != cabecera.paginas * cabecera.tamano_de_pagina:
        raise ErrorEsperado(f"A «{ruta.name}» le falta una parte: su copia quedó incompleta. {_RESPALDO}")


def apartar_diario_ajeno(ruta: Path) -> Path | None:
    """Aparta el diario que no es de este archivo; devuelve dónde quedó, o None si no había o es el suyo.

    Un diario guarda la primera página como estaba antes: es el suyo si el contador de cambios del
    archivo es el mismo (y entonces también la página) o el siguiente.
    """
    diario = _diario_de(ruta)
    if not _hay_que_deshacer(diario) or _es_suyo(ruta, diario):
        return None
    destino = next(
        libre
        for n in range(1, 1000)
        if not (libre := ruta.with_name(f"{ruta.name}-diario-ajeno-{n}")).exists()
    )
    return diario.rename(destino)


def revisar_que_no_haya_diario(ruta: Path) -> None:
    """ErrorEsperado si al lado hay un diario por deshacer: sin escribir, no se sabría qué vale."""
    if _hay_que_deshacer(_diario_de(ruta)):
        raise ErrorEsperado(
            f"«{ruta.name}» se quedó a medio guardar por un corte. Ábralo una vez con el programa "
            "para que lo recupere."
        )


def _diario_de(ruta: Path) -> Path:
    return ruta.with_name(f"{ruta.name}-journal")


def _hay_que_deshacer(diario: Path) -> bool:
    if not diario.is_file():
        return False
    with diario.open("rb") as archivo:
        return archivo.read(8) == _MAGIA_DEL_DIARIO


def _es_suyo(ruta: Path, diario: Path) -> bool:
    anterior = _primera_pagina(diario)
    if anterior is None:
        return False
    with ruta.open("rb") as archivo:
        actual = archivo.read(len(anterior))
    antes, ahora = _entero(anterior, 24), _entero(actual, 24)
    return actual == anterior or ahora == (antes + 1) % (1 << 32)


def _primera_pagina(diario: Path) -> bytes | None:
    """La página 1 que el diario guarda, o None si no la tiene."""
    with diario.open("rb") as archivo:
        sector, pagina = struct.unpack(">II", archivo.read(28)[20:28])
        if not 512 <= pagina <= 65536 or not 0 < sector <= 65536:
            return None
        archivo.seek(sector)
        while len(registro := archivo.read(pagina + 8)) == pagina + 8:
            if _entero(registro, 0) == 1:
                return registro[4:-4]
    return None
