"""Las frases de un lugar en una lista: cada una entera, con lo que la revisión dice de ella."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ut_escritorio.dominio.impreso.entradas import Impreso
from ut_escritorio.dominio.impreso.recorrido import impresos_de
from ut_escritorio.dominio.plan.arbol import Lugar
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.iconos import crecido, dibujo
from ut_escritorio.interfaz.comunes.aspecto.opciones import celda_de
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.aspecto.piezas import (
    folios_enteros,
    sin_marcado,
    sin_volteos,
)
from ut_escritorio.interfaz.comunes.sesion.senales import NINGUNA, SIGNOS, Senal, Senales

_ROL_FRASE, _ROL_SIGNO = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_MARGEN = 5
_SANGRIA = 22
Indice = QModelIndex | QPersistentModelIndex


class Frases(QAbstractListModel):
    """Las frases, una por renglón de la lista."""

    def __init__(self) -> None:
        super().__init__()
        self.frases: tuple[Impreso, ...] = ()
        self.senales: Senales = NINGUNA

    def senalar(self, senales: Senales) -> None:
        """Enseña en cada una lo que la revisión dice de ella."""
        self.senales = senales
        if self.frases:
            self.dataChanged.emit(self.index(0), self.index(len(self.frases) - 1))

    def senal_de(self, frase: Impreso) -> Senal | None:
        """Lo que la revisión dice de una frase o de algún renglón que diga."""
        senales = [senal for origen in frase.relato.origenes if (senal := self.senales.de_origen(origen))]
        return next((s for s in senales if s.gravedad == "corregir"), next(iter(senales), None))

    def poner(self, frases: tuple[Impreso, ...]) -> None:
        """Muestra esas; si son las mismas, la elegida sigue elegida."""
        mismas = [f.relato.origen for f in frases] == [f.relato.origen for f in self.frases]
        if not mismas:
            self.beginResetModel()
        self.frases = frases
        if not mismas:
            self.endResetModel()
        elif frases:
            self.dataChanged.emit(self.index(0), self.index(len(frases) - 1))

    def rowCount(self, parent: Indice = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.frases)

    def data(self, index: Indice, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        frase = self.frases[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return sin_volteos(frase.relato.texto)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._en_voz_alta(frase)
            case Qt.ItemDataRole.ToolTipRole:
                senal = self.senal_de(frase)
                return sin_marcado(senal.texto) if senal else None
            case _:
                return {_ROL_FRASE: frase, _ROL_SIGNO: self._signo(frase)}.get(role)

    def _en_voz_alta(self, frase: Impreso) -> str:
        senal = self.senal_de(frase)
        a_mano = " (escrito a mano)" if frase.relato.a_mano else ""
        return f"{frase.relato.texto}{a_mano}{f'. {senal.texto}' if senal else ''}"

    def _signo(self, frase: Impreso) -> tuple[str, str] | None:
        """El icono de la frase y su tinta: lo por decidir, lo que hay que corregir, a mano, lo demás."""
        senal = self.senal_de(frase)
        if frase.relato.cambio:
            return "error", "atencion"
        if senal and senal.gravedad == "corregir":
            return SIGNOS["corregir"]
        if frase.relato.a_mano:
            return "a_mano", "acento"
        return SIGNOS["revisar"] if senal or frase.relato.faltantes else None


class _Pincel(QStyledItemDelegate):
    """Pinta una frase entera, partida en renglones, con su signo si está a mano o le falta algo."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Indice) -> None:
        frase: Impreso = index.data(_ROL_FRASE)
        celda = celda_de(option)
        caja = celda.caja
        painter.save()
        if celda.elegida:
            painter.fillRect(caja, color("encabezado"))
        if signo := index.data(_ROL_SIGNO):
            painter.drawPixmap(caja.left() + 3, caja.top() + _MARGEN, dibujo(signo[0], 16, signo[1]))
        painter.setPen(color("atencion" if frase.relato.faltantes else "letra"))
        dentro = caja.adjusted(crecido(_SANGRIA), _MARGEN, -_MARGEN, -_MARGEN)
        painter.drawText(dentro, Qt.TextFlag.TextWordWrap, folios_enteros(index.data()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Indice) -> QSize:
        celda = celda_de(option)
        assert isinstance(celda.vista, QListView)
        ancho = celda.vista.viewport().width() - crecido(_SANGRIA) - _MARGEN
        texto = folios_enteros(index.data(Qt.ItemDataRole.DisplayRole))
        caja = celda.medidas.boundingRect(0, 0, max(ancho, 100), 100_000, Qt.TextFlag.TextWordWrap, texto)
        return QSize(caja.width(), caja.height() + 2 * _MARGEN)


class ListaDeFrases(QListView):
    """La lista de frases; al cambiar de ancho vuelve a medir cada una."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_Pincel(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Así se imprime")

    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()


def frases_de(foto: FotoTrimestre, lugar: Lugar) -> tuple[Impreso, ...]:
    """Las frases que se imprimen de un lugar y, si es actividad, de sus pasos, en su orden.

    Sus encabezados y sus cuadros se leen arriba, en la captura.
    """
    frases = (impreso for impreso in impresos_de(foto, lugar) if impreso.relato.texto)
    return tuple(frase for frase in frases if frase.apartado is not None or frase.clase == "valor")
