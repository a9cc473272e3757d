"""El % de la meta con su barra: cómo va cada actividad se ve de un vistazo, y se lee en su número."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ut_escritorio.dominio.graficas.en_celda import en_celda
from ut_escritorio.dominio.graficas.trazos import Caja
from ut_escritorio.interfaz.comunes.aspecto.opciones import celda_de
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.tablero.avance.modelo import ModeloDelAvance

_LETRAS, _AIRE, _HALO = 9, 6, 1


class ConBarra(QStyledItemDelegate):
    """A la izquierda de cada % su barra; donde no hay %, nada."""

    def __init__(self, tabla: QTableView, modelo: ModeloDelAvance) -> None:
        super().__init__(tabla)
        self._modelo, self._tabla = modelo, tabla

    @property
    def _ancho(self) -> int:
        """Lo que mide la barra con la letra de la tabla."""
        return self._tabla.fontMetrics().averageCharWidth() * _LETRAS

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        pide = super().sizeHint(option, index)
        return QSize(pide.width() + self._ancho + 2 * _AIRE, pide.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        por_cien = self._modelo.filas[index.row()].porcentaje
        if por_cien is None:
            return
        celda = celda_de(option)
        alto = self._tabla.fontMetrics().height()
        barra, marca = en_celda(por_cien, self._ancho, alto)
        painter.save()
        painter.translate(celda.caja.x() + _AIRE, celda.caja.center().y() - alto // 2)
        sobre_acento = celda.elegida and self._tabla.hasFocus()
        _llenar(painter, barra, "sobre_acento" if sobre_acento else "acento")
        _llenar(painter, marca, "hoja", _HALO)  # con papel a los lados: dentro de la barra también se ve
        _llenar(painter, marca, "letra")
        painter.restore()


def _llenar(pincel: QPainter, caja: Caja, tinta: str, sobra: int = 0) -> None:
    donde = QRectF(caja.x - sobra, caja.y, caja.ancho + 2 * sobra, caja.alto)
    pincel.fillRect(donde, color(tinta))
