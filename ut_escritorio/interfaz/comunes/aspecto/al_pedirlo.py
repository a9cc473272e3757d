"""Lo que el aspecto carga hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def trazos():
    """Los trazos de los iconos, que se pintan cuando la ventana ya se vio."""
    from ut_escritorio.interfaz.comunes.aspecto import trazos

    return trazos


def letras():
    """Las letras del sistema, adonde se agregan las del informe si no tiene ninguna."""
    from PySide6.QtGui import QFontDatabase

    return QFontDatabase
