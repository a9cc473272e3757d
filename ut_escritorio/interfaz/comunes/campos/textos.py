"""El cuadro de texto largo que se guarda solo: tras una pausa y al salir de él."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDropEvent, QFocusEvent, QTextCursor

from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CuadroLimpio
from ut_escritorio.interfaz.comunes.sesion.sin_guardar import ConPendiente

_PAUSA = 1500


class TextoLargo(CuadroLimpio, ConPendiente):
    """`guardar` sale con el texto cuando ella hace una pausa o se va, solo si cambió.

    `visita` es otra cada vez que entra: lo guardado en una misma se deshace junto. `reparo` sale con lo
    que se dice a su pie: por qué no se guardó (vacío: nada).
    """

    guardar = Signal(str)
    reparo = Signal(str)

    def __init__(self, nombre: str, renglones: int = 4, *, en_un_renglon: bool = False) -> None:
        super().__init__(en_un_renglon=en_un_renglon)
        self.setAccessibleName(nombre)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * renglones + 14)
        self._guardado = ""
        self._guardando = False
        self.por_que = ""
        self.visita = ""
        self._pausa = QTimer(self, singleShot=True, interval=_PAUSA)
        self._pausa.timeout.connect(self.guardar_ya)
        self.textChanged.connect(self._pausa.start)

    def poner(self, valor: str) -> None:
        """Muestra un texto guardado; lo que ella esté escribiendo no se toca."""
        escribe = self._guardando or (self.sin_confirmar() and self.hasFocus())
        self._guardado = valor
        if not escribe or not self.sin_confirmar():
            # El espacio que acaba de teclear al final no se le quita mientras sigue ahí.
            if not self.hasFocus() or self.sin_confirmar():
                self._mostrar(valor)
            self._reparar("")

    def no_se_guardo(self, texto: str, por_que: str) -> None:
        """Deja a la vista lo escrito y por qué no está guardado."""
        if not self.sin_confirmar():
            self._mostrar(texto)
        self._reparar(por_que)

    def soltar(self) -> None:
        """Lo que se ve deja de contar: enseguida se mostrará otra cosa."""
        self._guardado = self.toPlainText()
        self._reparar("")

    def _mostrar(self, texto: str) -> None:
        if self.toPlainText() != texto:
            self.setPlainText(texto)
            self.moveCursor(QTextCursor.MoveOperation.End)
        self._pausa.stop()

    def _reparar(self, por_que: str) -> None:
        if por_que != self.por_que:
            self.por_que = por_que
            self.setAccessibleDescription(por_que)
            self.reparo.emit(por_que)

    def sin_confirmar(self) -> bool:
        """Si hay algo escrito que aún no se guarda."""
        return self.limpio() != self.limpiar(self._guardado)

    def guardar_ya(self) -> None:
        """Guarda lo escrito, si es otra cosa que lo guardado."""
        self._pausa.stop()
        if not self.sin_confirmar() and not self.por_que:
            return
        self._guardado = self.limpio()
        self._reparar("")
        # Mientras se guarda, nada de lo que se relea del archivo toca lo escrito.
        self._guardando = True
        self.guardar.emit(self._guardado)
        self._guardando = False
        if not self.por_que and not self.hasFocus():
            self._mostrar(self._guardado)

    def dropEvent(self, e: QDropEvent) -> None:
        """Lo que se suelta encima se guarda: aquí no está el cursor, y nadie lo confirmaría."""
        super().dropEvent(e)
        self.guardar_ya()

    def focusInEvent(self, e: QFocusEvent) -> None:
        super().focusInEvent(e)
        self.visita = uuid4().hex

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.guardar_ya()
