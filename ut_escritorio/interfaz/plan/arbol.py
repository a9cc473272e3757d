"""El índice del plan: cada lugar con lo que imprime; se acomoda arrastrando o con el teclado."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from ut_escritorio.dominio.cambios_del_plan.armado.nodos import Nodo
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado

_NODO = Qt.ItemDataRole.UserRole
_ALT = Qt.KeyboardModifier.AltModifier


class ArbolDelPlan(QTreeWidget):
    """`elegido` sale con el nodo en que ella se pone (None: ninguno); lo demás es lo que pide de él.

    `solto` lleva además sobre qué nodo lo soltó, y si entre dos, antes (-1) o después (1) de él.
    """

    elegido = Signal(object)
    pide_cambiar = Signal()
    pide_agregar = Signal()
    pide_quitar = Signal()
    pide_mover = Signal(int)
    solto = Signal(object, object, int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("El plan")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.currentItemChanged.connect(lambda actual, _: self.elegido.emit(_nodo(actual)))

    def poner(self, nodos: tuple[Nodo, ...]) -> None:
        """Enseña esos, con lo que estaba abierto y lo elegido como estaban; no avisa de nada."""
        abiertos, habia = self._abiertos(), self.topLevelItemCount() > 0
        actual = self.nodo()
        with QSignalBlocker(self):
            self.clear()
            for nodo in nodos:
                self._colgar(nodo, None)
            for renglon in self._renglones():
                nodo = _nodo(renglon)
                suyo = nodo is not None and nodo.cual in abiertos
                de_entrada = nodo is not None and nodo.clase == "lugar" and renglon.parent() is None
                renglon.setExpanded(suyo if habia else de_entrada)
            if actual is not None:
                self.ponerse_en(actual)

    def nodo(self) -> Nodo | None:
        """En el que ella está."""
        return _nodo(self.currentItem())

    def ponerse_en(self, nodo: Nodo | None) -> Nodo | None:
        """Se pone en ese, si está, sin avisar, y lo da como está; si no, en ninguno."""
        for renglon in self._renglones() if nodo else ():
            este = _nodo(renglon)
            if nodo and este and este.cual == nodo.cual:
                with QSignalBlocker(self):
                    self.setCurrentItem(renglon)
                self.scrollToItem(renglon)
                return este
        with QSignalBlocker(self):
            self.setCurrentIndex(QModelIndex())
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key(), event.modifiers():
            case (Qt.Key.Key_Up, m) if m == _ALT:
                self.pide_mover.emit(-1)
            case (Qt.Key.Key_Down, m) if m == _ALT:
                self.pide_mover.emit(1)
            case (Qt.Key.Key_F2 | Qt.Key.Key_Return | Qt.Key.Key_Enter, _):
                self.pide_cambiar.emit()
            case (Qt.Key.Key_Insert, _):
                self.pide_agregar.emit()
            case (Qt.Key.Key_Delete, _):
                self.pide_quitar.emit()
            case _:
                super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """No lo mueve el índice: lo mueve el plan, si se puede, y el índice se vuelve a leer."""
        sobre = _nodo(self.itemAt(event.position().toPoint()))
        donde = self.dropIndicatorPosition()
        entre = {
            QAbstractItemView.DropIndicatorPosition.AboveItem: -1,
            QAbstractItemView.DropIndicatorPosition.BelowItem: 1,
        }.get(donde, 0)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if sobre is not None and (movido := self.nodo()) is not None:
            self.solto.emit(movido, sobre, entre)

    def _colgar(self, nodo: Nodo, de: QTreeWidgetItem | None) -> None:
        renglon = QTreeWidgetItem([nodo.rotulo])
        renglon.setData(0, _NODO, nodo)
        renglon.setToolTip(0, sin_marcado(nodo.rotulo))
        if nodo.clase == "lugar":
            letra = renglon.font(0)
            letra.setBold(de is None)
            renglon.setFont(0, letra)
        if de is None:
            self.addTopLevelItem(renglon)
        else:
            de.addChild(renglon)
        for hijo in nodo.hijos:
            self._colgar(hijo, renglon)

    def _renglones(self) -> list[QTreeWidgetItem]:
        pendientes = [self.topLevelItem(n) for n in range(self.topLevelItemCount())]
        todos: list[QTreeWidgetItem] = []
        while pendientes:
            if (renglon := pendientes.pop(0)) is not None:
                todos.append(renglon)
                pendientes += [renglon.child(n) for n in range(renglon.childCount())]
        return todos

    def _abiertos(self) -> set[tuple[str, str, str]]:
        return {
            nodo.cual for cada in self._renglones() if cada.isExpanded() and (nodo := _nodo(cada)) is not None
        }


def _nodo(renglon: QTreeWidgetItem | None) -> Nodo | None:
    return renglon.data(0, _NODO) if renglon is not None else None
