"""La tabla de las cuentas: una fila por cifra, una columna por mes y el total."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableWidget, QTableWidgetItem

from ut_escritorio.interfaz.comunes.aspecto.sin_nombrar_qt import a_la_derecha, decir_al_lector
from ut_escritorio.interfaz.tablero.cuentas import Cuenta

_FILAS_A_LA_VISTA = 9


class TablaDeCuentas(QTableWidget):
    """Se llena con `poner`; se lee y se elige una fila, no se escribe."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Cuentas por mes")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)

    def poner(self, rotulos: list[str], cuentas: Sequence[Cuenta], antes: Sequence[Cuenta]) -> None:
        """Muestra esas cuentas; la fila que no dice otra cosa que `antes` se queda, y la elegida también."""
        elegida = max(0, self.currentRow())
        self.setColumnCount(len(rotulos))
        self.setRowCount(len(cuentas))
        self.setHorizontalHeaderLabels(rotulos)
        for fila, cuenta in enumerate(cuentas):
            if fila < len(antes) and antes[fila] == cuenta:
                continue
            self.setItem(fila, 0, QTableWidgetItem(cuenta.rotulo))
            for columna, escrito in enumerate(cuenta.escritos, start=1):
                self.setItem(fila, columna, _celda(escrito, columna == len(rotulos) - 1))
        self._repartir()
        self.setCurrentCell(min(elegida, len(cuentas) - 1), 0)

    def _repartir(self) -> None:
        """Los meses miden lo que un número; el rótulo, lo que sobra; el alto, lo que sus filas."""
        encabezado = self.horizontalHeader()
        encabezado.setFont(QApplication.font())  # al volver la letra a su tamaño normal, no le llega sola
        encabezado.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 6)
        encabezado.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        encabezado.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        alto = self.fontMetrics().height() + 10
        self.verticalHeader().setDefaultSectionSize(alto)
        filas = min(self.rowCount(), _FILAS_A_LA_VISTA)
        self.setFixedHeight(alto * filas + encabezado.sizeHint().height() + 2 * self.frameWidth())


def _celda(escrito: str, es_total: bool) -> QTableWidgetItem:
    celda = QTableWidgetItem(escrito)
    a_la_derecha(celda)
    if not escrito:
        decir_al_lector(celda, "sin dato")
    if es_total:
        letra = celda.font()
        letra.setBold(True)
        celda.setFont(letra)
    return celda
