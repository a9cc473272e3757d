"""Lo que preparar evidencias carga hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def fotos():
    """Las fotos, que lee Pillow."""
    from ut_escritorio.datos.imagenes import fotos

    return fotos


def correos():
    """Los correos, que lee la biblioteca del sistema."""
    from ut_escritorio.servicios.evidencias import correos

    return correos


def hojas():
    """Las hojas de un PDF, que lee pypdf."""
    from ut_escritorio.datos.imagenes import hojas

    return hojas
