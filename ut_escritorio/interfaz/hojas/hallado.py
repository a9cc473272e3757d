"""La lista de lo hallado: cada cosa en dos renglones, con lo que se buscaba resaltado."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ut_escritorio.interfaz.comunes.aspecto.opciones import celda_de
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado, sin_volteos
from ut_escritorio.servicios.archivo.busqueda import Hallado

ROL_HALLADO = Qt.ItemDataRole.UserRole
_MARGEN, _ANTES = 6, 40
Indice = QModelIndex | QPersistentModelIndex


class _Hallados(QAbstractListModel):
    """Lo hallado, en orden."""

    def __init__(self) -> None:
        super().__init__()
        self.hallados: tuple[Hallado, ...] = ()

    def poner(self, hallados: tuple[Hallado, ...]) -> None:
        self.beginResetModel()
        self.hallados = hallados
        self.endResetModel()

    def rowCount(self, parent: Indice = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.hallados)

    def data(self, index: Indice, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        hallado = self.hallados[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return sin_volteos(hallado.que.texto)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_donde(hallado)}: {hallado.que.texto}"
            case Qt.ItemDataRole.ToolTipRole:
                return sin_marcado(hallado.que.texto)
            case _:
                return hallado if role == ROL_HALLADO else None


def _donde(hallado: Hallado) -> str:
    return f"{hallado.que.cuando} · {hallado.que.donde}"


class ListaDeHallados(QListView):
    """Se recorre con las flechas; `hallado` da el elegido."""

    def __init__(self) -> None:
        super().__init__()
        self.modelo = _Hallados()
        self.setModel(self.modelo)
        self.setItemDelegate(_Pincel(self))
        self.setUniformItemSizes(True)
        self.setAccessibleName("Lo hallado")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def poner(self, hallados: tuple[Hallado, ...]) -> None:
        """Muestra lo hallado, con lo primero elegido."""
        self.modelo.poner(hallados)
        self.setCurrentIndex(self.modelo.index(0))

    def hallado(self) -> Hallado | None:
        """Lo elegido."""
        return self.currentIndex().data(ROL_HALLADO)

    def mover(self, pasos: int) -> None:
        """Elige otro, más abajo o más arriba."""
        ultima = self.modelo.rowCount() - 1
        fila = max(0, min(ultima, self.currentIndex().row() + pasos))
        self.setCurrentIndex(self.modelo.index(fila))


class _Pincel(QStyledItemDelegate):
    """Arriba, de cuándo y dónde; abajo, lo que dice, desde poco antes de lo que se buscaba."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Indice) -> None:
        hallado: Hallado = index.data(ROL_HALLADO)
        celda = celda_de(option)
        painter.save()
        if celda.elegida:
            painter.fillRect(celda.caja, color("encabezado"))
        alto = celda.medidas.height()
        dentro = celda.caja.adjusted(_MARGEN, _MARGEN, -_MARGEN, -_MARGEN)
        painter.setPen(color("letra_tenue"))
        painter.drawText(dentro, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, _donde(hallado))
        painter.setPen(color("letra"))
        _escribir(painter, QRectF(dentro.adjusted(0, alto + 2, 0, 0)), celda.letra, hallado)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Indice) -> QSize:
        alto = celda_de(option).medidas.height()
        return QSize(100, 2 * alto + 2 + 2 * _MARGEN)


def _escribir(pincel: QPainter, caja: QRectF, letra: QFont, hallado: Hallado) -> None:
    """Un renglón con los tramos hallados en negrita y con otra tinta."""
    pincel.setClipRect(caja)
    renglon_de(hallado, letra, caja.width()).draw(pincel, caja.topLeft())


def renglon_de(hallado: Hallado, letra: QFont, ancho: float) -> QTextLayout:
    """Lo hallado en un renglón de ese ancho; lo que no cabe acaba en «…», y entero está en su ayuda."""
    texto, tramos = _recortado(hallado)
    acomodo = _acomodado(texto, tramos, letra)
    entero = acomodo.lineAt(0)
    if entero.naturalTextWidth() <= ancho:
        return acomodo
    cabe = int(entero.xToCursor(ancho - 2 * QFontMetricsF(letra).horizontalAdvance("…")))
    corto = texto.encode("utf-16-le")[: 2 * cabe].decode("utf-16-le", "ignore").rstrip()
    return _acomodado(f"{corto}…", tuple((desde, min(hasta, cabe)) for desde, hasta in tramos), letra)


def _acomodado(texto: str, tramos: tuple[tuple[int, int], ...], letra: QFont) -> QTextLayout:
    acomodo = QTextLayout(texto, letra)
    sin_partir = QTextOption()
    sin_partir.setWrapMode(QTextOption.WrapMode.NoWrap)
    acomodo.setTextOption(sin_partir)
    resaltado = QTextCharFormat()
    resaltado.setFontWeight(QFont.Weight.Bold)
    resaltado.setForeground(color("enlace"))
    formatos: list[QTextLayout.FormatRange] = []
    for desde, hasta in tramos:
        if desde < hasta:
            formato = QTextLayout.FormatRange()
            formato.start, formato.length, formato.format = desde, hasta - desde, resaltado
            formatos.append(formato)
    acomodo.setFormats(formatos)
    acomodo.beginLayout()
    acomodo.createLine()
    acomodo.endLayout()
    return acomodo


def _recortado(hallado: Hallado) -> tuple[str, tuple[tuple[int, int], ...]]:
    """El texto desde poco antes de lo primero hallado, y sus tramos corridos otro tanto."""
    texto, tramos = hallado.que.texto, hallado.tramos
    primero = tramos[0][0] if tramos else 0
    if primero <= 2 * _ANTES:
        return _en_unidades(texto, tramos)
    desde = texto.rfind(" ", 0, primero - _ANTES) + 1
    return _en_unidades(f"…{texto[desde:]}", tuple((a - desde + 1, b - desde + 1) for a, b in tramos))


def _en_unidades(texto: str, tramos: tuple[tuple[int, int], ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Los tramos como Qt cuenta las letras: una fuera del plano común vale dos."""

    def ancho(hasta: int) -> int:
        return len(texto[:hasta].encode("utf-16-le")) // 2

    return texto, tuple((ancho(a), ancho(b)) for a, b in tramos)
