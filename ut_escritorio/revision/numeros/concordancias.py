"""Lo que el plan dice que debe cuadrar y no cuadra."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.personas import Sexo
from ut_escritorio.dominio.plan.cifras import Concordancia
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura
from ut_escritorio.revision.medidas import (
    Grano,
    Par,
    falla,
    nombres,
    pares_de,
    sexos_de,
    sitios,
    suma_de,
    vivas,
)
from ut_escritorio.revision.palabras import cuando

_COMO_SE_DICEN: dict[Sexo, tuple[str, str]] = {
    "hombres": ("hombre", "hombres"),
    "mujeres": ("mujer", "mujeres"),
    "ni": ("no identificado", "no identificados"),
}


def no_cuadran(lectura: Lectura) -> Iterator[Hallazgo]:
    """Las concordancias del plan que no se cumplen, cada una con los meses en que falla."""
    for concordancia in vivas(lectura):
        if concordancia.relacion == "contesta":
            continue
        pares = pares_de(lectura, concordancia)
        fallan = [par for par in pares if falla(par, concordancia.relacion == "igual")]
        if fallan:
            detalle = "; ".join(_dicho(lectura, concordancia, par) for par in fallan)
            yield hallazgo(
                "no_cuadra",
                "corregir",
                f"{_titulo(lectura, concordancia)}{detalle}. {concordancia.mensaje}",
                [sitio for par in fallan for sitio in sitios(lectura, concordancia, par.grano)],
                concordancia.clave,
                [(par.grano.mes, par.grano.sexo, par.izquierda.numero, par.derecha.numero) for par in fallan],
            )


def _titulo(lectura: Lectura, concordancia: Concordancia) -> str:
    if not concordancia.izquierda_por_sexo:
        return ""
    return f"{nombres(lectura, concordancia.derecha)}, "


def _dicho(lectura: Lectura, concordancia: Concordancia, par: Par) -> str:
    """«junio: 1 en total y 2 por género (1 hombre, 1 mujer)»; «abril: «Fichas» dice 3 y «Sesiones», 4»."""
    izquierda, derecha = par.izquierda.numero, par.derecha.numero
    if concordancia.izquierda_por_sexo:
        cada = _desglose(lectura, concordancia.izquierda, par.grano)
        return f"{cuando(par.grano.mes)}: {derecha} en total y {izquierda} por género ({cada})"
    sexo = f", {par.grano.sexo}" if par.grano.sexo else ""
    una, otra = nombres(lectura, concordancia.izquierda), nombres(lectura, concordancia.derecha)
    return f"{cuando(par.grano.mes)}{sexo}: «{una}» dice {izquierda} y «{otra}», {derecha}"


def _desglose(lectura: Lectura, claves: tuple[str, ...], grano: Grano) -> str:
    """Los de cada sexo, menos los que son cero."""
    partes: list[str] = []
    for sexo in sexos_de(lectura, claves):
        medida = suma_de(lectura, claves, Grano(grano.mes, sexo))
        if medida and medida.numero:
            partes.append(f"{medida.numero} {_COMO_SE_DICEN[sexo][medida.numero != 1]}")
    return lista(partes) or "ninguno"
