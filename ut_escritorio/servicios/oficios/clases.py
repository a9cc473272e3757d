"""Las clases de oficio: las que nombra el plan del año del libro; si no nombra ninguna, la que se escriba."""

from __future__ import annotations

from dataclasses import replace

from ut_escritorio.dominio.oficios.clases import clase_llamada
from ut_escritorio.dominio.oficios.oficio import Oficio
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente


def clases_del_plan(exp: Expediente, ejercicio: int) -> tuple[str, ...]:
    """Las que el plan de un año nombra; ninguna si el archivo no tiene ese año."""
    suyos = [trimestre for trimestre in exp.trimestres() if trimestre.ejercicio == ejercicio]
    return exp.legajo(suyos[0]).guardado.plan.programa.clases if suyos else ()


def con_clase_del_plan(clases: tuple[str, ...], oficio: Oficio, antes: str = "") -> Oficio:
    """El oficio con su clase escrita como en el plan; la que ya tenía `antes` se queda como está.

    ErrorEsperado si el plan nombra las suyas y esa no es una.
    """
    if oficio.clase == antes:
        return oficio
    clase = clase_llamada(clases, oficio.clase)
    if clase is None:
        raise ErrorEsperado(f"«{oficio.clase[:40]}» no es de las clases del plan: {lista(clases)}.")
    return replace(oficio, clase=clase)
