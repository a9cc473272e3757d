"""El encabezado de los asuntos de una actividad: de qué paso a cuál, y si se ven por asunto o por paso."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget

from ut_escritorio.dominio.plan.arbol import Paso
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero


class VerAsuntos(QWidget):
    """`cambio` sale con verdadero si se quieren ver por asunto."""

    cambio = Signal(bool)

    def __init__(self, pasos: tuple[Paso, ...], juntos: bool) -> None:
        super().__init__()
        self.por_asunto, self.por_paso = QRadioButton("por a&sunto"), QRadioButton("por &paso")
        (self.por_asunto if juntos else self.por_paso).setChecked(True)
        self.por_asunto.toggled.connect(self.cambio)
        hilera = QHBoxLayout(self)
        hilera.setContentsMargins(0, 0, 0, 0)
        titulo = f"{pasos[0].numero} a {pasos[-1].numero}. Asuntos"
        hilera.addWidget(Letrero(titulo, aumento=1.08, negrita=True), 1)
        ver = Letrero("Ver:")
        ver.setWordWrap(False)
        for pieza in (ver, self.por_asunto, self.por_paso):
            hilera.addWidget(pieza)
