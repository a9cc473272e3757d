"""«Llegó la respuesta…»: por qué medio, qué día y si falta una parte, de uno o de varios oficios."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.oficios.oficio import Contestacion
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.campos import de_renglon as campos
from ut_escritorio.interfaz.comunes.campos.campo_escrito import con_pie
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.botones import aceptar_o_cancelar
from ut_escritorio.interfaz.comunes.dialogos.dialogo_de_datos import DialogoDeDatos
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficios import responder

MEDIOS = ("correo", "teléfono", "en persona", "por escrito")
_CON_OFICIO = "Si llegó un oficio, anótelo en vez de esto: así queda también en el libro."
_CON_UNO_SOLO = (
    "Si llegó un oficio, anótelo con «Llegó uno» o con F9 y diga ahí a cuál contesta: "
    "así queda también en el libro."
)


class LlegoLaRespuesta(DialogoDeDatos):
    """Enter lo anota tal como se propone: por correo, hoy y completa."""

    def __init__(self, padre: QWidget, sesion: Sesion, filas: Sequence[EnElLibro]) -> None:
        super().__init__(padre)
        self._sesion, self._filas = sesion, tuple(filas)
        self.setWindowTitle("Llegó la respuesta")
        hoy = sesion.reloj.hoy
        self.medio = campos.CampoDeLista("Por qué medio", [(medio, medio.capitalize()) for medio in MEDIOS])
        self.fecha = campos.campo_de_fecha("Qué día llegó", hoy, hoy())
        self.fecha.poner(hoy())
        self.nota = CampoLimpio()
        self.nota.setAccessibleName("Qué contestaron")
        self.nota.setPlaceholderText("Si hace falta recordarlo")
        self.falta_parte = campos.CampoDeSi("Falta una parte")
        self.con_oficio = boton("Llegó un &oficio: anotarlo…", self._con_oficio, "a_mano")
        self._armar(_de_cuales(filas))

    def _armar(self, de_cuales: str) -> None:
        datos = QFormLayout()
        datos.addRow("Por qué medio", self.medio)
        datos.addRow("Qué día llegó", con_pie(self.fecha)[0])
        datos.addRow("Qué contestaron", self.nota)
        datos.addRow("", self.falta_parte)
        botones, aceptar = aceptar_o_cancelar("Anotar que llegó", self._anotar, self.reject, "Cerrar")
        aceptar.setDefault(True)
        se_anota = len(self._filas) == 1 and not self._sesion.cerrado
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(10)
        como = _CON_OFICIO if se_anota else _CON_UNO_SOLO
        for pieza in (Letrero(de_cuales, negrita=True), Letrero(como, "letra_tenue")):
            acomodo.addWidget(pieza)
        acomodo.addLayout(datos)
        acomodo.addWidget(self.con_oficio, 0, Qt.AlignmentFlag.AlignLeft)
        acomodo.addWidget(botones)
        self.con_oficio.setVisible(se_anota)
        self.medir(64)
        self.medio.setFocus()

    def lo_dicho(self) -> object:
        """Lo que se perdería al cerrarlo."""
        return (
            self.medio.currentData(), self.fecha.text(), self.nota.text(), self.falta_parte.isChecked()
        )  # fmt: skip

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """En lo último que se escribe, Enter ya es anotarlo."""
        es_enter = arg__1.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if es_enter and self.focusWidget() is self.nota:
            self._anotar()
        else:
            super().keyPressEvent(arg__1)

    def _con_oficio(self) -> None:
        """Deja este cuadro y abre la tira de anotar, ya dicho a cuál contesta."""

        def pasar() -> None:
            self.done(QDialog.DialogCode.Rejected)
            self._sesion.pide_anotar.emit(self._filas[0])

        if self.lo_dicho() == self._al_abrir:
            pasar()
        else:
            avisos.preguntar_si_se_pierde(self, pasar)

    def _anotar(self) -> None:
        self.fecha.guardar_ya()
        if self.fecha.por_que:
            self.fecha.setFocus()
            return
        llego = Contestacion(
            "",
            fecha=self.fecha.fecha(),
            medio=self.medio.currentData(),
            completa=not self.falta_parte.isChecked(),
            nota=self.nota.text().strip(),
        )
        uids = tuple(fila.oficio.uid for fila in self._filas)
        if self._sesion.logra(responder.contestar_varios, uids, llego):
            self.accept()


def _de_cuales(filas: Sequence[EnElLibro]) -> str:
    if len(filas) > 1:
        return f"Llegó la respuesta de {len(filas)} oficios."
    (fila,) = filas
    con = f" ({fila.con})" if fila.con else ""
    return f"Llegó la respuesta a {fila.oficio.folio}{con}."
