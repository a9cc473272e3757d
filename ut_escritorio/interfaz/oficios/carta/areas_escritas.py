"""Donde se escriben áreas en «A varias áreas»: se completan, y Enter las agrega."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from ut_escritorio.interfaz.comunes.campos.sugerencias import Sugerencias
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio


def es_tomar(tecla: QKeyEvent) -> bool:
    """Si es Ctrl+Enter."""
    entra = tecla.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return entra and bool(tecla.modifiers() & Qt.KeyboardModifier.ControlModifier)


class AreasEscritas(CampoLimpio):
    """Donde se escriben áreas; las celdas de Excel no caben en él, y van a la lista."""

    pide_pegar = Signal()
    pide_tomar = Signal()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if es_tomar(arg__1):
            self.pide_tomar.emit()
            return
        if arg__1.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.returnPressed.emit()  # y no sigue: el cuadro pasaría el cursor al botón de junto
            return
        es_pegar = QKeySequence(arg__1.keyCombination()) == QKeySequence("Ctrl+V")
        if es_pegar and {"\t", "\n"} & {*QGuiApplication.clipboard().text().rstrip("\r\n")}:
            self.pide_pegar.emit()
        else:
            super().keyPressEvent(arg__1)


class SugerenciasDeAreas(Sugerencias):
    """Enter toma la opción y además la agrega."""

    def _al_entrar(self, tecla: QKeyEvent) -> bool:
        hecho = super()._al_entrar(tecla)
        if es_tomar(tecla) and isinstance(self._campo, AreasEscritas):
            self._campo.pide_tomar.emit()
        else:
            self._campo.returnPressed.emit()
        return hecho
