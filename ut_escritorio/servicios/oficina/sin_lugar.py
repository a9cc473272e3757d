"""Lo anotado en el año que un cambio del plan dejaría sin su lugar: por ello no se hace."""

from __future__ import annotations

from collections.abc import Collection

from ut_escritorio.datos.filas.cambios_del_plan import datos_escritos, leer_usos
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Acomodado
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.errores import ErrorEsperado


def revisar_que_nada_se_queda_sin_lugar(legajo: Legajo, hecho: Acomodado) -> None:
    """ErrorEsperado, con qué es y qué hacer, si algo anotado nombra lo que el cambio quita."""
    plan, usos = legajo.guardado.plan, leer_usos(legajo)
    quedan = {*hecho.plan.lugar, *hecho.plan.cifra}
    idos = sorted(c for que, c in usos if que in ("lugar", "cifra") and hecho.ahora(c) not in quedan)
    if idos:
        raise ErrorEsperado(
            f"No se puede quitar: este año ya hay algo anotado en {_donde(plan, idos)}. "
            "Si solo este trimestre no toca, marque «No tocó este trimestre»."
        )
    _revisar_frases(plan, hecho, [clave for que, clave in usos if que == "forma"])
    for que, clave in usos:
        if que == "medio" and clave not in hecho.plan.medio:
            raise ErrorEsperado(
                f"No se puede quitar: este año hay cosas anotadas que fueron por {plan.medio[clave].frase}."
            )
        if que == "departamento" and clave not in hecho.plan.departamento:
            raise ErrorEsperado(
                "No se puede quitar: este año ya tiene su oficio de remisión, con número o fecha."
            )
    _revisar_datos(legajo, hecho)


def _revisar_frases(plan: Plan, hecho: Acomodado, usadas: Collection[str]) -> None:
    quedan = {(lugar.clave, forma.clave) for lugar in hecho.plan.lugares() for forma in lugar.formas}
    for usada in usadas:
        lugar, _, forma = usada.rpartition(" ")
        if (hecho.ahora(lugar), forma) not in quedan:
            nombre = next(cada.nombre for cada in plan.lugar[lugar].formas if cada.clave == forma)
            raise ErrorEsperado(
                f"No se puede quitar: este año hay renglones que se dicen con la frase «{nombre}». "
                "Escoja otra en ellos, y luego quítela."
            )


def _revisar_datos(legajo: Legajo, hecho: Acomodado) -> None:
    """Que ninguna frase que se queda deje de pedir un dato que ya se escribió."""
    plan = legajo.guardado.plan
    idos = [
        (lugar.clave, campo)
        for lugar in plan.lugares()
        if (sigue := hecho.plan.lugar.get(hecho.ahora(lugar.clave)))
        for forma in lugar.formas
        for campo in forma.campos
        if any(
            f.clave == forma.clave and campo.clave not in {c.clave for c in f.campos} for f in sigue.formas
        )
    ]
    escritos = datos_escritos(legajo) if idos else ()
    for lugar, campo in idos:
        if any(
            clave == campo.clave and lugar in {x.clave for x in plan.cadena[en]} for en, clave in escritos
        ):
            raise ErrorEsperado(
                f"No se puede dejar de pedir «{campo.etiqueta}»: este año ya se escribió en lo anotado ahí. "
                "Bórrelo antes en sus renglones."
            )


def _donde(plan: Plan, claves: Collection[str]) -> str:
    return lista(
        [f"«{plan.cifra[c].nombre}»" if c in plan.cifra else f"«{plan.lugar[c].nombre}»" for c in claves]
    )
