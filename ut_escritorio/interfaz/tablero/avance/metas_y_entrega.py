"""«Metas y entrega…»: cuándo hay que decir por qué se alejó de la meta, y qué día se entrega el informe."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from ut_escritorio.dominio.oficina.calendario import habil_tras
from ut_escritorio.dominio.plan.programa import HABILES_PARA_ENTREGAR, Seguimiento
from ut_escritorio.dominio.porcentajes import decir_porcentaje, leer_limites
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar
from ut_escritorio.interfaz.comunes.campos.campo_escrito import con_pie
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeNumero
from ut_escritorio.interfaz.comunes.campos.fechas import decir_fecha
from ut_escritorio.interfaz.comunes.dialogos.botones import aceptar_o_cancelar
from ut_escritorio.interfaz.comunes.dialogos.dialogo_de_datos import DialogoDeDatos
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficina.calendario import calendario_de
from ut_escritorio.servicios.oficina.plan import fijar_seguimiento

_FIRMADO = (
    "El trimestre que se ve ya se firmó. Pase a uno sin firmar del mismo año: lo que cambie valdrá para los "
    "que faltan, y lo firmado queda como se firmó."
)


class MetasYEntrega(DialogoDeDatos):
    """Vale para todo el año; lo firmado queda como se firmó."""

    def __init__(self, padre: QWidget, sesion: Sesion) -> None:
        super().__init__(padre)
        self._sesion = sesion
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Metas y entrega")
        programa = sesion.foto.plan.programa
        minimo, maximo = programa.holgura
        self.desde = _campo("Desde qué % de la meta va bien", decir_porcentaje(minimo))
        self.hasta = _campo("Hasta qué % de la meta va bien", decir_porcentaje(maximo))
        self.pide = agrandar(QCheckBox("Fuera de ahí hay que decir por qué"))
        self.pide.setChecked(programa.pide_por_que)
        self.entrega = CampoDeNumero("Días hábiles para entregarlo, tras acabar el trimestre")
        self.entrega.poner(programa.entrega or None)
        self.cuando, self.reparo = Letrero(tinta="letra_tenue"), Letrero(tinta="error")
        self._armar()
        self.entrega.textChanged.connect(self._decir_cuando)
        self._decir_cuando()
        self.reparo.decir(sesion.solo_leer or (_FIRMADO if sesion.cerrado else ""), "atencion")
        if sesion.cerrado:
            for campo in (self.desde, self.hasta, self.pide, self.entrega, self.guardar):
                campo.setEnabled(False)

    def lo_dicho(self) -> object:
        """Lo que se perdería al cerrarlo."""
        return self.desde.text(), self.hasta.text(), self.pide.isChecked(), self.entrega.text()

    def _armar(self) -> None:
        datos = QFormLayout()
        datos.addRow("Va bien desde el % de su meta", self.desde)
        datos.addRow("y hasta el", self.hasta)
        datos.addRow("", self.pide)
        datos.addRow("", Letrero("Mientras falte, el informe sale BORRADOR.", "letra_tenue"))
        datos.addRow("Días hábiles para entregarlo", con_pie(self.entrega)[0])
        datos.addRow("", self.cuando)
        botones, self.guardar = aceptar_o_cancelar("Guardar", self._guardar, self.reject)
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(10)
        anio = self._sesion.trimestre.ejercicio
        acomodo.addWidget(Letrero(f"Para los informes de {anio}", negrita=True))
        acomodo.addLayout(datos)
        acomodo.addWidget(self.reparo)
        acomodo.addWidget(botones)
        self.medir(76)
        self.entrega.setFocus()

    def _decir_cuando(self) -> None:
        """Qué día sería, del trimestre que se ve."""
        foto, dias = self._sesion.foto, self._dias()
        if dias is None:
            self.cuando.decir("Sin decirlo, el día de la entrega es el de la firma, cuando se escriba.")
            return
        dia = habil_tras(calendario_de(foto), foto.trimestre.ultimo_dia, dias)
        self.cuando.decir(f"El {foto.trimestre} se entregaría a más tardar el {decir_fecha(dia)}.")

    def _dias(self) -> int | None:
        """Los escritos; ninguno si no los hay o no pueden ser."""
        try:
            dias = self.entrega.leer(self.entrega.text())
        except ErrorEsperado:
            return None
        return dias if dias and dias <= HABILES_PARA_ENTREGAR else None

    def _guardar(self) -> None:
        try:
            limites = leer_limites(self.desde.text(), self.hasta.text())
        except ErrorEsperado as error:
            self._reparar(str(error), self.desde)
            return
        if self.entrega.text().strip() not in ("", "0") and self._dias() is None:
            que = f"Escriba cuántos días hábiles, hasta {HABILES_PARA_ENTREGAR}; o déjelo vacío."
            self._reparar(que, self.entrega)
            return
        dicho = Seguimiento(limites, self.pide.isChecked(), self._dias() or 0)
        igual = dicho == Seguimiento.de(self._sesion.foto.plan.programa)
        if igual or self._sesion.logra(fijar_seguimiento, dicho):
            self.accept()

    def _reparar(self, que: str, campo: QWidget) -> None:
        self.reparo.decir(que)
        campo.setFocus()


def _campo(nombre: str, dice: str) -> CampoLimpio:
    campo = CampoLimpio(dice)
    campo.setAccessibleName(nombre)
    campo.setMaximumWidth(campo.fontMetrics().averageCharWidth() * 14)
    return campo
