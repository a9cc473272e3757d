"""Un mes en la pantalla: cada día con lo que se contó, que se escribe encima; en gris, los inhábiles."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ut_escritorio.dominio.numeros.dias import SEMANA
from ut_escritorio.dominio.trimestre.conteos import leer_conteo
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.iconos import crecido
from ut_escritorio.interfaz.comunes.aspecto.opciones import celda_de
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio
from ut_escritorio.interfaz.monitoreos.semanas import Dia, Semana

ROL_DIA = Qt.ItemDataRole.UserRole
Indice = QModelIndex | QPersistentModelIndex
_HILERAS = 6


class ModeloDeMes(QAbstractTableModel):
    """Los días de un mes.

    `escrito` sale con (fecha, cuántos o None); `rechazado`, con (fecha, lo escrito, por qué no); `soltado`,
    con la fecha que vuelve a decir lo guardado.
    """

    escrito = Signal(object, object)
    rechazado = Signal(object, str, str)
    soltado = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.semanas: tuple[Semana, ...] = ()
        self.se_escribe = True

    def poner(self, semanas: tuple[Semana, ...], se_escribe: bool) -> None:
        """Muestra otros días; con los mismos no mueve el cursor."""
        self.semanas, self.se_escribe = semanas, se_escribe
        self.dataChanged.emit(self.index(0, 0), self.index(_HILERAS - 1, 6))

    def dia(self, indice: Indice) -> Dia | None:
        """El día de una celda; None si es de otro mes."""
        fila = indice.row()
        return self.semanas[fila][indice.column()] if 0 <= fila < len(self.semanas) else None

    def rowCount(self, parent: Indice = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else _HILERAS

    def columnCount(self, parent: Indice = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(SEMANA)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        return {
            Qt.ItemDataRole.DisplayRole: SEMANA[section][:2].capitalize(),
            Qt.ItemDataRole.AccessibleTextRole: SEMANA[section],
        }.get(Qt.ItemDataRole(role))

    def flags(self, index: Indice) -> Qt.ItemFlag:
        if self.dia(index) is None:
            return Qt.ItemFlag.NoItemFlags
        escribible = Qt.ItemFlag.ItemIsEditable if self.se_escribe else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | escribible

    def data(self, index: Indice, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        dia = self.dia(index)
        if dia is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return dia.escrito
            case Qt.ItemDataRole.AccessibleTextRole:
                return dia.dice
            case Qt.ItemDataRole.ToolTipRole:
                return sin_marcado(dia.dice)
            case _:
                return dia if role == ROL_DIA else None

    def setData(self, index: Indice, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        dia = self.dia(index)
        if dia is None or role != Qt.ItemDataRole.EditRole:
            return False
        try:
            valor = leer_conteo(str(value))
        except ErrorEsperado as error:
            self.rechazado.emit(dia.fecha, str(value).strip(), str(error))
            return False
        if valor != dia.valor:
            self.escrito.emit(dia.fecha, valor)
        else:
            self.soltado.emit(dia.fecha)
        return True


class Mes(QTableView):
    """El calendario de un mes: flechas para andar, un número para escribir, Supr para quitarlo."""

    def __init__(self) -> None:
        super().__init__()
        self.modelo = ModeloDeMes()
        self.setModel(self.modelo)
        self.setItemDelegate(_Pincel(self))
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for barra in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            barra(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        gesto = QAbstractItemView.EditTrigger
        self.setEditTriggers(gesto.AnyKeyPressed | gesto.EditKeyPressed | gesto.DoubleClicked)
        self._medir()

    def _medir(self) -> None:
        ancho, alto = crecido(38), crecido(36)
        for columna in range(len(SEMANA)):
            self.setColumnWidth(columna, ancho)
        for fila in range(_HILERAS):
            self.setRowHeight(fila, alto)
        orilla = 2 * self.frameWidth()
        encabezado = self.horizontalHeader().sizeHint().height()
        self.setFixedSize(ancho * len(SEMANA) + orilla, alto * _HILERAS + encabezado + orilla)

    def ir_a(self, fecha: date) -> None:
        """Pone el cursor en un día de este mes."""
        for fila, semana in enumerate(self.modelo.semanas):
            for columna, dia in enumerate(semana):
                if dia is not None and dia.fecha == fecha:
                    self.setCurrentIndex(self.modelo.index(fila, columna))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        # Enter sigue en el día de al lado, y del viernes pasa al lunes.
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._al_siguiente()

    def _al_siguiente(self) -> None:
        dias = [dia for semana in self.modelo.semanas for dia in semana if dia is not None]
        actual = self.modelo.dia(self.currentIndex())
        despues = (dia for dia in dias if actual and dia.fecha > actual.fecha and not dia.inhabil)
        if siguiente := next(despues, None):
            self.ir_a(siguiente.fecha)

    def _sin_guardar(self) -> Dia | None:
        """El día del cursor, si lo escrito en él no se guardó."""
        dia = self.modelo.dia(self.currentIndex())
        return dia if dia is not None and dia.pendiente else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        borra = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if borra and self.modelo.se_escribe:
            self.modelo.setData(self.currentIndex(), "")
        elif event.key() == Qt.Key.Key_Escape and (sin_guardar := self._sin_guardar()):
            self.modelo.soltado.emit(sin_guardar.fecha)
        else:
            super().keyPressEvent(event)


class _Pincel(QStyledItemDelegate):
    """Arriba, chico, el día; en medio, lo que se contó o, en cursiva, lo que se propone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Indice) -> None:
        celda = celda_de(option)
        dia = index.data(ROL_DIA)
        painter.save()
        if isinstance(dia, Dia):
            self._pintar(painter, celda.caja, dia, celda.con_cursor)
        else:
            painter.fillRect(celda.caja, color("fondo"))
        painter.restore()

    def _pintar(self, pincel: QPainter, caja: QRect, dia: Dia, con_cursor: bool) -> None:
        pincel.fillRect(caja, color("calculado" if dia.inhabil else "hoja"))
        pincel.setPen(QPen(color("raya"), 1))
        pincel.drawRect(caja.adjusted(0, 0, -1, -1))
        normal = QFont(pincel.font())
        chica = QFont(normal)
        chica.setPointSizeF(normal.pointSizeF() * 0.78)
        pincel.setFont(chica)
        pincel.setPen(color("atencion" if dia.falta and dia.propuesto is None else "letra_tenue"))
        arriba = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        pincel.drawText(caja.adjusted(4, 2, 0, 0), arriba, str(dia.fecha.day))
        numero = QFont(normal)
        puesto = dia.pendiente is not None or dia.valor is not None
        numero.setBold(puesto)
        numero.setItalic(not puesto)
        pincel.setFont(numero)
        pincel.setPen(color("error" if dia.falla else "letra" if puesto else "enlace"))
        propuesto = "" if dia.propuesto is None else str(dia.propuesto)
        abajo = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        pincel.drawText(caja.adjusted(0, 0, 0, -4), abajo, dia.escrito if puesto else propuesto)
        if con_cursor or dia.falla:
            pincel.setPen(QPen(color("acento" if con_cursor else "error"), 2))
            pincel.drawRect(caja.adjusted(1, 1, -2, -2))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Indice) -> QWidget:
        del option
        campo = CampoLimpio(padre=parent)
        campo.setFrame(False)
        campo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        campo.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole))
        return campo
