"""Lo que el Tablero carga cuando ya se pintó; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def grafica():
    """La gráfica de la fila elegida."""
    from ut_escritorio.interfaz.tablero import grafica

    return grafica


def hoy():
    """Los campos de lo que se hace a diario."""
    from ut_escritorio.interfaz.tablero import hoy

    return hoy


def hallazgos():
    """La lista de lo que hay que corregir."""
    from ut_escritorio.interfaz.comunes.listas import hallazgos

    return hallazgos
