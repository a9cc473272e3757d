"""La celda en uso de los asuntos queda a la vista en su hoja, sola o con los datos que abrió."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from ut_escritorio.interfaz.componente.asuntos.bloque import BloqueDeAsuntos

_AL_ACOMODARSE = 40  # milisegundos
_AIRE = 8


class SeguirLaCelda(QObject):
    """Abiertos sus datos, la tabla cede el alto que haga falta; se le devuelve al seguir con el teclado."""

    def __init__(self, hoja: QScrollArea, bloque: BloqueDeAsuntos) -> None:
        super().__init__(bloque)
        self._hoja, self._bloque, self._con_datos = hoja, bloque, False
        self._pausa = QTimer(self, singleShot=True, interval=_AL_ACOMODARSE)
        self._pausa.timeout.connect(self._seguir)
        for pieza in (hoja.viewport(), bloque):
            pieza.installEventFilter(self)

    def al_moverse(self) -> None:
        """Pasó a otra celda; con el ratón a medio clic la tabla no se mueve de donde está."""
        if not QGuiApplication.mouseButtons().value:
            self._con_datos = False
        self._pausa.start()

    def con_sus_datos(self) -> None:
        """Los datos de la celda se abrieron: se ven las dos cosas."""
        self._con_datos = True
        self._pausa.start()

    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        """Se abrió la tira de anotar o cambió lo de arriba: la celda ya no está donde estaba."""
        cambia = QEvent.Type.Move if arg__1 is self._bloque else QEvent.Type.Resize
        if arg__2.type() == cambia and self._bloque.isVisible():
            self._pausa.start()
        return super().eventFilter(arg__1, arg__2)

    def _seguir(self) -> None:
        dentro = self._hoja.widget()
        if not isValid(self._bloque) or dentro is None or not self._en_uso():
            return
        alto, datos = self._hoja.viewport().height(), self._bloque.datos()
        if self._bloque.ceder(alto - datos.height() - 3 * _AIRE if self._con_datos else None):
            self._pausa.start()
            return
        caja = self._bloque.celda()
        celda = self._bloque.mapTo(dentro, caja.center())
        if self._con_datos:
            fin = self._bloque.mapTo(dentro, QPoint(0, self._bloque.datos().bottom())).y()
            self._hoja.ensureVisible(celda.x(), fin, 0, _AIRE)
        self._hoja.ensureVisible(celda.x(), celda.y(), 0, min(2 * caja.height(), alto // 2))
        con_cursor = self._hoja.window().focusWidget()
        if self._con_datos and con_cursor in self._bloque.formulario.findChildren(QWidget):
            assert con_cursor is not None
            self._hoja.ensureWidgetVisible(con_cursor, 0, _AIRE)  # donde no cabe todo, lo que se escribe

    def _en_uso(self) -> bool:
        """Si tiene celda, y el cursor está en ella o fuera de la hoja, como en la tira de anotar."""
        con_cursor = self._hoja.window().focusWidget()
        en_otra_parte = self._hoja.isAncestorOf(con_cursor) and not self._bloque.isAncestorOf(con_cursor)
        return self._bloque.celda().isValid() and not (con_cursor is not None and en_otra_parte)
