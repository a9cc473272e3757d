"""Lo que se imprime en un lugar: agregarle un título, un texto o un cierre, y acomodarlos."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Acomodado
from ut_escritorio.dominio.cambios_del_plan.armado.en_su_lugar import con_lugar
from ut_escritorio.dominio.impreso.menciones import conocidos_de, donde_esta, revisor
from ut_escritorio.dominio.plan.arbol import Apartado, ClaseDeApartado, Plan
from ut_escritorio.dominio.plan.textos import texto_en
from ut_escritorio.errores import ValorInvalido


def lugar_del_bloque(plan: Plan, clave: str) -> str:
    """La clave del lugar en que se imprime un bloque; vacía si no es de un lugar."""
    return next((x.clave for x in plan.lugares() if any(a.clave == clave for a in x.apartados)), "")


def clave_libre(plan: Plan, lugar: str) -> str:
    """Una clave de bloque de ese lugar que ninguno tenga, ni cuadro."""
    usadas = {apartado.clave for apartado in plan.apartados()} | {cuadro.clave for cuadro in plan.cuadros}
    return next(clave for n in range(1, len(usadas) + 2) if (clave := f"{lugar}#{n}") not in usadas)


def con_bloque(plan: Plan, lugar: str, clase: ClaseDeApartado, texto: str = "", tras: str = "") -> Plan:
    """El plan con un título, un texto, un cierre o el sitio de lo que se anota, tras el bloque `tras`.

    ValorInvalido si está vacío, si así no se podría imprimir, o si lo que se anota ya tiene su sitio.
    """
    if clase == "renglones" and plan.admite_renglones(lugar):
        raise ValorInvalido("Lo que aquí se anota ya tiene su lugar. Muévalo adonde deba imprimirse.")
    if clase != "renglones" and not texto.strip():
        raise ValorInvalido("Está vacío. Escriba lo que debe imprimirse.")
    nuevo = Apartado(clave_libre(plan, lugar), clase, texto.strip())
    con_el = con_apartado(plan, lugar, nuevo, tras)
    dicho = texto_en(con_el, (*con_el.ruta(lugar), "apartados", nuevo.clave, "texto"))
    reparos = revisor(conocidos_de(con_el), donde_esta(con_el, dicho))(nuevo.texto) if dicho else []
    if reparos:
        raise ValorInvalido(f"Ese texto no se podría imprimir. {reparos[0]}")
    return con_el


def con_apartado(plan: Plan, lugar: str, nuevo: Apartado, tras: str = "") -> Plan:
    """El plan con ese bloque tras otro; si no se dice tras cuál, al final, antes de lo que se anota."""
    suyos = plan.lugar[lugar].apartados
    claves = [apartado.clave for apartado in suyos]
    sitio = len(suyos) - (bool(suyos) and suyos[-1].clase == "renglones")
    if tras in claves:
        sitio = claves.index(tras) + 1
    return con_lugar(
        plan, lugar, lambda x: replace(x, apartados=(*x.apartados[:sitio], nuevo, *x.apartados[sitio:]))
    )


def con_bloque_un_sitio(plan: Plan, clave: str, hacia: int) -> Plan:
    """El plan con un bloque un sitio más arriba (-1) o más abajo (1) en su lugar."""
    lugar = lugar_del_bloque(plan, clave)
    claves = [apartado.clave for apartado in plan.lugar[lugar].apartados]
    sitio = claves.index(clave) + hacia
    if not 0 <= sitio < len(claves):
        raise ValorInvalido(f"Ya es {'lo último' if hacia > 0 else 'lo primero'} que aquí se imprime.")
    return con_bloque_en(plan, clave, lugar, sitio).plan


def con_bloque_en(plan: Plan, clave: str, lugar: str, sitio: int) -> Acomodado:
    """El plan con un bloque en otro sitio (desde 0), o en otro lugar; ValorInvalido si ahí no cabe."""
    de = lugar_del_bloque(plan, clave)
    suyo = next(apartado for apartado in plan.lugar[de].apartados if apartado.clave == clave)
    nuevas: dict[str, str] = {}
    if de != lugar:
        if suyo.clase == "renglones":
            raise ValorInvalido("Lo que se anota en un lugar se imprime en él. Mueva lo demás.")
        nuevas = {cual: clave_libre(plan, lugar) for cual in (clave, suyo.cuadro) if cual}
    hecho = Acomodado(plan, nuevas)
    puesto = replace(suyo, clave=hecho.ahora(clave), cuadro=hecho.ahora(suyo.cuadro))
    sin_el = con_lugar(plan, de, lambda x: replace(x, apartados=tuple(_sin(x.apartados, clave))))
    con_el = con_lugar(
        sin_el, lugar, lambda x: replace(x, apartados=(*x.apartados[:sitio], puesto, *x.apartados[sitio:]))
    )
    cuadros = tuple(replace(c, clave=hecho.ahora(c.clave)) for c in plan.cuadros)
    return replace(hecho, plan=replace(con_el, cuadros=cuadros))


def _sin(apartados: tuple[Apartado, ...], clave: str) -> Iterator[Apartado]:
    return (apartado for apartado in apartados if apartado.clave != clave)
