"""La parte de un plan que es de unos componentes: lo que se imprime de ellos y lo que para eso se cuenta."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from ut_escritorio.dominio.cifras import Cifra, Contada, Formula
from ut_escritorio.dominio.contexto import cifras_citadas
from ut_escritorio.dominio.patrones import campos_de
from ut_escritorio.dominio.plan import Apartado, Mosaico, Plan
from ut_escritorio.dominio.tabla import cifras_de
from ut_escritorio.dominio.textos_del_plan import textos_de

_EN_EL_TABLERO = 5


def parte_de(plan: Plan, componentes: Collection[str]) -> Plan:
    """El plan con solo esos componentes, sus departamentos y lo que ellos cuentan y deben cuadrar.

    La portada y la última hoja siguen como estaban: son del informe entero. Si nada de lo que enseñaba el
    Tablero es de ellos, enseña sus primeros números.
    """
    suyos = tuple(c for c in plan.componentes if c.clave in componentes)
    deptos = {c.departamento for c in suyos}
    corto = replace(
        plan,
        componentes=suyos,
        departamentos=tuple(d for d in plan.departamentos if d.clave in deptos),
        concordancias=(),
        mosaicos=(),
    )
    cuadros = {apartado.cuadro for apartado in _apartados(corto)}
    corto = replace(corto, cuadros=tuple(c for c in plan.cuadros if c.clave in cuadros))
    usadas = _con_las_suyas(plan, _citadas(corto))
    posibles = usadas | {cifra.clave for cifra in plan.cifras if _se_cuenta_aqui(cifra, corto)}
    siguen = {clave for clave in posibles if _con_las_suyas(plan, {clave}) <= posibles}
    cifras = tuple(c for c in plan.cifras if c.clave in siguen)
    del_tablero = tuple(m for m in plan.mosaicos if m.cifra in siguen)
    return replace(
        corto,
        cifras=cifras,
        concordancias=tuple(c for c in plan.concordancias if {*c.izquierda, *c.derecha} <= siguen),
        mosaicos=del_tablero or tuple(Mosaico(c.clave, c.nombre) for c in cifras[:_EN_EL_TABLERO]),
    )


def _apartados(plan: Plan) -> Iterator[Apartado]:
    yield from (*plan.portada, *plan.ultima)
    for departamento in plan.departamentos:
        yield from (*departamento.apartados, *departamento.al_final)
    for lugar in plan.lugares():
        yield from lugar.apartados


def _citadas(plan: Plan) -> set[str]:
    """Las cifras que se leen en los cuadros y en los textos."""
    de_cuadros = {clave for cuadro in plan.cuadros for clave in cifras_de(cuadro)}
    campos = (campo for texto in textos_de(plan) if texto.es_patron for campo in campos_de(texto.texto))
    return de_cuadros | {clave for campo in campos for clave, _ in cifras_citadas(campo)}


def _con_las_suyas(plan: Plan, claves: set[str]) -> set[str]:
    """Esas cifras y las que entran en sus fórmulas."""
    todas: set[str] = set()
    pendientes = list(claves)
    while pendientes:
        clave = pendientes.pop()
        if clave not in todas and clave in plan.cifra:
            todas.add(clave)
            fuente = plan.cifra[clave].fuente
            if isinstance(fuente, Formula):
                pendientes += [*fuente.suma, *fuente.resta]
    return todas


def _se_cuenta_aqui(cifra: Cifra, plan: Plan) -> bool:
    """Si se cuenta de renglones de estos lugares, o es la suma de otras que sí."""
    match cifra.fuente:
        case Contada(lugares=lugares):
            return bool(lugares) and all(lugar in plan.lugar for lugar in lugares)
        case Formula():
            return True
        case _:
            return False
