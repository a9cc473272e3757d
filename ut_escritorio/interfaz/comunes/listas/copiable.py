"""Una tabla de la que se copian sus renglones: los elegidos o la lista entera, con su menú y sus teclas."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QTableView, QWidget

from ut_escritorio.interfaz.comunes.aspecto.sin_nombrar_qt import poner
from ut_escritorio.interfaz.comunes.listas import al_pedirlo


def hacer_copiable(
    tabla: QTableView, rotulos: Callable[[], Sequence[str]], fila: Callable[[int], Sequence[str]]
) -> tuple[QAction, QAction]:
    """Ctrl+C copia los renglones elegidos y Ctrl+Mayús+C la lista con sus rótulos; también en su menú.

    `rotulos` y `fila` dan lo que dice cada columna. Devuelve las dos acciones.
    """

    def copiar(filas: Sequence[int]) -> None:
        al_pedirlo.portapapeles().copiar_lista(tabla, rotulos(), [fila(cual) for cual in filas])

    def elegido() -> None:
        elegidos = sorted(indice.row() for indice in tabla.selectionModel().selectedRows())
        if elegidos or tabla.currentIndex().isValid():
            copiar(elegidos or [tabla.currentIndex().row()])

    def todos() -> None:
        modelo = tabla.model()
        if modelo is not None:
            while modelo.canFetchMore(QModelIndex()):
                modelo.fetchMore(QModelIndex())
            copiar(range(modelo.rowCount()))

    uno = accion_de(tabla, "&Copiar el renglón", "Ctrl+C", elegido)
    lista = accion_de(tabla, "Copiar la &lista entera", "Ctrl+Shift+C", todos)
    poner(tabla, contextMenuPolicy="ActionsContextMenu")
    return uno, lista


def accion_de(pieza: QWidget, rotulo: str, tecla: str, hacer: Callable[[], None]) -> QAction:
    """Algo que se copia de una pieza, con su tecla mientras está en ella; va en su menú."""
    accion = QAction(rotulo, pieza)
    accion.setShortcuts([QKeySequence(tecla)])  # con `setShortcut`, PySide arma todo `Qt`
    poner(accion, shortcutContext="WidgetShortcut")
    accion.triggered.connect(lambda: hacer())
    pieza.addAction(accion)
    return accion
