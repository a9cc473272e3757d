"""Lo que las filas cargan hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def firmas():
    """Lo firmado, que un trimestre abierto no tiene."""
    from ut_escritorio.datos.filas import firmas

    return firmas
