"""Las filas del año como se ven en su tabla: solo se vuelve a pintar la que dice otra cosa."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont

from ut_escritorio.interfaz.comunes.aspecto.paleta import color, entre
from ut_escritorio.interfaz.comunes.listas.modelo import Indice, ModeloDeFilas
from ut_escritorio.interfaz.tablero.del_anio.filas import COLUMNAS, Fila

_DERECHA = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TINTE = (0.0, 0.10, 0.18, 0.26, 0.34)
"""Cuánto acento lleva el fondo de cada tramo; la letra encima se sigue leyendo."""


class ModeloDelAnio(ModeloDeFilas):
    """Una fila por cifra, y una por componente que las encabeza."""

    def __init__(self) -> None:
        super().__init__()
        self.filas: tuple[Fila, ...] = ()

    def poner(self, filas: tuple[Fila, ...]) -> list[int]:
        """Muestra esas filas; devuelve cuáles se volvieron a pintar."""
        mismas = [(f.nombre, f.clave) for f in filas] == [(f.nombre, f.clave) for f in self.filas]
        if not mismas:
            self.beginResetModel()
            self.filas = filas
            self.endResetModel()
            return [*range(len(filas))]
        cambiaron = [
            n for n, (antes, ahora) in enumerate(zip(self.filas, filas, strict=True)) if antes != ahora
        ]
        self.filas = filas
        for n in cambiaron:
            self.dataChanged.emit(self.index(n, 0), self.index(n, self.columnCount() - 1))
        return cambiaron

    def rotulos(self) -> list[str]:
        """El nombre no lleva rótulo."""
        return ["", *(columna.rotulo for columna in COLUMNAS)]

    def texto(self, fila: int, columna: int) -> str:
        """El nombre, o el número; vacío si no se sabe."""
        una = self.filas[fila]
        if not columna:
            return una.nombre
        numero = una.numero(columna - 1)
        return "" if numero is None else f"{numero:,}"

    def rowCount(self, parent: Indice = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.filas)

    def flags(self, index: Indice) -> Qt.ItemFlag:
        if index.isValid() and not self.filas[index.row()].clave:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Indice, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        fila, columna = self.filas[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.texto(index.row(), columna)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._dicho(fila, columna)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _DERECHA if columna else None
            case Qt.ItemDataRole.FontRole if not fila.clave or (
                columna and COLUMNAS[columna - 1].mes is None
            ):
                letra = QFont()
                letra.setBold(True)
                return letra
            case Qt.ItemDataRole.BackgroundRole if not fila.clave:
                return color("encabezado")
            case Qt.ItemDataRole.BackgroundRole if columna:
                return self._fondo(fila, columna - 1)
            case _:
                return None

    def _fondo(self, fila: Fila, columna: int) -> Any:
        if COLUMNAS[columna].mes is None:
            return color("calculado")
        tramo = fila.tramo(columna)
        return entre("hoja", "acento", _TINTE[tramo]) if tramo else None

    def _dicho(self, fila: Fila, columna: int) -> str:
        """«Solicitudes, Abr: 26», o que ahí no hay dato."""
        if not columna or not fila.clave:
            return fila.nombre
        numero = fila.numero(columna - 1)
        return f"{fila.nombre}, {COLUMNAS[columna - 1].rotulo}: {'sin dato' if numero is None else numero}"
