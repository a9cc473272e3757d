"""Las evidencias de una actividad, que no son de ningún renglón suyo."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import Bloque
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.evidencias.franja import FranjaDeEvidencias
from ut_escritorio.servicios.archivo.expediente import Cosas


class BloqueDeEvidencias(Bloque):
    """La franja de una actividad."""

    lee: ClassVar[Cosas] = frozenset()

    def __init__(self, sesion: Sesion, lugar: str) -> None:
        super().__init__()
        self._lugar = lugar
        self.franja = FranjaDeEvidencias(sesion)
        self.franja.atajos_en(self)
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addWidget(self.franja)
        self.franja.mostrar(Origen("lugar", lugar), lugar)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """La franja se pone al día sola."""

    def asentar(self) -> None:
        """Guarda el pie que esté a medio escribir."""
        self.franja.asentar()

    def pieza_de(self, sitio: Sitio) -> QWidget | None:
        """La franja, si el sitio son las evidencias de esta actividad."""
        suya = sitio.origen == Origen("lugar", self._lugar) and sitio.campo
        return self.franja.enfocar() if suya else None
