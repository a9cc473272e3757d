"""Lo recién agregado: mientras ella lo llena no se le señala lo que le falta; al dejarlo, sí."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from ut_escritorio.interfaz.comunes.sesion.revision_viva import RevisionViva


class Recien(QObject):
    """Se deja al elegir otro, o al llevar el cursor a otra parte de la ventana: no a un diálogo ni a otra."""

    def __init__(self, bloque: QWidget, revision: RevisionViva) -> None:
        super().__init__(bloque)
        self._bloque, self._revision = bloque, revision
        self._cual = ""
        bloque.destroyed.connect(revision.decirlo_despues)

    def llenar(self, origen: str) -> None:
        """Desde ahora se está llenando eso, donde ya está el cursor."""
        if not self._cual:
            self._aplicacion().focusChanged.connect(self._al_mover_el_cursor)
        self._cual = origen
        self._revision.callar(origen)

    def seguir_en(self, origen: str) -> None:
        """Se eligió eso; si es otra cosa, lo que se estaba llenando se dejó."""
        if self._cual and origen != self._cual:
            self._cual = ""
            self._aplicacion().focusChanged.disconnect(self._al_mover_el_cursor)
            self._revision.decirlo_todo()

    def _al_mover_el_cursor(self, _antes: QWidget | None, ahora: QWidget | None) -> None:
        if ahora is None or ahora.window() is not self._bloque.window():
            return
        if not self._bloque.isAncestorOf(ahora):
            self.seguir_en("")

    def _aplicacion(self) -> QApplication:
        aplicacion = QApplication.instance()
        assert isinstance(aplicacion, QApplication)
        return aplicacion
