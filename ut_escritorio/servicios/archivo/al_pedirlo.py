"""Lo que el archivo carga hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def respaldo():
    """Las copias, que al abrir solo hacen falta antes de poner al día uno de una versión anterior."""
    from ut_escritorio.servicios.archivo import respaldo

    return respaldo
