"""Lo que se teclea de prisa y llega a una lista desplegada cuando ya se cerró."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class ListaCerrada(QObject):
    """Cerrada la lista, sus teclas son de donde está el cursor; si no, Qt las escribe en su campo.

    Con el equipo ocupado, lo tecleado tras el Tab se manda a la lista antes de que se cierre. También se
    avisa tarde que se veía, y por eso no da el cursor a su campo: al volver a la ventana quedaría ahí.
    """

    def __init__(self, lista: QWidget, campo: QWidget) -> None:
        super().__init__(lista)
        self._campo = campo
        lista.setFocusProxy(None)  # pyright: ignore[reportArgumentType]
        lista.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        cerrada = isinstance(watched, QWidget) and not watched.isVisible()
        if not (cerrada and isinstance(event, QKeyEvent)):
            return super().eventFilter(watched, event)
        # Mientras se avisa que se veía la lista, nada tiene el cursor: es de donde va a volver.
        donde = QApplication.focusWidget() or self._campo.window().focusWidget()
        if donde is not None and donde is not watched:
            copia = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
            QCoreApplication.sendEvent(donde, copia)
        return True
