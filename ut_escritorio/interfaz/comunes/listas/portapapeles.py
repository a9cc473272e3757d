"""Poner una tabla en el portapapeles: Word la toma como tabla y Excel como celdas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from ut_escritorio.dominio.numeros.copiado import CeldaCopiada, a_celdas, a_html, de_lista
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_volteos


def copiar_tabla(celdas: Sequence[CeldaCopiada]) -> None:
    """Copia una tabla de las dos maneras."""
    datos = QMimeData()
    datos.setText(sin_volteos(a_celdas(celdas)))
    datos.setHtml(sin_volteos(a_html(celdas)))
    QGuiApplication.clipboard().setMimeData(datos)


def copiar_lista(rotulos: Sequence[str], filas: Sequence[Sequence[str]], con_rotulos: bool = True) -> None:
    """Copia una lista, con sus rótulos si se quiere; las columnas donde nadie dice nada no van."""
    usadas = [i for i in range(len(rotulos)) if any(fila[i] for fila in filas)]
    arriba = [rotulos[i] for i in usadas] if con_rotulos else []
    copiar_tabla(de_lista(arriba, [[fila[i] for i in usadas] for fila in filas]))
