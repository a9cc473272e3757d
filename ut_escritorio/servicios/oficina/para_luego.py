"""Lo que falta para empezar y ella deja para después: se quita de en medio, sin darlo por hecho."""

from __future__ import annotations

from collections.abc import Set

from ut_escritorio.datos.filas import captura
from ut_escritorio.datos.filas.foto import PARA_LUEGO, para_luego
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente


def dejar_para_luego(exp: Expediente, trimestre: Trimestre, paso: str) -> Cambios:
    """Deja un primer paso del año para después."""
    return _dejar(exp, trimestre, "Dejar para luego", _dejados(exp) | {(trimestre.ejercicio, paso)})


def retomar(exp: Expediente, trimestre: Trimestre) -> Cambios:
    """Vuelve a pedir todo lo que de ese año se dejó para después."""
    de_otros = {(anio, paso) for anio, paso in _dejados(exp) if anio != trimestre.ejercicio}
    return _dejar(exp, trimestre, "Volver a lo que se dejó para luego", de_otros)


def _dejados(exp: Expediente) -> frozenset[tuple[int, str]]:
    with exp.base.lectura():
        return para_luego(exp.base)


def _dejar(exp: Expediente, trimestre: Trimestre, nombre: str, dejados: Set[tuple[int, str]]) -> Cambios:
    valor = " ".join(f"{anio}/{paso}" for anio, paso in sorted(dejados))
    return exp.hacer(trimestre, nombre, lambda legajo: captura.poner_ajuste(legajo.base, PARA_LUEGO, valor))
