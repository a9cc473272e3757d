"""Tab va por la ventana como se lee: de una zona a la que sigue, y dentro de cada una en su orden.

Qt lleva el cursor por las piezas en el orden en que se hicieron, y las pestañas se hacen al mirarlas.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QRadioButton, QWidget

from ut_escritorio.interfaz.ventana import al_pedirlo
from ut_escritorio.interfaz.ventana.pestanas import Pestanas

if TYPE_CHECKING:
    from PySide6.QtCore import Qt


def zonas_de(medio: QWidget, pestanas: Pestanas, abajo: QWidget) -> list[QWidget]:
    """Lo que se ve en medio y abajo de la ventana, en el orden en que se lee."""
    actual = pestanas.actual()
    contenido = actual.contenido if actual else None
    arriba: list[QWidget] = []
    for pieza in _en_orden(medio):
        if pieza is pestanas:
            arriba += pestanas.tabBar(), *(contenido.zonas() if contenido else ())
        else:
            arriba.append(pieza)
    return [*arriba, *_en_orden(abajo)]


def _en_orden(marco: QWidget) -> list[QWidget]:
    """Las piezas de un marco que se ven, de arriba abajo y de izquierda a derecha."""
    piezas = (pieza for pieza in marco.children() if isinstance(pieza, QWidget) and pieza.isVisible())
    return sorted(piezas, key=lambda pieza: (pieza.y(), pieza.x()))


def entrar(pestanas: Pestanas) -> None:
    """El cursor pasa a la pestaña que se ve, si no está ya en ella: adonde estuvo o donde empieza."""
    pagina = pestanas.actual()
    contenido = pagina.contenido if pagina else None
    cursor = pestanas.window().focusWidget()
    if contenido is None or (cursor is not None and contenido.isAncestorOf(cursor)):
        return
    contenido.show()  # a la recién hecha, Qt la enseña hasta que la acomoda
    donde = contenido.focusWidget() or contenido.empieza_en() or _primera(contenido.zonas())
    if donde is not None:
        donde.setFocus()


def _primera(zonas: Sequence[QWidget], *, adelante: bool = True) -> QWidget | None:
    return next((pieza for zona in zonas if (pieza := _orilla(zona, adelante))), None)


def tabular(
    ventana: QWidget, zonas: Sequence[QWidget], adelante: bool, mover: Callable[[bool], bool]
) -> bool:
    """Mueve el cursor como Qt lo haría; si con eso sale de su zona, lo pone en la que sigue."""
    antes = ventana.focusWidget()
    if not mover(adelante):
        return False
    de, a = _zona_de(zonas, antes), _zona_de(zonas, ventana.focusWidget())
    if de is None or de == a:
        return True
    las_demas = (*zonas[de + 1 :], *zonas[:de]) if adelante else (*zonas[:de][::-1], *zonas[de + 1 :][::-1])
    destino = _primera(las_demas, adelante=adelante)
    if destino is not None:
        razon = al_pedirlo.qt().FocusReason
        destino.setFocus(razon.TabFocusReason if adelante else razon.BacktabFocusReason)
    return True


def _zona_de(zonas: Sequence[QWidget], pieza: QWidget | None) -> int | None:
    if pieza is None:
        return None
    return next((n for n, zona in enumerate(zonas) if pieza is zona or zona.isAncestorOf(pieza)), None)


def _orilla(zona: QWidget, adelante: bool) -> QWidget | None:
    """La primera pieza de una zona a la que Tab llega, o la última."""
    con_tab = al_pedirlo.qt().FocusPolicy.TabFocus
    piezas = list(_alcanzables(zona, con_tab))
    if not piezas:
        return None
    return (min if adelante else max)(piezas, key=lambda pieza: _lugar(pieza, zona))


def _alcanzables(zona: QWidget, con_tab: Qt.FocusPolicy) -> Iterator[QWidget]:
    if zona.focusPolicy() & con_tab:
        yield zona
        return
    for pieza in zona.findChildren(QWidget):
        sin_escoger = isinstance(pieza, QRadioButton) and not pieza.isChecked()
        if pieza.isVisible() and pieza.isEnabled() and pieza.focusPolicy() & con_tab and not sin_escoger:
            yield pieza


def _lugar(pieza: QWidget, zona: QWidget) -> tuple[int, int]:
    punto = pieza.mapTo(zona, QPoint())
    return punto.y(), punto.x()
