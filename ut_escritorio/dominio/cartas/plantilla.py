"""De qué se hacen las cartas: las plantillas, y lo que todas llevan igual."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.remision import es_el_asunto
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.formas import Campo


@congelado
class PlantillaDeCarta:
    """Una carta que se escribe a menudo: sus textos son patrones y sus `campos`, lo que se pide cada vez.

    `clase` es la del oficio en el libro. `dias`, los hábiles que se dan para contestar; None: no se espera
    respuesta. `recuerda`, los campos que se proponen como se escribieron la última vez. `propia`: la guardó
    ella. `en_el_informe`, lo que dice de qué trata en una frase del informe, que no es su asunto («actualizar
    el módulo…»). `expediente`: cuál de sus campos es el número de la solicitud o del expediente de su oficio.
    """

    clave: str
    nombre: str
    asunto: str = ""
    cuerpo: tuple[str, ...] = ()
    campos: tuple[Campo, ...] = ()
    copias: tuple[str, ...] = ()
    recuerda: tuple[str, ...] = ()
    clase: str = ""
    dias: int | None = None
    propia: bool = False
    en_el_informe: str = ""
    expediente: str = ""


def dicha_como(plantilla: PlantillaDeCarta, otras: Iterable[PlantillaDeCarta]) -> PlantillaDeCarta:
    """La que pide lo mismo que otra, que de ella salió, se dice igual en el informe y en el libro."""
    de_cual = next((otra for otra in otras if otra.campos and otra.campos == plantilla.campos), None)
    if de_cual is None:
        return plantilla
    return replace(plantilla, en_el_informe=de_cual.en_el_informe, expediente=de_cual.expediente)


EN_BLANCO = PlantillaDeCarta("", "En blanco")


@congelado
class Hechura:
    """Lo que toda carta de la oficina lleva igual, patrones todos.

    `datos`, los renglones de arriba; `copia`, cómo se dice cada C.c.p.; `sin_titular`, a quién va la de un
    área cuyo titular no se conoce; `por_ausencia`, lo que se agrega a la firma de quien suple a otro.
    """

    datos: tuple[str, ...] = ()
    asunto: str = "{asunto}"
    lugar_y_fecha: str = "{fecha_oficio:larga}"
    saludo: str = ""
    despedida: tuple[str, ...] = ()
    copia: str = "{copia}"
    sin_titular: str = "{area}"
    por_ausencia: str = "{ausente}"


def hechura_de(plan: Plan, puesto: str, de_costumbre: Hechura) -> Hechura:
    """La de los oficios de remisión de quien firma o, si no los hace, del primero que los haga."""
    con_oficio = [depto for depto in plan.departamentos if depto.oficio]
    suyos = [depto for depto in con_oficio if depto.puesto == puesto] or con_oficio
    oficio = suyos[0].oficio if suyos else None
    datos = tuple(d for d in (oficio.datos if oficio else de_costumbre.datos) if not es_el_asunto(d))
    return Hechura(
        datos,
        de_costumbre.asunto,
        (oficio and oficio.lugar_y_fecha) or de_costumbre.lugar_y_fecha,
        de_costumbre.saludo,
        (oficio and oficio.despedida) or de_costumbre.despedida,
        de_costumbre.copia,
        de_costumbre.sin_titular,
        de_costumbre.por_ausencia,
    )
