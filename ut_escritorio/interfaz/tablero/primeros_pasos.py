"""Por dónde empezar: lo primero que hay que hacer en un año en blanco, cada cosa a un clic."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.plan.arbol import Actividad
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.primeros_pasos import PrimerPaso, primeros_pasos
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, sin_atajo, tarjeta, vaciar
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion


class PorDondeEmpezar(QWidget):
    """Los pasos en orden; el que ya se hizo deja de estar, y sin ninguno no se ve nada.

    Se llena con `refrescar` ya en su lugar: antes, al enseñarse, sería un instante una ventana aparte.
    `programar` pregunta lo programado de una actividad.
    """

    def __init__(self, sesion: Sesion, programar: Callable[[Actividad], object]) -> None:
        super().__init__()
        self._programar = programar
        self._sesion, self._mostrados = sesion, tuple[PrimerPaso, ...]()
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        marco, dentro = tarjeta()
        dentro.addWidget(Letrero("Por dónde empezar", aumento=1.15, negrita=True))
        self.pasos = QVBoxLayout()
        dentro.addLayout(self.pasos)
        acomodo.addWidget(marco)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Muestra lo que falta."""
        pasos = () if self._sesion.cerrado else primeros_pasos(foto)
        if pasos != self._mostrados:
            self._mostrados = pasos
            vaciar(self.pasos)
            for numero, paso in enumerate(pasos, start=1):
                self.pasos.addLayout(self._renglon(numero, paso))
        self.setVisible(bool(pasos))

    def _renglon(self, numero: int, paso: PrimerPaso) -> QHBoxLayout:
        dicho = QVBoxLayout()
        dicho.setSpacing(0)
        dicho.addWidget(Letrero(f"{numero}. {paso.que}"))
        dicho.addWidget(Letrero(paso.por_que, "letra_tenue"))
        ir = boton("Ir", lambda: self._ir(paso), "ir")
        ir.setAccessibleName(sin_atajo(paso.que))
        hilera = QHBoxLayout()
        hilera.addLayout(dicho, 1)
        hilera.addWidget(ir)
        return hilera

    def _ir(self, paso: PrimerPaso) -> None:
        if paso.oficina:
            self._sesion.pide_oficina.emit(paso.oficina)
        elif paso.programa:
            actividad = self._sesion.foto.plan.lugar[paso.programa]
            assert isinstance(actividad, Actividad)
            self._programar(actividad)
        else:
            self._sesion.pide_ir.emit(Sitio(paso.lugar))
