"""El campo de fecha de la oficina: dd/mm/aaaa siempre, con atajos para no teclearla entera."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ut_escritorio.interfaz.comunes.paleta import color
from ut_escritorio.interfaz.comunes.piezas import llano

AYUDA = "dd/mm/aaaa; h es hoy, + y − mueven un día, 15 es ese día del mes"
_PARTES = re.compile(r"^(\d{1,2})(?:[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?)?$")


def leer_fecha(texto: str, cerca_de: date) -> date | None:
    """La fecha escrita; lo que se omita (mes, año) se toma de `cerca_de`. None si no es una fecha."""
    partes = _PARTES.match(texto.strip())
    if partes is None:
        return None
    dia, mes, anio = partes.groups()
    completo = int(anio or cerca_de.year)
    try:
        return date(completo + 2000 if completo < 100 else completo, int(mes or cerca_de.month), int(dia))
    except ValueError:
        return None


def decir_fecha(dia: date | None) -> str:
    """«04/07/2031»; vacío si no hay."""
    return dia.strftime("%d/%m/%Y") if dia else ""


class CampoDeFecha(QLineEdit):
    """Una fecha que se puede dejar vacía; `elegida` sale cuando cambia de veras."""

    elegida = Signal(object)

    def __init__(self, nombre: str, hoy: Callable[[], date], cerca_de: date) -> None:
        super().__init__()
        self._hoy, self._cerca_de = hoy, cerca_de
        self._fecha: date | None = None
        self.setAccessibleName(nombre)
        self.setPlaceholderText("dd/mm/aaaa")
        self.setToolTip(AYUDA)
        self.setMaxLength(10)
        self.editingFinished.connect(self._terminar)

    def poner(self, dia: date | None) -> None:
        """Muestra una fecha, salvo que ella esté escribiendo otra."""
        self._fecha = dia
        if not (self.hasFocus() and self.isModified()):
            self._mostrar()

    def fecha(self) -> date | None:
        """La fecha que está puesta."""
        return self._fecha

    def keyPressEvent(self, event: QKeyEvent) -> None:
        con_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.text().lower() == "h" or (con_control and event.key() == Qt.Key.Key_Semicolon):
            self._elegir(self._hoy())
        elif event.text() in ("+", "-") and (self._fecha or not self.text()):
            self._elegir((self._fecha or self._cerca_de) + timedelta(days=1 if event.text() == "+" else -1))
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self._mostrar()
        else:
            super().keyPressEvent(event)

    def _terminar(self) -> None:
        """Lo escrito se vuelve fecha; lo que no lo es se queda a la vista, en rojo, sin guardarse."""
        if not self.isModified():
            return
        if not self.text().strip():
            self._elegir(None)
        elif dia := leer_fecha(self.text(), self._fecha or self._cerca_de):
            self._elegir(dia)
        else:
            self._pintar(
                "error", f"«{self.text()}» no es una fecha; escriba día, mes y año, como 04/07/2031."
            )

    def _elegir(self, dia: date | None) -> None:
        cambio = dia != self._fecha
        self._fecha = dia
        self._mostrar()
        if cambio:
            self.elegida.emit(dia)

    def _mostrar(self) -> None:
        self.setText(decir_fecha(self._fecha))
        self.setModified(False)
        self._pintar("letra", "")

    def _pintar(self, tinta: str, error: str) -> None:
        paleta = self.palette()
        paleta.setColor(paleta.ColorRole.Text, color(tinta))
        self.setPalette(paleta)
        self.setToolTip(llano(error) or AYUDA)
        self.setAccessibleDescription(error)
