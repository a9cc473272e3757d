"""Paso 4: «Ya está firmado…»: se confirma, se prepara en otro hilo y el trimestre se cierra."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.campos.fechas import CampoDeFecha, decir_fecha
from ut_escritorio.interfaz.comunes.dialogos import avisos, imprevistos
from ut_escritorio.interfaz.comunes.papel.exportacion import firmar_aparte
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import PiezaViva
from ut_escritorio.interfaz.comunes.sesion.salidas import FIRMAR
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.interfaz.evidencias.de_a_poco import DeAPoco, adelantos
from ut_escritorio.servicios.archivo.expediente import Cosas
from ut_escritorio.servicios.entrega.firma import guardar_firmado
from ut_escritorio.servicios.entrega.informe import por_corregir_en_papel

_EXPLICACION = (
    "Cuando el informe ya tenga sus firmas y su sello, dígalo aquí: se guarda tal como se imprime hoy y el "
    "trimestre se cierra, para que ningún número firmado cambie sin que se sepa."
)


class Firmar(PiezaViva):
    """La fecha en que se firmó y su botón; cerrado el trimestre, cuándo se firmó y cómo abrirlo.

    `pide_abrir` sale cuando ella quiere abrirlo para corregir.
    """

    lee: ClassVar[Cosas] = frozenset({"ajustes", "firmados"})

    pide_abrir = Signal()

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self.tarea: Tarea | None = None
        self._sabido: frozenset[object] = frozenset()
        self.fecha = CampoDeFecha("Fecha en que se firmó", sesion.reloj.hoy, sesion.foto.trimestre.ultimo_dia)
        self.fecha.setFixedWidth(self.fecha.fontMetrics().averageCharWidth() * 18)
        self.ya = boton("&Ya está firmado…", self.pedir, "firma")
        self.abrir = boton("Abrir para corregir…", self.pide_abrir.emit, "a_mano")
        self.cancelar = boton("Cancelar", self._cancelar, "cancelar")
        self._estado, self._avance = Letrero(), Letrero(tinta="letra_tenue")
        self._de_a_poco = DeAPoco(sesion, self)
        self._armar()
        self.refrescar(sesion.foto)
        self._al_terminar()

    def _armar(self) -> None:
        self._de_abierto = QWidget()
        hilera = QHBoxLayout(self._de_abierto)
        hilera.setContentsMargins(0, 0, 0, 0)
        rotulo = QLabel("&Se firmó el")
        rotulo.setBuddy(self.fecha)
        for pieza in (rotulo, self.fecha, self.ya):
            hilera.addWidget(pieza)
        hilera.addStretch()
        en_curso = QHBoxLayout()
        en_curso.addWidget(self._avance)
        en_curso.addWidget(self.cancelar)
        en_curso.addStretch()
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addWidget(Letrero("Ya está firmado", aumento=1.15, negrita=True))
        for pieza in (self._estado, self._de_abierto, self.abrir):
            acomodo.addWidget(pieza)
        acomodo.addLayout(en_curso)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Dice si el trimestre está abierto o cerrado."""
        cerrado = foto.firmado is not None
        self._de_abierto.setVisible(not cerrado)
        self._de_abierto.setEnabled(not self._sesion.solo_leer)
        self.abrir.setVisible(cerrado and not self._sesion.solo_leer)
        if foto.firmado is not None:
            dia = decir_fecha(foto.firmado.fecha)
            self._estado.decir(f"El {foto.trimestre} se firmó el {dia} y está cerrado.", "bien")
        else:
            self._estado.decir(_EXPLICACION, "letra")
        if not self.fecha.isModified():
            self.fecha.poner(foto.fecha_de_firma or self._sesion.reloj.hoy())

    def pedir(self) -> None:
        """Pide que lo confirme, diciendo qué va a pasar."""
        self._sesion.puerta(FIRMAR, self._preguntar)

    def _preguntar(self) -> None:
        dia = self.fecha.fecha()
        if dia is None or self.fecha.por_que:
            avisos.advertir(self, "Falta la fecha en que se firmó.", "Escríbala como 04/07/2031.")
            self.fecha.setFocus()
            return
        avisos.preguntar(
            self,
            f"¿El {self._sesion.trimestre} ya se firmó el {decir_fecha(dia)}?",
            "Sí, ya está firmado",
            lambda: self.firmar(dia),
            _que_pasara(len(por_corregir_en_papel(replace(self._sesion.foto, fecha_de_firma=dia)))),
        )

    def firmar(self, dia: date) -> None:
        """Prepara el informe en otro hilo y, al estar, lo guarda y cierra el trimestre."""
        if self.tarea is not None or self._de_a_poco.andando:
            return
        self._sabido = self._sesion.a_medias
        self.tarea = firmar_aparte(self._sesion, dia)
        self.tarea.avanzo.connect(self._decir_avance)
        self.tarea.hecha.connect(self._adelantar)
        self.tarea.fallida.connect(self._fallar)
        self.tarea.acabo.connect(self._al_terminar)
        self.ya.setEnabled(False)
        self._avance.decir("Guardando lo firmado…")
        self.cancelar.show()
        self.tarea.empezar()

    def _decir_avance(self, hecho: int, total: int) -> None:
        self._avance.decir(f"Guardando lo firmado… {100 * hecho // max(1, total)} %")

    def _cancelar(self) -> None:
        if self.tarea is not None:
            self.tarea.cancelar()
        elif self._de_a_poco.andando:
            self._de_a_poco.cancelar()
            self._al_terminar()

    def _adelantar(self, listo: Any) -> None:
        """Si el PDF es grande, va antes de a poco; al último, la firma."""

        def al_acabar(logrados: bool) -> None:
            self._al_terminar()
            if logrados:
                self._guardar(listo)

        self._de_a_poco.empezar(adelantos(self._sesion, listo.trozos), al_acabar, (listo.huella,))

    def _guardar(self, listo: Any) -> None:
        """Cierra el trimestre; lo que se haya escrito mientras se preparaba también pasa por la puerta."""
        sesion, salida = self._sesion, replace(FIRMAR, sabido=self._sabido)
        sesion.puerta(salida, lambda: sesion.hacer(lambda exp, _: guardar_firmado(exp, listo)))

    def _fallar(self, error: Exception) -> None:
        imprevistos.decir_error(self, "El trimestre no se cerró.", error)

    def _al_terminar(self) -> None:
        self.tarea = None
        if self._de_a_poco.andando:
            return
        self.ya.setEnabled(True)
        self._avance.decir("")
        self.cancelar.hide()


def _que_pasara(por_corregir: int) -> str:
    """Lo que conviene saber antes de cerrar."""
    dicho = (
        "El informe se guarda tal como está y el trimestre se cierra. No se puede deshacer; "
        "si después hay que cambiar algo, se abre para corregir diciendo por qué."
    )
    if not por_corregir:
        return dicho
    cosas = "Queda una cosa" if por_corregir == 1 else f"Quedan {por_corregir} cosas"
    return f"{cosas} por corregir: lo guardado dirá BORRADOR en cada hoja.\n\n{dicho}"
