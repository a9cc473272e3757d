"""Lo que se imprime: agregar un título, un texto, un cierre o unas firmas donde van, y acomodarlos."""

from __future__ import annotations

from dataclasses import replace

from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Acomodado
from ut_escritorio.dominio.cambios_del_plan.armado.en_su_lugar import (
    bloques_de,
    casa_del_bloque,
    clave_libre,
    con_bloques,
    donde_va,
)
from ut_escritorio.dominio.cambios_del_plan.un_sitio import sitio_de_junto
from ut_escritorio.dominio.impreso.menciones import conocidos_de, revisor
from ut_escritorio.dominio.plan.apartados import Apartado, ClaseDeApartado, Firmante, que_imprime
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.errores import ValorInvalido


def con_bloque(plan: Plan, casa: str, clase: ClaseDeApartado, texto: str = "", tras: str = "") -> Plan:
    """El plan con un título, un texto, un cierre o el sitio de lo que se anota, tras el bloque `tras`.

    ValorInvalido si está vacío, si así no se podría imprimir, o si lo que se anota ya tiene su sitio.
    """
    if clase == "renglones" and plan.admite_renglones(casa):
        raise ValorInvalido("Lo que aquí se anota ya tiene su lugar. Muévalo adonde deba imprimirse.")
    if clase != "renglones" and not texto.strip():
        raise ValorInvalido("Está vacío. Escriba lo que debe imprimirse.")
    nuevo = Apartado(clave_libre(plan, casa), clase, texto.strip())
    return _que_se_imprime(con_apartado(plan, casa, nuevo, tras), casa, nuevo)


def con_firmas(
    plan: Plan, casa: str, firmantes: tuple[Firmante, ...], antes: str, clave: str = "", tras: str = ""
) -> Plan:
    """El plan con unas firmas ahí, tras el bloque `tras`, o las de esa clave dichas así.

    ValorInvalido si nadie firma, si alguien firma dos veces o si lo de antes no se podría imprimir.
    """
    puestos = [firmante.puesto for firmante in firmantes]
    if not puestos:
        raise ValorInvalido("Falta decir quién firma.")
    if len({*puestos}) < len(puestos):
        raise ValorInvalido("Hay dos firmas de la misma persona. Escoja otra, o quite una.")
    nuevas = Apartado(clave or clave_libre(plan, casa), "firmas", antes.strip(), firmantes=firmantes)
    if not clave:
        return _que_se_imprime(con_apartado(plan, casa, nuevas, tras), casa, nuevas)
    puestas = con_bloques(plan, casa, lambda suyos: tuple(nuevas if a.clave == clave else a for a in suyos))
    return _que_se_imprime(puestas, casa, nuevas)


def con_apartado(plan: Plan, casa: str, nuevo: Apartado, tras: str = "") -> Plan:
    """El plan con ese bloque tras otro; si no se dice tras cuál, al final, antes de lo que se anota."""
    suyos = bloques_de(plan, casa)
    claves = [apartado.clave for apartado in suyos]
    sitio = len(suyos) - (bool(suyos) and suyos[-1].clase == "renglones")
    if tras in claves:
        sitio = claves.index(tras) + 1
    return con_bloques(plan, casa, lambda estos: (*estos[:sitio], nuevo, *estos[sitio:]))


def con_bloque_un_sitio(plan: Plan, clave: str, hacia: int) -> Plan:
    """El plan con un bloque un sitio más arriba (-1) o más abajo (1) de lo que ahí se imprime."""
    casa = casa_del_bloque(plan, clave)
    orillas = "lo primero que aquí se imprime", "lo último que aquí se imprime"
    sitio = sitio_de_junto(bloques_de(plan, casa), clave, hacia, orillas)
    return con_bloque_en(plan, clave, casa, sitio).plan


def con_bloque_en(plan: Plan, clave: str, casa: str, sitio: int) -> Acomodado:
    """El plan con un bloque en otro sitio (desde 0), o en otra parte; ValorInvalido si ahí no va."""
    de = casa_del_bloque(plan, clave)
    suyo = next(apartado for apartado in bloques_de(plan, de) if apartado.clave == clave)
    nuevas: dict[str, str] = {}
    if de != casa:
        _revisar_que_cabe(plan, suyo, casa)
        nuevas = {cual: clave_libre(plan, casa) for cual in (clave, suyo.cuadro) if cual}
    hecho = Acomodado(plan, nuevas)
    puesto = replace(suyo, clave=hecho.ahora(clave), cuadro=hecho.ahora(suyo.cuadro))
    sin_el = con_bloques(plan, de, lambda suyos: tuple(a for a in suyos if a.clave != clave))
    con_el = con_bloques(sin_el, casa, lambda suyos: (*suyos[:sitio], puesto, *suyos[sitio:]))
    if de != casa:
        _que_se_imprime(con_el, casa, puesto)
    cuadros = tuple(replace(c, clave=hecho.ahora(c.clave)) for c in plan.cuadros)
    return replace(hecho, plan=replace(con_el, cuadros=cuadros))


def _revisar_que_cabe(plan: Plan, suyo: Apartado, casa: str) -> None:
    if suyo.clase == "renglones":
        raise ValorInvalido("Lo que se anota en un lugar se imprime en él. Mueva lo demás.")
    if suyo.clase == "cuadro" and casa not in plan.lugar:
        raise ValorInvalido("Un cuadro va en un componente, una actividad o un paso. Suéltelo ahí.")
    if que_imprime(suyo.clase) == "lista" or suyo.clase == "del_resumen":
        raise ValorInvalido("Eso va en su propia hoja, que se pone y se quita en Informe.")


def _que_se_imprime(plan: Plan, casa: str, nuevo: Apartado) -> Plan:
    """El plan, si lo que ese bloque dice tiene ahí todos sus datos."""
    reparos = revisor(conocidos_de(plan), donde_va(plan, casa))(nuevo.texto)
    if reparos:
        raise ValorInvalido(f"Ese texto no se podría imprimir ahí. {reparos[0]}")
    return plan
