"""Con qué se compara un trimestre: el anterior y el mismo de un año antes, si el archivo los tiene."""

from __future__ import annotations

from datetime import date

from ut_escritorio.dominio.numeros.comparar import Comparacion, DeOtro, comparacion
from ut_escritorio.dominio.periodos import Trimestre, hace_un_anio
from ut_escritorio.servicios.archivo.expediente import Expediente


def comparar(exp: Expediente, trimestre: Trimestre, hoy: date | None) -> Comparacion:
    """La comparación de un trimestre ese día; sin saber qué día es, de lo abierto ningún mes ha acabado."""
    return comparacion(exp.foto(trimestre), el_de_hace_un_anio(exp, trimestre).foto, hoy)


def el_de_hace_un_anio(exp: Expediente, trimestre: Trimestre) -> DeOtro:
    """El mismo trimestre del año pasado."""
    cual = hace_un_anio(trimestre)
    return DeOtro(cual, exp.foto(cual) if cual in exp.trimestres() else None)
