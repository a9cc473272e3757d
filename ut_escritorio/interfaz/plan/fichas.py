"""La ficha de cada cosa que el plan ya lleva."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ut_escritorio.dominio.cambios_del_plan.armado.cruce import cruce_de
from ut_escritorio.dominio.cambios_del_plan.armado.cuadro_pedido import pedido_de
from ut_escritorio.dominio.cambios_del_plan.armado.nodos import Nodo
from ut_escritorio.dominio.plan.arbol import Apartado, Componente, Plan
from ut_escritorio.interfaz.plan.de_cruce import FichaDeCruce
from ut_escritorio.interfaz.plan.de_cuadre import FichaDeCuadre
from ut_escritorio.interfaz.plan.de_cuadro import FichaDeCuadro
from ut_escritorio.interfaz.plan.de_frase import FichaDeFrase
from ut_escritorio.interfaz.plan.de_lugar import ficha_de_lugar
from ut_escritorio.interfaz.plan.de_texto import NOMBRES, FichaDeTexto
from ut_escritorio.interfaz.plan.ficha import Ficha, FichaQuieta

_VACIA = "Escoja a la izquierda lo que quiere ver o cambiar, o agregue un componente."
_ANOTADO = (
    "Aquí se imprime lo que en el trimestre se anota, con las frases de este lugar. Muévalo con Alt+↑ y "
    "Alt+↓ adonde deba ir."
)
_DE_OTRA_CLASE = (
    "Este cuadro no es de ninguna de las clases que se arman aquí. Se puede mover y quitar; sus rótulos se "
    "cambian en Oficina › Textos del plan."
)
_CUADRES = (
    "Lo que el programa compara para avisar si algo no cuadra: los totales con sus sexos, lo atendido con lo "
    "recibido. Agregue algo con Insertar."
)
_FIRMAS = "Las firmas salen de Oficina › Personas y cargos."


def ficha_de(
    plan: Plan, nodo: Nodo | None, modelos: Sequence[Componente], unidades: Mapping[str, str]
) -> Ficha:
    """La de ese nodo; de ninguno, la que dice qué hacer. `unidades`: cada área por su nombre."""
    if nodo is None:
        return FichaQuieta("El plan", _VACIA)
    if nodo.clase == "lugar":
        return ficha_de_lugar(plan, plan.lugar[nodo.lugar], modelos)
    if nodo.clase == "frase":
        frase = next(forma for forma in plan.lugar[nodo.lugar].formas if forma.clave == nodo.clave)
        return FichaDeFrase(plan, nodo.lugar, frase)
    if nodo.clase == "cuadres":
        return FichaQuieta("Lo que debe cuadrar", _CUADRES)
    if nodo.clase == "cuadre":
        return FichaDeCuadre(plan, next(c for c in plan.concordancias if c.clave == nodo.clave))
    apartado = next(a for a in plan.lugar[nodo.lugar].apartados if a.clave == nodo.clave)
    return _de_bloque(plan, nodo, apartado, unidades)


def _de_bloque(plan: Plan, nodo: Nodo, apartado: Apartado, unidades: Mapping[str, str]) -> Ficha:
    if apartado.clase in NOMBRES:
        return FichaDeTexto(plan, nodo.lugar, apartado.clase, apartado, "")
    if apartado.clase == "cuadro":
        pedido = pedido_de(plan, apartado.cuadro)
        cruce = None if pedido else cruce_de(plan, apartado.cuadro)
        if pedido is not None:
            return FichaDeCuadro(plan, nodo.lugar, apartado.cuadro, pedido)
        if cruce is not None:
            return FichaDeCruce(plan, nodo.lugar, apartado.cuadro, cruce, unidades)
        return FichaQuieta("Cuadro", _DE_OTRA_CLASE)
    if apartado.clase == "renglones":
        return FichaQuieta("Lo que se anota", _ANOTADO)
    return FichaQuieta("Firmas", _FIRMAS)
