"""El archivo congelado de la versión anterior: lo que se prueba es siempre la migración más nueva."""

from __future__ import annotations

import gzip
from pathlib import Path

from tests.datos.oficina import ARCHIVOS
from ut_escritorio.datos.migraciones import VERSION

_CONGELADO = ARCHIVOS / f"esquema_{VERSION - 1}.sqlite.gz"


def hacer(archivo: Path) -> None:
    """Deja ahí el archivo de la oficina pequeña como lo escribió el programa de la versión anterior."""
    archivo.write_bytes(gzip.decompress(_CONGELADO.read_bytes()))
