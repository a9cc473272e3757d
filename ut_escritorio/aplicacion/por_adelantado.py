"""Lo que la ventana cargará al pedirlo se va cargando, módulo por módulo, mientras ella la lee.

Un componente carga unos sesenta módulos: juntos detienen la ventana un quinto de segundo; de uno en uno,
nada que se note. No va en otro hilo porque PySide arma cada clase de Qt la primera vez que alguien la nombra,
y dos hilos podrían armar la misma.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from types import CodeType

from PySide6.QtCore import QObject, QTimer

_DE_AQUI = "ut_escritorio."
_LO_QUE_SIGUE = (
    "ut_escritorio.interfaz.componente.pestana",
    "ut_escritorio.interfaz.oficios.pestana",
    "ut_escritorio.interfaz.informe.pestana",
)
"""Lo que se abre con un clic desde la primera vista, lo más usado primero."""

_RESPIRO = 10  # milisegundos: entre uno y otro se atiende lo que ella oprima


class PorAdelantado(QObject):
    """Uno cada vez; lo que ella abra antes se carga entonces, y aquí ya no."""

    def __init__(self, padre: QObject) -> None:
        super().__init__(padre)
        self._faltan = por_cargar(_LO_QUE_SIGUE)
        self._turno = QTimer(self, interval=_RESPIRO)
        self._turno.timeout.connect(self._uno_mas)

    def empezar(self) -> None:
        """Desde ahora, hasta que no falte ninguno."""
        self._turno.start()

    @property
    def sigue(self) -> bool:
        """Si aún falta alguno."""
        return self._turno.isActive()

    def _uno_mas(self) -> None:
        cual = next(self._faltan, None)
        if cual is None:
            self._turno.stop()
        else:
            import_module(cual)


def por_cargar(nombres: tuple[str, ...]) -> Iterator[str]:
    """Los módulos de aquí que esos piden y nadie ha cargado, cada uno después de los que él pide."""
    vistos: set[str] = set()
    for nombre in nombres:
        yield from _con_los_suyos(nombre, vistos)


def _con_los_suyos(nombre: str, vistos: set[str]) -> Iterator[str]:
    if nombre in sys.modules or nombre in vistos:
        return
    vistos.add(nombre)
    for otro in _lo_que_nombra(nombre):
        if otro.startswith(_DE_AQUI):  # un nombre con punto solo está ahí porque se importa
            yield from _con_los_suyos(otro, vistos)
    yield nombre


def _lo_que_nombra(nombre: str) -> tuple[str, ...]:
    """Los nombres que usa su código; ninguno si quien lo carga no lo enseña."""
    cual = find_spec(nombre)
    ensena: Callable[[str], CodeType | None] = getattr(cual and cual.loader, "get_code", lambda _: None)
    codigo = ensena(nombre)
    return codigo.co_names if codigo else ()
