"""El sitio: el punto exacto de la captura al que se salta."""

from __future__ import annotations

from dataclasses import dataclass

from ut_escritorio.dominio.conteos import Casilla
from ut_escritorio.dominio.plan import Plan
from ut_escritorio.dominio.tabla import cifras_de


@dataclass(frozen=True)
class Sitio:
    """El punto exacto al que se salta.

    `lugar` es la clave del componente, actividad o paso (vacía: todo el informe); `origen`, el
    bloque impreso («registro:…», «cuadro:…»); `casilla`, la celda; `campo`, el dato del renglón.
    """

    lugar: str = ""
    origen: str = ""
    casilla: Casilla | None = None
    campo: str = ""


def sitio_de_casilla(plan: Plan, casilla: Casilla) -> Sitio:
    """Dónde se ve una casilla: en el primer cuadro del informe que muestra su cifra."""
    for lugar in plan.lugares():
        for apartado in lugar.apartados:
            cuadro = plan.cuadro.get(apartado.cuadro)
            if cuadro and casilla.cifra in cifras_de(cuadro):
                return Sitio(lugar.clave, f"cuadro:{cuadro.clave}", casilla)
    return Sitio(casilla=casilla)
