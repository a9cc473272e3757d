"""Lo que se puede agregar al plan desde donde ella está, y la ficha de cada cosa nueva."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ut_escritorio.dominio.cambios_del_plan.armado.cuadro_pedido import de_su_clase
from ut_escritorio.dominio.cambios_del_plan.armado.nodos import Nodo
from ut_escritorio.dominio.plan.arbol import ClaseDeApartado, Componente, Plan
from ut_escritorio.dominio.plan.lugares import donde
from ut_escritorio.interfaz.plan.de_cruce import FichaDeCruce
from ut_escritorio.interfaz.plan.de_cuadre import FichaDeCuadre
from ut_escritorio.interfaz.plan.de_cuadro import FichaDeCuadro
from ut_escritorio.interfaz.plan.de_frase import FichaDeFrase
from ut_escritorio.interfaz.plan.de_lugar import ficha_de_componente_nuevo, ficha_de_lugar_nuevo
from ut_escritorio.interfaz.plan.de_texto import NOMBRES, FichaDeSitio, FichaDeTexto
from ut_escritorio.interfaz.plan.ficha import Ficha

Oferta = tuple[str, Callable[[], Ficha]]
"""El rótulo de lo que se puede agregar, y su ficha en blanco."""


def ofertas(
    plan: Plan, nodo: Nodo | None, modelos: Sequence[Componente], unidades: Mapping[str, str]
) -> tuple[Oferta | None, ...]:
    """Las de ese nodo; None separa. `unidades`: la clave de cada área, por su nombre."""
    todas: list[Oferta | None] = [("Un &componente", lambda: ficha_de_componente_nuevo(plan, modelos))]
    if plan.cifras:
        todas.append(("Algo que &debe cuadrar", lambda: FichaDeCuadre(plan, None)))
    if nodo is None or not nodo.lugar:
        return tuple(todas)
    lugar = nodo.lugar
    cadena = plan.cadena[lugar]
    casa = cadena[0]
    todas.append(
        (f"Una &actividad del componente {casa.numero}",
         lambda: ficha_de_lugar_nuevo(plan, casa.clave))
    )  # fmt: skip
    if len(cadena) > 1:
        actividad = cadena[1]
        todas.append(
            (f"Un &paso de {actividad.numero}",
             lambda: ficha_de_lugar_nuevo(plan, actividad.clave))
        )  # fmt: skip
    todas.append(None)
    tras = nodo.clave if nodo.clase == "bloque" else ""
    aqui = donde(plan, lugar)
    if plan.moldes:
        propuesto = de_su_clase(plan.moldes[0])
        todas.append((f"Un c&uadro en {aqui}", lambda: FichaDeCuadro(plan, lugar, "", propuesto, tras)))
    todas += [
        (f"Un {nombre.lower()} en {aqui}", _de_texto(plan, lugar, clase, tras))
        for clase, (nombre, _) in NOMBRES.items()
    ]
    if plan.admite_renglones(lugar):
        todas.append(
            (f"Un cuadro que cru&za dos datos de {aqui}",
             lambda: FichaDeCruce(plan, lugar, "", None, unidades, tras))
        )  # fmt: skip
    todas.append((f"Una &frase para lo que se anota en {aqui}", lambda: FichaDeFrase(plan, lugar, None)))
    if not plan.admite_renglones(lugar):
        todas.append((f"El &sitio de lo que se anota en {aqui}", lambda: FichaDeSitio(lugar, tras)))
    return tuple(todas)


def _de_texto(plan: Plan, lugar: str, clase: ClaseDeApartado, tras: str) -> Callable[[], Ficha]:
    return lambda: FichaDeTexto(plan, lugar, clase, None, tras)
