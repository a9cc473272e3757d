"""«Todavía no toca (9)»: lo que se pedirá a su tiempo, plegado y fuera de toda cuenta."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ut_escritorio.dominio.palabras.redaccion import recortado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, que_quepa

if TYPE_CHECKING:
    from ut_escritorio.revision import Hallazgo

_LETRAS = 160
_A_LA_VISTA = 40


class TodaviaNo(QWidget):
    """Con un clic se despliega; sin nada, no se ve."""

    def __init__(self) -> None:
        super().__init__()
        self._dichos: tuple[str, ...] = ()
        self.abrir = QToolButton()
        self.abrir.setAutoRaise(True)
        self.abrir.setCheckable(True)
        self.abrir.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.abrir.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.abrir.toggled.connect(lambda _: self._desplegar())
        self.lista = Letrero(tinta="letra_tenue")
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.setSpacing(2)
        acomodo.addWidget(self.abrir)
        acomodo.addWidget(self.lista)
        self.hide()

    def poner(self, hallazgos: Sequence[Hallazgo]) -> None:
        """Dice cuántos son y, si está desplegado, cuáles."""
        self._dichos = tuple(dict.fromkeys(recortado(h.mensaje, _LETRAS) for h in hallazgos))
        self.abrir.setText(f"Todavía no toca ({len(self._dichos)})")
        self.setVisible(bool(self._dichos))
        self._desplegar()

    def _desplegar(self) -> None:
        abierto = self.abrir.isChecked()
        self.abrir.setArrowType(Qt.ArrowType.DownArrow if abierto else Qt.ArrowType.RightArrow)
        primeros, mas = self._dichos[:_A_LA_VISTA], len(self._dichos) - _A_LA_VISTA
        dichos = [f"· {que_quepa(dicho)}" for dicho in primeros] + ([f"· y {mas} más"] if mas > 0 else [])
        self.lista.decir("\n".join(dichos) if abierto else "")
