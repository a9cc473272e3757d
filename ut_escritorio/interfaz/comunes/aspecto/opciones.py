"""Lo que Qt dice de la celda que toca pintar: sus clases lo llevan, pero PySide6 no declara esos campos."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionComboBox, QStyleOptionViewItem, QWidget

from ut_escritorio.dominio.congelado import congelado


@congelado
class Celda:
    """Dónde se pinta, con qué letra, en qué vista, y si está elegida, con el cursor o apagada."""

    caja: QRect
    letra: QFont
    medidas: QFontMetrics
    vista: QWidget
    elegida: bool
    con_cursor: bool
    encendida: bool


def celda_de(option: QStyleOptionViewItem) -> Celda:
    """Lo que esa opción de Qt dice."""
    de_qt: Any = option
    estado: QStyle.StateFlag = de_qt.state
    return Celda(
        QRect(de_qt.rect),
        de_qt.font,
        de_qt.fontMetrics,
        de_qt.widget,
        elegida=bool(estado & QStyle.StateFlag.State_Selected),
        con_cursor=bool(estado & QStyle.StateFlag.State_HasFocus),
        encendida=bool(estado & QStyle.StateFlag.State_Enabled),
    )


def dejar_escogido(option: QStyleOptionComboBox, texto: str) -> None:
    """Pone en la opción de una lista lo que dice escogido."""
    de_qt: Any = option
    de_qt.currentText = texto


def dejar(
    option: QStyleOption,
    texto: str,
    caja: QRect | None = None,
    estado: QStyle.StateFlag | None = None,
) -> None:
    """Pone en una opción de Qt su texto y, si se dan, su caja y su estado."""
    de_qt: Any = option
    de_qt.text = texto
    if caja is not None:
        de_qt.rect = caja
    if estado is not None:
        de_qt.state = estado
