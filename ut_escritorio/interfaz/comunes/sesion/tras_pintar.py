"""Lo que se deja para cuando la ventana ya se vio."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

_UN_INSTANTE = 40  # milisegundos
_CADA = 10  # milisegundos
_NO_MAS_DE = 200  # veces: la que empieza minimizada no se ve, y lo suyo se hace de todos modos


def tras_pintar(de: QObject, hacer: Callable[[], object], milisegundos: int = _UN_INSTANTE) -> None:
    """Hace algo de `de` un instante después de que la ventana se vio; si `de` se va, no se hace.

    El instante se cuenta desde que se vio, y no desde ahora: en un equipo lento vencería mientras la ventana
    se arma o el sistema le da su lugar, y lo que se deja para después la retrasaría.
    """

    def en_cuanto_se_vea(quedan: int) -> None:
        if quedan and _aun_no_se_ve():
            QTimer.singleShot(_CADA, de, lambda: en_cuanto_se_vea(quedan - 1))
        else:
            QTimer.singleShot(milisegundos, de, hacer)

    QTimer.singleShot(0, de, lambda: en_cuanto_se_vea(_NO_MAS_DE))


def _aun_no_se_ve() -> bool:
    """Si hay ventanas por verse y todavía ninguna se pintó."""
    por_verse = [ventana for ventana in QGuiApplication.topLevelWindows() if ventana.isVisible()]
    return bool(por_verse) and not any(ventana.isExposed() for ventana in por_verse)
