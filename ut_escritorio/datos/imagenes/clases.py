"""Qué clase de imagen es algo, por como empieza."""

from __future__ import annotations

_DE_PUNTOS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def es_de_puntos(octetos: bytes) -> bool:
    """Si es una imagen PNG o JPG."""
    return octetos.startswith(_DE_PUNTOS)


def es_dibujo(octetos: bytes) -> bool:
    """Si es un dibujo SVG y no otra cosa."""
    comienzo = octetos[:4000]
    return not es_de_puntos(octetos) and (b"<svg" in comienzo or b"<svg:svg" in comienzo)
