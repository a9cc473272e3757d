"""Por dónde llegan y se mandan las cosas: un medio nuevo, cómo se dice cada uno, y quitarlo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ut_escritorio.dominio.cambios_del_plan.un_sitio import con_una_un_sitio
from ut_escritorio.dominio.oficina.cambios import clave_nueva
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.plan.arbol import Actividad, Medio, Plan
from ut_escritorio.dominio.plan.cifras import Contada
from ut_escritorio.dominio.plan.lugares import donde
from ut_escritorio.errores import ValorInvalido


def con_medio(plan: Plan, dicho: Medio) -> Plan:
    """El plan con un medio más, al final; su clave sale de cómo se dice."""
    nuevo = _revisado(plan, dicho)
    return replace(plan, medios=(*plan.medios, replace(nuevo, clave=clave_nueva(nuevo.frase, plan.medio))))


def con_otro_medio(plan: Plan, dicho: Medio) -> Plan:
    """El plan con el medio de esa clave dicho así."""
    nuevo = _revisado(plan, dicho)
    return replace(plan, medios=tuple(nuevo if m.clave == nuevo.clave else m for m in plan.medios))


def sin_medio(plan: Plan, clave: str) -> Plan:
    """El plan sin ese medio; ValorInvalido si algo del plan lo nombra."""
    if nombran := list(dict.fromkeys(_lo_nombran(plan, clave))):
        raise ValorInvalido(f"No se puede quitar: con él se dice o se cuenta {lista(nombran)}.")
    return replace(plan, medios=tuple(medio for medio in plan.medios if medio.clave != clave))


def con_medio_un_sitio(plan: Plan, clave: str, hacia: int) -> Plan:
    """El plan con un medio antes (-1) o después (1) del de junto: así se ofrecen al anotar."""
    orillas = "el primero de los medios", "el último de los medios"
    queda = replace(plan, medios=con_una_un_sitio(plan.medios, clave, hacia, orillas))
    if queda.medio_con_folio != plan.medio_con_folio:
        raise ValorInvalido(
            "El primero que lleva número es el de los oficios de la oficina, y con él se sigue su serie: no "
            "puede quedar otro antes."
        )
    return queda


def _revisado(plan: Plan, dicho: Medio) -> Medio:
    frase = dicho.frase.strip()
    if not frase:
        raise ValorInvalido("Falta decir cómo se llama el medio: oficio, correo electrónico.")
    if any(m.frase.casefold() == frase.casefold() and m.clave != dicho.clave for m in plan.medios):
        raise ValorInvalido("Ya hay un medio que se llama así.")
    unidad = dicho.unidad
    uno = unidad.singular.strip() or frase
    return replace(
        dicho, frase=frase, unidad=replace(unidad, singular=uno, plural=unidad.plural.strip() or uno)
    )


def _lo_nombran(plan: Plan, clave: str) -> Iterator[str]:
    """En palabras, cada cosa del plan que lo nombra."""
    for lugar in plan.lugares():
        yield from (f"la frase «{f.nombre}»" for f in lugar.formas if clave in f.medios)
        fichas = (paso.ficha for paso in lugar.pasos) if isinstance(lugar, Actividad) else ()
        if any(ficha and ficha.medio == clave for ficha in fichas):
            yield f"lo de {donde(plan, lugar.clave)}"
    for cifra in plan.cifras:
        cuentas = (cifra.fuente, cifra.contraste)
        if any(isinstance(cuenta, Contada) and clave in cuenta.medios for cuenta in cuentas):
            yield f"«{cifra.nombre}»"
    for cuadro in plan.cuadros:
        bandas = (*cuadro.filas, *cuadro.columnas)
        if any(banda.campo == "medio" and clave in banda.valores for banda in bandas):
            yield f"el cuadro «{cuadro.titulo or cuadro.esquina}»"
    yield from (f"«{ficha.titulo}»" for ficha in plan.programa.fichas if clave in ficha.medios)
