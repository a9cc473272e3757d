"""Lo que la pestaña Oficios carga hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def carta():
    """La carta de un oficio, con su hoja."""
    from ut_escritorio.interfaz.oficios.carta import panel

    return panel


def impresor():
    """Lo que imprime cartas."""
    from ut_escritorio.interfaz.oficios.carta import impresor

    return impresor


def tomar():
    """Tomar números, con lo que la carta pide."""
    from ut_escritorio.servicios.oficios import tomar

    return tomar


def varias():
    """El cuadro de mandarla a varias áreas."""
    from ut_escritorio.interfaz.oficios.carta import varias

    return varias


def a_varias():
    """Mandarla a varias áreas."""
    from ut_escritorio.servicios.oficios import varias

    return varias


def recordar():
    """Escribir recordatorios."""
    from ut_escritorio.servicios.oficios import recordar

    return recordar


def cartas():
    """Corregir una carta ya impresa."""
    from ut_escritorio.servicios.oficios import cartas

    return cartas
