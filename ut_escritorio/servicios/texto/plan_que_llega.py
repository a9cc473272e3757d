"""Lo que un plan escrito como texto cambiaría en el archivo: cada cambio, y lo que con él se perdería."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from ut_escritorio.datos.toml.plan import PlanLeido
from ut_escritorio.dominio.cambios_del_plan.llegado.comparar import Cambio
from ut_escritorio.dominio.cambios_del_plan.llegado.cosas import Cosas
from ut_escritorio.dominio.cambios_del_plan.llegado.decir import Diferencia
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.servicios.texto.perdida import Perdida


@congelado
class Llega:
    """Un cambio que se puede elegir: bajo qué se enseña, qué es y qué se pierde con él.

    `ya_hay`: por qué no se propone, si no es porque se pierda algo.
    """

    cambio: Cambio
    donde: str
    nombre: str
    diferencias: tuple[Diferencia, ...] = ()
    perdidas: tuple[Perdida, ...] = ()
    ya_hay: str = ""

    @property
    def clave(self) -> str:
        """Cuál es."""
        return ":".join((self.cambio.que, *self.cambio.nombre))

    @property
    def de_entrada(self) -> bool:
        """Si se propone hacerlo: lo que pierde algo, solo si ella lo dice."""
        return not self.perdidas and not self.ya_hay

    @property
    def posible(self) -> bool:
        """Si se puede hacer."""
        return all(perdida.posible for perdida in self.perdidas)

    @property
    def se_pierde(self) -> str:
        """Lo que se perdería, o por qué no se puede; vacío si nada."""
        if not self.perdidas:
            return ""
        dicho = lista([str(perdida) for perdida in self.perdidas])
        return f"Se perdería: {dicho}." if self.posible else f"No se puede quitar: ahí hay {dicho}."


@congelado
class PlanQueLlega:
    """Lo que un plan escrito como texto cambiaría en el archivo; `nuevo`: el archivo no tenía ese año.

    `aqui` y `llegan` son las cosas de los dos; `mudadas`, la clave que tenía un lugar que llega con otra;
    `notas`, cuántas escribió ahí quien lo escribió: no entran.
    """

    ruta: Path
    ejercicio: int
    nuevo: bool
    leido: PlanLeido
    antes: tuple[Plan | None, Catalogo]
    aqui: Cosas
    llegan: Cosas
    mudadas: Mapping[str, str]
    cambios: tuple[Llega, ...] = ()
    firmados: frozenset[int] = frozenset()
    notas: int = 0

    @property
    def dicho_de_las_notas(self) -> str:
        """Dónde se quedan; vacío si no hay."""
        if not self.notas:
            return ""
        if self.notas == 1:
            return "La nota que ese texto lleva (lo que va tras #) se queda en él: aquí no se guarda."
        cuantas = f"Las {self.notas} notas que ese texto lleva (lo que va tras #)"
        return f"{cuantas} se quedan en él: aquí no se guardan."

    @cached_property
    def de_entrada(self) -> frozenset[str]:
        """Los que se proponen."""
        return frozenset(llega.clave for llega in self.cambios if llega.de_entrada)
