"""El libro como tabla: los oficios que se piden, lo más nuevo primero."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt

from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.trimestre.evidencias import que_tiene
from ut_escritorio.interfaz.comunes.aspecto.iconos import icono
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado, sin_volteos
from ut_escritorio.interfaz.comunes.listas.modelo import Indice, ModeloDeFilas
from ut_escritorio.interfaz.oficios.lista.columnas import ASUNTO, COLUMNAS, RESPUESTA

PAGINA = 200


class ModeloDelLibro(ModeloDeFilas):
    """Las filas se dan a la tabla por páginas: la que sigue, solo al llegar a ella."""

    def __init__(self) -> None:
        super().__init__()
        self.filas: tuple[EnElLibro, ...] = ()
        self.evidencias: Mapping[str, int] = {}
        self._dadas = 0

    def contar(self, evidencias: Mapping[str, int]) -> None:
        """Enseña qué oficios tienen evidencias, por su uid."""
        if evidencias != self.evidencias:
            self.evidencias = evidencias
            self.repintar()

    def poner(self, filas: Sequence[EnElLibro]) -> None:
        """Muestra esos oficios; si son los mismos que ya se veían, sin rehacer la tabla."""
        mismas = [fila.oficio.uid for fila in filas] == [fila.oficio.uid for fila in self.filas]
        with self.poniendo(mismas=mismas):
            self.filas = tuple(filas)
            if not mismas:
                self._dadas = min(PAGINA, len(filas))

    def rotulos(self) -> Sequence[str]:
        return [columna.rotulo for columna in COLUMNAS]

    def texto(self, fila: int, columna: int) -> str:
        return COLUMNAS[columna].leer(self.filas[fila])

    def fila_de(self, uid: str) -> int:
        """La fila de un oficio, ya dada a la tabla; −1 si no es de los que se piden."""
        fila = next((n for n, cada in enumerate(self.filas) if cada.oficio.uid == uid), -1)
        self._dar(fila + 1)
        return fila

    def _dar(self, hasta: int) -> None:
        if hasta > self._dadas:
            self.beginInsertRows(QModelIndex(), self._dadas, hasta - 1)
            self._dadas = hasta
            self.endInsertRows()

    def canFetchMore(self, parent: Indice = QModelIndex()) -> bool:  # noqa: B008
        return not parent.isValid() and self._dadas < len(self.filas)

    def fetchMore(self, parent: Indice = QModelIndex()) -> None:  # noqa: B008
        del parent
        self._dar(min(self._dadas + PAGINA, len(self.filas)))

    def rowCount(self, parent: Indice = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._dadas

    def data(self, index: Indice, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return sin_volteos(self.texto(index.row(), index.column())[:200])
            case Qt.ItemDataRole.AccessibleTextRole:
                dicho = self.texto(index.row(), index.column())
                return f"{COLUMNAS[index.column()].rotulo}: {dicho}{self._clip(index)}"
            case Qt.ItemDataRole.DecorationRole if self._clip(index):
                return icono("adjuntar", "letra_tenue")
            case Qt.ItemDataRole.ToolTipRole:
                return sin_marcado(COLUMNAS[index.column()].entera(self.filas[index.row()]))
            case Qt.ItemDataRole.ForegroundRole if self.filas[index.row()].oficio.cancelado is not None:
                return color("letra_tenue")
            case Qt.ItemDataRole.ForegroundRole if (
                index.column() == RESPUESTA and self.filas[index.row()].atrasado
            ):
                return color("atencion")
            case _:
                return None

    def _clip(self, index: Indice) -> str:
        """En la columna del asunto, cuántas evidencias tiene; vacío si ninguna."""
        cuantas = self.evidencias.get(self.filas[index.row()].oficio.uid, 0)
        return que_tiene(cuantas) if index.column() == ASUNTO else ""
