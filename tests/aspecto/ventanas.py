"""Lo que una ventana tiene, por escrito: cada pieza a la vista, en su orden, con todo lo que la hace como es.

Lleva lo que el programa puso en ella (lo que dice, su ayuda, su negrita, en qué casilla va, qué márgenes
deja), lo que enseñan sus listas y dónde quedó, en puntos: quien la retrata le pone siempre la misma letra.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QFont, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QBoxLayout,
    QComboBox,  # noqa: TID251
    QGridLayout,
    QHeaderView,
    QLayout,
    QMenu,
    QMenuBar,
    QSizeGrip,
    QSplitterHandle,
    QStatusBar,
    QTableView,
    QWidget,
)

_SIN_DECIR = {
    "x", "y", "width", "height", "pos", "size", "rect", "geometry", "frameGeometry", "frameSize",
    "normalGeometry", "childrenRect", "sizeHint", "minimumSizeHint", "palette", "focus", "isActiveWindow",
    "mouseTracking", "underMouse", "visible", "windowIcon", "cursor", "locale", "inputMethodHints",
    "cursorPosition", "hasSelectedText", "selectedText", "undoAvailable", "redoAvailable", "objectName",
    "contentOffset", "value", "sliderPosition", "maximum", "pageStep", "blockCount", "displayText", "down",
    "minimumWidth", "minimumHeight", "maximumWidth", "maximumHeight",
    "baseSize", "sizeIncrement", "html", "windowOpacity", "selectionStart",
}  # fmt: skip
_LLANAS = ("bool", "int", "QString", "QKeySequence")
_FILAS = 12
_DATOS = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.CheckStateRole,
    Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.TextAlignmentRole,
)  # fmt: skip
_COLORES = (Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.BackgroundRole)


def por_escrito(ventana: QWidget) -> str:
    """La ventana y sus piezas a la vista, un renglón por cada una."""
    return "\n".join(_de_la_pieza(ventana, 0)) + "\n"


def _de_la_pieza(pieza: QWidget, hondo: int) -> Iterator[str]:
    sangria = "  " * hondo
    yield sangria + " · ".join([_clase(pieza), _donde(pieza), *_como_es(pieza), *_acomodo(pieza.layout())])
    if isinstance(pieza, QMenuBar):
        yield from (f"{sangria}  {renglon}" for renglon in _opciones(pieza, 0))
        return
    if isinstance(pieza, QAbstractItemView) and not isinstance(pieza, QHeaderView):
        yield from (f"{sangria}  | {renglon}" for renglon in _filas(pieza))
        return
    for hija in _hijas(pieza):
        yield from _de_la_pieza(hija, hondo + 1)


def _opciones(menu: QMenuBar | QMenu, hondo: int) -> Iterator[str]:
    for opcion in menu.actions():
        gris = [] if opcion.isEnabled() else ["en gris"]
        marca = [str(opcion.isChecked())] if opcion.isCheckable() else []
        ayuda = opcion.toolTip()
        de_qt = opcion.text().replace("&", "").removesuffix("…")  # la que pone si no se le dio otra
        dicho = [opcion.text(), opcion.shortcut().toString(), "" if ayuda == de_qt else ayuda]
        yield "  " * hondo + " · ".join([*filter(None, dicho), *gris, *marca])
        dentro = opcion.menu()
        if isinstance(dentro, QMenu):
            dentro.aboutToShow.emit()  # lo que se llena al abrirlo
            yield from _opciones(dentro, hondo + 1)


def _clase(pieza: QWidget) -> str:
    return type(pieza).__name__


def _donde(pieza: QWidget) -> str:
    if isinstance(pieza.parent(), QStatusBar):
        return "abajo"  # ahí va la ruta del archivo, que en cada equipo mide otra cosa
    return f"{pieza.x()},{pieza.y()} de {pieza.width()}×{pieza.height()}"


_DE_QT = (QSizeGrip, QSplitterHandle)


def _hijas(pieza: QWidget) -> list[QWidget]:
    hijas = [h for h in pieza.children() if isinstance(h, QWidget) and not isinstance(h, _DE_QT)]
    return [h for h in hijas if h.isVisible() and not h.isWindow()]


@cache
def _de_fabrica(clase: type[QWidget]) -> dict[str, Any]:
    """Cómo es una pieza de Qt a la que nadie le ha hecho nada."""
    nueva = clase()
    dicho = {nombre: _dicho(nueva.property(nombre)) for nombre in _propias(nueva)}
    nueva.deleteLater()
    return dicho


def _propias(pieza: QObject) -> list[str]:
    meta = pieza.metaObject()
    todas = [meta.property(n) for n in range(meta.propertyCount())]
    llanas = [p.name() for p in todas if p.typeName() in _LLANAS or p.isEnumType()]
    return [nombre for nombre in llanas if nombre not in _SIN_DECIR]


def _de_qt(clase: type) -> type[QWidget]:
    return next(c for c in clase.__mro__ if c.__module__.startswith("PySide6"))


def _como_es(pieza: QWidget) -> list[str]:
    try:
        de_fabrica = _de_fabrica(_de_qt(type(pieza)))
    except (TypeError, NotImplementedError):
        de_fabrica = {}
    dichas = {nombre: _dicho(pieza.property(nombre)) for nombre in _propias(pieza)}
    letra, normal = pieza.font(), QApplication.font()
    propio = [f"{nombre}={dicho}" for nombre, dicho in dichas.items() if dicho != de_fabrica.get(nombre)]
    if letra.bold():
        propio.append("negrita")
    if letra.pointSizeF() != normal.pointSizeF():
        propio.append(f"letra {letra.pointSizeF():.1f}")
    tinta = pieza.palette().color(pieza.foregroundRole()).name()
    if tinta != QApplication.palette().color(pieza.foregroundRole()).name():
        propio.append(f"tinta {tinta}")
    if isinstance(pieza, QAbstractButton) and not pieza.icon().isNull():
        propio.append(f"icono {pieza.iconSize().width()}")
    if isinstance(pieza, QComboBox):
        propio.append(f"lista {[pieza.itemText(n) for n in range(min(pieza.count(), _FILAS))]}")
    return propio


def _dicho(valor: object) -> str:
    if isinstance(valor, QKeySequence):
        return valor.toString()
    return valor.name if isinstance(valor, Enum) else repr(valor)


def _acomodo(acomodo: QLayout | None) -> list[str]:
    """Los márgenes de un acomodo y en qué casilla, o con cuánto de lo que sobra, va cada cosa."""
    if acomodo is None or acomodo.count() == 0:
        return []
    m = acomodo.contentsMargins()
    dicho = [f"márgenes {m.left()} {m.top()} {m.right()} {m.bottom()}, {acomodo.spacing()}"]
    if isinstance(acomodo, QGridLayout):
        dicho.append(f"casillas {[acomodo.getItemPosition(n) for n in range(acomodo.count())]}")
        dicho.append(f"columnas {[acomodo.columnStretch(n) for n in range(acomodo.columnCount())]}")
        dicho.append(f"filas {[acomodo.rowStretch(n) for n in range(acomodo.rowCount())]}")
        dicho.append(f"entre {acomodo.horizontalSpacing()} {acomodo.verticalSpacing()}")
    elif isinstance(acomodo, QBoxLayout):
        dicho.append(f"{acomodo.direction().name} {[acomodo.stretch(n) for n in range(acomodo.count())]}")
    for dentro in acomodo.findChildren(QLayout, options=Qt.FindChildOption.FindDirectChildrenOnly):
        dicho += _acomodo(dentro)
    return dicho


def _filas(vista: QAbstractItemView) -> Iterator[str]:
    modelo = vista.model()
    if modelo is None:
        return
    cuantas = 1 if isinstance(modelo, QAbstractListModel) else modelo.columnCount()
    columnas = [c for c in range(cuantas) if not _escondida(vista, c)]
    rotulos = [modelo.headerData(c, Qt.Orientation.Horizontal) for c in columnas]
    if any(isinstance(rotulo, str) for rotulo in rotulos):
        yield " | ".join(str(rotulo or "") for rotulo in rotulos)
    if isinstance(vista, QTableView):
        anchos, altos = [vista.columnWidth(c) for c in columnas], _altos(vista, modelo.rowCount())
        yield f"de ancho {anchos}, de alto {altos}"
    yield from _de_la_rama(modelo, QModelIndex(), columnas, 0)


def _altos(vista: QTableView, filas: int) -> list[int]:
    """El alto de las primeras filas; si todas miden lo mismo, una vez."""
    todos = [vista.rowHeight(fila) for fila in range(min(filas, _FILAS))]
    return todos[: len(set(todos))] if len(set(todos)) < 2 else todos


def _escondida(vista: QAbstractItemView, columna: int) -> bool:
    return isinstance(vista, QTableView) and vista.isColumnHidden(columna)


def _de_la_rama(
    modelo: QAbstractItemModel, rama: QModelIndex, columnas: list[int], hondo: int
) -> Iterator[str]:
    for fila in range(min(modelo.rowCount(rama), _FILAS)):
        celdas = [modelo.index(fila, columna, rama) for columna in columnas]
        yield "  " * hondo + " | ".join(_celda(celda) for celda in celdas)
        if not isinstance(modelo, (QAbstractListModel, QAbstractTableModel)) and modelo.rowCount(celdas[0]):
            yield from _de_la_rama(modelo, celdas[0], columnas, hondo + 1)


def _celda(celda: QModelIndex) -> str:
    dichos = [celda.data(cual) for cual in _DATOS]
    letra = celda.data(Qt.ItemDataRole.FontRole)
    negrita = ["negrita"] if isinstance(letra, QFont) and letra.bold() else []
    colores = [
        _color(celda.data(cual)) for cual in (Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.BackgroundRole)
    ]
    dicho = (
        [str(dicho) for dicho in dichos if dicho not in (None, "")] + negrita + list(filter(None, colores))
    )
    return " ~ ".join(dicho).replace("\n", "⏎")


def _color(pintado: object) -> str:
    if isinstance(pintado, QBrush):
        return pintado.color().name()
    return pintado.name() if isinstance(pintado, QColor) else ""
