"""La parte de un plan que queda al quitarle lugares: lo que se imprime y lo que para eso se cuenta."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from ut_escritorio.dominio.palabras.patrones import campos_de, cifras_citadas
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Mosaico, Plan
from ut_escritorio.dominio.plan.cifras import Cifra, Contada, de_que_sale
from ut_escritorio.dominio.plan.cuadros import cifras_de
from ut_escritorio.dominio.plan.textos import textos_de

_EN_EL_TABLERO = 5


def parte_de(plan: Plan, componentes: Collection[str]) -> Plan:
    """El plan con solo esos componentes, sus departamentos y lo que ellos cuentan y deben cuadrar.

    La portada y la última hoja siguen como estaban: son del informe entero. Si nada de lo que enseñaba el
    Tablero es de ellos, enseña sus primeros números.
    """
    suyos = tuple(c for c in plan.componentes if c.clave in componentes)
    deptos = {c.departamento for c in suyos}
    departamentos = tuple(d for d in plan.departamentos if d.clave in deptos)
    parte = podado(plan, replace(plan, componentes=suyos, departamentos=departamentos))
    del_tablero = tuple(Mosaico(c.clave, c.nombre) for c in parte.cifras[:_EN_EL_TABLERO])
    return replace(parte, mosaicos=parte.mosaicos or del_tablero)


def podado(entero: Plan, quedan: Plan) -> Plan:
    """El plan del que se quitaron lugares, sin los cuadros, números, avisos y mosaicos que eran de ellos."""
    cuadros = {apartado.cuadro for apartado in _apartados(quedan)}
    quedan = replace(quedan, cuadros=tuple(c for c in quedan.cuadros if c.clave in cuadros))
    hacen_falta = _con_las_suyas(quedan, _citadas(quedan))
    se_fueron = {c.clave for c in quedan.cifras if _se_contaba_alla(c, quedan)}
    se_fueron = (se_fueron | _citadas(entero)) - hacen_falta
    siguen = {c.clave for c in quedan.cifras if not _con_las_suyas(quedan, {c.clave}) & se_fueron}
    return replace(
        quedan,
        cifras=tuple(_sin_lugares_idos(c, quedan) for c in quedan.cifras if c.clave in siguen),
        concordancias=tuple(c for c in quedan.concordancias if {*c.izquierda, *c.derecha} <= siguen),
        mosaicos=tuple(m for m in quedan.mosaicos if m.cifra in siguen),
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
    """Esas cifras y las de que se calculan."""
    todas: set[str] = set()
    pendientes = list(claves)
    while pendientes:
        clave = pendientes.pop()
        if clave not in todas and clave in plan.cifra:
            todas.add(clave)
            pendientes += de_que_sale(plan.cifra[clave].fuente)
    return todas


def _se_contaba_alla(cifra: Cifra, plan: Plan) -> bool:
    """Si se contaba de renglones de lugares que ya no hay."""
    lugares = cifra.fuente.lugares if isinstance(cifra.fuente, Contada) else ()
    return bool(lugares) and not any(lugar in plan.lugar for lugar in lugares)


def _sin_lugares_idos(cifra: Cifra, plan: Plan) -> Cifra:
    fuente, contraste = cifra.fuente, cifra.contraste
    if isinstance(fuente, Contada):
        fuente = _de_los_que_hay(fuente, plan)
    if isinstance(contraste, Contada) and contraste.lugares:
        contraste = _de_los_que_hay(contraste, plan)
        contraste = contraste if contraste.lugares else None
    return replace(cifra, fuente=fuente, contraste=contraste)


def _de_los_que_hay(cuenta: Contada, plan: Plan) -> Contada:
    return replace(cuenta, lugares=tuple(lugar for lugar in cuenta.lugares if lugar in plan.lugar))
