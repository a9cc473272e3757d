"""El campo de fecha de la oficina: dd/mm/aaaa siempre, con atajos para no teclearla entera."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ut_escritorio.dominio.trimestre.fechas import leer_fecha, leer_fecha_ya_pasada, mover_dias
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.interfaz.comunes.campos.campo_escrito import CampoEscrito

COMO_VA = "dd/mm/aaaa"
AYUDA = "dd/mm/aaaa o como venga escrita; h es hoy, + y − mueven un día, 15 es ese día del mes"


def decir_fecha(dia: date | None) -> str:
    """«04/07/2031»; vacío si no hay."""
    return dia.strftime("%d/%m/%Y") if dia else ""


class CampoDeFecha(CampoEscrito):
    """Una fecha que se puede dejar vacía; `ya_paso`: de lo ya ocurrido, aunque se escriba sin año."""

    def __init__(self, nombre: str, hoy: Callable[[], date], cerca_de: date) -> None:
        super().__init__(nombre, AYUDA)
        self._hoy, self._cerca_de = hoy, cerca_de
        self.ya_paso = False
        self.setPlaceholderText(COMO_VA)

    def fecha(self) -> date | None:
        """La fecha que está puesta."""
        return self._valor

    def lo_que_falta(self, si_vacia: str) -> str:
        """Por qué lo escrito aún no es una fecha, o `si_vacia` si nada se escribió; vacío si lo es."""
        self.guardar_ya()
        return self.por_que or ("" if self._valor else si_vacia)

    def acercar_a(self, dia: date) -> None:
        """De qué día se toman el mes y el año que no se escriban, mientras no haya fecha."""
        self._cerca_de = dia

    def leer(self, texto: str) -> date | None:
        """La fecha escrita; None si no hay nada."""
        cerca_de = self._valor or self._cerca_de
        if self.ya_paso:
            dia = leer_fecha_ya_pasada(texto, cerca_de, self._hoy())
        else:
            dia = leer_fecha(texto, cerca_de)
        if texto and dia is None:
            raise ValorInvalido(f"«{texto[:40]}» no es una fecha; escriba día, mes y año, como 04/07/2031.")
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
            self._elegir(mover_dias(self._valor or self._cerca_de, 1 if arg__1.text() == "+" else -1))
        else:
            super().keyPressEvent(arg__1)

    def _intacta(self) -> bool:
        """Si lo que se ve es la fecha puesta, o nada: a media escritura «-» separa el día del mes."""
        entera = self.selectedText() in ("", self.text())
        return entera and not self.isModified() and not self.sin_confirmar()
