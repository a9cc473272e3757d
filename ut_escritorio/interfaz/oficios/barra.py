"""Los gestos del libro y el número que sigue; en un archivo nuevo, por cuál va la serie."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ut_escritorio.dominio.oficios.folios import Serie
from ut_escritorio.dominio.trimestre.renglones import leer_folio
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar, boton
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import LetreroQueCede
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio
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
        self.pregunta = _PorCualVa()
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
        self.pregunta.setVisible(preguntar and serie is not None and not cerrado)
        self.siguiente.setText(f"Siguiente: {libro.siguiente}" if serie and not preguntar else "")
        if serie is not None:
            self.pregunta.poner(serie)
        for gesto in (self.nuevo, self.escribir, self.llego):
            gesto.setVisible(not cerrado)


class _PorCualVa(QWidget):
    """«¿Cuál fue el último número que tomó en 2026? UT/[ ]»: Enter lo guarda."""

    contesto = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self._serie: Serie | None = None
        self._letrero, self._antes, self._despues = LetreroQueCede(), LetreroQueCede(), LetreroQueCede()
        self.campo, self.reparo = _Numero(), Letrero(tinta="error")
        self.campo.entro.connect(self._contestar)
        self.lleva = agrandar(QCheckBox("Desde ahí se llevan aquí todos"))
        self.lleva.setToolTip("Así se avisa si falta un número entre los oficios.")
        self._letrero.setBuddy(self.campo)
        self.campo.textChanged.connect(lambda: self.reparo.decir(""))
        acomodo, hilera = QVBoxLayout(self), HileraQueSeParte(entre=6)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addLayout(hilera)
        acomodo.addWidget(self.reparo)
        hilera.agregar(self._letrero)
        hilera.agregar_juntas(self._antes, self.campo, self._despues)
        hilera.agregar(self.lleva)
        hilera.agregar(boton("Guardar", self._contestar, "guardar", "Enter"))
        hilera.agregar(boton("No sé, lo escribo cada vez", lambda: self.contesto.emit(None, False)))

    def poner(self, serie: Serie) -> None:
        """De qué serie y año se pregunta."""
        self._serie = serie
        self._letrero.setText(f"¿Cuál fue el último número que tomó en {serie.anio}?")
        self._antes.setText(serie.antes)
        self._despues.setText(f"/{serie.anio}")
        self.campo.setAccessibleName(self._letrero.text())
        self.campo.setFixedWidth(self.fontMetrics().averageCharWidth() * (serie.ancho + 8))

    def _contestar(self) -> None:
        escrito = self.campo.text().strip()
        folio = leer_folio(self._serie.folio(escrito) if self._serie else escrito)
        if folio.numero is not None:
            self.contesto.emit(folio.numero, self.lleva.isChecked())
            return
        dicho = f"«{escrito[:40]}» no es un número de oficio. " if escrito else ""
        self.reparo.decir(f"{dicho}Escriba el último que tomó, por ejemplo 654.", "error")
        self.campo.setFocus()
        self.campo.selectAll()


class _Numero(CampoLimpio):
    entro = Signal()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entro.emit()
        else:
            super().keyPressEvent(arg__1)
