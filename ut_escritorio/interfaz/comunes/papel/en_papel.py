"""Imprimir las hojas de un PDF: en qué impresora, cuáles, y mandarlas; todo lo impreso pasa por aquí."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.papel import al_pedirlo

_NO_HAY = "En este equipo no hay ninguna impresora."
_NO_QUISO = (
    "Revise que la impresora esté encendida y con papel; si es a un archivo, que haya lugar en el disco."
)


class EnPapel(QObject):
    """Un encargo a la vez. `avanzo` sale con cuántas van y cuántas son; `termino`, con si se pudo.

    `dejo` sale si ella cerró el cuadro de imprimir sin imprimir nada.
    """

    avanzo = Signal(int, int)
    termino = Signal(bool)
    dejo = Signal()

    def __init__(self, padre: QWidget, sin_impresora: str, *, si_falla: str = "") -> None:
        super().__init__(padre)
        self._padre, self._sin_impresora = padre, sin_impresora
        self._si_falla = " ".join(filter(None, (_NO_QUISO, si_falla)))
        self._impresion: Any = None

    @property
    def ocupado(self) -> bool:
        """Si aún se mandan unas."""
        return self._impresion is not None

    def hay_en_que(self, en_vez: tuple[str, Callable[[], object]] | None = None) -> bool:
        """Si hay impresora; si no, lo dice, y ofrece hacer otra cosa en vez de imprimir."""
        if al_pedirlo.impresion().hay_impresora():
            return True
        if en_vez is None:
            avisos.advertir(self._padre, _NO_HAY, self._sin_impresora)
        else:
            avisos.escoger(self._padre, _NO_HAY, (en_vez,), self._sin_impresora)
        return False

    def escoger(
        self, hojas: Sequence[int], nombre: str, seguir: Callable[[tuple[int, ...], Any], object]
    ) -> None:
        """Pide en qué impresora y cuáles de esas hojas; con ellas llama a `seguir`, o dice que ninguna."""
        de_imprimir = al_pedirlo.impresion()
        impresora = de_imprimir.nueva_impresora()
        impresora.setDocName(nombre)

        def escogida() -> None:
            pedidas = de_imprimir.hojas_pedidas(hojas, impresora)
            if pedidas:
                seguir(pedidas, impresora)
            else:
                de_imprimir.decir_que_nada_salio(self._padre, hojas)

        avisos.elegir_impresora(self._padre, impresora, min(hojas), max(hojas), escogida, self.dejo.emit)

    def mandar(self, datos: bytes, hojas: Sequence[int], impresora: Any) -> None:
        """Manda esas hojas del PDF; si la impresora no quiere, lo dice."""
        self._impresion = al_pedirlo.impresion().Impresion(self, datos, hojas, impresora)
        self._impresion.avanzo.connect(self.avanzo)
        self._impresion.termino.connect(self._terminar)
        self.avanzo.emit(0, len(hojas))
        self._impresion.empezar()

    def _terminar(self, bien: bool) -> None:
        self._impresion.deleteLater()
        self._impresion = None
        self.termino.emit(bien)
        if not bien:
            avisos.advertir(self._padre, "No se pudo imprimir.", self._si_falla)
