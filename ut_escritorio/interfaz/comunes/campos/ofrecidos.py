"""Lo que se ofrece bajo un campo cabe a su ancho: lo largo acaba en «…», y entero se lee en su ayuda."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado

_Indice = QModelIndex | QPersistentModelIndex


class OfrecidosEnteros(QStringListModel):
    """Cada opción dice entera lo suyo en su ayuda flotante."""

    def data(self, index: _Indice, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole:
            return sin_marcado(super().data(index, Qt.ItemDataRole.DisplayRole) or "")
        return super().data(index, role)


def sin_barra(lista: QAbstractItemView) -> None:
    """Le quita la barra horizontal a una lista desplegada."""
    lista.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    lista.setTextElideMode(Qt.TextElideMode.ElideRight)
    lista.setItemDelegate(_AlAncho(lista))


class _AlAncho(QStyledItemDelegate):
    """No pide más ancho que el de la lista: si lo pidiera, el texto se cortaría sin «…»."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Indice) -> QSize:
        return QSize(0, super().sizeHint(option, index).height())
