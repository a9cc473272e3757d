"""Los iconos: dibujos SVG teñidos con la tinta de la paleta, que se vuelven a teñir si cambia."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Protocol
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QAction, QColor, QFont, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QAbstractButton
from shiboken6 import isValid

from ut_escritorio.interfaz.comunes.aspecto import al_pedirlo
from ut_escritorio.interfaz.comunes.aspecto.paleta import Tonos, color, tonos
from ut_escritorio.interfaz.comunes.sesion.tras_pintar import tras_pintar

_LADOS = (16, 20)
_LADOS_DEL_PROGRAMA = (16, 24, 32, 48, 64, 256)
_CHICO = 24
"""Hasta este lado, el icono del programa lleva menos trazos: los otros se empastan."""
_TRANSPARENTE = QColor(0, 0, 0, 0)
_EN_LISTA = (QIcon.Mode.Normal, QIcon.Mode.Selected)
_EN_BOTON = (QIcon.Mode.Normal, QIcon.Mode.Disabled)
_EN_MENU = (*_EN_BOTON, QIcon.Mode.Active)
_ELEGIDOS = (QIcon.Mode.Selected, QIcon.Mode.Active)
"""Lo que se elige en una lista y la opción de un menú en la que se está."""


class ConIcono(Protocol):
    """Un botón o una acción: lo que lleva icono."""

    def setIcon(self, icono: QIcon, /) -> None: ...


_vestidos: WeakKeyDictionary[ConIcono, tuple[str, str]] = WeakKeyDictionary()


_ESPERAN = "iconos_en_espera"  # dicho en la aplicación, que es una sola


def vestir(objeto: ConIcono, nombre: str, tinta: str = "letra") -> None:
    """Pone a un botón o acción ese icono, y lo recuerda para cuando cambien la paleta o la letra."""
    _vestidos[objeto] = nombre, tinta
    if isinstance(objeto, QAbstractButton):
        objeto.setIconSize(QSize(crecido(16), crecido(16)))
    if _aplicacion().property(_ESPERAN):
        objeto.setIcon(_en_blanco(crecido(max(_LADOS))))
    else:
        objeto.setIcon(icono(nombre, tinta, _EN_MENU if isinstance(objeto, QAction) else _EN_BOTON))


def renovar() -> None:
    """Vuelve a teñir todos los iconos puestos."""
    for objeto, (nombre, tinta) in list(_vestidos.items()):
        if isValid(objeto):
            vestir(objeto, nombre, tinta)


@contextmanager
def despues_de_pintar() -> Iterator[None]:
    """Lo que dentro se vista guarda su lugar y se dibuja un instante después, ya que la ventana se vio."""
    aplicacion = _aplicacion()
    aplicacion.setProperty(_ESPERAN, True)
    try:
        yield
    finally:
        aplicacion.setProperty(_ESPERAN, False)
        tras_pintar(aplicacion, renovar)


def _aplicacion() -> QCoreApplication:
    aplicacion = QGuiApplication.instance()
    assert aplicacion is not None
    return aplicacion


@cache
def _en_blanco(lado: int) -> QIcon:
    vacio = QPixmap(lado, lado)
    vacio.fill(_TRANSPARENTE)
    icono_en_blanco = QIcon()
    icono_en_blanco.addPixmap(vacio)  # el constructor haría que PySide cargara el motor de iconos
    return icono_en_blanco


def icono(nombre: str, tinta: str, modos: tuple[QIcon.Mode, ...] = _EN_LISTA) -> QIcon:
    """El icono de ese nombre en esa tinta; apagado, en otra, y en lo elegido, sobre una placa de papel.

    Lo elegido cambia de color según dónde esté el cursor, y ninguna tinta se ve sobre los dos.
    """
    escala = QGuiApplication.primaryScreen().devicePixelRatio()
    return _tenido(nombre, tinta, modos, tuple(crecido(lado) for lado in _LADOS), escala, tonos())


@cache
def _tenido(
    nombre: str,
    tinta: str,
    modos: tuple[QIcon.Mode, ...],
    lados: tuple[int, ...],
    escala: float,
    juego: Tonos,
) -> QIcon:
    imagen = QIcon()
    for modo in modos:
        con = juego.letra_tenue if modo == QIcon.Mode.Disabled else getattr(juego, tinta)
        placa = juego.hoja if modo in _ELEGIDOS else ""
        for lado in lados:
            imagen.addPixmap(_dibujar(nombre, lado, escala, con, placa), modo)
    return imagen


def del_programa() -> QIcon:
    """El icono de las ventanas, a todos los tamaños en que el sistema lo enseña; lleva sus colores."""
    imagen = QIcon()
    for lado in _LADOS_DEL_PROGRAMA:
        imagen.addPixmap(_dibujar("programa_chico" if lado <= _CHICO else "programa", lado, 1, ""))
    return imagen


def dibujo(nombre: str, lado: int, tinta: str) -> QPixmap:
    """El dibujo de ese nombre, cuadrado, de `lado` puntos de la pantalla (más, si la letra se acercó)."""
    escala = QGuiApplication.primaryScreen().devicePixelRatio()
    return _dibujar(nombre, crecido(lado), escala, color(tinta).name())


def crecido(puntos: int) -> int:
    """Una medida en puntos, con lo que ella acercó o alejó la letra."""
    sistema = _aplicacion().property("letra_del_sistema")
    if not isinstance(sistema, QFont):
        return puntos
    return round(puntos * QGuiApplication.font().pointSizeF() / sistema.pointSizeF())


@cache
def _dibujar(nombre: str, lado: int, escala: float, tinta: str, placa: str = "") -> QPixmap:
    return al_pedirlo.trazos().trazar(nombre, lado, escala, tinta, placa)
