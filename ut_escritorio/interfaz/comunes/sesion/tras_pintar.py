"""Lo que se deja para cuando la ventana ya se vio."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_UN_INSTANTE = 40  # milisegundos


def tras_pintar(de: QObject, hacer: Callable[[], object], milisegundos: int = _UN_INSTANTE) -> None:
    """Hace algo de `de` un instante después de pintar lo que ya está por pintarse; si `de` se va, no se hace.

    El instante se cuenta desde que se atienden eventos: contado desde ahora, en un equipo lento vencería
    mientras la ventana se arma, y lo que se deja para después la retrasaría.
    """
    QTimer.singleShot(0, de, lambda: QTimer.singleShot(milisegundos, de, hacer))
