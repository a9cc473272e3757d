"""Lo que las migraciones cargan hasta que se pide: un archivo al día no las necesita."""

from __future__ import annotations


def m004():
    """La del libro de oficios."""
    from ut_escritorio.datos.migraciones import m004

    return m004
