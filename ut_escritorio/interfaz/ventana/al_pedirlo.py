"""Lo que la ventana carga hasta que se pide, o ya pintada: en ningún otro lugar suyo se importa tarde.

Cada función da un módulo; su tipo lo saben el editor y quien revisa los tipos.
"""

from __future__ import annotations


def qt():
    """Las enumeraciones de Qt, que PySide arma todas de golpe."""
    from PySide6.QtCore import Qt

    return Qt


def avisos():
    """Los avisos y las preguntas."""
    from ut_escritorio.interfaz.comunes.dialogos import avisos

    return avisos


def imprevistos():
    """Lo que se dice de algo que nadie esperaba."""
    from ut_escritorio.interfaz.comunes.dialogos import imprevistos

    return imprevistos


def franja():
    """La franja de arriba."""
    from ut_escritorio.interfaz.comunes.dialogos import franja

    return franja


def tablero():
    """La pestaña Tablero."""
    from ut_escritorio.interfaz.tablero import pestana

    return pestana


def componente():
    """La pestaña de un componente."""
    from ut_escritorio.interfaz.componente import pestana

    return pestana


def oficios():
    """La pestaña Oficios."""
    from ut_escritorio.interfaz.oficios import pestana

    return pestana


def por_cual_va():
    """Por cuál número va la serie."""
    from ut_escritorio.interfaz.oficios import por_cual_va

    return por_cual_va


def informe():
    """La pestaña Informe."""
    from ut_escritorio.interfaz.informe import pestana

    return pestana


def copias():
    """Las copias de respaldo."""
    from ut_escritorio.interfaz.respaldo import copias

    return copias


def exportacion():
    """El informe en PDF."""
    from ut_escritorio.interfaz.informe import exportacion

    return exportacion


def ayuda():
    """La guía."""
    from ut_escritorio.interfaz.hojas import ayuda

    return ayuda


def libro():
    """El libro de oficios, como servicio."""
    from ut_escritorio.servicios.oficios import libro

    return libro
