"""Los campos por donde entra texto: lo que se teclea, se pega o se suelta en ellos llega limpio y entero."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ut_escritorio.dominio.palabras.limpieza import (
    limpio,
    limpio_al_teclear,
    limpio_por_renglones,
)
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.entrada.recibido import TOPE, decir_junto, texto_de


class CampoLimpio(QLineEdit):
    """Un campo de un renglón. Lo que no cabe entero no entra, y se dice: nada se corta a callar."""

    def __init__(self, texto: str = "", padre: QWidget | None = None) -> None:
        super().__init__(padre)
        self.setMaxLength(TOPE)
        self._puerta = _Puerta(self)
        self.setValidator(self._puerta)
        self.inputRejected.connect(self._puerta.rechazar)
        self.setText(texto)

    def setReadOnly(self, arg__1: bool) -> None:
        """Lo que solo se lee se ve: no parece que espere que se escriba en él."""
        if arg__1 != self.isReadOnly():
            super().setReadOnly(arg__1)
            _vestir(self, arg__1)

    def setPlaceholderText(self, arg__1: str) -> None:
        """Lo que se pide, en gris; donde no quepa, se lee entero al posarse."""
        super().setPlaceholderText(arg__1)
        if not self.toolTip():
            self.setToolTip(arg__1)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly():
            self._pegar()
        elif arg__1.key() == Qt.Key.Key_Insert and not self.hasSelectedText():
            arg__1.ignore()  # sin nada que copiar, Ctrl+Insert es de la pestaña: Qt se quedaría con él
        else:
            super().keyPressEvent(arg__1)

    def _pegar(self) -> None:
        try:
            texto = texto_de(QGuiApplication.clipboard().mimeData())
        except ValorInvalido as reparo:
            decir_junto(self, f"No se pegó nada. {reparo}")
        else:
            self.insert(limpio_al_teclear(texto))


class _Puerta(QValidator):
    """Por aquí pasa Qt todo lo que entra al campo, venga de donde venga."""

    def __init__(self, campo: QLineEdit) -> None:
        super().__init__(campo)
        self._campo = campo
        self._no_cupo = self._rechazado = False

    def rechazar(self) -> None:
        """Qt ya cortó lo que no cabía: lo que quedó tampoco entra. De ese rechazo también avisa."""
        self._no_cupo, self._rechazado = not self._rechazado, False

    def validate(self, arg__1: str, arg__2: int) -> tuple[QValidator.State, str, int]:
        if self._no_cupo:
            self._no_cupo, self._rechazado = False, True
            decir_junto(self._campo, f"No se puso nada: no cabe entero. Aquí caben {TOPE:,} letras.")
            return QValidator.State.Invalid, arg__1, arg__2
        return (
            QValidator.State.Acceptable, limpio_al_teclear(arg__1), len(limpio_al_teclear(arg__1[:arg__2])),
        )  # fmt: skip


def _vestir(pieza: QWidget, solo_se_lee: bool) -> None:
    paleta = pieza.palette()
    paleta.setColor(paleta.ColorRole.Base, color("calculado" if solo_se_lee else "hoja"))
    pieza.setPalette(paleta)


class CuadroLimpio(QPlainTextEdit):
    """Un cuadro de texto: con `en_un_renglon`, los renglones de lo que se pegue se juntan."""

    def __init__(self, texto: str = "", *, en_un_renglon: bool = False) -> None:
        super().__init__(texto)
        self._al_entrar = limpio_al_teclear if en_un_renglon else limpio_por_renglones
        self.limpiar = limpio if en_un_renglon else limpio_por_renglones

    def setReadOnly(self, ro: bool) -> None:
        """Como el campo: lo que solo se lee se ve."""
        if ro != self.isReadOnly():
            super().setReadOnly(ro)
            _vestir(self, ro)

    def limpio(self) -> str:
        """Lo escrito, ya limpio."""
        return self.limpiar(self.toPlainText())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not self.isReadOnly()  # lo que no sea texto también llega, para decir por qué no

    def insertFromMimeData(self, source: QMimeData) -> None:
        try:
            self.insertPlainText(self._al_entrar(texto_de(source)))
        except ValorInvalido as reparo:
            decir_junto(self, f"No se pegó nada. {reparo}")
