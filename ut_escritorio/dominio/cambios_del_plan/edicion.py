"""Cambiar el plan en su lugar: agregar o quitar un renglón impreso, un paso o una actividad."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from ut_escritorio.dominio.cambios_del_plan.poda import podado
from ut_escritorio.dominio.impreso.menciones import conocidos_de, donde_esta, revisor
from ut_escritorio.dominio.palabras.patrones import escrito_tal_cual
from ut_escritorio.dominio.plan.apartados import LISTAS, Apartado, ClaseDeLista
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Departamento, Paso, Plan, Ruta
from ut_escritorio.dominio.plan.textos import con_texto, texto_en
from ut_escritorio.errores import ValorInvalido

Apartados = tuple[Apartado, ...]
_DE_SUS_HOJAS = (*LISTAS, "del_resumen")


def con_otro_texto(plan: Plan, ruta: Ruta, texto: str) -> Plan:
    """El plan con un texto dicho de otra manera; ValorInvalido si así no se podría imprimir."""
    if not texto.strip():
        raise ValorInvalido("Está vacío. Para quitarlo, use «Ya no va este año».")
    actual = texto_en(plan, ruta)
    if actual is not None and actual.es_patron:
        problemas = revisor(conocidos_de(plan), donde_esta(plan, actual))
        ya_estaban = problemas(actual.texto)
        nuevos = [problema for problema in problemas(texto) if problema not in ya_estaban]
        if nuevos:
            raise ValorInvalido(f"Ese texto no se podría imprimir. {nuevos[0]}")
    return con_texto(plan, ruta, texto)


def con_parrafo(plan: Plan, tras: str, texto: str) -> Plan:
    """El plan con un párrafo impreso debajo del apartado de esa clave; ValorInvalido si está vacío."""
    if not texto.strip():
        raise ValorInvalido("El renglón está vacío. Escriba lo que debe imprimirse.")

    def con_el(apartados: Apartados) -> Apartados:
        claves = [a.clave for a in apartados]
        if tras not in claves:
            return apartados
        donde = claves.index(tras) + 1
        en_el_resumen = apartados[donde - 1].clase in ("resumen", "del_resumen")
        clase = "del_resumen" if en_el_resumen else "parrafo"
        nuevo = Apartado(_libre(tras, _claves(plan)), clase, escrito_tal_cual(texto.strip()))
        return (*apartados[:donde], nuevo, *apartados[donde:])

    return _con_apartados(plan, con_el)


def con_lista(plan: Plan, clase: ClaseDeLista, titulo: str) -> Plan:
    """El plan con el índice tras la portada, u otra lista antes de la última firma; si ya va, igual."""
    if any(apartado.clase == clase for apartado in plan.apartados()):
        return plan
    if clase == "indice":
        return replace(
            plan, portada=(*plan.portada, Apartado(_libre("portada#1", _claves(plan)), clase, titulo))
        )
    nueva = Apartado(_libre("ultima#1", _claves(plan)), clase, titulo)
    if clase == "resumen" and any(apartado.clase == "del_resumen" for apartado in plan.ultima):
        van_antes = [apartado.clase for apartado in plan.ultima].index("del_resumen")
    else:
        van_antes = sum(apartado.clase in _DE_SUS_HOJAS for apartado in plan.ultima)
    return replace(plan, ultima=(*plan.ultima[:van_antes], nueva, *plan.ultima[van_antes:]))


def con_frases_del_resumen(plan: Plan, frases: Iterable[str]) -> Plan:
    """El plan con esas frases bajo su resumen; si ya tiene las suyas, igual."""
    clases = [apartado.clase for apartado in plan.ultima]
    if "resumen" not in clases or "del_resumen" in clases:
        return plan
    donde, usadas = clases.index("resumen") + 1, _claves(plan)
    nuevas: list[Apartado] = []
    for frase in frases:
        nuevas.append(Apartado(_libre("ultima#1", usadas), "del_resumen", frase))
        usadas = {*usadas, nuevas[-1].clave}
    return replace(plan, ultima=(*plan.ultima[:donde], *nuevas, *plan.ultima[donde:]))


def sin_lista(plan: Plan, clase: ClaseDeLista) -> Plan:
    """El plan sin esa lista; las frases de un resumen se quedan por si vuelve, y sin él no se imprimen."""
    return _con_apartados(plan, lambda apartados: tuple(a for a in apartados if a.clase != clase))


def sin_apartado(plan: Plan, clave: str) -> Plan:
    """El plan sin ese apartado y, si era un cuadro, sin lo que solo él contaba."""
    return podado(
        plan, _con_apartados(plan, lambda apartados: tuple(a for a in apartados if a.clave != clave))
    )


def sin_lugar(plan: Plan, clave: str) -> Plan:
    """El plan sin ese componente, actividad o paso y sin lo que solo ahí se contaba."""

    def de(actividad: Actividad) -> Actividad:
        return replace(actividad, pasos=tuple(p for p in actividad.pasos if p.clave != clave))

    componentes = tuple(
        replace(c, actividades=tuple(de(a) for a in c.actividades if a.clave != clave))
        for c in plan.componentes
        if c.clave != clave
    )
    return podado(plan, replace(plan, componentes=componentes))


def con_paso(plan: Plan, actividad: str, nombre: str) -> Plan:
    """El plan con un paso más al final de una actividad, donde se anotan renglones."""
    if not nombre.strip():
        raise ValorInvalido("Falta el nombre del paso. Escríbalo como debe imprimirse.")

    def con_el(suya: Actividad) -> Actividad:
        if suya.clave != actividad:
            return suya
        usados = {paso.numero for paso in suya.pasos}
        numero = next(str(n) for n in range(len(usados) + 1, 2 * len(usados) + 3) if str(n) not in usados)
        clave = f"{actividad}/{numero}"
        nuevo = Paso(clave, numero, nombre.strip(), (Apartado(f"{clave}#1", "renglones"),))
        return replace(suya, pasos=(*suya.pasos, nuevo))

    return _con_actividades(plan, con_el)


def con_programado(plan: Plan, actividad: str, trimestre: int, valor: Decimal | None) -> Plan:
    """El plan con el % programado de una actividad en un trimestre; None: no se sabe.

    Lo que el año anterior proponía ahí ya no se propone.
    """

    def con_el(suya: Actividad) -> Actividad:
        if suya.clave != actividad:
            return suya
        otros, propuesto = _sin(suya.programado, trimestre), _sin(suya.propuesto, trimestre)
        programado = otros if valor is None else {**otros, trimestre: valor}
        return replace(suya, programado=programado, propuesto=propuesto)

    return _con_actividades(plan, con_el)


def con_metas_confirmadas(plan: Plan, trimestres: Collection[int]) -> Plan:
    """El plan con lo propuesto de esos trimestres ya programado, y nada más que se proponga.

    Lo que ella programó queda como lo dijo.
    """

    def con_las_suyas(suya: Actividad) -> Actividad:
        suyas = {numero: cuanto for numero, cuanto in suya.propuesto.items() if numero in trimestres}
        return replace(suya, programado={**suyas, **suya.programado}, propuesto={})

    return _con_actividades(plan, con_las_suyas)


def _sin(metas: Mapping[int, Decimal], trimestre: int) -> dict[int, Decimal]:
    return {numero: cuanto for numero, cuanto in metas.items() if numero != trimestre}


def _con_actividades(plan: Plan, cambio: Callable[[Actividad], Actividad]) -> Plan:
    """El plan con cada una de sus actividades pasada por un cambio."""
    return replace(
        plan,
        componentes=tuple(
            replace(c, actividades=tuple(map(cambio, c.actividades))) for c in plan.componentes
        ),
    )


def _con_apartados(plan: Plan, cambio: Callable[[Apartados], Apartados]) -> Plan:
    """El plan con todos sus apartados, los de cada cosa de la que cuelgan, pasados por un cambio."""
    return replace(
        plan,
        portada=cambio(plan.portada),
        ultima=cambio(plan.ultima),
        departamentos=tuple(_de_departamento(d, cambio) for d in plan.departamentos),
        componentes=tuple(_de_componente(c, cambio) for c in plan.componentes),
    )


def _de_departamento(d: Departamento, cambio: Callable[[Apartados], Apartados]) -> Departamento:
    return replace(d, apartados=cambio(d.apartados), al_final=cambio(d.al_final))


def _de_componente(c: Componente, cambio: Callable[[Apartados], Apartados]) -> Componente:
    actividades = tuple(
        replace(
            a,
            apartados=cambio(a.apartados),
            pasos=tuple(replace(p, apartados=cambio(p.apartados)) for p in a.pasos),
        )
        for a in c.actividades
    )
    return replace(c, apartados=cambio(c.apartados), actividades=actividades)


def _claves(plan: Plan) -> set[str]:
    return {apartado.clave for apartado in plan.apartados()}


def _libre(junto_a: str, usadas: set[str]) -> str:
    """Una clave de apartado del mismo lugar que nadie tenga."""
    raiz = junto_a.partition("#")[0]
    return next(clave for n in range(1, len(usadas) + 2) if (clave := f"{raiz}#{n}") not in usadas)
