"""El cuadro de diálogo donde se escriben datos: Enter pasa al siguiente, y nunca lo cierra sin querer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton

from ut_escritorio.interfaz.comunes.dialogos.sin_perderlo import SinPerderlo


class DialogoDeDatos(SinPerderlo):
    """Solo en un botón, Enter hace lo que el botón dice."""

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        es_enter = arg__1.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        con_el_cursor = self.focusWidget()
        if es_enter and isinstance(con_el_cursor, QLineEdit):
            self.focusNextChild()
        elif es_enter and isinstance(con_el_cursor, QPushButton) and not arg__1.isAutoRepeat():
            con_el_cursor.click()  # de suyo, Qt solo oprime así el que va por omisión
        else:
            super().keyPressEvent(arg__1)
