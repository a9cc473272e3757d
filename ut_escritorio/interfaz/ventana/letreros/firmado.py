"""El letrero de lo firmado: por qué no se puede cambiar y cómo abrirlo o, ya abierto, qué le falta."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.iconos import dibujo
from ut_escritorio.interfaz.comunes.aspecto.piezas import boton
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import LetreroQueSePliega
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.ventana import al_pedirlo as de_la_ventana
from ut_escritorio.interfaz.ventana.letreros import al_pedirlo
from ut_escritorio.interfaz.ventana.letreros.al_pedirlo import Servicios


class LetreroDeFirmado(QFrame):
    """Se ve sobre las pestañas mientras el trimestre está cerrado, y mientras se corrige lo que se firmó.

    `pide_abrir` y `pide_imprimir` salen con sus botones.
    """

    pide_abrir = Signal()
    pide_imprimir = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.AlternateBase)
        self.hide()
        self._armado = False
        self._trimestre: Trimestre | None = None

    def poner(self, sesion: Sesion) -> None:
        """Se enseña o se esconde, según el trimestre que se ve."""
        foto = sesion.foto
        try:
            corrigiendo = Servicios.correccion().corrigiendo(sesion.expediente, foto)
        except ErrorEsperado:
            if foto.trimestre == self._trimestre:
                return  # mientras el archivo no se deje leer, sigue lo que ya se decía de él
            corrigiendo = None
        self._trimestre = foto.trimestre
        if foto.firmado is not None:
            self._decir(
                f"El {foto.trimestre} se firmó el {_dia(foto.firmado.fecha)} y está cerrado: "
                "se puede ver, pero no cambiar."
            )
        elif corrigiendo is not None:
            self._decir(f"Corrigiendo lo firmado el {_dia(corrigiendo)}: falta imprimir y firmar.")
        cerrado = foto.firmado is not None
        if self._armado:
            self._candado.setPixmap(dibujo("cerrado" if cerrado else "a_mano", 20, "letra"))
            self._abrir.setVisible(cerrado)
            self._imprimir.setVisible(not cerrado)
        self.setVisible(cerrado or corrigiendo is not None)

    def _decir(self, frase: str) -> None:
        self._armar()
        self._dice.decir(frase)

    def _armar(self) -> None:
        if self._armado:
            return
        self._armado = True
        self._candado = QLabel()
        self._abrir = boton("Abrir para corregir…", self.pide_abrir.emit, "a_mano")
        self._imprimir = boton("Imprimir para firma", self.pide_imprimir.emit, "imprimir")
        self._dice = LetreroQueSePliega(negrita=True)
        hilera = QHBoxLayout(self)
        hilera.setContentsMargins(12, 6, 12, 6)
        hilera.addWidget(self._candado)
        hilera.addWidget(self._dice, 1)
        hilera.addWidget(self._abrir)
        hilera.addWidget(self._imprimir)


def _dia(fecha: date) -> str:
    return al_pedirlo.fechas().decir_fecha(fecha)


def pedir_abrir_para_corregir(ventana: QWidget, sesion: Sesion) -> None:
    """Pide el motivo y abre el trimestre firmado."""
    avisos, abrir_para_corregir = de_la_ventana.avisos(), Servicios.firma().abrir_para_corregir
    if sesion.solo_leer:
        avisos.advertir(ventana, "Aquí no se puede abrir para corregir.", sesion.solo_leer)
        return
    avisos.pedir_texto(
        ventana,
        f"¿Por qué se abre el {sesion.trimestre} para corregir?",
        "Abrir para corregir",
        lambda motivo: sesion.logra(abrir_para_corregir, motivo),
        "Lo que se firmó se conserva tal cual, con este motivo al lado. "
        "Después de corregir habrá que volver a imprimir y firmar.",
    )
