"""Las hojas que el informe lleva a su gusto: índice, resumen, comparativo, gráficas, avance y relaciones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from ut_escritorio.dominio.plan.apartados import ClaseDeLista
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import agrandar
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import PiezaViva
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea, no_se_pudo
from ut_escritorio.interfaz.comunes.sesion.tras_pintar import tras_pintar
from ut_escritorio.servicios.archivo.expediente import Cosas
from ut_escritorio.servicios.entrega.agregadas import hojas_que_agrega
from ut_escritorio.servicios.oficina.plan import relacionar

_ROTULOS: dict[ClaseDeLista, str] = {
    "indice": "Índice con números de página",
    "resumen": "Resumen ejecutivo",
    "comparativo": "Comparativo con otros trimestres",
    "graficas": "Gráficas",
    "avance": "Avance de cada actividad",
    "relacion_de_enviados": "Relación de los oficios enviados",
    "relacion_de_recibidos": "Relación de los oficios recibidos",
}


class QueSeAgrega(PiezaViva):
    """Cada una se pone o se quita en todos los informes del año, y se deshace."""

    lee: ClassVar[Cosas] = frozenset({"plan", "ajustes", "firmados"})

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self._tarea: Tarea | None = None
        self._contada: FotoTrimestre | None = None
        self.marcas: dict[ClaseDeLista, QCheckBox] = {
            clase: agrandar(QCheckBox(rotulo)) for clase, rotulo in _ROTULOS.items()
        }
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        for clase, marca in self.marcas.items():
            donde = "después de la portada" if clase == "indice" else "antes de la última firma"
            marca.setToolTip(f"Va en su hoja, {donde}; lo ya firmado no cambia.")
            self._seguir(clase, marca)
            acomodo.addWidget(marca)
        self.refrescar(sesion.foto)

    def _seguir(self, clase: ClaseDeLista, marca: QCheckBox) -> None:
        marca.toggled.connect(lambda si: self._poner(clase, si))

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Cuáles lleva el informe."""
        lleva = {apartado.clase for apartado in foto.plan.apartados()}
        for clase, marca in self.marcas.items():
            with QSignalBlocker(marca):
                marca.setChecked(clase in lleva)
            marca.setEnabled(not self._sesion.cerrado)
            if clase not in lleva:
                marca.setText(_ROTULOS[clase])
        if not lleva.isdisjoint(_ROTULOS):
            tras_pintar(self, self._contar)

    def _contar(self) -> None:
        """Junto a cada una puesta, cuántas hojas agrega: se escriben aparte, que la ventana no espera."""
        if self._tarea is not None:  # al acabar se cuenta lo de ahora
            return
        foto = self._sesion.foto
        puestas: list[ClaseDeLista] = [clase for clase, m in self.marcas.items() if m.isChecked()]
        logotipos = self._sesion.consultar(lambda exp, _: exp.logotipos_de(foto), lambda _: None)
        if logotipos is None:
            return
        self._contada = foto
        self._tarea = Tarea(
            lambda avance, cancelado: {c: hojas_que_agrega(foto, logotipos, c) for c in puestas}
        )
        self._tarea.hecha.connect(self._decir)
        self._tarea.fallida.connect(no_se_pudo)
        self._tarea.acabo.connect(self._terminar)
        self._tarea.empezar()

    def _decir(self, hojas: Mapping[ClaseDeLista, int]) -> None:
        for clase, cuantas in hojas.items() if self._contada is self._sesion.foto else ():
            son = f" (+{cuantas} {'hoja' if cuantas == 1 else 'hojas'})" if cuantas else ""
            self.marcas[clase].setText(f"{_ROTULOS[clase]}{son}")

    def _terminar(self) -> None:
        self._tarea = None
        if self._contada is not self._sesion.foto and self.isVisible():
            self._contar()

    def _poner(self, clase: ClaseDeLista, si: bool) -> None:
        if not self._sesion.logra(relacionar, clase, si):
            self.refrescar(self._sesion.foto)
