"""La barra de avance en la barra de estado: qué se está haciendo, cuánto va y, si se puede, Cancelar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from ut_escritorio.interfaz.comunes.aspecto.piezas import boton


class Avance(QWidget):
    """Se muestra al empezar y se esconde con `hide`; sin `al_cancelar` no hay cómo cancelar."""

    def __init__(self, al_cancelar: Callable[[], object] | None = None) -> None:
        super().__init__()
        self._rotulo = QLabel()
        self._barra = QProgressBar()
        self._barra.setFixedWidth(160)
        self._barra.setTextVisible(False)
        self._barra.setFixedHeight(self._barra.fontMetrics().height())
        acomodo = QHBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addWidget(self._rotulo)
        acomodo.addWidget(self._barra)
        if al_cancelar is not None:
            self.cancelar = boton("Cancelar", al_cancelar, "cancelar")
            acomodo.addWidget(self.cancelar)

    def empezar(self, que: str) -> None:
        """Dice qué se hace; aún no se sabe cuánto falta."""
        self._rotulo.setText(que)
        self._barra.setAccessibleName(que)
        self._barra.setRange(0, 0)
        self.show()

    def poner(self, hecho: int, total: int) -> None:
        """Dice cuánto va."""
        self._barra.setRange(0, total)
        self._barra.setValue(hecho)
