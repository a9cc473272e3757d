"""Componentes, actividades y pasos, y lo que se imprime en ellos, como van en el texto de un plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ut_escritorio.datos.toml.escribir.cuadros import de_cuadro
from ut_escritorio.datos.toml.escribir.llano import lista, llano, tabla
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.plan.apartados import Apartado, que_imprime
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Departamento, Estilo, Lugar, Paso, Plan
from ut_escritorio.dominio.plan.cuadros import Cuadro, Molde


@congelado
class DelPlan:
    """Lo que hace falta saber del plan para escribir lo que se imprime en un lugar."""

    cuadros: Mapping[str, Cuadro]
    moldes: Mapping[str, Molde]
    estilos: Mapping[Estilo, str]

    @classmethod
    def de(cls, plan: Plan) -> DelPlan:
        """Lo de un plan."""
        return cls(plan.cuadro, {molde.clave: molde for molde in plan.moldes}, estilos_de(plan))


def estilos_de(plan: Plan) -> dict[Estilo, str]:
    """Los estilos de sus componentes, cada uno con un nombre: el archivo no guarda el que tenían."""
    nombres: dict[Estilo, str] = {}
    for componente in plan.componentes:
        if componente.estilo not in nombres:
            nombre = "pasos" if componente.estilo.paso else "actividades"
            veces = sum(usado.startswith(nombre) for usado in nombres.values())
            nombres[componente.estilo] = f"{nombre}_{veces + 1}" if veces else nombre
    return nombres


def de_componente(componente: Componente, plan: DelPlan) -> dict[str, Any]:
    """Las llaves de un componente y lo que lleva dentro."""
    suyas = [_de_actividad(actividad, plan) for actividad in componente.actividades]
    estilo = plan.estilos[componente.estilo]
    return _de_lugar(componente, componente.numero, plan, "actividades", suyas, estilo=estilo)


def _de_actividad(actividad: Actividad, plan: DelPlan) -> dict[str, Any]:
    pasos = [
        _de_lugar(paso, f"{actividad.clave}/{paso.numero}", plan, ficha=_ficha(paso))
        for paso in actividad.pasos
    ]
    return _de_lugar(actividad, actividad.numero, plan, "pasos", pasos)


def _de_lugar(
    lugar: Lugar,
    clave: str,
    plan: DelPlan,
    dentro: str = "",
    suyos: Iterable[dict[str, Any]] = (),
    **aparte: object,
) -> dict[str, Any]:
    """Las de cualquier lugar; `clave` es la que le toca por su número, y `dentro`, lo que puede llevar.

    El que no lleva nada dentro y no dice dónde van sus renglones los lleva al final: si no lleva, se dice.
    """
    suyos = list(suyos)
    if dentro and not suyos and any(apartado.clase == "renglones" for apartado in lugar.apartados):
        dentro = ""
    llaves = tabla(
        lugar,
        clave=lugar.clave if lugar.clave != clave else None,
        apartados=de_apartados(_sin_los_de_siempre(lugar, bool(dentro)), f"{lugar.clave}#", plan),
        formas=lista(lugar.formas),
        **{"actividades" if isinstance(lugar, Componente) else "pasos": None},
        **aparte,
    )
    return llaves | ({dentro: suyos} if dentro else {})


def _sin_los_de_siempre(lugar: Lugar, lleva_otros: bool) -> tuple[Apartado, ...]:
    """Los apartados; los renglones, solos, van aunque no se digan."""
    de_siempre = (Apartado(f"{lugar.clave}#1", "renglones"),)
    return () if lugar.apartados == de_siempre and not lleva_otros else lugar.apartados


def _ficha(paso: Paso) -> dict[str, Any] | None:
    return {**tabla(paso.ficha, con=None), **llano(paso.ficha.con)} if paso.ficha else None


def de_departamento(departamento: Departamento, plan: DelPlan) -> dict[str, Any]:
    """Las llaves de un departamento, con su oficio y lo que abre y cierra su parte."""
    prefijo = f"departamento:{departamento.clave}#"
    return tabla(
        departamento,
        apartados=de_apartados(departamento.apartados, prefijo, plan),
        al_final=de_apartados(departamento.al_final, f"{prefijo}final", plan),
    )


def de_apartados(apartados: Iterable[Apartado], prefijo: str, plan: DelPlan) -> list[dict[str, Any]] | None:
    """Los bloques de un lugar; la clave que les toca por su posición no se escribe. None si no hay."""
    return [_de_apartado(cada, f"{prefijo}{n}", plan) for n, cada in enumerate(apartados, 1)] or None


def _de_apartado(apartado: Apartado, clave: str, plan: DelPlan) -> dict[str, Any]:
    llaves: dict[str, Any] = {"clave": apartado.clave} if apartado.clave != clave else {}
    match que_imprime(apartado.clase):
        case "cuadro":
            llaves["cuadro"] = de_cuadro(plan.cuadros[apartado.cuadro], apartado.clave, plan.moldes)
        case "renglones":
            llaves["renglones"] = True
        case "firmas":
            llaves["firmas"] = [tabla(firmante) for firmante in apartado.firmantes]
            llaves |= {"antes": apartado.texto.split("\n")} if apartado.texto else {}
        case _:
            llaves[apartado.clase] = apartado.texto
    return llaves
