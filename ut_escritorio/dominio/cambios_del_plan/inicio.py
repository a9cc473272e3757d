"""Empezar con el plan que trae el programa: qué se propone y cómo queda sin nada de su gente ni de su año."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from ut_escritorio.dominio.cambios_del_plan.poda import parte_de
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.cambios import con_ocupante, con_papel, con_vacante, papel_en
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Logo
from ut_escritorio.dominio.oficina.firmantes import cargo_conocido
from ut_escritorio.dominio.oficina.relevos import Relevo, relevado
from ut_escritorio.dominio.periodos import Trimestre, trimestre_de
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Departamento, Plan
from ut_escritorio.dominio.plan.textos import con_textos_por

_DIAS_PARA_ENTREGAR = 15
_INICIALES = re.compile(r"[^\W\d_]{2,6}(?:[/*.-][^\W\d_]{2,6})*")
_ANIO = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@congelado
class QuienFirma:
    """El rótulo de una firma, el puesto que firma y quién lo ocupa."""

    puesto: str
    rotulo: str
    nombre: str = ""
    cargo: str = ""


@congelado
class Inicio:
    """Con qué se empieza; `logos` vacío son los que trae el plan, y `componentes`, los que ella captura.

    `en_blanco`: ninguno, porque arma el suyo; quedan los departamentos, con sus oficios de remisión.
    """

    trimestre: Trimestre
    firmas: tuple[QuienFirma, ...]
    componentes: frozenset[str]
    leyenda: str = ""
    administracion: tuple[str, ...] = ()
    logos: tuple[Logo, ...] = ()
    en_blanco: bool = False


def trimestre_por_el_reloj(hoy: date) -> Trimestre:
    """El que toca capturar: el de hoy o, en los primeros días, el que acaba de terminar y se entrega."""
    actual = trimestre_de(hoy)
    recien_empezado = (hoy - actual.primer_dia).days < _DIAS_PARA_ENTREGAR
    return actual.anterior if recien_empezado else actual


def propuesta(plan: Plan, catalogo: Catalogo, hoy: date) -> Inicio:
    """Lo que se propone: el trimestre del reloj y los cargos y componentes de quien elabora en el plan."""
    firmas = {f.puesto: f.rotulo for a in plan.portada for f in a.firmantes}
    de_quien_elabora = {d.clave for d in plan.departamentos if d.puesto in tuple(firmas)[:1]}
    suyos = frozenset(c.clave for c in plan.componentes if c.departamento in de_quien_elabora)
    papel = papel_en(catalogo, date(plan.ejercicio, 12, 31))
    return Inicio(
        trimestre_por_el_reloj(hoy),
        tuple(QuienFirma(p, rotulo, "", cargo_conocido(catalogo, p)) for p, rotulo in firmas.items()),
        suyos,
        administracion=tuple(renglon for renglon in papel.administracion if not _ANIO.search(renglon)),
        logos=papel.logos,
    )


def cargo_de_quien_elabora(plan: Plan, catalogo: Catalogo, componentes: Collection[str]) -> str:
    """El que en el plan lleva quien encabeza el departamento del primero de esos componentes."""
    puestos = _encabezan(plan, componentes)
    return cargo_conocido(catalogo, puestos[0]) if puestos else ""


def _encabezan(plan: Plan, componentes: Collection[str]) -> list[str]:
    """Los puestos que encabezan los departamentos de esos componentes, en el orden del informe."""
    deptos = dict.fromkeys(c.departamento for c in plan.componentes if c.clave in componentes)
    return [plan.departamento[clave].puesto for clave in deptos if clave in plan.departamento]


def plan_de_inicio(plan: Plan, inicio: Inicio, relevos: Iterable[Relevo]) -> Plan:
    """El plan, con solo sus componentes, para su año: sin leyenda ni metas de otro."""
    trimestre = inicio.trimestre
    suya = parte_de(plan, () if inicio.en_blanco else inicio.componentes)
    if inicio.en_blanco:
        suya = replace(suya, departamentos=plan.departamentos)
    parte = con_textos_por(suya, lambda texto: relevado(texto, relevos, trimestre.ultimo_dia))
    return replace(
        parte,
        clave=clave_para(plan, trimestre.ejercicio),
        ejercicio=trimestre.ejercicio,
        leyenda=inicio.leyenda.strip(),
        departamentos=tuple(sin_iniciales(depto) for depto in parte.departamentos),
        componentes=tuple(sin_metas(componente) for componente in parte.componentes),
    )


def clave_para(plan: Plan, ejercicio: int) -> str:
    """La clave del plan de otro año: la misma, con ese año en vez del suyo."""
    raiz = plan.clave.replace(str(plan.ejercicio), "").strip("-")
    return f"{raiz}-{ejercicio}"


def sin_metas(componente: Componente) -> Componente:
    """El componente, con sus actividades sin programar."""
    actividades: tuple[Actividad, ...] = tuple(
        replace(a, programado={}, propuesto={}) for a in componente.actividades
    )
    return replace(componente, actividades=actividades)


def sin_iniciales(depto: Departamento) -> Departamento:
    """El departamento, sin las iniciales de quien en otra oficina escribió su oficio."""
    if depto.oficio is None:
        return depto
    copias = tuple(copia for copia in depto.oficio.copias if not _INICIALES.fullmatch(copia.strip()))
    return replace(depto, oficio=replace(depto.oficio, copias=copias))


def catalogo_de_inicio(plan: Plan, catalogo: Catalogo, inicio: Inicio) -> Catalogo:
    """Solo su gente, su membrete y las unidades que existen ese trimestre.

    Quien elabora ocupa también los puestos de los departamentos suyos que no firman la portada: en el
    primero, con el cargo que dijo; en los demás, con el que el plan les conoce. El cargo que va sin
    nombre, escrito o dejado como se propuso, se recuerda en su puesto, que queda vacante.
    """
    dia = inicio.trimestre.primer_dia
    papel = papel_en(catalogo, dia)
    vivas = tuple(u for u in catalogo.unidades if u.hasta is None or u.hasta >= dia)
    limpio = con_papel(Catalogo(unidades=vivas), None, inicio.administracion, inicio.logos, papel.pie)
    for firma in inicio.firmas:
        for puesto in (firma.puesto, *_puestos_sin_firma(plan, inicio, firma)):
            suyo = puesto in (firma.puesto, *_encabezan(plan, inicio.componentes)[:1])
            cargo = firma.cargo if suyo else cargo_conocido(catalogo, puesto) or firma.cargo
            if firma.nombre.strip():
                limpio = con_ocupante(limpio, puesto, firma.nombre, cargo)
            else:
                limpio = con_vacante(limpio, puesto, cargo)
    return limpio


def _puestos_sin_firma(plan: Plan, inicio: Inicio, firma: QuienFirma) -> Collection[str]:
    """Si la firma es de quien elabora, los puestos de sus departamentos que nadie más ocupa."""
    if firma != inicio.firmas[0]:
        return ()
    firman = {f.puesto for f in inicio.firmas}
    return [puesto for puesto in _encabezan(plan, inicio.componentes) if puesto not in firman]
