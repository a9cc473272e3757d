"""El letrero del trimestre firmado: por qué no se puede cambiar, y cómo abrirlo para corregir."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.iconos import dibujo
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.ventana import al_pedirlo
from ut_escritorio.interfaz.ventana.al_pedirlo import Servicios


class LetreroDeFirmado(QFrame):
    """Se ve sobre las pestañas mientras el trimestre está cerrado; `pide_abrir` sale con su botón."""

    pide_abrir = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.AlternateBase)
        self.hide()
        self._armado = False

    def poner(self, foto: FotoTrimestre) -> None:
        """Se enseña o se esconde, según la foto."""
        if foto.firmado is not None:
            decir_fecha = al_pedirlo.fechas().decir_fecha
            self._armar()
            self._dice.decir(
                f"El {foto.trimestre} se firmó el {decir_fecha(foto.firmado.fecha)} y está cerrado: "
                "se puede ver, pero no cambiar."
            )
        self.setVisible(foto.firmado is not None)

    def _armar(self) -> None:
        if self._armado:
            return
        self._armado = True
        candado = QLabel()
        candado.setPixmap(dibujo("cerrado", 20, "letra"))
        self._dice = Letrero(negrita=True)
        hilera = QHBoxLayout(self)
        hilera.setContentsMargins(12, 6, 12, 6)
        hilera.addWidget(candado)
        hilera.addWidget(self._dice, 1)
        hilera.addWidget(boton("Abrir para corregir…", self.pide_abrir.emit, "a_mano"))


def pedir_abrir_para_corregir(ventana: QWidget, sesion: Sesion) -> None:
    """Pide el motivo y abre el trimestre firmado."""
    avisos, abrir_para_corregir = al_pedirlo.avisos(), Servicios.firma().abrir_para_corregir
    if sesion.solo_leer:
        avisos.advertir(ventana, "Aquí no se puede abrir para corregir.", sesion.solo_leer)
        return
    avisos.pedir_texto(
        ventana,
        f"¿Por qué se abre el {sesion.trimestre} para corregir?",
        "Abrir para corregir",
        lambda motivo: sesion.hacer(abrir_para_corregir, motivo),
        "Lo que se firmó se conserva tal cual, con este motivo al lado. "
        "Después de corregir habrá que volver a imprimir y firmar.",
    )
