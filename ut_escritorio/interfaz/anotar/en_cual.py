"""En qué trimestre queda lo que se anota: el que se ve, salvo que su fecha sea de otro que sigue abierto."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox

from ut_escritorio.dominio.impreso.anotar import trimestre_de_su_fecha
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.lugares import decir_lugar
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import agrandar
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion


class EnCual(QCheckBox):
    """Se ve solo si hay otro; marcada, que es como sale, va en el de su fecha.

    `por_que_no`: si es de otro y ahí no puede ir, por qué.
    """

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self._fecha: date | None = None
        self._vista: tuple[date | None, Trimestre | None] = None, None
        self._otra: FotoTrimestre | None = None
        self.por_que_no = ""
        agrandar(self)
        self.hide()

    @property
    def foto(self) -> FotoTrimestre:
        """La del trimestre en que quedaría."""
        return self._otra if self._otra is not None and self.isChecked() else self._sesion.foto

    @property
    def pregunta(self) -> str:
        """«27/06 es del 2º trimestre, que sigue abierto: ¿ahí?»; vacía si no hay qué preguntar."""
        if self._otra is None or self._fecha is None or not self.isChecked():
            return ""
        return f"{self._dicha(self._otra.trimestre)}, que sigue abierto: ¿ahí?"

    def ver(self, fecha: date | None, lugar: str) -> None:
        """Mira de qué trimestre es esa fecha; con otra, vuelve a salir marcada."""
        suyo = trimestre_de_su_fecha(fecha, self._sesion.trimestre, self._sesion.reloj.hoy())
        otra = self._abierta(suyo)
        self._fecha, self.por_que_no = fecha, ""
        if suyo is not None and suyo not in self._sesion.trimestres:
            self.por_que_no = f"{self._dicha(suyo)}, que aún no se prepara (Oficina, Año nuevo…)."
        elif otra is not None and not otra.plan.admite_renglones(lugar):
            que = decir_lugar(self._sesion.foto.plan, lugar)
            self.por_que_no = (
                f"{self._dicha(otra.trimestre)}, donde no está {que}: anótelo desde ese trimestre."
            )
            otra = None
        if otra is not None and (fecha, otra.trimestre) != self._vista:
            self.setText(f"Anotarlo en el {otra.trimestre}")
            self.setChecked(True)
        self._vista, self._otra = (fecha, otra and otra.trimestre), otra
        self.setVisible(otra is not None)

    def _dicha(self, suyo: Trimestre) -> str:
        """«27/06 es del 2º trimestre»; de otro año, con el suyo."""
        if suyo.ejercicio == self._sesion.trimestre.ejercicio:
            return f"{self._fecha:%d/%m} es del {suyo.numero}º trimestre"
        return f"{self._fecha:%d/%m/%Y} es del {suyo}"

    def foto_de(self, trimestre: Trimestre) -> FotoTrimestre | None:
        """Como está en el archivo ese trimestre; None si ahora no se deja leer."""
        if trimestre == self._sesion.trimestre:
            return self._sesion.foto
        try:
            return self._sesion.expediente.foto(trimestre)
        except ErrorEsperado:
            return None  # no se calla: lo que no es del trimestre que se ve pide un segundo Enter

    def _abierta(self, trimestre: Trimestre | None) -> FotoTrimestre | None:
        if trimestre is None or trimestre not in self._sesion.trimestres:
            return None
        foto = self.foto_de(trimestre)
        return foto if foto is not None and foto.firmado is None else None
