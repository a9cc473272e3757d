"""Lo que el Tablero carga cuando ya se pintó; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def hallazgos():
    """La lista de lo que falta o hay que corregir."""
    from ut_escritorio.interfaz.comunes.listas import hallazgos

    return hallazgos


def grafica():
    """La gráfica de la fila elegida."""
    from ut_escritorio.interfaz.tablero import grafica

    return grafica


def hoy():
    """Los campos de hoy."""
    from ut_escritorio.interfaz.tablero import hoy

    return hoy


def primeros_pasos():
    """Por dónde empezar, mientras no se captura nada."""
    from ut_escritorio.interfaz.tablero import primeros_pasos

    return primeros_pasos


def programado():
    """El cuadro donde se escribe lo programado."""
    from ut_escritorio.interfaz.comunes.dialogos import programado

    return programado
