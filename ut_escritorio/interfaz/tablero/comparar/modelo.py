"""Las filas de la comparación como se ven en su tabla."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ut_escritorio.dominio.numeros.comparado import AUN_NO, SIN_DATO, rotulos, rotulos_para_copiar
from ut_escritorio.dominio.numeros.comparar import Comparacion
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.listas.modelo import Indice
from ut_escritorio.interfaz.tablero.comparar.filas import (
    CONTRA_ANTERIOR,
    CONTRA_HACE_UN_ANIO,
    TOTAL,
    Fila,
    filas_comparadas,
)
from ut_escritorio.interfaz.tablero.por_componente import ModeloPorComponente


class ModeloDeComparar(ModeloPorComponente[Fila]):
    """Este trimestre, los otros dos con su diferencia, y lo que va del año."""

    def __init__(self) -> None:
        super().__init__()
        self.comparacion: Comparacion | None = None

    def comparar(self, comparacion: Comparacion) -> list[int]:
        """Muestra esa comparación; devuelve las filas que se volvieron a pintar."""
        self.comparacion = comparacion
        return self.poner(filas_comparadas(comparacion))

    def rotulos(self) -> list[str]:
        """El nombre no lleva rótulo."""
        return rotulos(self.comparacion) if self.comparacion else [""]

    def texto(self, fila: int, columna: int) -> str:
        """El nombre o lo que dice la celda; de un componente, solo su nombre."""
        una = self.filas[fila]
        if not columna:
            return una.nombre
        return una.celdas[columna - 1] if una.celdas else ""

    def es_total(self, columna: int) -> bool:
        """Solo el del trimestre que se ve."""
        return columna == TOTAL

    def fondo(self, fila: Fila, columna: int) -> QColor | None:
        """Las diferencias, como todo lo que se calcula."""
        del fila
        return color("calculado") if columna in (CONTRA_ANTERIOR, CONTRA_HACE_UN_ANIO) else None

    def data(self, index: Indice, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Lo que no se sabe va tenue: lo que se lee son los números."""
        if role == Qt.ItemDataRole.ForegroundRole:
            no_se_sabe = self.texto(index.row(), index.column()) in (SIN_DATO, AUN_NO)
            return color("letra_tenue") if no_se_sabe else None
        return super().data(index, role)

    def dicho(self, fila: Fila, columna: int) -> str:
        """La comparación entera, esté donde esté: una celda sola no dice con qué meses se compara."""
        del columna
        return fila.frase or fila.nombre

    def rotulos_copiados(self) -> list[str]:
        """Los encabezados de lo que se copia."""
        if self.comparacion is None:
            return [""]
        c = self.comparacion
        return rotulos_para_copiar(c.trimestre, c.anterior.trimestre, c.hace_un_anio.trimestre)

    def copiados(self, fila: int) -> list[str]:
        """Lo que se copia de una fila: sus números solos."""
        una = self.filas[fila]
        return list(una.copiadas) or [una.nombre, *[""] * (len(self.rotulos_copiados()) - 1)]
