"""La guía de F1: cómo se hace cada tarea, las teclas, y qué programa es; se deja abierta al lado."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, con_barra
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.interfaz.hojas.acerca import AcercaDe
from ut_escritorio.interfaz.hojas.guia import TAREAS, TECLAS

_ANCHO, _ALTO = 92, 34  # letras y renglones
_DEL_PROGRAMA = "El programa y sus carpetas"


class Ayuda(Dialogo):
    """Tres pestañas: por tarea, las teclas por lugar, y la versión con sus carpetas."""

    def __init__(self, padre: QWidget, archivo: Path) -> None:
        super().__init__(padre)
        self.setWindowTitle("Guía")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pestanas = QTabWidget()
        self.pestanas.setAccessibleName("Partes de la guía")
        for pieza, rotulo in (
            (_tareas(), "Cómo se hace"),
            (_teclas(), "Teclas"),
            (AcercaDe(archivo), _DEL_PROGRAMA),
        ):
            hoja = con_barra(pieza)
            hoja.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # con el teclado también se recorre
            hoja.setAccessibleName(rotulo)
            self.pestanas.addTab(hoja, rotulo)
        botones = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        botones.rejected.connect(self.close)
        acomodo = QVBoxLayout(self)
        acomodo.addWidget(self.pestanas, 1)
        acomodo.addWidget(botones)
        self.medir(_ANCHO, _ALTO)

    def ver_el_programa(self) -> None:
        """Enseña la versión, las licencias y las carpetas."""
        self.pestanas.setCurrentIndex(self.pestanas.count() - 1)


def _tareas() -> QWidget:
    hoja = QWidget()
    acomodo = QVBoxLayout(hoja)
    acomodo.setSpacing(3)
    for tarea, como in TAREAS:
        acomodo.addWidget(Letrero(tarea, negrita=True))
        for renglon in como:
            acomodo.addWidget(Letrero(renglon))
        acomodo.addSpacing(8)
    acomodo.addStretch()
    return hoja


def _teclas() -> QWidget:
    hoja = QWidget()
    cuadricula = QGridLayout(hoja)
    cuadricula.setHorizontalSpacing(24)
    cuadricula.setColumnStretch(1, 1)
    for lugar, teclas in TECLAS:
        cuadricula.addWidget(Letrero(lugar, negrita=True), cuadricula.rowCount(), 0, 1, 2)
        for tecla, hace in teclas:
            fila = cuadricula.rowCount()
            cuadricula.addWidget(_sin_partir(tecla), fila, 0)
            cuadricula.addWidget(Letrero(hace), fila, 1)
    cuadricula.setRowStretch(cuadricula.rowCount(), 1)
    return hoja


def _sin_partir(texto: str) -> Letrero:
    letrero = Letrero(texto)
    letrero.setWordWrap(False)
    return letrero
