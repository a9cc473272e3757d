"""LibreOffice: el otro programa con que se abre lo que aquí se hace para Word y Excel.

No se instala con las pruebas: se busca `soffice` en el PATH, o la orden que diga UT_SOFFICE.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import warnings
from collections.abc import Mapping
from pathlib import Path

import pytest

_NO_HAY = "Aquí no hay LibreOffice: no se abrió nada con él. Póngalo en el PATH o en UT_SOFFICE."


def convertidos(carpeta: Path, archivos: Mapping[str, bytes], a: str) -> dict[str, bytes]:
    """Cada archivo, abierto y guardado en ese formato; donde no lo hay salta la prueba, diciéndolo."""
    orden = os.environ.get("UT_SOFFICE") or shutil.which("soffice")
    if not orden:
        warnings.warn(_NO_HAY, stacklevel=2)  # `-q` no dice por qué se salta una prueba, y esto sí lo dice
        pytest.skip(_NO_HAY)
    for nombre, datos in archivos.items():
        (carpeta / nombre).write_bytes(datos)
    pedido = [
        orden,
        f"-env:UserInstallation={(carpeta / 'perfil').as_uri()}",
        "--headless",
        "--convert-to",
        a,
    ]
    salida = carpeta / "convertidos"
    pedido += ["--outdir", str(salida), *(str(carpeta / nombre) for nombre in archivos)]
    hecho = subprocess.run(pedido, capture_output=True, text=True, check=False, timeout=280)
    extension = a.partition(":")[0]
    rutas = {nombre: salida / Path(nombre).with_suffix(f".{extension}") for nombre in archivos}
    assert all(ruta.is_file() for ruta in rutas.values()), hecho.stdout + hecho.stderr
    return {nombre: ruta.read_bytes() for nombre, ruta in rutas.items()}
