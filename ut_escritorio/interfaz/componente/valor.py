"""El valor alcanzado: propuesto en gris desde el programado y confirmado con Enter."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ut_escritorio.dominio.foto import FotoTrimestre
from ut_escritorio.dominio.plan import Actividad, Lugar
from ut_escritorio.dominio.sitios import Sitio
from ut_escritorio.interfaz.comunes.paleta import color
from ut_escritorio.interfaz.comunes.piezas import llano
from ut_escritorio.interfaz.comunes.senalado import LetreroDeSenal, marcar
from ut_escritorio.interfaz.comunes.senales import Senales
from ut_escritorio.interfaz.comunes.sesion import Sesion
from ut_escritorio.interfaz.comunes.textos import TextoLargo
from ut_escritorio.servicios.captura import fijar_alcanzado


def leer_porcentaje(texto: str) -> Decimal | None:
    """«30», «30 %» o «27.5»; ValueError si no es un porcentaje de 0 a 1000."""
    limpio = texto.replace("%", "").replace(",", ".").strip()
    if not limpio:
        return None
    try:
        valor = Decimal(limpio)
    except InvalidOperation as error:
        raise ValueError(texto) from error
    if not valor.is_finite() or not 0 <= valor <= 1000:
        raise ValueError(texto)
    return valor


def decir_porcentaje(valor: Decimal | None) -> str:
    """«30», «27.5»; vacío si no hay."""
    return "" if valor is None else f"{valor.normalize():f}"


class ValorAlcanzado(QWidget):
    """El programado y el campo del alcanzado de un lugar; si se alejó uno de otro, por qué."""

    def __init__(self, sesion: Sesion, lugar: Lugar) -> None:
        super().__init__()
        self._sesion, self._lugar = sesion, lugar
        self.campo = _Campo()
        self.campo.editingFinished.connect(self._terminar)
        self.por_que = TextoLargo("Por qué se alejó de lo programado", 2)
        self.por_que.setPlaceholderText("Si se alejó de lo programado, diga por qué")
        self.por_que.guardar.connect(self._justificar)
        self._programado = QLabel()
        self._aviso = LetreroDeSenal()
        self._armar()
        self.refrescar(sesion.foto)

    def _armar(self) -> None:
        rotulo = QLabel("Va&lor alcanzado")
        rotulo.setBuddy(self.campo)
        hilera = QHBoxLayout()
        for pieza in (rotulo, self.campo, QLabel("%"), self._programado):
            hilera.addWidget(pieza)
        hilera.addStretch()
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addLayout(hilera)
        acomodo.addWidget(self._aviso)
        acomodo.addWidget(self.por_que)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Muestra lo guardado y, si no hay, lo programado en gris."""
        programado = (
            self._lugar.programado.get(foto.trimestre.numero) if isinstance(self._lugar, Actividad) else None
        )
        alcanzado = foto.alcanzado.get(self._lugar.clave)
        self.campo.propuesto = programado if alcanzado is None else None
        self.campo.setPlaceholderText(decir_porcentaje(programado))
        if not (self.campo.hasFocus() and self.campo.isModified()):
            self.campo.setText(decir_porcentaje(alcanzado))
        self._programado.setText(_explicar(programado, alcanzado))
        justificacion = foto.justificaciones.get(self._lugar.clave, "")
        se_alejo = programado is not None and alcanzado is not None and programado != alcanzado
        self.por_que.poner(justificacion)
        self.por_que.setVisible(bool(justificacion) or se_alejo)
        for campo in (self.campo, self.por_que):
            campo.setReadOnly(foto.firmado is not None)

    def senalar(self, senales: Senales) -> None:
        """Enseña lo que la revisión dice de este valor."""
        senal = senales.de_dato(self._lugar.clave, "alcanzado")
        grave = senal is not None and senal.gravedad == "corregir"
        marcar(self.campo, senal)
        self._aviso.poner(senal if grave else None)

    def pieza_de(self, sitio: Sitio) -> QWidget | None:
        """El campo, si el sitio es este valor."""
        es_valor = sitio.campo == "alcanzado" or sitio.origen.startswith("valor:")
        return self.campo if es_valor and sitio.lugar == self._lugar.clave else None

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        self.por_que.guardar_ya()

    def _justificar(self, texto: str) -> None:
        from ut_escritorio.servicios.revision import justificar

        self._sesion.hacer(justificar, self._lugar.clave, texto, self.por_que.visita)

    def _terminar(self) -> None:
        if self.campo.isModified():
            self._guardar(self.campo.text())

    def _guardar(self, texto: str) -> None:
        try:
            valor = leer_porcentaje(texto)
        except ValueError:
            self.campo.pintar(f"«{texto}» no es un porcentaje; escriba por ejemplo 30.")
            return
        self.campo.pintar("")
        self.campo.setModified(False)
        if valor != self._sesion.foto.alcanzado.get(self._lugar.clave):
            self._sesion.hacer(fijar_alcanzado, self._lugar.clave, valor)


class _Campo(QLineEdit):
    """Un porcentaje; con Enter sobre lo propuesto en gris, queda escrito."""

    def __init__(self) -> None:
        super().__init__()
        self.propuesto: Decimal | None = None
        self.setAccessibleName("Valor alcanzado, en porcentaje")
        self.setMaxLength(8)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * 9)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        es_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if es_enter and not self.text() and self.propuesto is not None:
            self.setText(decir_porcentaje(self.propuesto))
            self.setModified(True)
        super().keyPressEvent(event)

    def pintar(self, error: str) -> None:
        """Dice, en rojo y al posarse, por qué no se guardó; vacío: todo bien."""
        paleta = self.palette()
        paleta.setColor(paleta.ColorRole.Text, color("error" if error else "letra"))
        self.setPalette(paleta)
        self.setToolTip(llano(error))
        self.setAccessibleDescription(error)


def _explicar(programado: Decimal | None, alcanzado: Decimal | None) -> str:
    if programado is None:
        return "Falta" if alcanzado is None else ""
    if alcanzado is None:
        return f"Programado {decir_porcentaje(programado)} %: Enter lo confirma"
    return f"Programado {decir_porcentaje(programado)} %"
