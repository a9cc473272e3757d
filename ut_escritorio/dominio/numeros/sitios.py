"""El sitio: el punto exacto de la captura al que se salta."""

from __future__ import annotations

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.origen import NINGUNO, Origen
from ut_escritorio.dominio.trimestre.conteos import Casilla


@congelado
class Sitio:
    """El punto exacto al que se salta.

    `lugar` es la clave del componente, actividad o paso (vacía: todo el informe); `origen`, el
    bloque impreso («registro:…», «cuadro:…»); `casilla`, la celda; `campo`, el dato del renglón.
    """

    lugar: str = ""
    origen: Origen = NINGUNO
    casilla: Casilla | None = None
    campo: str = ""

    def __post_init__(self) -> None:
        if type(self.origen) is not Origen:
            self.__dict__["origen"] = Origen.leido(self.origen)
