"""Los gestos del libro y el número que sigue; en un archivo nuevo, por cuál va la serie."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ut_escritorio.interfaz.comunes.aspecto.piezas import boton
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import LetreroQueCede
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.oficios.por_cual_va import PorCualVa
from ut_escritorio.servicios.oficios.libro import Libro


class Barra(QWidget):
    """`pide` sale con el gesto.

    `dijo_el_ultimo` sale con el último número tomado (None: no lo sabe) y si desde ahí se llevan aquí todos.
    """

    pide = Signal(str)
    dijo_el_ultimo = Signal(object, bool)

    def __init__(self, busca: QWidget, relacion: QWidget) -> None:
        super().__init__()
        self.nuevo = boton("Oficio nuevo", lambda: self.pide.emit("agregar"), "agregar", "Insert")
        una = "Ctrl+Insert: un oficio nuevo, con su carta"
        self.escribir = boton("Escribir una carta", lambda: self.pide.emit("escribir"), "a_mano", una)
        self.llego = boton("Llegó uno", lambda: self.pide.emit("llego"), "traer")
        self.siguiente = LetreroQueCede()
        self.siguiente.setAccessibleName("El número que sigue")
        self.pregunta = PorCualVa(si_no="No sé, lo escribo cada vez")
        self.pregunta.contesto.connect(self.dijo_el_ultimo)
        hilera = HileraQueSeParte(entre=6)
        for pieza in (self.nuevo, self.escribir, self.llego, self.siguiente):
            hilera.agregar(pieza)
        hilera.agregar(busca, 1)
        hilera.agregar(relacion)
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addLayout(hilera)
        acomodo.addWidget(self.pregunta)

    def poner(self, libro: Libro, *, preguntar: bool, cerrado: bool) -> None:
        """Dice el número que sigue o, si no se sabe por cuál va, lo pregunta."""
        serie = libro.serie
        se_pregunta = preguntar and serie is not None and not cerrado
        self.pregunta.setVisible(se_pregunta)
        if not se_pregunta:  # si se deshace lo contestado, se pregunta de nuevo
            self.pregunta.campo.setText("")
        self.siguiente.setText(f"Siguiente: {libro.siguiente}" if libro.siguiente else "")
        if serie is not None:
            self.pregunta.poner(serie)
        for gesto in (self.nuevo, self.escribir, self.llego):
            gesto.setVisible(not cerrado)
