"""Debajo de un cuadro: lo que de él no es lo que el libro de oficios tiene, y qué se puede hacer."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.del_libro import que_difieren
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.listas.del_libro import BotonesDelLibro
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion


class ContraElLibro(QWidget):
    """Un renglón por casilla que difiere; los que sobran se guardan para la próxima."""

    def __init__(self, sesion: Sesion, cifras: tuple[str, ...]) -> None:
        super().__init__()
        self._sesion, self._cifras = sesion, cifras
        self.renglones: list[_Renglon] = []
        self._acomodo = QVBoxLayout(self)
        self._acomodo.setContentsMargins(0, 0, 0, 0)
        self._acomodo.setSpacing(4)

    def poner(self, foto: FotoTrimestre) -> None:
        """Lo que hoy difiere de esas cifras."""
        suyas = (foto.plan.cifra[clave] for clave in self._cifras if clave in foto.plan.cifra)
        difieren = [diferencia for cifra in suyas for diferencia in que_difieren(foto, cifra)]
        for _ in range(len(difieren) - len(self.renglones)):
            self.renglones.append(_Renglon(self._sesion))
            self._acomodo.addWidget(self.renglones[-1])
        for cual, renglon in enumerate(self.renglones):
            renglon.setVisible(cual < len(difieren))
            if cual < len(difieren):
                renglon.dicho.decir(difieren[cual].dicho)
                renglon.botones.poner(difieren[cual])
        self.setVisible(bool(difieren))


class _Renglon(QWidget):
    """Lo que se dice y, junto a su punto final, lo que se puede hacer."""

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self.dicho, self.botones = _Dicho(tinta="atencion"), BotonesDelLibro(sesion)
        hilera = HileraQueSeParte(self)
        hilera.agregar(self.dicho)
        hilera.agregar(self.botones)


class _Dicho(Letrero):
    """Pide lo que ocupa en un renglón, y no más: así lo que va al lado queda cerca."""

    def sizeHint(self) -> QSize:
        ancho = self.fontMetrics().horizontalAdvance(self.text()) + 4
        return QSize(ancho, self.heightForWidth(ancho))
