"""Elegir, para un solo informe, otro membrete, otra leyenda u otra persona que firme."""

from __future__ import annotations

from ut_escritorio.datos.filas import eleccion
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.eleccion import FirmanteElegido
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente


def elegir_membrete(exp: Expediente, trimestre: Trimestre, clave: str | None) -> Cambios:
    """Pone ese membrete al informe; None: el que valga en la fecha de firma."""
    return exp.hacer(trimestre, "Elegir el membrete", lambda legajo: eleccion.elegir_papel(legajo, clave))


def elegir_leyenda(exp: Expediente, trimestre: Trimestre, leyenda: str | None, visita: str = "") -> Cambios:
    """Pone esa leyenda al informe; None: la del ejercicio.

    Lo guardado seguido en una misma `visita` se deshace junto.
    """
    nombre = "Elegir la leyenda"
    return exp.hacer(trimestre, nombre, lambda legajo: eleccion.elegir_leyenda(legajo, leyenda), visita)


def elegir_firmante(
    exp: Expediente, trimestre: Trimestre, puesto: str, elegido: FirmanteElegido | None
) -> Cambios:
    """Pone quién firma en un puesto del informe; None: quien lo ocupe en la fecha de firma."""
    nombre = "Elegir quién firma"
    return exp.hacer(trimestre, nombre, lambda legajo: eleccion.elegir_firmante(legajo, puesto, elegido))
