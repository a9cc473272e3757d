"""Cómo se ve la ficha de un paso en la tabla de asuntos: el botón que la llena o lo que ya dice."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
)

from ut_escritorio.interfaz.componente.asuntos.modelo import NO_TOCO, ModeloDeAsuntos
from ut_escritorio.interfaz.comunes.aspecto.opciones import Celda, celda_de, dejar
from ut_escritorio.interfaz.comunes.aspecto.paleta import color

_ORILLA = 3


class PincelDeFichas(QStyledItemDelegate):
    """Pinta el botón donde toca llenar (tenue si el asunto empezó más adelante) y las casillas de sí o no."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        modelo = index.model()
        assert isinstance(modelo, ModeloDeAsuntos)
        paso, ficha = modelo.paso_de(index), modelo.ficha_en(index)
        es_casilla = paso is not None and paso.ficha is not None and not paso.ficha.pregunta
        if not es_casilla or index.data() == NO_TOCO:
            super().paint(painter, option, index)
        else:
            self._fondo(painter, option, index)
        celda = celda_de(option)
        caja = celda.caja.adjusted(_ORILLA, _ORILLA, -_ORILLA, -_ORILLA)
        if es_casilla and index.data() != NO_TOCO:
            self._casilla(
                painter, caja, marcada=bool(modelo.renglones_en(index)), encendida=not modelo.cerrado
            )
        elif ficha is not None and modelo.ya_paso(index):
            self._boton(painter, caja, ficha.rotulo)
        elif ficha is not None:
            self._tenue(painter, celda, ficha.rotulo)

    def _fondo(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        vacio = QStyleOptionViewItem(option)
        self.initStyleOption(vacio, index)
        dejar(vacio, "")
        QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, vacio, painter)

    def _boton(self, pincel: QPainter, caja: QRect, rotulo: str) -> None:
        boton = QStyleOptionButton()
        dejar(boton, rotulo, caja, QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Raised)
        QApplication.style().drawControl(QStyle.ControlElement.CE_PushButton, boton, pincel)

    def _casilla(self, pincel: QPainter, caja: QRect, *, marcada: bool, encendida: bool) -> None:
        casilla = QStyleOptionButton()
        estilo = QApplication.style()
        lado = estilo.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
        cuadro = QRect(0, 0, lado, lado)
        cuadro.moveCenter(caja.center())
        estado = QStyle.StateFlag.State_On if marcada else QStyle.StateFlag.State_Off
        if encendida:
            estado |= QStyle.StateFlag.State_Enabled
        dejar(casilla, "", cuadro, estado)
        estilo.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, casilla, pincel)

    def _tenue(self, pincel: QPainter, celda: Celda, rotulo: str) -> None:
        pincel.save()
        sobre_lo_elegido = celda.vista.palette().highlightedText().color()
        pincel.setPen(sobre_lo_elegido if celda.elegida else color("letra_tenue"))
        pincel.drawText(celda.caja, Qt.AlignmentFlag.AlignCenter, rotulo)
        pincel.restore()
