"""Lo que debe cuadrar: qué números se comparan, cómo, y el aviso que se lee si no."""

from __future__ import annotations

from dataclasses import replace

from ut_escritorio.dominio.oficina.cambios import clave_nueva
from ut_escritorio.dominio.plan.alcances import faltas_de_concordancia
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cifras import Concordancia
from ut_escritorio.errores import ValorInvalido


def con_cuadre(plan: Plan, dicho: Concordancia) -> Plan:
    """El plan con algo más que debe cuadrar, al final; su clave sale de lo que se compara."""
    usadas = {cada.clave for cada in plan.concordancias}
    nombre = " ".join(dicho.izquierda) or "cuadre"
    nuevo = replace(_revisado(plan, dicho), clave=clave_nueva(nombre, usadas))
    return replace(plan, concordancias=(*plan.concordancias, nuevo))


def con_otro_cuadre(plan: Plan, dicho: Concordancia) -> Plan:
    """El plan con eso, por su clave, comparado de otra manera."""
    nuevo = _revisado(plan, dicho)
    return replace(
        plan, concordancias=tuple(nuevo if c.clave == dicho.clave else c for c in plan.concordancias)
    )


def sin_cuadre(plan: Plan, clave: str) -> Plan:
    """El plan sin que eso deba cuadrar."""
    return replace(plan, concordancias=tuple(c for c in plan.concordancias if c.clave != clave))


def _revisado(plan: Plan, dicho: Concordancia) -> Concordancia:
    if not dicho.izquierda or not dicho.derecha:
        raise ValorInvalido("Falta decir qué números se comparan. Escoja uno de cada lado.")
    if not dicho.mensaje.strip():
        raise ValorInvalido("Falta el aviso que se lee si no cuadra.")
    if dicho.izquierda == dicho.derecha and not dicho.izquierda_por_sexo:
        raise ValorInvalido("Es el mismo número de los dos lados. Escoja otro, o compárelo contra sus sexos.")
    if faltas_de_concordancia(dicho, plan.cifra):
        raise ValorInvalido(
            "De esos números no se sabe lo que se quiere comparar, mes por mes o por sexo. Compárelos por "
            "trimestre, o escoja otros."
        )
    return replace(dicho, mensaje=dicho.mensaje.strip())
