"""Lo que los diálogos cargan hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def dialogo_de_imprimir():
    """El de escoger impresora: carga lo de las impresoras del sistema."""
    from ut_escritorio.interfaz.comunes.dialogos.cuadro_de_imprimir import cuadro_de_imprimir

    return cuadro_de_imprimir
