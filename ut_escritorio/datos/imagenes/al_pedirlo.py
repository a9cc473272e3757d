"""Lo que las imágenes cargan hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def puntos():
    """Las imágenes PNG y JPG, que lee Pillow: los logotipos que el programa trae son dibujos."""
    from ut_escritorio.datos.imagenes import puntos

    return puntos
