"""Cuánto lugar hay en un disco, cuánto pesa lo que tiene y si admite un archivo de ese tamaño."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from ut_escritorio.datos.disco.ubicacion import sistema_de
from ut_escritorio.dominio.palabras.tamanos import GB, pesa
from ut_escritorio.errores import ErrorEsperado

_DE_FAT = 4 * GB  # un archivo así ya no cabe en FAT32, haya el lugar que haya
_FAT = frozenset({"FAT32", "FAT", "vfat", "msdos"})


def libre_en(carpeta: Path) -> int | None:
    """Los octetos libres en el disco de una carpeta; None si no se sabe."""
    try:
        return shutil.disk_usage(carpeta).free
    except OSError:
        return None


def pesos(rutas: Iterable[Path]) -> dict[Path, int]:
    """Lo que pesa cada archivo que está."""
    pesan: dict[Path, int] = {}
    for ruta in rutas:
        try:
            pesan[ruta] = ruta.stat().st_size
        except OSError:
            continue  # ya no está, o su memoria se sacó
    return pesan


def revisar_que_quepa(carpeta: Path, octetos: int) -> None:
    """ErrorEsperado si en una carpeta no cabe un archivo de ese tamaño; dice cuánto falta."""
    if octetos >= _DE_FAT and sistema_de(carpeta) in _FAT:
        raise ErrorEsperado(
            f"No cabe: el archivo pesa {pesa(octetos)} y el disco de «{carpeta}» está en FAT32, que no "
            "admite archivos de 4 GB o más. Use otra memoria, o dele formato exFAT a esa."
        )
    libre = libre_en(carpeta)
    if libre is not None and libre < octetos:
        raise ErrorEsperado(
            f"En «{carpeta}» no hay lugar para la copia: faltan {pesa(octetos - libre)}. Libere espacio o "
            "elija otra carpeta."
        )
