"""El cuadro de diálogo que nunca es más grande que la pantalla: lo que no cabe se recorre con su barra."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QStyle, QVBoxLayout, QWidget

from ut_escritorio.interfaz.comunes.aspecto.piezas import con_barra

_MARCO = QSize(16, 48)
"""Lo que pueden quitar la barra de título y las orillas, que antes de verse no se saben."""


class Dialogo(QDialog):
    """Se mide en letras, sin pasar de lo que la pantalla da."""

    def medir(self, letras: int, renglones: int = 0) -> None:
        """Pide al menos ese ancho en letras y, si se dan, esos renglones de alto."""
        medidas, cabe = self.fontMetrics(), self.lo_que_cabe()
        self.setMinimumWidth(min(medidas.averageCharWidth() * letras, cabe.width()))
        if renglones:
            self.resize(QSize(self.minimumWidth(), medidas.height() * renglones).boundedTo(cabe))

    def lo_que_cabe(self) -> QSize:
        """Lo más que puede medir en su pantalla."""
        # Antes de verse no está en ninguna pantalla: se abre en la de su ventana.
        return (self.parentWidget() or self).screen().availableGeometry().size() - _MARCO

    def showEvent(self, arg__1: QShowEvent) -> None:
        if not arg__1.spontaneous():
            self._caber()
        super().showEvent(arg__1)

    def event(self, arg__1: QEvent) -> bool:
        """Si lo de adentro pide más alto, como un aviso que sale, se le da."""
        hecho = super().event(arg__1)
        if arg__1.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._dar_su_alto()
        return hecho

    def _caber(self) -> None:
        acomodo, cabe = self.layout(), self.lo_que_cabe()
        if acomodo is not None and not _entra(acomodo, min(self.width(), cabe.width()), cabe):
            dentro = QWidget()
            dentro.setLayout(acomodo)
            afuera = QVBoxLayout(self)
            afuera.setContentsMargins(0, 0, 0, 0)
            afuera.addWidget(con_barra(dentro))
            barra = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
            self.setMinimumWidth(max(self.minimumWidth(), acomodo.minimumSize().width() + barra))
        self._dar_su_alto()

    def _dar_su_alto(self) -> None:
        """El de sus renglones partidos a este ancho, que de suyo Qt no cuenta como lo menos que mide."""
        acomodo, cabe = self.layout(), self.lo_que_cabe()
        partido = max(0, acomodo.minimumHeightForWidth(self.width())) if acomodo is not None else 0
        self.setMinimumSize(self.minimumSize().expandedTo(QSize(0, partido)).boundedTo(cabe))
        self.resize(self.size().boundedTo(cabe))


def _entra(acomodo: QLayout, ancho: int, cabe: QSize) -> bool:
    """Si lo menos que mide, con sus renglones partidos a ese ancho, no pasa de lo que cabe."""
    partido = QSize(0, max(0, acomodo.minimumHeightForWidth(ancho)))
    pide = acomodo.minimumSize().expandedTo(partido)
    return pide.boundedTo(cabe) == pide
