"""El texto que llega del portapapeles o que se suelta en un campo; si no sirve, por qué."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtWidgets import QToolTip, QWidget

from ut_escritorio.errores import ValorInvalido
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado

TOPE = 20_000
_LLANO = "text/plain"


def texto_de(datos: QMimeData, tope: int = TOPE) -> str:
    """El texto que traen esos datos; ValorInvalido, con qué hacer, si traen otra cosa o demasiado."""
    if not datos.hasFormat(_LLANO):
        raise ValorInvalido(_sin_texto(datos))
    texto = datos.text()
    if len(texto) > tope:
        raise ValorInvalido(
            f"Lo copiado trae {len(texto):,} letras y aquí caben {tope:,}. Copie solo lo que va."
        )
    return texto


def _sin_texto(datos: QMimeData) -> str:
    if datos.hasImage():
        return "Lo copiado es una imagen, y aquí solo entra texto. Cópielo como texto o escríbalo."
    if datos.hasUrls():
        return "Lo copiado es un archivo, y aquí solo entra texto. Ábralo y copie lo que dice."
    if datos.hasHtml():
        return "Lo copiado viene sin su texto. Péguelo en el Bloc de notas y cópielo de ahí."
    return "No hay nada copiado. Vuelva a copiarlo y péguelo."


def decir_junto(pieza: QWidget, texto: str) -> None:
    """Dice algo junto a una pieza, sin quitar el cursor de ella."""
    pieza.setAccessibleDescription(texto)
    QToolTip.showText(pieza.mapToGlobal(QPoint(0, pieza.height())), sin_marcado(texto), pieza)
