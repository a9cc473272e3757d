"""La gráfica de barras de una cifra, pintada con la paleta, leíble con el teclado y copiable como imagen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip

from ut_escritorio.interfaz.comunes.aspecto.paleta import tonos
from ut_escritorio.interfaz.comunes.aspecto.sin_nombrar_qt import poner
from ut_escritorio.interfaz.comunes.listas import al_pedirlo
from ut_escritorio.interfaz.comunes.listas.copiable import accion_de
from ut_escritorio.interfaz.tablero.barras import Barra, Datos, barras
from ut_escritorio.interfaz.tablero.pintura import como_imagen, pintar
from ut_escritorio.interfaz.tablero.reserva import ReservaDeGrafica

_PASOS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Grafica(ReservaDeGrafica):
    """Barras por mes; las flechas y el ratón van diciendo cada una, y `pide_ir` sale con la que se abre."""

    pide_ir = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.datos = Datos()
        self.actual = 0
        poner(self, focusPolicy="StrongFocus", contextMenuPolicy="ActionsContextMenu")
        self.setMouseTracking(True)
        accion_de(self, "Copiar como &imagen", "Ctrl+C", self._copiar)

    def poner(self, datos: Datos) -> None:
        """Pinta esos valores."""
        self.datos = datos
        self.actual = min(self.actual, max(0, len(datos.valores) - 1))
        self._nombrar()
        self.update()

    def barras(self) -> tuple[Barra, ...]:
        """Las barras en su lugar de ahora."""
        return barras(self.datos, self.width(), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        pincel = QPainter(self)
        pintar(pincel, self.datos, QRectF(self.rect()), tonos(), self.actual if self.hasFocus() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        tecla = Qt.Key(event.key())
        if self.datos.valores and tecla in _PASOS:
            self.actual = (self.actual + _PASOS[tecla]) % len(self.datos.valores)
            self._nombrar()
            self.update()
        elif self.datos.valores and tecla in _ENTER:
            self.pide_ir.emit(self.actual)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cual = self._debajo(event)
        dicho = "" if cual is None else self.barras()[cual].dice
        QToolTip.showText(event.globalPosition().toPoint(), dicho, self)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (cual := self._debajo(event)) is not None:
            self.pide_ir.emit(cual)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _debajo(self, event: QMouseEvent) -> int | None:
        """Cuál está bajo el ratón."""
        en = event.position().x()
        todas = self.barras() if not self.datos.en_vez else ()
        return next((n for n, b in enumerate(todas) if b.x <= en <= b.x + b.ancho), None)

    def _copiar(self) -> None:
        imagen = como_imagen(self.datos)
        al_pedirlo.portapapeles().copiar_imagen(self, f"la gráfica de {self.datos.titulo}", imagen)

    def _nombrar(self) -> None:
        """Dice la gráfica entera a quien no la ve, y la barra en que está el cursor."""
        todas = [barra.dice for barra in self.barras()]
        dicho = self.datos.en_vez or "; ".join(todas)
        self.setAccessibleName(f"Gráfica de {self.datos.leyenda}: {dicho}")
        self.setAccessibleDescription(todas[self.actual] if todas else "")
