"""Las hojas que el informe lleva a su gusto: la relación de los oficios enviados, y la de los recibidos."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from ut_escritorio.dominio.plan.arbol import ClaseDeRelacion
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import agrandar
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import PiezaViva
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.archivo.expediente import Cosas
from ut_escritorio.servicios.oficina.plan import relacionar

_ROTULOS: dict[ClaseDeRelacion, str] = {
    "relacion_de_enviados": "Relación de los oficios enviados",
    "relacion_de_recibidos": "Relación de los oficios recibidos",
}


class QueSeAgrega(PiezaViva):
    """Cada una se pone o se quita en todos los informes del año, y se deshace."""

    lee: ClassVar[Cosas] = frozenset({"plan", "ajustes", "firmados"})

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self.marcas: dict[ClaseDeRelacion, QCheckBox] = {
            clase: agrandar(QCheckBox(rotulo)) for clase, rotulo in _ROTULOS.items()
        }
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        for clase, marca in self.marcas.items():
            marca.setToolTip("Va en su hoja, antes de la última firma; lo ya firmado no cambia.")
            self._seguir(clase, marca)
            acomodo.addWidget(marca)
        self.refrescar(sesion.foto)

    def _seguir(self, clase: ClaseDeRelacion, marca: QCheckBox) -> None:
        marca.toggled.connect(lambda si: self._poner(clase, si))

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Cuáles lleva el informe."""
        lleva = {apartado.clase for apartado in foto.plan.apartados()}
        for clase, marca in self.marcas.items():
            with QSignalBlocker(marca):
                marca.setChecked(clase in lleva)
            marca.setEnabled(not self._sesion.cerrado)

    def _poner(self, clase: ClaseDeRelacion, si: bool) -> None:
        if not self._sesion.logra(relacionar, clase, si):
            self.refrescar(self._sesion.foto)
