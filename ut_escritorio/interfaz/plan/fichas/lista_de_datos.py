"""Los datos que se ofrecen al escribir «<» en un texto del plan: se escogen sin soltar el teclado."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit

from ut_escritorio.dominio.cambios_del_plan.armado.ofrecidos import Sugerido
from ut_escritorio.interfaz.comunes.campos.lista_cerrada import ListaCerrada

_ABREN, _CIERRAN = "<‹", ">›"
_A_LA_VISTA, _CUANTOS = 10, 60
_LARGO, _ANCHO = 80, 380


class ListaDeDatos(QCompleter):
    """Lo que va con lo tecleado tras el «<»: Enter, Tab o un clic lo pone; Esc la cierra."""

    def __init__(
        self,
        texto: QPlainTextEdit,
        ofrece: Callable[[str], Iterable[Sugerido]],
        poner: Callable[[Sugerido], object],
    ) -> None:
        super().__init__(texto)
        self._texto, self._ofrece, self._poner = texto, ofrece, poner
        self._lista, self._hay = QStringListModel(self), list[Sugerido]()
        self._desplegada = QListView()
        self.setPopup(self._desplegada)
        self.setModel(self._lista)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(_A_LA_VISTA)
        self.setWidget(texto)
        ListaCerrada(self._desplegada, texto)
        self._desplegada.clicked.connect(self._escoger)
        texto.textChanged.connect(self._al_teclear)

    def _tecleado(self) -> str | None:
        """Lo escrito tras el «<» que sigue abierto donde está el cursor; None si ahí no hay uno."""
        cursor = self._texto.textCursor()
        escrito, en = cursor.block().text(), cursor.positionInBlock()
        abre = max(escrito.rfind(signo, 0, en) for signo in _ABREN)
        tecleado = escrito[abre + 1 : en]
        if abre < 0 or len(tecleado) > _LARGO or any(signo in tecleado for signo in _CIERRAN):
            return None
        sigue = next((letra for letra in escrito[en:] if letra in _ABREN + _CIERRAN), "")
        return None if sigue and sigue in _CIERRAN else tecleado

    def _al_teclear(self) -> None:
        tecleado = self._tecleado() if self._texto.hasFocus() else None
        self._hay = [] if tecleado is None else list(islice(self._ofrece(tecleado), _CUANTOS))
        self._lista.setStringList([cada.dicho for cada in self._hay])
        if not self._hay:
            self._desplegada.hide()
            return
        donde = self._texto.cursorRect()
        donde.setWidth(min(_ANCHO, self._texto.width()))
        donde.moveLeft(min(donde.left(), self._texto.width() - donde.width()))
        self.complete(donde)
        self._desplegada.setCurrentIndex(self._lista.index(0))

    def _escoger(self, cual: QModelIndex) -> None:
        """Quita lo tecleado desde el «<» y pone el dato en su lugar."""
        self._desplegada.hide()
        tecleado = self._tecleado()
        if tecleado is None or not 0 <= cual.row() < len(self._hay):
            return
        elegido, cursor = self._hay[cual.row()], self._texto.textCursor()
        for _ in range(len(tecleado) + 1):
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor)
        self._texto.setTextCursor(cursor)
        self._poner(elegido)

    def eventFilter(self, o: QObject, e: QEvent) -> bool:
        desplegada = o is self._desplegada and self._desplegada.isVisible()
        if desplegada and isinstance(e, QKeyEvent) and e.type() == QEvent.Type.KeyPress:
            sola = e.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if sola and e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                self._escoger(self._desplegada.currentIndex())
                return True
            if e.key() == Qt.Key.Key_Escape:
                self._desplegada.hide()
                return True
        return super().eventFilter(o, e)
