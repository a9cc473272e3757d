"""Poner una tabla en el portapapeles, y decirlo: Word la toma como tabla y Excel como celdas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMainWindow, QWidget

from ut_escritorio.dominio.numeros.copiado import CeldaCopiada, a_celdas, a_html, de_lista
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_volteos

_LO_QUE_DURA = 4000  # milisegundos


def copiar_tabla(pieza: QWidget, que: str, celdas: Sequence[CeldaCopiada]) -> None:
    """Copia una tabla de las dos maneras, y lo dice abajo de la ventana de esa pieza."""
    datos = QMimeData()
    datos.setText(sin_volteos(a_celdas(celdas)))
    datos.setHtml(sin_volteos(a_html(celdas)))
    QGuiApplication.clipboard().setMimeData(datos)
    _decir(pieza, f"Copiado: {que}.")


def copiar_imagen(pieza: QWidget, que: str, imagen: QImage) -> None:
    """Copia una imagen, y lo dice abajo de la ventana de esa pieza."""
    QGuiApplication.clipboard().setImage(imagen)
    _decir(pieza, f"Copiado como imagen: {que}.")


def _decir(pieza: QWidget, frase: str) -> None:
    ventana: QWidget | None = pieza
    while ventana is not None and not isinstance(ventana, QMainWindow):
        ventana = ventana.parentWidget()
    if ventana is not None:
        ventana.statusBar().showMessage(frase, _LO_QUE_DURA)


def copiar_lista(pieza: QWidget, rotulos: Sequence[str], filas: Sequence[Sequence[str]]) -> None:
    """Copia una lista, con sus rótulos si son varios renglones; las columnas vacías no van."""
    con_rotulos = len(filas) != 1
    usadas = [i for i in range(len(rotulos)) if any(fila[i] for fila in filas)]
    arriba = [rotulos[i] for i in usadas] if con_rotulos else []
    que = f"{len(filas)} renglones" if con_rotulos else "el renglón"
    copiar_tabla(pieza, que, de_lista(arriba, [[fila[i] for i in usadas] for fila in filas]))
