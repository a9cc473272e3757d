"""Con qué se pide cada imagen de un informe."""

from __future__ import annotations


def clave_de(sha256: str, hoja: int) -> str:
    """Con qué se pide una imagen: su SHA-256 y, si es la hoja de un PDF, cuál."""
    return f"{sha256}#{hoja}" if hoja else sha256


def partes_de(clave: str) -> tuple[str, int]:
    """El SHA-256 y la hoja que una clave dice; 0 si no es de un PDF."""
    sha256, _, hoja = clave.partition("#")
    return sha256, int(hoja or 0)
