"""El valor alcanzado: propuesto en gris desde el programado y confirmado con Enter."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from ut_escritorio.dominio.foto import FotoTrimestre
from ut_escritorio.dominio.plan import Actividad, Lugar
from ut_escritorio.interfaz.comunes.paleta import color
from ut_escritorio.interfaz.comunes.piezas import llano
from ut_escritorio.interfaz.comunes.sesion import Sesion
from ut_escritorio.servicios.captura import fijar_alcanzado


def leer_porcentaje(texto: str) -> Decimal | None:
    """«30», «30 %» o «27.5»; ValueError si no es un porcentaje de 0 a 1000."""
    limpio = texto.replace("%", "").replace(",", ".").strip()
    if not limpio:
        return None
    try:
        valor = Decimal(limpio)
    except InvalidOperation as error:
        raise ValueError(texto) from error
    if not valor.is_finite() or not 0 <= valor <= 1000:
        raise ValueError(texto)
    return valor


def decir_porcentaje(valor: Decimal | None) -> str:
    """«30», «27.5»; vacío si no hay."""
    return "" if valor is None else f"{valor.normalize():f}"


class ValorAlcanzado(QWidget):
    """El programado y el campo del alcanzado de un lugar."""

    def __init__(self, sesion: Sesion, lugar: Lugar) -> None:
        super().__init__()
        self._sesion, self._lugar = sesion, lugar
        self.campo = _Campo()
        self.campo.editingFinished.connect(self._terminar)
        self._programado = QLabel()
        rotulo = QLabel("Va&lor alcanzado")
        rotulo.setBuddy(self.campo)
        acomodo = QHBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        for pieza in (rotulo, self.campo, QLabel("%"), self._programado):
            acomodo.addWidget(pieza)
        acomodo.addStretch()
        self.refrescar(sesion.foto)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Muestra lo guardado y, si no hay, lo programado en gris."""
        programado = (
            self._lugar.programado.get(foto.trimestre.numero) if isinstance(self._lugar, Actividad) else None
        )
        alcanzado = foto.alcanzado.get(self._lugar.clave)
        self.campo.propuesto = programado if alcanzado is None else None
        self.campo.setPlaceholderText(decir_porcentaje(programado))
        if not (self.campo.hasFocus() and self.campo.isModified()):
            self.campo.setText(decir_porcentaje(alcanzado))
        self._programado.setText(_explicar(programado, alcanzado))

    def _terminar(self) -> None:
        if self.campo.isModified():
            self._guardar(self.campo.text())

    def _guardar(self, texto: str) -> None:
        try:
            valor = leer_porcentaje(texto)
        except ValueError:
            self.campo.pintar(f"«{texto}» no es un porcentaje; escriba por ejemplo 30.")
            return
        self.campo.pintar("")
        self.campo.setModified(False)
        if valor != self._sesion.foto.alcanzado.get(self._lugar.clave):
            self._sesion.hacer(fijar_alcanzado, self._lugar.clave, valor)


class _Campo(QLineEdit):
    """Un porcentaje; con Enter sobre lo propuesto en gris, queda escrito."""

    def __init__(self) -> None:
        super().__init__()
        self.propuesto: Decimal | None = None
        self.setAccessibleName("Valor alcanzado, en porcentaje")
        self.setMaxLength(8)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * 9)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        es_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if es_enter and not self.text() and self.propuesto is not None:
            self.setText(decir_porcentaje(self.propuesto))
            self.setModified(True)
        super().keyPressEvent(event)

    def pintar(self, error: str) -> None:
        """Dice, en rojo y al posarse, por qué no se guardó; vacío: todo bien."""
        paleta = self.palette()
        paleta.setColor(paleta.ColorRole.Text, color("error" if error else "letra"))
        self.setPalette(paleta)
        self.setToolTip(llano(error))
        self.setAccessibleDescription(error)


def _explicar(programado: Decimal | None, alcanzado: Decimal | None) -> str:
    if programado is None:
        return "Falta" if alcanzado is None else ""
    if alcanzado is None:
        return f"Programado {decir_porcentaje(programado)} %: Enter lo confirma"
    return f"Programado {decir_porcentaje(programado)} %"
