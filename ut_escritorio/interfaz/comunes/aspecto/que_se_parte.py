"""La hilera que se parte: lo que no cabe a lo ancho baja a la siguiente, y la ventana no se ensancha."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QWidget

from ut_escritorio.dominio.congelado import congelado

Altura = Literal["arriba", "en medio", "abajo"]
_ENTRE_HILERAS = 6


@congelado
class _Cosa:
    """Una pieza o un acomodo, y qué parte de lo que sobra en su hilera es suya."""

    item: QLayoutItem
    crece: int

    @property
    def ancho(self) -> int:
        """Lo que ocupa antes de repartir lo que sobra: la que crece pide solo lo menos."""
        return self.item.minimumSize().width() if self.crece else self.item.sizeHint().width()

    def alto(self, ancho: int) -> int:
        """Lo que ocupa de alto con ese ancho."""
        return (
            self.item.heightForWidth(ancho)
            if self.item.hasHeightForWidth()
            else self.item.sizeHint().height()
        )


class HileraQueSeParte(QLayout):
    """Cada hilera lleva las que caben, y lo que le sobra es de las que crecen.

    Las que no llegan al alto de su hilera van en medio, como los botones, o donde se pida: abajo, como un
    campo junto a otro con su rótulo encima, o arriba, como dos columnas.
    """

    def __init__(self, padre: QWidget | None = None, *, entre: int = 12, van: Altura = "en medio") -> None:
        super().__init__()
        self._cosas: list[_Cosa] = []
        self._entre, self._van = entre, van
        self._altos: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        if padre is not None:
            padre.setLayout(self)

    def agregar(self, cosa: QWidget | QLayout, crece: int = 0) -> None:
        """Pone una pieza, o un acomodo, al final; `crece`, su parte de lo que sobre en su hilera."""
        if isinstance(cosa, QLayout):
            self.addChildLayout(cosa)
            self.addItem(cosa)
        else:
            self.addWidget(cosa)
        self._cosas[-1] = _Cosa(self._cosas[-1].item, crece)

    def agregar_juntas(self, *piezas: QWidget, al_final: bool = False, crece: int = 0) -> None:
        """Pone varias que no se separan, como un rótulo y su campo; `al_final`, a la derecha de su hilera.

        Si crecen, lo que crece es la última.
        """
        juntas = QHBoxLayout()
        if al_final:
            juntas.addStretch()
        for pieza in piezas:
            juntas.addWidget(pieza, crece if pieza is piezas[-1] else 0)
        self.agregar(juntas, 1 if al_final else crece)

    def _hileras(self, ancho: int) -> Iterator[list[tuple[_Cosa, int]]]:
        """Las cosas de cada hilera, con su ancho."""
        hilera: list[tuple[_Cosa, int]] = []
        for medida in self._medidas():
            if hilera and self._ocupan([*hilera, medida]) > ancho:
                yield self._repartida(hilera, ancho)
                hilera = []
            hilera.append(medida)
        if hilera:
            yield self._repartida(hilera, ancho)

    def _medidas(self) -> list[tuple[_Cosa, int]]:
        """Lo que se ve, con lo que pide de ancho: preguntárselo es lo que más tarda."""
        return [(cosa, cosa.ancho) for cosa in self._cosas if not cosa.item.isEmpty()]

    def _ocupan(self, hilera: list[tuple[_Cosa, int]]) -> int:
        return sum(pide for _, pide in hilera) + self._entre * (len(hilera) - 1)

    def _repartida(self, hilera: list[tuple[_Cosa, int]], ancho: int) -> list[tuple[_Cosa, int]]:
        sobra, partes = max(0, ancho - self._ocupan(hilera)), sum(cosa.crece for cosa, _ in hilera)
        return [
            (cosa, min(ancho, pide + (sobra * cosa.crece // partes if partes else 0)))
            for cosa, pide in hilera
        ]

    def heightForWidth(self, arg__1: int) -> int:
        """Qt lo pregunta muchas veces seguidas; es otro solo si algo de adentro pide otra cosa."""
        if arg__1 not in self._altos:
            altos = [max(cosa.alto(ancho) for cosa, ancho in hilera) for hilera in self._hileras(arg__1)]
            self._altos[arg__1] = sum(altos) + _ENTRE_HILERAS * max(0, len(altos) - 1)
        return self._altos[arg__1]

    def invalidate(self) -> None:
        self._altos.clear()
        super().invalidate()

    def setGeometry(self, arg__1: QRect) -> None:
        super().setGeometry(arg__1)
        abajo = arg__1.top()
        for hilera in self._hileras(arg__1.width()):
            alto = max(cosa.alto(ancho) for cosa, ancho in hilera)
            x, abajo = arg__1.left(), abajo + alto
            for cosa, ancho in hilera:
                suyo = cosa.alto(ancho)
                baja = {"arriba": 0, "en medio": (alto - suyo) // 2, "abajo": alto - suyo}[self._van]
                cosa.item.setGeometry(QRect(x, abajo - alto + baja, ancho, suyo))
                x += ancho + self._entre
            abajo += _ENTRE_HILERAS

    def minimumSize(self) -> QSize:
        vivas = [cosa.item.minimumSize() for cosa in self._cosas if not cosa.item.isEmpty()]
        ancho = max((pide.width() for pide in vivas), default=0)
        return QSize(ancho, max((pide.height() for pide in vivas), default=0))

    def sizeHint(self) -> QSize:
        ancho = self._ocupan(self._medidas())
        return QSize(ancho, self.heightForWidth(ancho)).expandedTo(self.minimumSize())

    def hasHeightForWidth(self) -> bool:
        return True

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def addItem(self, arg__1: QLayoutItem) -> None:
        self._cosas.append(_Cosa(arg__1, 0))

    def count(self) -> int:
        return len(self._cosas)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._cosas[index].item if 0 <= index < len(self._cosas) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._cosas.pop(index).item if 0 <= index < len(self._cosas) else None
