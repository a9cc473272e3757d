"""Lo que la agenda carga hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def programado():
    """El cuadro donde se escribe lo programado."""
    from ut_escritorio.interfaz.comunes.dialogos import programado

    return programado
