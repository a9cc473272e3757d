"""Las filas del año como se ven en su tabla: con más color, el mes mayor de cada una."""

from __future__ import annotations

from PySide6.QtGui import QColor

from ut_escritorio.interfaz.comunes.aspecto.paleta import color, entre
from ut_escritorio.interfaz.tablero.del_anio.filas import COLUMNAS, Fila
from ut_escritorio.interfaz.tablero.por_componente import ModeloPorComponente

_TINTE = (0.0, 0.10, 0.18, 0.26, 0.34)
"""Cuánto acento lleva el fondo de cada tramo; la letra encima se sigue leyendo."""


class ModeloDelAnio(ModeloPorComponente[Fila]):
    """Los meses y los totales de cada cifra."""

    def rotulos(self) -> list[str]:
        """El nombre no lleva rótulo."""
        return ["", *(columna.rotulo for columna in COLUMNAS)]

    def texto(self, fila: int, columna: int) -> str:
        """El nombre, o el número; vacío si no se sabe."""
        una = self.filas[fila]
        return una.escrito(columna - 1) if columna else una.nombre

    def es_total(self, columna: int) -> bool:
        """Los del trimestre y el del año."""
        return COLUMNAS[columna - 1].mes is None

    def fondo(self, fila: Fila, columna: int) -> QColor | None:
        """Más oscuro mientras más cerca del mayor de su fila."""
        if self.es_total(columna):
            return color("calculado")
        tramo = fila.tramo(columna - 1)
        return entre("hoja", "acento", _TINTE[tramo]) if tramo else None

    def dicho(self, fila: Fila, columna: int) -> str:
        """«Solicitudes, Abr: 26», o que ahí no hay dato."""
        if not columna or not fila.clave:
            return fila.nombre
        return f"{fila.nombre}, {COLUMNAS[columna - 1].rotulo}: {fila.escrito(columna - 1) or 'sin dato'}"
