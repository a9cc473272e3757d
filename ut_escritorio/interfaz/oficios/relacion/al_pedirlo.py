"""Lo que el botón carga hasta que se oprime; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def ventana():
    """El cuadro donde se ve la hoja y se manda a imprimir."""
    from ut_escritorio.interfaz.oficios.relacion import ventana

    return ventana


def repartir():
    """El cuadro de repartir un escaneo de muchos acuses."""
    from ut_escritorio.interfaz.oficios.relacion import repartir

    return repartir
