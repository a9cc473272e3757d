"""Las primeras filas de una lista, con las columnas escogidas: para ver que son esas antes de usarlas."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.listado import Columnas, Dato, Listado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.listas.modelo import Indice, ModeloDeFilas
from ut_escritorio.interfaz.comunes.listas.tabla import TablaDeFilas

_FILAS, _COLUMNAS = 6, 4


class PrimerasFilas(QWidget):
    """Seis filas; mientras no se escoge ninguna columna, las cuatro primeras."""

    def __init__(self) -> None:
        super().__init__()
        self.modelo = _Modelo()
        self.tabla = TablaDeFilas("Primeras filas de la lista", {})
        self.tabla.setModel(self.modelo)
        self.tabla.verticalHeader().show()
        self.tabla.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.dicho = Letrero(tinta="letra_tenue")
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.setSpacing(2)
        acomodo.addWidget(self.dicho)
        acomodo.addWidget(self.tabla)

    def ensenar(self, listado: Listado, columnas: Columnas) -> None:
        """Las de esa hoja, con esas columnas."""
        rotulos = listado.rotulos(columnas.encabezado)
        cuales = columnas.dichas or tuple(range(min(_COLUMNAS, len(rotulos))))
        self.modelo.poner(listado, columnas.encabezado, cuales)
        filas, hay = self.modelo.rowCount(), len(listado.filas) - columnas.encabezado - 1
        self.dicho.decir(f"Primeras {filas} filas de {hay}; {len(cuales)} columnas de {len(rotulos)}:")
        self.setVisible(filas > 0)
        alto = self.tabla.verticalHeader().defaultSectionSize() * filas
        alto += self.tabla.horizontalHeader().sizeHint().height() + 2 * self.tabla.frameWidth()
        self.tabla.setFixedHeight(alto)


class _Modelo(ModeloDeFilas):
    def __init__(self) -> None:
        super().__init__()
        self._rotulos: list[str] = []
        self._filas: list[list[str]] = []
        self._desde = 0

    def poner(self, listado: Listado, encabezado: int, columnas: Sequence[int]) -> None:
        """Cambia lo que se enseña."""
        rotulos, desde = listado.rotulos(encabezado), encabezado + 1
        with self.poniendo(mismas=False):
            self._rotulos = [rotulos[columna] or f"Columna {columna + 1}" for columna in columnas]
            self._filas = [
                [_dicho(fila[columna]) if columna < len(fila) else "" for columna in columnas]
                for fila in listado.filas[desde : desde + _FILAS]
            ]
            self._desde = desde + 1

    def rotulos(self) -> Sequence[str]:
        return self._rotulos

    def texto(self, fila: int, columna: int) -> str:
        return self._filas[fila][columna]

    def rowCount(self, parent: Indice = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._filas)

    def data(self, index: Indice, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        leidos = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return self.texto(index.row(), index.column()) if role in leidos else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Cada fila lleva el número que tiene en su hoja."""
        if orientation == Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return str(self._desde + section)
        return super().headerData(section, orientation, role)


def _dicho(dato: Dato) -> str:
    if isinstance(dato, date):
        return f"{dato:%d/%m}/{dato.year}"
    return f"{dato:.0f}" if isinstance(dato, float) and dato.is_integer() else str(dato)
