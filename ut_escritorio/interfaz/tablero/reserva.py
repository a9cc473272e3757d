"""El lugar que en el Tablero se guarda a lo que llega ya pintado, para que al llegar no mueva nada."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.numeros.dias import diarias, sin_registrar
from ut_escritorio.dominio.oficina.calendario import Calendario
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.iconos import crecido
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero

_ALTO_MINIMO = 110
_COLUMNAS = 2


def acomodo_de_hoy(arriba: Sequence[QWidget], campos: Mapping[str, QWidget]) -> QLayout:
    """Los botones y, abajo, cada campo junto a su nombre."""
    acomodo = QVBoxLayout()
    acomodo.setContentsMargins(0, 0, 0, 0)
    acomodo.addLayout(hilera(arriba))
    cuadricula = QGridLayout()
    cuadricula.setHorizontalSpacing(8)
    for n, (nombre, campo) in enumerate(campos.items()):
        fila, columna = n // _COLUMNAS, 2 * (n % _COLUMNAS)
        campo.setFixedWidth(campo.fontMetrics().averageCharWidth() * 7)
        cuadricula.setColumnStretch(columna + 1, 1)
        cuadricula.addWidget(campo, fila, columna)
        cuadricula.addWidget(Letrero(nombre), fila, columna + 1)
    acomodo.addLayout(cuadricula)
    return acomodo


def hilera(piezas: Sequence[QWidget]) -> QHBoxLayout:
    """Unas piezas seguidas, sin orilla."""
    acomodo = QHBoxLayout()
    acomodo.setContentsMargins(0, 0, 0, 0)
    for pieza in piezas:
        acomodo.addWidget(pieza)
    acomodo.addStretch(1)
    return acomodo


def apilar(fila: QWidget, *partes: QWidget) -> None:
    """Pone una sobre otra las partes de la fila HOY."""
    acomodo = QVBoxLayout(fila)
    acomodo.setContentsMargins(0, 0, 0, 6)
    for parte in partes:
        acomodo.addWidget(parte)


def reserva_de_hoy(foto: FotoTrimestre, hoy: date, cerrado: bool) -> QWidget:
    """Mide lo que medirá la fila HOY, con sus nombres ya donde van a quedar; vacío si no se va a mostrar.

    Los feriados de ley no se han cargado: solo si todo lo que falta registrar cae en ellos sobra su renglón.
    """
    reserva = QWidget()
    nombres = [cifra.nombre for cifra in diarias(foto)]
    partes: list[QWidget] = []
    if nombres and foto.trimestre.primer_dia <= hoy <= foto.trimestre.ultimo_dia:
        campos = {nombre: _alto_de(QLineEdit()) for nombre in nombres}
        partes.append(QWidget())
        partes[-1].setLayout(acomodo_de_hoy((_alto_de(_con_icono()),), campos))
    if not cerrado and sin_registrar(foto, Calendario(descansos=foto.descansos), hoy):
        partes.append(QWidget())
        partes[-1].setLayout(hilera((_alto_de(QPushButton("…")),)))
    apilar(reserva, *partes)
    if not partes:  # mostrarlo antes de que esté en el Tablero abriría otra ventana
        reserva.hide()
    return reserva


class ReservaDeGrafica(QWidget):
    """Mide lo que la gráfica, que ocupa después su lugar."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(_ALTO_MINIMO)
        self.setMaximumHeight(self.sizeHint().height())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(420, 190)


def _con_icono() -> QPushButton:
    """Un botón como los de la fila HOY, con su icono aún en blanco."""
    boton = QPushButton("…")
    boton.setIconSize(QSize(crecido(16), crecido(16)))
    boton.setIcon(QIcon(QPixmap(boton.iconSize())))
    return boton


def _alto_de(pieza: QWidget) -> QWidget:
    """Nada, del alto de esa pieza."""
    nada = QWidget()
    nada.setFixedHeight(pieza.sizeHint().height())
    return nada
