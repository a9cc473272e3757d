"""Un componente nuevo, en blanco o como otro; y lo que de un componente, actividad o paso se dice."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Acomodado
from ut_escritorio.dominio.cambios_del_plan.armado.claves_al_dia import con_claves_al_dia
from ut_escritorio.dominio.cambios_del_plan.armado.en_su_lugar import con_lugar
from ut_escritorio.dominio.cambios_del_plan.armado.orden import con_ese_numero, con_numero, por_numero
from ut_escritorio.dominio.cambios_del_plan.inicio import sin_metas
from ut_escritorio.dominio.cambios_del_plan.otras_claves import con_otras_claves
from ut_escritorio.dominio.cambios_del_plan.poda import parte_de
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.cambios import clave_nueva
from ut_escritorio.dominio.palabras.patrones import campos_de
from ut_escritorio.dominio.plan.apartados import Apartado, que_imprime
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Estilo, Lugar, Paso, Plan
from ut_escritorio.errores import ValorInvalido

L = TypeVar("L", Componente, Actividad, Paso)


@congelado
class Senas:
    """Lo que de un lugar se dice en su ficha; el departamento, solo de un componente."""

    numero: str
    nombre: str
    corto: str = ""
    departamento: str = ""
    estilo: Estilo = Estilo()


def senas_de(lugar: Lugar) -> Senas:
    """Las de un lugar que ya está."""
    if isinstance(lugar, Componente):
        return Senas(lugar.numero, lugar.nombre, lugar.corto, lugar.departamento, lugar.estilo)
    return Senas(lugar.numero, lugar.nombre, lugar.corto)


def con_componente_nuevo(plan: Plan, senas: Senas, como: Componente | None = None) -> Plan:
    """El plan con un componente sin actividades, en el lugar de su número; de `como` toma sus títulos."""
    clave = _revisada(plan, senas)
    titulos = (a for a in como.apartados if que_imprime(a.clase) == "encabezado") if como else ()
    apartados = tuple(Apartado(f"{clave}#{n}", a.clase, a.texto) for n, a in enumerate(titulos, 1))
    return _con(plan, _con_senas(Componente(clave, clave, "", "", apartados=apartados), senas))


def con_copia(plan: Plan, de: str, senas: Senas) -> Plan:
    """El plan con otro componente igual a uno suyo: sus actividades, cuadros y frases, sin metas ni números.

    Lo que se escribe o se cuenta en el nuevo es suyo: no se mezcla con lo de aquel.
    """
    clave = _revisada(plan, senas)
    parte = parte_de(plan, {de})
    usadas, nuevas = {*plan.cifra}, dict[str, str]()
    for cifra in parte.cifras:
        nuevas[cifra.clave] = clave_nueva(cifra.clave, usadas)
        usadas.add(nuevas[cifra.clave])
    otro = con_otras_claves(parte, nuevas)
    (era,) = otro.componentes
    copia = con_claves_al_dia(otro, (con_ese_numero(era, era.clave, clave),))
    (nuevo,) = copia.plan.componentes
    _sin_chocar(plan, copia.plan)
    avisos = {cada.clave for cada in plan.concordancias}
    propias = tuple(replace(c, clave=clave_nueva(c.clave, avisos)) for c in copia.plan.concordancias)
    return replace(
        _con(plan, _con_senas(sin_metas(nuevo), senas)),
        cifras=(*plan.cifras, *copia.plan.cifras),
        cuadros=(*plan.cuadros, *copia.plan.cuadros),
        concordancias=(*plan.concordancias, *propias),
    )


def con_senas(plan: Plan, clave: str, senas: Senas) -> Acomodado:
    """El plan con un lugar que se numera y se llama así y, si es un componente, de ese departamento."""
    _con_nombre(senas)
    numerado = Acomodado(plan)
    if senas.numero != plan.lugar[clave].numero:
        numerado = con_numero(plan, clave, senas.numero)
    return replace(
        numerado, plan=con_lugar(numerado.plan, numerado.ahora(clave), lambda lugar: _con_senas(lugar, senas))
    )


def con_actividad_o_paso(plan: Plan, en: str, senas: Senas) -> Plan:
    """El plan con una actividad al final de un componente, o un paso al final de una actividad."""
    _con_nombre(senas)
    casa, numero = plan.lugar[en], senas.numero.strip()
    clave = numero if isinstance(casa, Componente) else f"{en}/{numero}"
    if isinstance(casa, Componente) and not numero.startswith(f"{casa.numero}."):
        raise ValorInvalido(f"Las actividades de este componente empiezan con «{casa.numero}.».")
    if not numero or clave in plan.lugar:
        raise ValorInvalido(f"Ya hay otro con el número {numero}." if numero else "Falta el número.")
    apartados = (Apartado(f"{clave}#1", "renglones"),)
    if isinstance(casa, Componente):
        suyos = _nombre_aparte(clave, casa.estilo, apartados)
        nueva = _con_senas(Actividad(clave, numero, "", suyos), senas)
        return con_lugar(plan, en, lambda c: replace(c, actividades=(*c.actividades, nueva)))
    paso = _con_senas(Paso(clave, numero, "", apartados), senas)
    return con_lugar(plan, en, lambda a: replace(a, pasos=(*a.pasos, paso)))


def _nombre_aparte(clave: str, estilo: Estilo, apartados: tuple[Apartado, ...]) -> tuple[Apartado, ...]:
    """Con su nombre por título, si el encabezado de su componente no lo dice."""
    if any("nombre" in campos_de(patron) for patron in (estilo.actividad, estilo.nombre_actividad)):
        return apartados
    return (Apartado(f"{clave}#nombre", "subtitulo", "{nombre}"), *apartados)


def _con_senas(lugar: L, senas: Senas) -> L:
    dicho = replace(
        lugar, numero=senas.numero.strip(), nombre=senas.nombre.strip(), corto=senas.corto.strip()
    )
    if isinstance(dicho, Componente):
        return replace(dicho, departamento=senas.departamento, estilo=senas.estilo)
    return dicho


def _con_nombre(senas: Senas) -> None:
    if not senas.nombre.strip():
        raise ValorInvalido("Falta el nombre. Escríbalo como debe imprimirse.")


def _revisada(plan: Plan, senas: Senas) -> str:
    """La clave del componente nuevo, que es su número."""
    _con_nombre(senas)
    numero = senas.numero.strip()
    if not numero:
        raise ValorInvalido("Falta el número.")
    if numero in plan.lugar:
        raise ValorInvalido(f"Ya hay un componente {numero}. Escriba otro número.")
    if senas.departamento not in plan.departamento:
        raise ValorInvalido("Falta decir de qué departamento es.")
    return numero


def _sin_chocar(plan: Plan, copia: Plan) -> None:
    if {*copia.lugar, *copia.cuadro} & {*plan.lugar, *plan.cuadro}:
        raise ValorInvalido("De ese componente no se puede sacar otro igual. Agréguelo en blanco.")


def _con(plan: Plan, nuevo: Componente) -> Plan:
    """El componente va antes del primero con un número mayor."""
    sitio = next(
        (n for n, c in enumerate(plan.componentes) if por_numero(c.numero) > por_numero(nuevo.numero)),
        len(plan.componentes),
    )
    return replace(plan, componentes=(*plan.componentes[:sitio], nuevo, *plan.componentes[sitio:]))
