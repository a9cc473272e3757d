"""El campo de un renglón que se guarda al salir de él, y lo que se dice a su pie si no se pudo."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.iconos import dibujo
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, sin_marcado
from ut_escritorio.interfaz.comunes.campos.textos import TextoLargo
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio
from ut_escritorio.interfaz.comunes.sesion.pendientes import falla_de
from ut_escritorio.interfaz.comunes.sesion.senales import SIGNOS, Gravedad
from ut_escritorio.interfaz.comunes.sesion.sin_guardar import ConPendiente

_SIN_TOPE = 16_777_215
"""El ancho que Qt le da por tope a la pieza que no lleva ninguno."""


class CampoEscrito(CampoLimpio, ConPendiente):
    """Guarda al salir de él o con Enter; Esc lo deja como estaba.

    `cambio` sale con el valor escrito; `rechazado`, con lo que no puede ser y por qué; `reparo`, con lo
    que se dice a su pie (vacío: nada). Cada clase de campo sabe `leer` lo escrito y `decir` un valor.
    """

    cambio = Signal(object)
    rechazado = Signal(str, str)
    reparo = Signal(str)

    def __init__(self, nombre: str, ayuda: str = "", valor: Any = None) -> None:
        super().__init__()
        self.setAccessibleName(nombre)
        self._ayuda, self._valor = ayuda, valor
        self.setToolTip(ayuda)
        self.por_que = ""
        self.editingFinished.connect(self.guardar_ya)

    def leer(self, texto: str) -> Any:
        """El valor de lo escrito; ErrorEsperado si no puede ser."""
        raise NotImplementedError

    def decir(self, valor: Any) -> str:
        """Cómo se escribe un valor."""
        raise NotImplementedError

    def escrito(self) -> Any:
        """El valor de lo que se ve, aunque aún no se guarde; el guardado si no se entiende."""
        try:
            return self.leer(limpio(self.text()))
        except ErrorEsperado:
            return self._valor

    def entendido(self) -> Any:
        """El valor de lo que se ve, aunque aún no se guarde; None si no se entiende."""
        try:
            return self.leer(limpio(self.text()))
        except ErrorEsperado:
            return None

    def poner(self, valor: Any) -> None:
        """Muestra lo guardado, salvo que ella esté escribiendo otra cosa."""
        escribe = self.hasFocus() and self.sin_confirmar()
        self._valor = valor
        if not escribe or not self.sin_confirmar():
            self._mostrar()

    def no_se_guardo(self, texto: str, por_que: str) -> None:
        """Deja a la vista lo escrito y por qué no está guardado."""
        if not self.sin_confirmar():
            self.setText(texto)
        self._reparar(por_que)

    def soltar(self) -> None:
        """Deja de intentar guardar lo escrito."""
        self._mostrar()

    def sin_confirmar(self) -> bool:
        """Si hay algo escrito que aún no se guarda."""
        return limpio(self.text()) != limpio(self.decir(self._valor))

    def guardar_ya(self) -> None:
        """Guarda lo escrito, si es otra cosa que lo guardado."""
        # No se mira isModified(): lo que pone la lista de nombres no cuenta ahí como cambio.
        texto = limpio(self.text())
        if not self.por_que and not self.sin_confirmar():
            return
        try:
            valor = self.leer(texto)
        except ErrorEsperado as error:
            if str(error) != self.por_que:
                self._reparar(str(error))
                self.rechazado.emit(texto, str(error))
            return
        self._elegir(valor)

    def _elegir(self, valor: Any) -> None:
        cambio = bool(self.por_que) or valor != self._valor
        self._valor = valor
        self._mostrar()
        if cambio:
            self.cambio.emit(valor)

    def _mostrar(self) -> None:
        dicho = self.decir(self._valor)
        if self.text() != dicho:
            self.setText(dicho)
            self.setCursorPosition(0)
        self.setModified(False)
        self._reparar("")

    def _reparar(self, por_que: str) -> None:
        if por_que == self.por_que:
            return
        self.por_que = por_que
        paleta = self.palette()
        paleta.setColor(paleta.ColorRole.Text, color("error" if falla_de(por_que) else "letra"))
        self.setPalette(paleta)
        self.setToolTip(sin_marcado(por_que) or self._ayuda)
        self.setAccessibleDescription(por_que)
        self.reparo.emit(por_que)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.key() == Qt.Key.Key_Escape and (self.por_que or self.sin_confirmar()):
            self._elegir(self._valor)
        else:
            super().keyPressEvent(arg__1)

    def dropEvent(self, arg__1: QDropEvent) -> None:
        """Lo que se suelta encima se guarda: aquí no está el cursor, y nadie lo confirmaría."""
        super().dropEvent(arg__1)
        self.guardar_ya()

    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        # Con la lista de nombres desplegada Qt no avisa que se terminó de escribir.
        if arg__1.reason() != Qt.FocusReason.PopupFocusReason:
            self.guardar_ya()


class AlPie(QWidget):
    """Lo que se dice debajo de un campo, con su signo: por qué no se guardó o, si no, un aviso."""

    def __init__(self, campo: CampoEscrito | TextoLargo) -> None:
        super().__init__()
        self._reparo, self._aviso = "", ""
        self._signo, self.letrero = QLabel(), Letrero()
        hilera = QHBoxLayout(self)
        hilera.setContentsMargins(0, 0, 0, 2)
        hilera.addWidget(self._signo, 0, Qt.AlignmentFlag.AlignTop)
        hilera.addWidget(self.letrero, 1)
        campo.reparo.connect(self._reparar)
        self.hide()

    def avisar(self, aviso: str) -> None:
        """Dice algo que conviene revisar; vacío, nada."""
        self._aviso = aviso
        self._decir()

    def _reparar(self, reparo: str) -> None:
        self._reparo = reparo
        self._decir()

    def _decir(self) -> None:
        gravedad: Gravedad = "corregir" if self._reparo else "revisar"
        nombre, tinta = SIGNOS[gravedad]
        espera = bool(self._reparo) and not falla_de(self._reparo)
        self._signo.setPixmap(dibujo(nombre, 16, tinta))
        self._signo.setVisible(not espera)
        self.letrero.decir(self._reparo or self._aviso, "letra_tenue" if espera else tinta)
        self.setVisible(bool(self._reparo or self._aviso))


def con_pie(campo: CampoEscrito | TextoLargo) -> tuple[QVBoxLayout, AlPie]:
    """El campo con lo que se dice debajo de él."""
    pie = AlPie(campo)
    acomodo = QVBoxLayout()
    acomodo.setContentsMargins(0, 0, 0, 0)
    acomodo.setSpacing(0)
    acomodo.addWidget(campo)
    if campo.maximumWidth() < _SIN_TOPE:  # si no, tampoco crecerían los demás de su columna
        acomodo.setAlignment(campo, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    acomodo.addWidget(pie)
    return acomodo, pie
