"""Lo que se hace una vez con la aplicación antes de abrir cualquier ventana."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication, QStyleFactory

from ut_escritorio import rutas
from ut_escritorio.interfaz.comunes import iconos
from ut_escritorio.interfaz.comunes.idioma import hablar_espanol
from ut_escritorio.interfaz.comunes.paleta import poner_paleta


def preparar(aplicacion: QApplication) -> None:
    """Pone nombre, estilo, colores, letra e idioma de la oficina."""
    aplicacion.setApplicationName(rutas.APLICACION)
    aplicacion.setApplicationDisplayName(rutas.APLICACION)
    aplicacion.setStyle(QStyleFactory.create("Fusion"))
    _poner_colores(aplicacion)
    aplicacion.styleHints().colorSchemeChanged.connect(lambda: _poner_colores(aplicacion))
    _asegurar_letra()
    hablar_espanol(aplicacion)


def _poner_colores(aplicacion: QApplication) -> None:
    poner_paleta(aplicacion)
    iconos.renovar()


def _asegurar_letra() -> None:
    """Sin letras en el sistema (un Linux pelón) se usa la del informe; si las hay, las suyas."""
    if not QRawFont.fromFont(QFont()).isValid():
        for letra in sorted((rutas.recursos() / "fuentes").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(letra))
