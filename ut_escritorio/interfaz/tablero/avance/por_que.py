"""Por qué una actividad se alejó de su meta: el mismo texto que se escribe en ella."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.avance import Avance
from ut_escritorio.dominio.plan.lugares import con_nombre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.dialogos.botones import aceptar_o_cancelar
from ut_escritorio.interfaz.comunes.dialogos.sin_perderlo import SinPerderlo
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CuadroLimpio
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.entrega.decisiones import justificar


class PorQue(SinPerderlo):
    """Lo que se dice de esa actividad; vacío, se quita."""

    def __init__(self, padre: QWidget, sesion: Sesion, avance: Avance) -> None:
        super().__init__(padre)
        self._sesion, self._avance = sesion, avance
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Por qué")
        self.texto = CuadroLimpio(avance.justificacion)
        self.texto.setAccessibleName("Por qué se alejó de la meta")
        self.texto.setTabChangesFocus(True)
        self.texto.setFixedHeight(self.texto.fontMetrics().lineSpacing() * 5 + 14)
        botones, self.guardar = aceptar_o_cancelar("Guardar", self._guardar, self.reject)
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(10)
        pregunta = f"¿Por qué {con_nombre(avance.actividad)} llegó al {avance.porcentaje_dicho} de su meta?"
        if avance.porcentaje is None:
            pregunta = f"¿Por qué {con_nombre(avance.actividad)} se alejó de su meta?"
        for pieza in (Letrero(pregunta, negrita=True), self.texto, botones):
            acomodo.addWidget(pieza)
        self.medir(76)
        self.texto.setFocus()

    def lo_dicho(self) -> object:
        """Lo que se perdería al cerrarlo."""
        return self.texto.limpio()

    def _guardar(self) -> None:
        dice = self.texto.limpio()
        igual = dice == self._avance.justificacion
        if igual or self._sesion.logra(justificar, self._avance.actividad.clave, dice):
            self.accept()
