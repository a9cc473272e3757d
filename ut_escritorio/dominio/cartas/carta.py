"""Una carta como ella la deja: su plantilla, sus datos y lo que escribió a mano."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from types import MappingProxyType

from ut_escritorio.dominio.cartas.plantilla import PlantillaDeCarta
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.puestos import puestos_de


@congelado
class Carta:
    """Lo que se le pone a una carta; su número, fecha, asunto y a quién va son de su oficio.

    `texto` es su cuerpo escrito a mano, un párrafo por renglón, y `sustituye` el automático que había
    entonces. `copias`, una por renglón. `firma`, el puesto de quien la firma; `ausente`, el de quien no está
    y por eso no la firma. `lugar`, dónde la dirá el informe, vacío si en ninguno. `corrige`: por qué se
    cambia una que ya se había impreso.
    """

    plantilla: str = ""
    campos: Mapping[str, str] = field(default_factory=dict[str, str])
    texto: str = ""
    sustituye: str = ""
    copias: str = ""
    iniciales: str = ""
    firma: str = ""
    ausente: str = ""
    dias: int | None = None
    lugar: str = ""
    corrige: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "campos", MappingProxyType(dict(self.campos)))

    def con_campo(self, clave: str, valor: str) -> Carta:
        """La misma con otro valor en un campo de su plantilla; vacío, sin él."""
        otros = {suya: dicho for suya, dicho in self.campos.items() if suya != clave}
        return replace(self, campos={**otros, clave: valor} if valor else otros)


def carta_nueva(plantilla: PlantillaDeCarta, plan: Plan, anterior: Carta | None = None) -> Carta:
    """Con qué empieza una carta de esa plantilla: quién firmó la última y lo que de ella se recuerda."""
    antes = anterior or Carta(firma=quien_firma(plan))
    recordados = {c: antes.campos[c] for c in plantilla.recuerda if antes.campos.get(c)}
    return Carta(
        plantilla.clave,
        recordados,
        copias="\n".join(plantilla.copias) or antes.copias,
        iniciales=antes.iniciales,
        firma=antes.firma or quien_firma(plan),
        dias=plantilla.dias,
    )


def donde_se_dijo(plan: Plan, plantilla: PlantillaDeCarta, anterior: Carta | None) -> str:
    """El lugar del informe en que se dijo la última carta de esa plantilla, si sigue en el plan."""
    lugar = anterior.lugar if anterior is not None and anterior.plantilla == plantilla.clave else ""
    return lugar if lugar in plan.lugar and plan.admite_renglones(lugar) else ""


def con_otra_plantilla(carta: Carta, plantilla: PlantillaDeCarta) -> Carta:
    """La carta hecha con otra plantilla: lo que ya decía sirve donde la nueva lo pide."""
    copias = "\n".join(plantilla.copias) or carta.copias
    return replace(carta, plantilla=plantilla.clave, dias=plantilla.dias, copias=copias)


def quien_firma(plan: Plan) -> str:
    """Quien firma de costumbre: a quien se le entregan los informes o, si a nadie, el primero del plan."""
    titulares = (d.oficio.destinatario for d in plan.departamentos if d.oficio and d.oficio.destinatario)
    return next(titulares, next(iter(puestos_de(plan)), ""))


def puestos_que_firman(plan: Plan) -> tuple[str, ...]:
    """Los puestos que pueden firmar una carta, primero el de costumbre."""
    return tuple(dict.fromkeys(filter(None, (quien_firma(plan), *puestos_de(plan)))))
