"""El valor alcanzado: propuesto en gris desde el programado y confirmado con Enter."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.avance import Avance, avance_de
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import con_inicial
from ut_escritorio.dominio.plan.arbol import Actividad, Lugar
from ut_escritorio.dominio.porcentajes import con_signo, decir_porcentaje, leer_porcentaje
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.aspecto.senalado import LetreroDeSenal, marcar
from ut_escritorio.interfaz.comunes.campos.campo_escrito import AlPie, CampoEscrito
from ut_escritorio.interfaz.comunes.campos.textos import TextoLargo
from ut_escritorio.interfaz.comunes.sesion.pendientes import Escrito
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import Bloque
from ut_escritorio.interfaz.comunes.sesion.senales import Senales
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.archivo.expediente import Cosas
from ut_escritorio.servicios.captura.numeros import fijar_alcanzado
from ut_escritorio.servicios.entrega.decisiones import justificar


class ValorAlcanzado(Bloque):
    """El programado y el campo del alcanzado de un lugar; si se alejó uno de otro, por qué."""

    lee: ClassVar[Cosas] = frozenset({"alcanzado", "firmados"})

    def __init__(self, sesion: Sesion, lugar: Lugar) -> None:
        super().__init__()
        self._sesion, self._lugar = sesion, lugar
        self.campo = _Campo()
        self.campo.cambio.connect(self._guardar)
        self.campo.rechazado.connect(
            lambda texto, por_que: sesion.rechazar(self._escrito("alcanzado", texto), por_que)
        )
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
        hilera = HileraQueSeParte(entre=6)
        hilera.agregar_juntas(rotulo, self.campo, QLabel("%"))
        hilera.agregar(self._programado)
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addLayout(hilera)
        acomodo.addWidget(AlPie(self.campo))
        acomodo.addWidget(self._aviso)
        acomodo.addWidget(self.por_que)
        acomodo.addWidget(AlPie(self.por_que))

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Muestra lo guardado y, si no hay, su meta en gris."""
        avance = avance_de(foto, self._lugar) if isinstance(self._lugar, Actividad) else None
        meta = avance.meta if avance else None
        alcanzado = foto.alcanzado.get(self._lugar.clave)
        self.campo.propuesto = meta if alcanzado is None else None
        self.campo.setPlaceholderText(decir_porcentaje(meta))
        self._sesion.sin_guardar.mostrar(self.campo, self._sitio("alcanzado"), alcanzado)
        self._programado.setText(_explicar(avance, alcanzado))
        justificacion = foto.justificaciones.get(self._lugar.clave, "")
        se_alejo = meta is not None and alcanzado is not None and meta != alcanzado
        self._sesion.sin_guardar.mostrar(self.por_que, self._sitio("justificacion"), justificacion)
        self.por_que.setVisible(bool(justificacion) or se_alejo)
        for campo in (self.campo, self.por_que):
            campo.setReadOnly(bool(self._sesion.cerrado))

    def senalar(self, senales: Senales) -> None:
        """Enseña lo que la revisión dice de este valor."""
        senal = senales.de_dato(self._lugar.clave, "alcanzado")
        grave = senal is not None and senal.gravedad == "corregir"
        marcar(self.campo, senal)
        self._aviso.poner(senal if grave else None)

    def pieza_de(self, sitio: Sitio) -> QWidget | None:
        """El campo, si el sitio es este valor."""
        es_valor = sitio.campo == "alcanzado" or sitio.origen.clase == "valor"
        return self.campo if es_valor and sitio.lugar == self._lugar.clave else None

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        self.campo.guardar_ya()
        self.por_que.guardar_ya()

    def _sitio(self, campo: str) -> Sitio:
        return Sitio(self._lugar.clave, Origen("valor", self._lugar.clave), campo=campo)

    def _escrito(self, campo: str, texto: str) -> Escrito:
        que = "Valor alcanzado" if campo == "alcanzado" else "Por qué se alejó"
        return Escrito(self._sitio(campo), f"{que} de {self._lugar.numero}", texto)

    def _justificar(self, texto: str) -> None:
        escrito = self._escrito("justificacion", texto)
        self._sesion.guardar(escrito, justificar, self._lugar.clave, texto, self.por_que.visita)

    def _guardar(self, valor: Decimal | None) -> None:
        escrito = self._escrito("alcanzado", decir_porcentaje(valor))
        self._sesion.guardar(escrito, fijar_alcanzado, self._lugar.clave, valor)


class _Campo(CampoEscrito):
    """Un porcentaje; con Enter sobre lo propuesto en gris, queda escrito."""

    def __init__(self) -> None:
        super().__init__("Valor alcanzado, en porcentaje")
        self.propuesto: Decimal | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * 9)

    def leer(self, texto: str) -> Decimal | None:
        """El porcentaje escrito; None si no hay nada."""
        return leer_porcentaje(texto)

    def decir(self, valor: Decimal | None) -> str:
        """«27.5»."""
        return decir_porcentaje(valor)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        es_enter = arg__1.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if es_enter and not self.text() and self.propuesto is not None:
            self.setText(decir_porcentaje(self.propuesto))
        super().keyPressEvent(arg__1)


def _explicar(avance: Avance | None, alcanzado: Decimal | None) -> str:
    """«Programado 30 %, modificado a 25 %», y qué hace Enter si aún no hay valor."""
    if avance is None or avance.meta is None:
        propuesto = avance.propuesto if avance else None
        if propuesto is not None:
            return f"El año anterior se programó {con_signo(propuesto)}; falta confirmarlo"
        return "Falta" if alcanzado is None else ""
    partes = [f"Programado {con_signo(avance.programado)}"] if avance.programado is not None else []
    if avance.modificada:
        partes.append(f"modificado a {con_signo(avance.modificada.valor)}")
    dicho = con_inicial(", ".join(partes))
    return dicho if alcanzado is not None else f"{dicho}: Enter lo confirma"
