"""La guía de F1: cómo se hace cada tarea, las teclas, y qué programa es; se deja abierta al lado."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio import __version__, rutas
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, con_barra
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.interfaz.hojas.guia import TAREAS, TECLAS
from ut_escritorio.servicios.archivo.respaldo import carpeta_de_respaldos

_ANCHO, _ALTO = 92, 34  # letras y renglones


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
            (_el_programa(archivo), "El programa y sus carpetas"),
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


def _el_programa(archivo: Path) -> QWidget:
    """Qué versión es y dónde está cada cosa: lo que se le dice a quien ayuda por teléfono."""
    hoja = QWidget()
    formulario = QFormLayout(hoja)
    formulario.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    for que, donde in _lugares(archivo):
        formulario.addRow(_sin_partir(que), Letrero(donde))
    return hoja


def _lugares(archivo: Path) -> Iterable[tuple[str, str]]:
    return (
        ("Versión", f"UT Escritorio {__version__}"),
        ("Este archivo", str(archivo.absolute())),
        ("Sus respaldos", str(carpeta_de_respaldos(archivo).absolute())),
        ("Informes en PDF", str(rutas.carpeta_de_datos() / "informes")),
        ("Ajustes", str(rutas.carpeta_de_ajustes())),
        ("Notas de funcionamiento", str(rutas.carpeta_de_registro())),
    )


def _sin_partir(texto: str) -> Letrero:
    letrero = Letrero(texto)
    letrero.setWordWrap(False)
    return letrero
