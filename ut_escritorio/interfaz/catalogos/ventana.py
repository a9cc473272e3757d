"""La ventana de los catálogos: una pestaña por cada uno, y Deshacer para todo lo que ahí se guarda."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.catalogos.dias import Dias
from ut_escritorio.interfaz.catalogos.membrete import Membrete
from ut_escritorio.interfaz.catalogos.personas import Personas
from ut_escritorio.interfaz.catalogos.textos import Textos
from ut_escritorio.interfaz.catalogos.unidades import Unidades
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, con_barra
from ut_escritorio.interfaz.comunes.dialogos.dialogo_de_datos import DialogoDeDatos
from ut_escritorio.interfaz.comunes.sesion.hecho_aqui import HechoAqui
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficina.catalogos import catalogo_de


class Catalogos(DialogoDeDatos):
    """Lo que se guarda queda en el archivo enseguida; Deshacer lo vuelve atrás.

    `cual` es el rótulo de la pestaña en que se abre.
    """

    def __init__(self, sesion: Sesion, cual: str, padre: QWidget | None = None) -> None:
        super().__init__(padre)
        self._sesion = sesion
        self.setWindowTitle("Oficina")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        catalogo = catalogo_de(sesion.expediente)
        self.personas, self.unidades = Personas(sesion), Unidades(sesion)
        self.membrete, self.dias = Membrete(sesion, catalogo), Dias(sesion)
        self.textos = Textos(sesion)
        self.pestanas = QTabWidget()
        self.pestanas.setAccessibleName("Catálogos")
        for pieza, rotulo in (
            (self.personas, "Personas y cargos"),
            (self.unidades, "Unidades y órganos"),
            (self.membrete, "Membrete y leyenda"),
            (self.dias, "Días inhábiles"),
            (self.textos, "Textos del plan"),
        ):
            indice = self.pestanas.addTab(con_barra(pieza), rotulo)
            if rotulo == cual:
                self.pestanas.setCurrentIndex(indice)
        self.hecho = HechoAqui(sesion)
        self.deshacer = boton("Des&hacer", self.hecho.deshacer, "deshacer")
        self._dice = Letrero(tinta="letra_tenue")
        self._dice.setWordWrap(False)
        acomodo = QVBoxLayout(self)
        acomodo.addWidget(self.pestanas, 1)
        abajo = QHBoxLayout()
        abajo.addWidget(self.deshacer)
        abajo.addWidget(self._dice)
        abajo.addStretch()
        abajo.addWidget(boton("Cerrar", self.reject))
        acomodo.addLayout(abajo)
        self.resize(QSize(1020, 640).boundedTo(self.lo_que_cabe()))
        sesion.cambio.connect(self._al_cambiar)
        self._refrescar()

    def lo_dicho(self) -> tuple[str, ...]:
        """En qué catálogos hay algo escrito que no se ha guardado."""
        pestanas = {"personas": self.personas, "unidades": self.unidades, "membrete": self.membrete}
        return tuple(
            cual for cual, pestana in {**pestanas, "dias": self.dias}.items() if pestana.sin_guardar()
        )

    def _refrescar(self) -> None:
        catalogo = catalogo_de(self._sesion.expediente)
        for pestana in (self.personas, self.unidades, self.membrete):
            pestana.poner(catalogo)
        self.dias.poner()
        self.textos.poner()
        self.deshacer.setEnabled(bool(self.hecho))

    def _al_cambiar(self, cambios: object) -> None:
        if dicho := self.hecho.contar(cambios):
            self._dice.decir(dicho)
        with suppress(ErrorEsperado):  # si el archivo no se deja leer ya se dijo: se ve lo último que se leyó
            self._refrescar()
