"""El campo de fecha de la oficina: dd/mm/aaaa siempre, con atajos para no teclearla entera."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ut_escritorio.errores import ValorInvalido
from ut_escritorio.interfaz.comunes.campos.campo_escrito import CampoEscrito

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


class CampoDeFecha(CampoEscrito):
    """Una fecha que se puede dejar vacía."""

    def __init__(self, nombre: str, hoy: Callable[[], date], cerca_de: date) -> None:
        super().__init__(nombre, AYUDA)
        self._hoy, self._cerca_de = hoy, cerca_de
        self.setPlaceholderText("dd/mm/aaaa")
        self.setMaxLength(10)

    def fecha(self) -> date | None:
        """La fecha que está puesta."""
        return self._valor

    def acercar_a(self, dia: date) -> None:
        """De qué día se toman el mes y el año que no se escriban, mientras no haya fecha."""
        self._cerca_de = dia

    def leer(self, texto: str) -> date | None:
        """La fecha escrita; None si no hay nada."""
        dia = leer_fecha(texto, self._valor or self._cerca_de)
        if texto and dia is None:
            raise ValorInvalido(f"«{texto}» no es una fecha; escriba día, mes y año, como 04/07/2031.")
        return dia

    def decir(self, valor: date | None) -> str:
        """«04/07/2031»."""
        return decir_fecha(valor)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        con_control = bool(arg__1.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.isReadOnly():
            super().keyPressEvent(arg__1)
        elif arg__1.text().lower() == "h" or (con_control and arg__1.key() == Qt.Key.Key_Semicolon):
            self._elegir(self._hoy())
        elif arg__1.text() in ("+", "-") and self._intacta():
            self._elegir((self._valor or self._cerca_de) + timedelta(days=1 if arg__1.text() == "+" else -1))
        else:
            super().keyPressEvent(arg__1)

    def _intacta(self) -> bool:
        """Si lo que se ve es la fecha puesta, o nada: a media escritura «-» separa el día del mes."""
        entera = self.selectedText() in ("", self.text())
        return entera and not self.isModified() and not self.sin_confirmar()
