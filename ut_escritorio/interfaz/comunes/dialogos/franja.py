"""Una franja sobre las pestañas: algo que vale para toda la ventana, y qué se puede hacer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from ut_escritorio.interfaz.comunes.aspecto.iconos import dibujo
from ut_escritorio.interfaz.comunes.aspecto.piezas import boton, vaciar
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import LetreroQueSePliega


class Franja(QFrame):
    """Escondida mientras no diga nada."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.AlternateBase)
        self._hilera = QHBoxLayout(self)
        self._hilera.setContentsMargins(12, 6, 12, 6)
        self._texto, self._icono = "", "cerrado"
        self._signo = QLabel()
        self.hide()

    def decir(self, texto: str, *salidas: tuple[str, Callable[[], object]], icono: str = "cerrado") -> None:
        """Dice eso, con un botón por salida; sin texto, se esconde."""
        vaciar(self._hilera)
        self._texto, self._icono = texto, icono
        if texto:
            self._signo = QLabel()
            self._dibujar()
            self._hilera.addWidget(self._signo)
            self._hilera.addWidget(LetreroQueSePliega(texto, negrita=True), 1)
            for rotulo, hacer in salidas:
                self._hilera.addWidget(boton(rotulo, hacer))
        self.setVisible(bool(texto))

    def changeEvent(self, event: QEvent) -> None:
        """Al acercar o alejar la letra, su dibujo crece o se achica con ella."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.dice():
            self._dibujar()

    def _dibujar(self) -> None:
        self._signo.setPixmap(dibujo(self._icono, 20, "letra"))

    def dice(self) -> str:
        """Lo que dice ahora."""
        return "" if self.isHidden() else self._texto
