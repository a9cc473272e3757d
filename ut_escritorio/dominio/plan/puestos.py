"""Los puestos que un plan nombra, y cómo se le dice cada uno a quien no sabe su clave."""

from __future__ import annotations

from collections.abc import Mapping

from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.oficina.firmantes import cargo_conocido
from ut_escritorio.dominio.plan.arbol import Plan


def puesto_por_nombrar(departamento: str) -> str:
    """El de quien encabeza un departamento nuevo, mientras en la oficina no se dice quién es."""
    return f"encabeza_{departamento}"


def puestos_de(plan: Plan) -> Mapping[str, str]:
    """Los puestos que el plan nombra, con el rótulo de su firma en la portada si lo tienen."""
    de_portada = {f.puesto: f.rotulo for apartado in plan.portada for f in apartado.firmantes}
    return {**{d.puesto: "" for d in plan.departamentos}, **de_portada}


def como_se_llaman(plan: Plan, catalogo: Catalogo) -> tuple[tuple[str, str], ...]:
    """Cada puesto que firma o al que se dirige algo, con el cargo que se le conoce o lo que firma."""
    de_unidades = {unidad.clave for unidad in catalogo.unidades}
    del_catalogo = (n.puesto for n in catalogo.nombramientos if n.puesto not in de_unidades)
    firman = (f.puesto for apartado in plan.apartados() for f in apartado.firmantes)
    claves = dict.fromkeys((*puestos_de(plan), *firman, *del_catalogo))
    return tuple((clave, como_se_llama(plan, catalogo, clave)) for clave in claves)


def como_se_llama(plan: Plan, catalogo: Catalogo, puesto: str) -> str:
    """El puesto, dicho con el último cargo que se le conoce o, si nadie lo ha ocupado, por lo que hace."""
    if conocido := cargo_conocido(catalogo, puesto) or puestos_de(plan).get(puesto):
        return conocido
    for depto in plan.departamentos:
        if puesto == depto.puesto:
            return f"Titular de {depto.nombre}"
    unidad = catalogo.unidad(puesto)
    return f"Titular de {unidad.nombre}" if unidad else _lo_que_hace(plan, puesto)


def _lo_que_hace(plan: Plan, puesto: str) -> str:
    if any(depto.oficio and depto.oficio.destinatario == puesto for depto in plan.departamentos):
        return "A quien se dirige el oficio de remisión"
    return "Quien firma"
