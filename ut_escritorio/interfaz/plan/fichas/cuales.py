"""La ficha de cada cosa que el plan ya lleva."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ut_escritorio.dominio.cambios_del_plan.armado.cruce import cruce_de
from ut_escritorio.dominio.cambios_del_plan.armado.cuadro_pedido import pedido_de
from ut_escritorio.dominio.cambios_del_plan.armado.en_su_lugar import bloques_de
from ut_escritorio.dominio.cambios_del_plan.armado.nodos import Nodo
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Componente, Plan
from ut_escritorio.interfaz.plan.fichas.de_cruce import FichaDeCruce
from ut_escritorio.interfaz.plan.fichas.de_cuadre import FichaDeCuadre
from ut_escritorio.interfaz.plan.fichas.de_cuadro import FichaDeCuadro
from ut_escritorio.interfaz.plan.fichas.de_departamento import FichaDeDepartamento
from ut_escritorio.interfaz.plan.fichas.de_firmas import FichaDeFirmas
from ut_escritorio.interfaz.plan.fichas.de_frase import FichaDeFrase
from ut_escritorio.interfaz.plan.fichas.de_lugar import ficha_de_lugar
from ut_escritorio.interfaz.plan.fichas.de_medio import FichaDeMedio
from ut_escritorio.interfaz.plan.fichas.de_texto import NOMBRES, FichaDeTexto
from ut_escritorio.interfaz.plan.fichas.ficha import Ficha, FichaQuieta

_VACIA = "Escoja a la izquierda lo que quiere ver o cambiar, o agregue un componente."
_ANOTADO = (
    "Aquí se imprime lo que en el trimestre se anota, con las frases de este lugar. Muévalo con Alt+↑ y "
    "Alt+↓ adonde deba ir."
)
_DE_OTRA_CLASE = (
    "Este cuadro no es de ninguna de las clases que se arman aquí. Se puede mover y quitar; sus rótulos se "
    "cambian en Oficina › Textos del plan."
)
_DE_INFORME = "Esta hoja se pone y se quita en Informe, en «Hojas que se agregan»."
_GRUPOS = {
    "hoja": "Lo que ahí se imprime está dentro. Agregue algo con Insertar.",
    "departamentos": (
        "De cada uno, quién lo encabeza y lo que abre y cierra su parte. Agregue otro con Insertar; un "
        "componente se pasa a otro en su ficha, o soltándolo en él."
    ),
    "medios": (
        "Por dónde llegan y se mandan las cosas, como se ofrecen al anotar. Agregue otro con Insertar."
    ),
    "cuadres": (
        "Lo que el programa compara para avisar si algo no cuadra: los totales con sus sexos, lo atendido "
        "con lo recibido. Agregue algo con Insertar."
    ),
}


@congelado
class DeDonde:
    """De dónde se escoge lo que no es del plan.

    `modelos`: los componentes cuya manera de imprimirse se copia; `unidades`: la clave de cada área, por su
    nombre; `puestos`: cada puesto que firma y cómo se llama.
    """

    modelos: Sequence[Componente]
    unidades: Mapping[str, str]
    puestos: Sequence[tuple[str, str]]


def ficha_de(plan: Plan, nodo: Nodo | None, de_donde: DeDonde) -> Ficha:
    """La de ese nodo; de ninguno, la que dice qué hacer."""
    match nodo.clase if nodo else None:
        case "lugar" if nodo:
            return ficha_de_lugar(plan, plan.lugar[nodo.lugar], de_donde.modelos)
        case "frase" if nodo:
            frase = next(forma for forma in plan.lugar[nodo.lugar].formas if forma.clave == nodo.clave)
            return FichaDeFrase(plan, nodo.lugar, frase)
        case "departamento" if nodo:
            return FichaDeDepartamento(plan, plan.departamento[nodo.clave], de_donde.puestos)
        case "medio" if nodo:
            return FichaDeMedio(plan.medio[nodo.clave])
        case "cuadre" if nodo:
            return FichaDeCuadre(plan, next(c for c in plan.concordancias if c.clave == nodo.clave))
        case "bloque" if nodo:
            apartado = next(a for a in bloques_de(plan, nodo.lugar) if a.clave == nodo.clave)
            return _de_bloque(plan, nodo, apartado, de_donde)
        case "hoja" | "departamentos" | "medios" | "cuadres" as grupo:
            return FichaQuieta(nodo.rotulo if nodo else "", _GRUPOS[grupo])
        case _:
            return FichaQuieta("El plan", _VACIA)


def _de_bloque(plan: Plan, nodo: Nodo, apartado: Apartado, de_donde: DeDonde) -> Ficha:
    if apartado.clase in NOMBRES:
        return FichaDeTexto(plan, nodo.lugar, apartado.clase, apartado, "")
    if apartado.clase == "cuadro":
        pedido = pedido_de(plan, apartado.cuadro)
        cruce = None if pedido else cruce_de(plan, apartado.cuadro)
        if pedido is not None:
            return FichaDeCuadro(plan, nodo.lugar, apartado.cuadro, pedido)
        if cruce is not None:
            return FichaDeCruce(plan, nodo.lugar, apartado.cuadro, cruce, de_donde.unidades)
        return FichaQuieta("Cuadro", _DE_OTRA_CLASE)
    if apartado.clase == "firmas":
        return FichaDeFirmas(nodo.lugar, apartado, de_donde.puestos)
    if apartado.clase == "renglones":
        return FichaQuieta("Lo que se anota", _ANOTADO)
    return FichaQuieta("Lista", _DE_INFORME)
