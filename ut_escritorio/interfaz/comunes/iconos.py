"""Los iconos: dibujos SVG teñidos con la tinta de la paleta, que se vuelven a teñir si cambia."""

from __future__ import annotations

from functools import cache
from typing import Protocol
from weakref import WeakKeyDictionary

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from shiboken6 import isValid

from ut_escritorio import rutas
from ut_escritorio.interfaz.comunes.paleta import color

_LADOS = (16, 24, 32, 48)


class ConIcono(Protocol):
    """Un botón o una acción: lo que lleva icono."""

    def setIcon(self, icono: QIcon, /) -> None: ...


_vestidos: WeakKeyDictionary[ConIcono, str] = WeakKeyDictionary()


def vestir(objeto: ConIcono, nombre: str) -> None:
    """Pone a un botón o acción el icono de ese nombre, y lo recuerda para cuando cambie la paleta."""
    _vestidos[objeto] = nombre
    objeto.setIcon(icono(nombre))


def renovar() -> None:
    """Vuelve a teñir todos los iconos puestos."""
    for objeto, nombre in list(_vestidos.items()):
        if isValid(objeto):
            objeto.setIcon(icono(nombre))


def icono(nombre: str, tinta: str = "letra") -> QIcon:
    """El icono de ese nombre en esa tinta, con sus versiones elegida y apagada."""
    imagen = QIcon()
    for lado in _LADOS:
        imagen.addPixmap(dibujo(nombre, lado, tinta), QIcon.Mode.Normal)
        imagen.addPixmap(dibujo(nombre, lado, "sobre_acento"), QIcon.Mode.Selected)
        imagen.addPixmap(dibujo(nombre, lado, "letra_tenue"), QIcon.Mode.Disabled)
    return imagen


def dibujo(nombre: str, lado: int, tinta: str = "letra") -> QPixmap:
    """El dibujo de ese nombre, cuadrado, de `lado` píxeles."""
    return _dibujar(nombre, lado, color(tinta).name())


@cache
def _dibujar(nombre: str, lado: int, tinta: str) -> QPixmap:
    # QtSvg se carga con el primer icono que se pinta.
    from PySide6.QtSvg import QSvgRenderer

    mapa = QPixmap(QSize(lado, lado))
    mapa.fill(Qt.GlobalColor.transparent)
    pincel = QPainter(mapa)
    QSvgRenderer(QByteArray(_texto(nombre).replace("currentColor", tinta).encode())).render(
        pincel, QRectF(0, 0, lado, lado)
    )
    pincel.end()
    return mapa


@cache
def _texto(nombre: str) -> str:
    return (rutas.recursos() / "iconos" / f"{nombre}.svg").read_text(encoding="utf-8")
