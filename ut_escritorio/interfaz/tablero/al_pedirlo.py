"""Lo que el Tablero carga cuando ya se pintó; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def agenda():
    """Lo que hoy se pide."""
    from ut_escritorio.interfaz.tablero.agenda import columna

    return columna


def avance():
    """Cada actividad contra su meta."""
    from ut_escritorio.interfaz.tablero.avance import pagina

    return pagina


def comparar():
    """El trimestre junto a otros dos."""
    from ut_escritorio.interfaz.tablero.comparar import pagina

    return pagina


def del_anio():
    """El año, mes por mes."""
    from ut_escritorio.interfaz.tablero.del_anio import pagina

    return pagina


def grafica():
    """La gráfica de la fila elegida."""
    from ut_escritorio.interfaz.tablero import grafica

    return grafica


def graficas():
    """Las gráficas que salen de una foto."""
    from ut_escritorio.dominio.graficas import de_la_foto

    return de_la_foto


def comparaciones():
    """La foto de un año antes."""
    from ut_escritorio.servicios.captura import comparar

    return comparar


def por_componente():
    """Adónde lleva cada cifra."""
    from ut_escritorio.interfaz.tablero import por_componente

    return por_componente
