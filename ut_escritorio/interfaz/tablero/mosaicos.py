"""Los mosaicos del Tablero: el total de cada cifra, en grande, en tantas hileras como pida el ancho."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from ut_escritorio.dominio.palabras.redaccion import recortado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, desechar, partible, sin_marcado, tarjeta
from ut_escritorio.interfaz.tablero.cuentas import Cuenta, falta

_POR_HILERA = 5
_LETRAS = 80  # las que se leen del nombre
_CORRIDA = r"(\S{24})(?=\S)"  # las que caben en el mosaico más angosto


class Mosaicos(QWidget):
    """Nunca piden más ancho que el del mosaico más ancho: los que no caben bajan a otra hilera."""

    def __init__(self) -> None:
        super().__init__()
        self.todos: list[QFrame] = []
        self._puestas: tuple[Cuenta, ...] = ()
        self._acomodo = QGridLayout(self)
        self._acomodo.setContentsMargins(0, 0, 0, 0)

    def poner(self, cuentas: Sequence[Cuenta]) -> None:
        """Muestra esas cuentas; solo se vuelve a hacer el mosaico de la que dice otra cosa."""
        antes, hechos = self.todos, dict(zip(self._puestas, self.todos, strict=True))
        self._puestas = tuple(cuentas)
        self.todos = [hechos.pop(cuenta, None) or _mosaico(cuenta) for cuenta in cuentas]
        for sobra in antes:
            if sobra not in self.todos:
                desechar(sobra)
        self._repartir()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._el_mas_ancho(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._repartir()

    def _el_mas_ancho(self) -> int:
        return max((mosaico.minimumSizeHint().width() for mosaico in self.todos), default=0)

    def _repartir(self) -> None:
        for mosaico in self.todos:
            self._acomodo.removeWidget(mosaico)
        entre = self._acomodo.horizontalSpacing()
        caben = max(1, min(_POR_HILERA, (self.width() + entre) // (self._el_mas_ancho() + entre)))
        hileras = ceil(len(self.todos) / caben)
        caben = ceil(len(self.todos) / hileras) if hileras else 1  # parejas, y no cuatro y uno
        for columna in range(_POR_HILERA):
            self._acomodo.setColumnStretch(columna, 1 if columna < caben else 0)
        for lugar, mosaico in enumerate(self.todos):
            self._acomodo.addWidget(mosaico, lugar // caben, lugar % caben)
            mosaico.raise_()  # el lector de pantalla los dice en este orden


def _mosaico(cuenta: Cuenta) -> QFrame:
    """Una cifra del trimestre: su número, su rótulo y, si le faltan, los meses sin dato."""
    marco, dentro = tarjeta()
    dentro.setSpacing(0)
    dentro.addWidget(Letrero(cuenta.escritos[-1] or "–", "enlace", 1.9, negrita=True))
    dentro.addWidget(_nombre(cuenta.rotulo))
    if que_falta := falta(cuenta.total.faltan):
        dentro.addWidget(Letrero(que_falta, "atencion"))
    dentro.addStretch()
    return marco


def _nombre(rotulo: str) -> Letrero:
    """Lo que cabe de él; el largo acaba en «…» y se lee entero al posarse."""
    breve = recortado(rotulo, _LETRAS)
    nombre = Letrero(partible(breve, _CORRIDA), "letra")
    if breve != rotulo:
        nombre.setToolTip(sin_marcado(rotulo))
        nombre.setAccessibleName(rotulo)
    return nombre
