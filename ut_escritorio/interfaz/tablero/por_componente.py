"""Una tabla de cifras por componente: sus celdas se recorren una a una y Enter lleva a su lugar."""

from __future__ import annotations

from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from ut_escritorio.dominio.numeros.evaluacion import pasan
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.numeros.vista import sitio_de_casilla
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.cifras import Contada, de_que_sale
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.listas.modelo import Indice, ModeloDeFilas
from ut_escritorio.interfaz.comunes.listas.tabla import TablaDeFilas

_DERECHA = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOMBRE = 22  # letras que se leen del nombre, por poco que quede


def adonde(foto: FotoTrimestre, clave: str, trimestre: Trimestre, mes: int | None) -> tuple[Trimestre, Sitio]:
    """A la casilla o, si se cuenta de renglones, al primero que cuenta; `foto` es de cualquiera de su año.

    De la que ningún cuadro enseña, a la primera de las que se calcula.
    """
    fuente = foto.plan.cifra[clave].fuente
    if isinstance(fuente, Contada):
        for renglon in pasan(foto.renglones_del_ejercicio.get(trimestre.numero, ()), fuente):
            if mes in (None, renglon.en_mes):
                return trimestre, Sitio(renglon.lugar, Origen("renglon", renglon.uid))
    sitio, sale_de = sitio_de_casilla(foto.plan, Casilla(clave, trimestre.numero, mes)), de_que_sale(fuente)
    return (trimestre, sitio) if sitio.lugar or not sale_de else adonde(foto, sale_de[0], trimestre, mes)


class Fila(Protocol):
    """Una cifra o, sin clave, el nombre del componente que las encabeza."""

    @property
    def nombre(self) -> str:
        """Lo primero que se lee de ella."""
        ...

    @property
    def clave(self) -> str:
        """La de su cifra."""
        ...


F = TypeVar("F", bound=Fila)


class ModeloPorComponente(ModeloDeFilas, Generic[F]):
    """Una fila por cifra, y una por componente que las encabeza; se pinta otra vez solo la que cambió."""

    def __init__(self) -> None:
        super().__init__()
        self.filas: tuple[F, ...] = ()

    def poner(self, filas: tuple[F, ...]) -> list[int]:
        """Muestra esas filas; devuelve cuáles se volvieron a pintar."""
        mismas = [(f.nombre, f.clave) for f in filas] == [(f.nombre, f.clave) for f in self.filas]
        if not mismas:
            self.beginResetModel()
            self.filas = filas
            self.endResetModel()
            return [*range(len(filas))]
        cambiaron = [
            n for n, (antes, ahora) in enumerate(zip(self.filas, filas, strict=True)) if antes != ahora
        ]
        self.filas = filas
        for n in cambiaron:
            self.dataChanged.emit(self.index(n, 0), self.index(n, self.columnCount() - 1))
        return cambiaron

    def dicho(self, fila: F, columna: int) -> str:
        """Una celda para quien la oye, o se posa en ella."""
        raise NotImplementedError

    def es_total(self, columna: int) -> bool:
        """Si esa columna va en negritas."""
        raise NotImplementedError

    def fondo(self, fila: F, columna: int) -> QColor | None:
        """El color detrás de una celda que no es el nombre; None, el de la hoja."""
        raise NotImplementedError

    def rowCount(self, parent: Indice = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.filas)

    def flags(self, index: Indice) -> Qt.ItemFlag:
        if index.isValid() and not self.filas[index.row()].clave:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Indice, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        fila, columna = self.filas[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.texto(index.row(), columna)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.dicho(fila, columna)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _DERECHA if columna else None
            case Qt.ItemDataRole.FontRole if not fila.clave or (columna and self.es_total(columna)):
                letra = QFont()
                letra.setBold(True)
                return letra
            case Qt.ItemDataRole.BackgroundRole if not fila.clave:
                return color("encabezado")
            case Qt.ItemDataRole.BackgroundRole if columna:
                return self.fondo(fila, columna)
            case _:
                return None


class TablaPorComponente(TablaDeFilas):
    """Se recorre celda por celda; el nombre cede antes que los números."""

    def __init__(self, nombre: str, modelo: ModeloPorComponente[Any]) -> None:
        super().__init__(nombre, {})
        self.setModel(modelo)
        self._modelo = modelo
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setAlternatingRowColors(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setDefaultAlignment(_DERECHA)
        self.cambio_de_ancho.connect(self.repartir)

    @property
    def clave(self) -> str:
        """La de la cifra elegida; vacía si ninguna."""
        actual = self.currentIndex()
        return self._modelo.filas[actual.row()].clave if actual.isValid() else ""

    def elegir_algo(self) -> None:
        """Elige la primera cifra si no hay ninguna elegida."""
        if not self.clave:
            primera = next((n for n, fila in enumerate(self._modelo.filas) if fila.clave), 0)
            self.setCurrentIndex(self._modelo.index(primera, 1))

    def repartir(self) -> None:
        """Cada número, lo que mide; el nombre, lo que sobra."""
        encabezado = self.horizontalHeader()
        encabezado.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 4)
        encabezado.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        encabezado.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        numeros = sum(encabezado.sectionSize(n) for n in range(1, encabezado.count()))
        al_menos = self.fontMetrics().averageCharWidth() * _NOMBRE
        encabezado.resizeSection(0, max(al_menos, self.viewport().width() - numeros))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter lleva, esté en la celda que esté."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
