"""El juez de los PDF: veraPDF, que dice si uno cumple PDF/A-3A (para archivo) y PDF/UA-1 (para todos).

Es de Java y no se instala con las pruebas. Se busca `verapdf` en el PATH, o la orden que diga UT_VERAPDF.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import warnings
from collections.abc import Mapping
from pathlib import Path

import pytest

NORMAS = ("3a", "ua1")
_NO_HAY = "Aquí no hay veraPDF: no se comprobó PDF/A-3A ni PDF/UA-1. Póngalo en el PATH o en UT_VERAPDF."


def que_haya_juez() -> str:
    """La orden con que se le pregunta; salta la prueba, diciéndolo, donde no hay."""
    orden = os.environ.get("UT_VERAPDF") or shutil.which("verapdf")
    if not orden:
        warnings.warn(_NO_HAY, stacklevel=3)  # `-q` no dice por qué se salta una prueba, y esto sí lo dice
        pytest.skip(_NO_HAY)
    return orden


def dictamen(carpeta: Path, pdfs: Mapping[str, bytes]) -> dict[tuple[str, str], bool]:
    """De cada PDF y norma, si la cumple; salta la prueba, diciéndolo, donde no hay juez."""
    orden = que_haya_juez()
    for nombre, datos in pdfs.items():
        (carpeta / f"{nombre}.pdf").write_bytes(datos)
    return {
        (nombre, norma): cumple
        for norma in NORMAS
        for nombre, cumple in _juzga(orden, norma, carpeta).items()
    }


def _juzga(orden: str, norma: str, carpeta: Path) -> dict[str, bool]:
    archivos = sorted(carpeta.glob("*.pdf"))
    pedido = [orden, "--format", "text", "--flavour", norma, *map(str, archivos)]
    dicho = subprocess.run(pedido, capture_output=True, text=True, encoding="utf-8", check=False)
    renglones = [r for r in dicho.stdout.splitlines() if r.startswith(("PASS", "FAIL"))]
    assert len(renglones) == len(archivos), dicho.stdout + dicho.stderr
    return {
        archivo.stem: any(r.startswith("PASS") and archivo.name in r for r in renglones)
        for archivo in archivos
    }
