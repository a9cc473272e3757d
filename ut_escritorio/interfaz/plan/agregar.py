"""Lo que se puede agregar al plan desde donde ella está, y la ficha de cada cosa nueva."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ut_escritorio.dominio.cambios_del_plan.armado.cuadro_pedido import de_su_clase
from ut_escritorio.dominio.cambios_del_plan.armado.nodos import Nodo
from ut_escritorio.dominio.plan.apartados import ClaseDeApartado
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.lugares import donde
from ut_escritorio.interfaz.plan.fichas.cuales import DeDonde
from ut_escritorio.interfaz.plan.fichas.de_cruce import FichaDeCruce
from ut_escritorio.interfaz.plan.fichas.de_cuadre import FichaDeCuadre
from ut_escritorio.interfaz.plan.fichas.de_cuadro import FichaDeCuadro
from ut_escritorio.interfaz.plan.fichas.de_departamento import FichaDeDepartamento
from ut_escritorio.interfaz.plan.fichas.de_firmas import FichaDeFirmas
from ut_escritorio.interfaz.plan.fichas.de_frase import FichaDeFrase
from ut_escritorio.interfaz.plan.fichas.de_lugar import ficha_de_componente_nuevo, ficha_de_lugar_nuevo
from ut_escritorio.interfaz.plan.fichas.de_medio import FichaDeMedio
from ut_escritorio.interfaz.plan.fichas.de_texto import NOMBRES, FichaDeSitio, FichaDeTexto
from ut_escritorio.interfaz.plan.fichas.ficha import Ficha

Oferta = tuple[str, Callable[[], Ficha]]
"""El rótulo de lo que se puede agregar, y su ficha en blanco."""


def ofertas(plan: Plan, nodo: Nodo | None, de_donde: DeDonde) -> tuple[Oferta | None, ...]:
    """Las de ese nodo; None separa. Primero lo que va donde ella está; al final, lo que va en su lista."""
    todas: list[Oferta | None] = []
    if nodo is not None and nodo.lugar in plan.lugar:
        todas += [*_en_un_lugar(plan, nodo, de_donde), None]
    elif nodo is not None and nodo.lugar and nodo.clase != "departamento":
        tras = nodo.clave if nodo.clase == "bloque" else ""
        todas += [*_textos(plan, nodo.lugar, tras, "aquí"), _de_firmas(nodo.lugar, tras, de_donde), None]
    todas += [
        ("Un &componente", lambda: ficha_de_componente_nuevo(plan, de_donde.modelos)),
        ("Un departamen&to", lambda: FichaDeDepartamento(plan, None, de_donde.puestos)),
        ("Un &medio por donde llegan o se mandan cosas", lambda: FichaDeMedio(None)),
    ]
    if plan.cifras:
        todas.append(("Algo que &debe cuadrar", lambda: FichaDeCuadre(plan, None)))
    return tuple(todas)


def _en_un_lugar(plan: Plan, nodo: Nodo, de_donde: DeDonde) -> Iterator[Oferta | None]:
    lugar, cadena = nodo.lugar, plan.cadena[nodo.lugar]
    casa = cadena[0]
    yield (
        f"Una &actividad del componente {casa.numero}",
        lambda: ficha_de_lugar_nuevo(plan, casa.clave),
    )
    if len(cadena) > 1:
        actividad = cadena[1]
        yield f"Un &paso de {actividad.numero}", lambda: ficha_de_lugar_nuevo(plan, actividad.clave)
    yield None
    tras = nodo.clave if nodo.clase == "bloque" else ""
    aqui = f"en {donde(plan, lugar)}"
    if plan.moldes:
        propuesto = de_su_clase(plan.moldes[0])
        yield f"Un c&uadro {aqui}", lambda: FichaDeCuadro(plan, lugar, "", propuesto, tras)
    yield from _textos(plan, lugar, tras, aqui)
    if plan.admite_renglones(lugar):
        yield (
            f"Un cuadro que cru&za dos datos de {donde(plan, lugar)}",
            lambda: FichaDeCruce(plan, lugar, "", None, de_donde.unidades, tras),
        )
    yield f"Una &frase para lo que se anota {aqui}", lambda: FichaDeFrase(plan, lugar, None)
    if not plan.admite_renglones(lugar):
        yield f"El &sitio de lo que se anota {aqui}", lambda: FichaDeSitio(lugar, tras)


def _textos(plan: Plan, casa: str, tras: str, donde_va: str) -> Iterator[Oferta]:
    for clase, (nombre, _) in NOMBRES.items():
        yield f"Un {nombre.lower()} {donde_va}", _de_texto(plan, casa, clase, tras)


def _de_firmas(casa: str, tras: str, de_donde: DeDonde) -> Oferta:
    return "Unas fi&rmas aquí", lambda: FichaDeFirmas(casa, None, de_donde.puestos, tras)


def _de_texto(plan: Plan, lugar: str, clase: ClaseDeApartado, tras: str) -> Callable[[], Ficha]:
    return lambda: FichaDeTexto(plan, lugar, clase, None, tras)
