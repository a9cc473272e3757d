"""Cómo se pinta y cómo se escribe cada celda de la rejilla."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ut_escritorio.dominio.numeros.tabla import CeldaDeCuadro
from ut_escritorio.interfaz.comunes.aspecto.iconos import dibujo
from ut_escritorio.interfaz.comunes.aspecto.opciones import celda_de
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio
from ut_escritorio.interfaz.comunes.rejilla.medidas import MARGEN
from ut_escritorio.interfaz.comunes.rejilla.modelo import ROL_CELDA, ModeloDeCuadro
from ut_escritorio.interfaz.comunes.rejilla.recorrido import Paso
from ut_escritorio.interfaz.comunes.sesion.senales import SIGNOS, Senal

_FONDOS = {
    "titulo": "encabezado", "columna": "encabezado", "fila": "encabezado",
    "dato": "hoja", "calculado": "calculado", "total": "calculado",
}  # fmt: skip
_LADO = 14
_TECLAS: dict[int, Paso] = {
    Qt.Key.Key_Return: "siguiente", Qt.Key.Key_Enter: "siguiente",
    Qt.Key.Key_Down: "abajo", Qt.Key.Key_Up: "arriba",
    Qt.Key.Key_Right: "derecha", Qt.Key.Key_Left: "izquierda",
}  # fmt: skip


def paso_de(evento: QKeyEvent) -> Paso | None:
    """El paso que pide una tecla; None si no es de las que mueven."""
    paso = _TECLAS.get(evento.key())
    con_mayusculas = bool(evento.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if paso == "siguiente":
        return "anterior" if con_mayusculas else paso
    return None if con_mayusculas else paso


class Pincel(QStyledItemDelegate):
    """Pinta las celdas con la paleta y abre en ellas un renglón de escribir."""

    pide_paso = Signal(str)
    pide_tabular = Signal(bool)
    tecleando = False

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        celda = index.data(ROL_CELDA)
        if not isinstance(celda, CeldaDeCuadro):
            return
        modelo = index.model()
        senal = modelo.senal_de(celda) if isinstance(modelo, ModeloDeCuadro) else None
        grave = senal is not None and senal.gravedad == "corregir"
        de_qt = celda_de(option)
        caja = de_qt.caja
        painter.save()
        painter.fillRect(caja, color("fondo_error" if grave else _FONDOS[celda.papel]))
        if de_qt.elegida and celda.casilla:
            _velar(painter, caja)
        if senal:
            nombre, tinta = SIGNOS[senal.gravedad]
            painter.drawPixmap(caja.left() + 3, caja.top() + 3, dibujo(nombre, _LADO, tinta))
        tinta = _tinta(celda, senal, de_qt.encendida)
        _escribir(painter, caja, celda, index.data(), tinta)
        if isinstance(modelo, ModeloDeCuadro) and (antes := modelo.dicho_de_antes(celda)):
            _escribir_antes(painter, caja, antes)
        _bordear(painter, caja, de_qt.con_cursor)
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        del option
        campo = CampoLimpio(padre=parent)
        campo.setFrame(False)
        campo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        campo.setProperty("tecleado", self.tecleando)
        campo.setAccessibleName(index.data(ROL_CELDA).nombre)
        return campo

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        del index
        editor.setGeometry(celda_de(option).caja.adjusted(2, 2, -3, -3))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(60, 28)

    def eventFilter(self, object: QObject, event: QEvent) -> bool:
        if not isinstance(object, QLineEdit) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(object, event)
        movio = isinstance(event, QKeyEvent) and self._al_teclear(object, event)
        return movio or super().eventFilter(object, event)

    def _al_teclear(self, campo: QLineEdit, evento: QKeyEvent) -> bool:
        """Enter, flechas y Tab guardan la celda y se van a la que toca."""
        if evento.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._cerrar(campo)
            self.pide_tabular.emit(evento.key() == Qt.Key.Key_Tab)
            return True
        paso = paso_de(evento)
        # Tras F2 las flechas de lado mueven el cursor dentro del número, como en Excel.
        if paso is None or (paso in ("derecha", "izquierda") and not campo.property("tecleado")):
            return False
        self._cerrar(campo)
        self.pide_paso.emit(paso)
        return True

    def _cerrar(self, campo: QLineEdit) -> None:
        self.commitData.emit(campo)
        self.closeEditor.emit(campo, QStyledItemDelegate.EndEditHint.NoHint)


def _velar(pincel: QPainter, caja: QRect) -> None:
    velo = QColor(color("acento"))
    velo.setAlpha(46)
    pincel.fillRect(caja, velo)


def _escribir(pincel: QPainter, caja: QRect, celda: CeldaDeCuadro, texto: str, tinta: str) -> None:
    dentro = caja.adjusted(MARGEN, 2, -MARGEN, -3)
    letra = QFont(pincel.font())
    letra.setBold(celda.casilla is None)
    pincel.setFont(letra)
    pincel.setPen(color(tinta))
    junto = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    pincel.drawText(dentro, junto, texto)


def _escribir_antes(pincel: QPainter, caja: QRect, texto: str) -> None:
    """Lo del trimestre anterior: chico, en cursiva y tenue, para que no se tome por escrito."""
    letra = QFont(pincel.font())
    letra.setBold(False)
    letra.setItalic(True)
    letra.setPointSizeF(letra.pointSizeF() * 0.82)
    pincel.setFont(letra)
    pincel.setPen(color("letra_tenue"))
    abajo = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
    pincel.drawText(caja.adjusted(2, 2, -5, -3), abajo, texto)


def _tinta(celda: CeldaDeCuadro, senal: Senal | None, encendida: bool) -> str:
    if senal:
        return SIGNOS[senal.gravedad][1]
    if not encendida and celda.casilla:
        return "letra_tenue"
    calculada = celda.casilla is not None and not celda.escrito
    if celda.valor and celda.valor.faltan:
        return "atencion"
    return "letra_tenue" if calculada else "letra"


def _bordear(pincel: QPainter, caja: QRect, con_cursor: bool) -> None:
    pincel.setPen(QPen(color("raya"), 1))
    pincel.drawLine(caja.bottomLeft(), caja.bottomRight())
    pincel.drawLine(caja.topRight(), caja.bottomRight())
    if con_cursor:
        pincel.setPen(QPen(color("acento"), 2))
        pincel.drawRect(caja.adjusted(1, 1, -2, -2))
