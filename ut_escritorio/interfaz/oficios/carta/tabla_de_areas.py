"""La lista de las áreas a que va una carta: su marca, su número y, escritos ahí mismo, titular y cargo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado

_ROTULOS = ("Número", "Área", "Titular", "Cargo", "En Oficina")
_NUMERO, _TITULAR, _CARGO, _EN_OFICINA = 0, 2, 3, 4
_MARCADA, _SIN_MARCA = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class TablaDeAreas(QTableWidget):
    """Las áreas como se van a escribir; se eligen por renglones.

    `escribio` sale con la fila, el titular y el cargo cuando ella escribe en una de esas dos celdas; `marco`,
    con las filas y si van, cuando les pone o les quita su marca.
    """

    pide_pegar = Signal()
    pide_quitar = Signal()
    escribio = Signal(int, str, str)
    marco = Signal(tuple, bool)

    def __init__(self) -> None:
        super().__init__(0, len(_ROTULOS))
        self.setAccessibleName("Áreas a las que va la carta")
        self.setHorizontalHeaderLabels(_ROTULOS)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.itemChanged.connect(self._al_escribir)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().height() + 10)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for columna in (_NUMERO, _EN_OFICINA):
            self.horizontalHeader().setSectionResizeMode(columna, QHeaderView.ResizeMode.ResizeToContents)

    def poner(self, filas: Sequence[Sequence[str]], van: Sequence[bool]) -> None:
        """Deja esas filas, cada una con su marca si va."""
        with QSignalBlocker(self):
            self.setRowCount(len(filas))
            for fila, (textos, va) in enumerate(zip(filas, van, strict=True)):
                celdas = [self._poner(fila, columna, texto) for columna, texto in enumerate(textos)]
                celdas[_NUMERO].setCheckState(_MARCADA if va else _SIN_MARCA)
        self.viewport().update()

    def _poner(self, fila: int, columna: int, texto: str) -> QTableWidgetItem:
        celda = self.item(fila, columna)
        if celda is None:  # la que hay puede ser la que se está escribiendo
            celda = QTableWidgetItem()
            self.setItem(fila, columna, celda)
        celda.setText(texto)
        if columna in (_TITULAR, _CARGO):
            celda.setToolTip(sin_marcado(texto or "Se escribe aquí mismo"))
        else:
            celda.setFlags(celda.flags() & ~Qt.ItemFlag.ItemIsEditable)
            celda.setToolTip(sin_marcado(texto))
        return celda

    def elegidas(self) -> tuple[int, ...]:
        """Los renglones elegidos, de arriba abajo."""
        return tuple(sorted(indice.row() for indice in self.selectionModel().selectedRows()))

    def _va(self, fila: int) -> bool:
        celda = self.item(fila, _NUMERO)
        return celda is not None and celda.checkState() == _MARCADA

    def _al_escribir(self, celda: QTableWidgetItem) -> None:
        if celda.column() == _NUMERO:
            self.marco.emit((celda.row(),), self._va(celda.row()))
            return
        titular, cargo = (self.item(celda.row(), columna) for columna in (_TITULAR, _CARGO))
        self.escribio.emit(
            celda.row(),
            limpio(titular.text() if titular else ""),
            limpio(cargo.text() if cargo else ""),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if QKeySequence(event.keyCombination()) == QKeySequence("Ctrl+V"):
            self.pide_pegar.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.pide_quitar.emit()
        elif event.key() == Qt.Key.Key_Space and (filas := self.elegidas()):
            self.marco.emit(filas, not self._va(filas[0]))
        else:
            super().keyPressEvent(event)
