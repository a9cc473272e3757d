"""Los iconos: dibujos SVG teñidos con la tinta de la paleta, que se vuelven a teñir si cambia."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol
from weakref import WeakKeyDictionary

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton
from shiboken6 import isValid

from ut_escritorio import rutas
from ut_escritorio.interfaz.comunes.paleta import color

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

_LADOS = (16, 20)
_EN_LISTA = (QIcon.Mode.Normal, QIcon.Mode.Selected)
_TINTAS = {QIcon.Mode.Selected: "sobre_acento", QIcon.Mode.Disabled: "letra_tenue"}


class ConIcono(Protocol):
    """Un botón o una acción: lo que lleva icono."""

    def setIcon(self, icono: QIcon, /) -> None: ...


_vestidos: WeakKeyDictionary[ConIcono, str] = WeakKeyDictionary()


def vestir(objeto: ConIcono, nombre: str) -> None:
    """Pone a un botón o acción el icono de ese nombre, y lo recuerda para cuando cambie la paleta."""
    _vestidos[objeto] = nombre
    if isinstance(objeto, QAbstractButton):
        objeto.setIconSize(QSize(crecido(16), crecido(16)))
    objeto.setIcon(icono(nombre, "letra", (QIcon.Mode.Normal, QIcon.Mode.Disabled)))


def renovar() -> None:
    """Vuelve a teñir todos los iconos puestos."""
    for objeto, nombre in list(_vestidos.items()):
        if isValid(objeto):
            vestir(objeto, nombre)


def icono(nombre: str, tinta: str, modos: tuple[QIcon.Mode, ...] = _EN_LISTA) -> QIcon:
    """El icono de ese nombre en esa tinta, con otra donde se le elige o se le apaga."""
    imagen = QIcon()
    for modo in modos:
        for lado in _LADOS:
            imagen.addPixmap(dibujo(nombre, lado, _TINTAS.get(modo, tinta)), modo)
    return imagen


def dibujo(nombre: str, lado: int, tinta: str) -> QPixmap:
    """El dibujo de ese nombre, cuadrado, de `lado` puntos de la pantalla (más, si la letra se acercó)."""
    escala = QGuiApplication.primaryScreen().devicePixelRatio()
    return _dibujar(nombre, crecido(lado), escala, color(tinta).name())


def crecido(puntos: int) -> int:
    """Una medida en puntos, con lo que ella acercó o alejó la letra."""
    sistema = QGuiApplication.instance().property("letra_del_sistema")  # pyright: ignore[reportOptionalMemberAccess]
    if not isinstance(sistema, QFont):
        return puntos
    return round(puntos * QGuiApplication.font().pointSizeF() / sistema.pointSizeF())


@cache
def _dibujar(nombre: str, lado: int, escala: float, tinta: str) -> QPixmap:
    mapa = QPixmap(QSize(lado, lado) * escala)
    mapa.setDevicePixelRatio(escala)
    mapa.fill(Qt.GlobalColor.transparent)
    pincel = QPainter(mapa)
    _trazos(nombre, tinta).render(pincel, QRectF(0, 0, lado, lado))
    pincel.end()
    return mapa


@cache
def _trazos(nombre: str, tinta: str) -> QSvgRenderer:
    # QtSvg se carga con el primer icono que se pinta.
    from PySide6.QtSvg import QSvgRenderer

    texto = (rutas.recursos() / "iconos" / f"{nombre}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(texto.replace("currentColor", tinta).encode()))
