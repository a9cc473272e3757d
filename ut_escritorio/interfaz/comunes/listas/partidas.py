"""Celdas que se parten en los renglones que haga falta, para leerse enteras."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

from ut_escritorio.interfaz.comunes.aspecto.opciones import celda_de
from ut_escritorio.interfaz.comunes.aspecto.piezas import folios_enteros

Indice = QModelIndex | QPersistentModelIndex


class Partidas(QStyledItemDelegate):
    """Mide cada celda ya partida; `ancho_de` dice en cuánto cabe su texto, y `aire` lo que se le deja."""

    def __init__(self, lista: QTreeWidget, aire: int, ancho_de: Callable[[Indice], int]) -> None:
        super().__init__(lista)
        # De renglón en renglón, de uno más alto que la lista nunca se vería el final.
        lista.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self._aire, self._ancho_de = aire, ancho_de

    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:
        return folios_enteros(super().displayText(value, locale))

    def sizeHint(self, option: QStyleOptionViewItem, index: Indice) -> QSize:
        ancho, texto = self._ancho_de(index), folios_enteros(index.data() or "")
        caja = celda_de(option).medidas.boundingRect(0, 0, ancho, 100_000, Qt.TextFlag.TextWordWrap, texto)
        return QSize(ancho, caja.height() + self._aire)
