"""Una gráfica en la ventana: pintada con la paleta, leíble con el teclado y copiable como imagen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip

from ut_escritorio.dominio.graficas.dibujar import dibujar
from ut_escritorio.dominio.graficas.grafica import Grafica
from ut_escritorio.dominio.graficas.trazos import Sitio
from ut_escritorio.interfaz.comunes.aspecto.paleta import tonos
from ut_escritorio.interfaz.comunes.aspecto.sin_nombrar_qt import poner
from ut_escritorio.interfaz.comunes.listas import al_pedirlo
from ut_escritorio.interfaz.comunes.listas.copiable import accion_de
from ut_escritorio.interfaz.tablero.pintura import como_imagen, medidas, pintar
from ut_escritorio.interfaz.tablero.reserva import ReservaDeGrafica

_A_LOS_LADOS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_HACIA_ABAJO = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class VistaDeGrafica(ReservaDeGrafica):
    """Las flechas y el ratón van diciendo cada barra, y `pide_ir` sale con la que se abre."""

    pide_ir = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.datos = Grafica("meses", "", ())
        self.actual = 0
        poner(self, focusPolicy="StrongFocus", contextMenuPolicy="ActionsContextMenu")
        self.setMouseTracking(True)
        accion_de(self, "Copiar como &imagen", "Ctrl+C", self._copiar)

    def poner(self, datos: Grafica) -> None:
        """Pinta esa gráfica."""
        self.datos = datos
        self.actual = min(self.actual, max(0, len(datos.barras) - 1))
        self._nombrar()
        self.update()

    def sitios(self) -> tuple[Sitio | None, ...]:
        """Dónde está ahora cada barra."""
        elegida = self.actual if self.hasFocus() else None
        return dibujar(self.datos, self.width(), self.height(), medidas(self.font()), elegida).sitios

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        pincel = QPainter(self)
        pintar(pincel, self.datos, QRectF(self.rect()), tonos(), self.actual if self.hasFocus() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        tecla = Qt.Key(event.key())
        pasos = {**_A_LOS_LADOS, **(_HACIA_ABAJO if self.datos.clase == "metas" else {})}
        if self.datos.barras and tecla in pasos:
            self.actual = (self.actual + pasos[tecla]) % len(self.datos.barras)
            self._nombrar()
            self.update()
        elif self.datos.barras and tecla in _ENTER:
            self.pide_ir.emit(self.actual)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cual = self._debajo(event)
        dicho = "" if cual is None else self.datos.dice(self.datos.barras[cual])
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
        """Cuál está bajo el ratón: en su columna o, en las metas, en su renglón."""
        if self.datos.en_vez:
            return None
        x, y = event.position().x(), event.position().y()

        def esta(sitio: Sitio | None) -> bool:
            if sitio is None:
                return False
            if self.datos.clase == "metas":
                return sitio.y <= y <= sitio.base
            return sitio.x <= x <= sitio.x + sitio.ancho

        return next((n for n, sitio in enumerate(self.sitios()) if esta(sitio)), None)

    def _copiar(self) -> None:
        imagen = como_imagen(self.datos)
        al_pedirlo.portapapeles().copiar_imagen(self, f"la gráfica de {self.datos.titulo}", imagen)

    def _nombrar(self) -> None:
        """Dice la gráfica entera a quien no la ve, y la barra en que está el cursor."""
        self.setAccessibleName(self.datos.dicha)
        barras = self.datos.barras
        self.setAccessibleDescription(self.datos.dice(barras[self.actual]) if barras else "")
