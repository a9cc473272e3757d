"""«Modificar la meta…»: a cuánto, por qué, en qué fecha y con qué oficio se autorizó."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.avance import Avance
from ut_escritorio.dominio.plan.lugares import con_nombre
from ut_escritorio.dominio.porcentajes import con_signo, decir_porcentaje, en_duda, leer_porcentaje
from ut_escritorio.dominio.trimestre.metas import MetaModificada
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.campos.campo_escrito import con_pie
from ut_escritorio.interfaz.comunes.campos.de_renglon import campo_de_fecha
from ut_escritorio.interfaz.comunes.campos.fechas import decir_fecha
from ut_escritorio.interfaz.comunes.dialogos.botones import aceptar_o_cancelar
from ut_escritorio.interfaz.comunes.dialogos.dialogo_de_datos import DialogoDeDatos
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.captura.numeros import modificar_meta, volver_a_lo_programado


class ModificarMeta(DialogoDeDatos):
    """Lo programado se conserva: desde ahí el avance se mide contra lo modificado."""

    def __init__(self, padre: QWidget, sesion: Sesion, avance: Avance) -> None:
        super().__init__(padre)
        self._sesion, self._avance = sesion, avance
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Modificar la meta")
        meta, hoy = avance.modificada, sesion.reloj.hoy
        self.valor = _campo("A cuánto, en %", decir_porcentaje(meta.valor) if meta else "")
        self.motivo = _campo("Por qué", meta.motivo if meta else "")
        self.fecha = campo_de_fecha("Qué día se modificó", hoy, hoy())
        self.fecha.poner(meta.fecha if meta else hoy())
        self.folio = _campo("Con qué oficio", meta.folio if meta else "", "Si lo hay")
        self.reparo = Letrero(tinta="error")
        self.quitar = boton("Volver a lo programado", self._quitar, "deshacer")
        self.quitar.setVisible(meta is not None)
        self._dudosa: Decimal | None = None
        self._armar()

    def lo_dicho(self) -> object:
        """Lo que se perdería al cerrarlo."""
        return self.valor.text(), self.motivo.text(), self.fecha.text(), self.folio.text()

    def _armar(self) -> None:
        datos = QFormLayout()
        datos.addRow("A cuánto, en %", self.valor)
        datos.addRow("Por qué", self.motivo)
        datos.addRow("Qué día", con_pie(self.fecha)[0])
        datos.addRow("Con qué oficio", self.folio)
        botones, self.guardar = aceptar_o_cancelar("Modificar la meta", self._guardar, self.reject)
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(10)
        titulo = f"{con_nombre(self._avance.actividad)}, {self._sesion.trimestre}"
        for pieza in (Letrero(titulo, negrita=True), Letrero(self._nota(), "letra_tenue")):
            acomodo.addWidget(pieza)
        acomodo.addLayout(datos)
        acomodo.addWidget(self.reparo)
        acomodo.addWidget(self.quitar, 0, Qt.AlignmentFlag.AlignLeft)
        acomodo.addWidget(botones)
        self.medir(76)
        self.valor.setFocus()

    def _nota(self) -> str:
        programado, fin = self._avance.programado, self._sesion.trimestre.ultimo_dia
        nota = "No tenía meta." if programado is None else f"Se programó {con_signo(programado)}."
        nota += " Lo programado se conserva; el avance se mide contra lo modificado."
        if self._sesion.reloj.hoy() > fin:
            nota += f" El trimestre terminó el {decir_fecha(fin)}: diga con qué se autorizó después."
        return nota

    def _guardar(self) -> None:
        self.fecha.guardar_ya()
        if self.fecha.por_que:
            self.fecha.setFocus()
            return
        try:
            valor = self._leer_valor()
        except ErrorEsperado as error:
            self._reparar(str(error), self.valor)
            return
        fecha, motivo = self.fecha.fecha(), self.motivo.text().strip()
        if not motivo:
            self._reparar("Escriba por qué se modificó; el motivo se ve junto a la meta.", self.motivo)
        elif fecha is None:
            self._reparar("Escriba qué día se modificó.", self.fecha)
        else:
            self._guardar_esta(MetaModificada(valor, motivo, fecha, self.folio.text().strip()))

    def _guardar_esta(self, meta: MetaModificada) -> None:
        self.reparo.decir("")
        igual = meta == self._avance.modificada
        if igual or self._sesion.logra(modificar_meta, self._avance.actividad.clave, meta):
            self.accept()

    def _leer_valor(self) -> Decimal:
        """El % escrito; el de menos de 1 se pregunta una vez, que «0.3» suele querer decir 30."""
        valor = leer_porcentaje(self.valor.text())
        if valor is None:
            raise ErrorEsperado("Escriba a cuánto se modificó, por ejemplo 25.")
        duda = en_duda(self.valor.text(), valor)
        if duda and valor != self._dudosa:
            self._dudosa = valor
            raise ErrorEsperado(f"{duda}, u oprima otra vez el botón.")
        return valor

    def _reparar(self, que: str, campo: QWidget) -> None:
        self.reparo.decir(que)
        campo.setFocus()

    def _quitar(self) -> None:
        if self._sesion.logra(volver_a_lo_programado, self._avance.actividad.clave):
            self.accept()


def _campo(nombre: str, dice: str, ayuda: str = "") -> CampoLimpio:
    campo = CampoLimpio(dice)
    campo.setCursorPosition(0)
    campo.setAccessibleName(nombre)
    campo.setPlaceholderText(ayuda)
    return campo
