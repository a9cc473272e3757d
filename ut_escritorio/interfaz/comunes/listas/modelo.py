"""Las filas de una tabla que se lee: sus encabezados, y las mismas filas sin rehacerse al leerse otra vez."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Indice = QModelIndex | QPersistentModelIndex
# Al posarse se lee entero, por si no cupo.
_QUE_SE_LEEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class ModeloDeFilas(QAbstractTableModel):
    """Cada tabla dice sus rótulos, qué dice cada celda y, en `data`, cómo se ve."""

    def rotulos(self) -> Sequence[str]:
        """Los encabezados de las columnas."""
        raise NotImplementedError

    def texto(self, fila: int, columna: int) -> str:
        """Lo que dice una celda."""
        raise NotImplementedError

    def textos(self, fila: int) -> list[str]:
        """Lo que dice cada celda de una fila."""
        return [self.texto(fila, columna) for columna in range(self.columnCount())]

    @contextmanager
    def poniendo(self, *, mismas: bool) -> Generator[None, None, None]:
        """Dentro se toma lo que se va a mostrar; si las filas son las mismas, lo elegido sigue elegido."""
        if not mismas:
            self.beginResetModel()
        yield
        if not mismas:
            self.endResetModel()
        else:
            self.repintar()

    def repintar(self) -> None:
        """Todas las celdas se vuelven a leer."""
        if filas := self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(filas - 1, self.columnCount() - 1))

    def columnCount(self, parent: Indice = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rotulos())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role in _QUE_SE_LEEN and orientation == Qt.Orientation.Horizontal:
            return self.rotulos()[section]
        return super().headerData(section, orientation, role)
