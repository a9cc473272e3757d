"""El sitio: el punto exacto de la captura al que se salta."""

from __future__ import annotations

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.origen import NINGUNO, Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre


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


def sitio_de_casilla(plan: Plan, casilla: Casilla) -> Sitio:
    """Dónde se ve una casilla: en el primer cuadro que la muestra o, si ninguno, que muestra su cifra."""
    # Los cuadros se cargan cuando hay que buscar en ellos, no con cada sitio.
    from ut_escritorio.dominio.numeros.tabla import dibujar
    from ut_escritorio.dominio.plan.cuadros import cifras_de

    vacia = FotoTrimestre(Trimestre(plan.ejercicio, casilla.trimestre), plan, Catalogo())
    de_su_cifra: list[Sitio] = []
    for lugar in plan.lugares():
        for apartado in lugar.apartados:
            cuadro = plan.cuadro.get(apartado.cuadro)
            if cuadro is None or casilla.cifra not in cifras_de(cuadro):
                continue
            de_su_cifra.append(Sitio(lugar.clave, Origen("cuadro", cuadro.clave), casilla))
            if any(celda.casilla == casilla for celda in dibujar(cuadro, vacia).celdas):
                return de_su_cifra[-1]
    return de_su_cifra[0] if de_su_cifra else Sitio(casilla=casilla)
