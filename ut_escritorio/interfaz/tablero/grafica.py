"""La gráfica de barras de una cifra, pintada con la paleta y leíble con el teclado."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip

from ut_escritorio.dominio.plan.cifras import Numero
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.tablero.barras import ABAJO, ARRIBA, Barra, barras
from ut_escritorio.interfaz.tablero.reserva import ReservaDeGrafica


class Grafica(ReservaDeGrafica):
    """Barras por mes; las flechas y el ratón van diciendo cada una."""

    def __init__(self) -> None:
        super().__init__()
        self._titulo = ""
        self._valores: tuple[Numero | None, ...] = ()
        self._rotulos: tuple[str, ...] = ()
        self.actual = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def poner(self, titulo: str, valores: tuple[Numero | None, ...], rotulos: tuple[str, ...]) -> None:
        """Pinta esos valores."""
        self._titulo, self._valores, self._rotulos = titulo, valores, rotulos
        self.actual = min(self.actual, max(0, len(valores) - 1))
        self._nombrar()
        self.update()

    def barras(self) -> tuple[Barra, ...]:
        """Las barras en su lugar de ahora."""
        return barras(self._valores, self._rotulos, self.width(), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        pincel = QPainter(self)
        _llenar(pincel, QRectF(self.rect()), "boton")
        for indice, barra in enumerate(self.barras()):
            self._pintar(pincel, barra, self.hasFocus() and indice == self.actual)
        base = self.height() - ABAJO
        pincel.setPen(QPen(color("raya"), 1))
        pincel.drawLine(0, int(base), self.width(), int(base))

    def _pintar(self, pincel: QPainter, barra: Barra, con_cursor: bool) -> None:
        _llenar(pincel, QRectF(barra.x, barra.y, barra.ancho, barra.alto), "acento")
        junto = Qt.AlignmentFlag.AlignHCenter
        pincel.setPen(color("letra"))
        numero = "" if barra.valor is None else str(barra.valor)
        pincel.drawText(QRectF(barra.x - 20, barra.y - ARRIBA, barra.ancho + 40, ARRIBA), junto, numero)
        pincel.setPen(color("letra_tenue"))
        pie = QRectF(barra.x - 20, self.height() - ABAJO + 2, barra.ancho + 40, ABAJO)
        pincel.drawText(pie, junto, barra.rotulo)
        if con_cursor:
            pincel.setPen(QPen(color("letra"), 2))
            pincel.drawRect(QRectF(barra.x - 3, barra.y - 3, barra.ancho + 6, barra.alto + 5))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        salto = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if not salto or not self._valores:
            super().keyPressEvent(event)
            return
        self.actual = (self.actual + salto) % len(self._valores)
        self._nombrar()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        en = event.position().x()
        debajo = next((b for b in self.barras() if b.x <= en <= b.x + b.ancho), None)
        QToolTip.showText(event.globalPosition().toPoint(), debajo.dice if debajo else "", self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _nombrar(self) -> None:
        """Dice la gráfica entera a quien no la ve, y la barra en que está el cursor."""
        todas = [barra.dice for barra in self.barras()]
        self.setAccessibleName(f"Gráfica de {self._titulo}: {'; '.join(todas)}")
        self.setAccessibleDescription(todas[self.actual] if todas else "")


def _llenar(pincel: QPainter, caja: QRectF, tinta: str) -> None:
    # fillRect haría que PySide cargara antes de pintar todos los degradados de Qt.
    pincel.setPen(Qt.PenStyle.NoPen)
    pincel.setBrush(color(tinta))
    pincel.drawRect(caja)
    pincel.setBrush(Qt.BrushStyle.NoBrush)
