"""Qué dice el % que se escribe: solo lo del trimestre o lo que va del año; se contesta una vez por plan."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from ut_escritorio.dominio.plan.programa import AlcanceDelPorcentaje
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.aspecto.sin_nombrar_qt import poner
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficina.plan import decir_alcance

_RESPUESTAS: tuple[tuple[AlcanceDelPorcentaje, str], ...] = (
    ("trimestre", "solo del trimestre"), ("acumulado", "lo que va del año"), ("", "no sé"),
)  # fmt: skip


class PreguntaDelAlcance(QWidget):
    """Mientras no se conteste, lo que va del año no se calcula."""

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self.setAccessibleName("Qué dice el % que se escribe")
        self._grupo = QButtonGroup(self)
        hilera = QHBoxLayout(self)
        hilera.setContentsMargins(0, 0, 0, 0)
        pregunta = Letrero("El % que se escribe es:")
        pregunta.setWordWrap(False)
        hilera.addWidget(pregunta)
        for cual, (_, rotulo) in enumerate(_RESPUESTAS):
            respuesta = QRadioButton(rotulo)
            poner(respuesta, focusPolicy="TabFocus")  # con el ratón, el cursor sigue en su renglón
            self._grupo.addButton(respuesta, cual)
            hilera.addWidget(respuesta)
        hilera.addStretch()
        # En su vuelta: la página se hace otra vez, y Qt aún va a poner el cursor en la que se oprimió.
        self._grupo.idClicked.connect(self._contestar, Qt.ConnectionType.QueuedConnection)

    @property
    def respuestas(self) -> list[QRadioButton]:
        """Una por respuesta, en su orden."""
        return [boton for boton in self._grupo.buttons() if isinstance(boton, QRadioButton)]

    @property
    def marcada(self) -> QWidget | None:
        """La que está marcada."""
        return self._grupo.checkedButton()

    def poner(self, alcance: AlcanceDelPorcentaje) -> None:
        """Marca la que el plan dice."""
        cual = next(n for n, (dice, _) in enumerate(_RESPUESTAS) if dice == alcance)
        self._grupo.button(cual).setChecked(True)

    def _contestar(self, cual: int) -> None:
        if _RESPUESTAS[cual][0] != self._sesion.foto.plan.programa.alcance:
            self._sesion.hacer(decir_alcance, _RESPUESTAS[cual][0])
        self.poner(self._sesion.foto.plan.programa.alcance)
