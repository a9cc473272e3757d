"""Con qué se compara un trimestre: el anterior y el mismo de un año antes, si el archivo los tiene."""

from __future__ import annotations

from datetime import date

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.comparar import Comparada, DeOtro, comparada
from ut_escritorio.dominio.numeros.por_componente import por_componente
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Componente
from ut_escritorio.servicios.archivo.expediente import Expediente


@congelado
class Comparacion:
    """Las cifras de un trimestre por componente, cada una junto a las de los otros dos."""

    trimestre: Trimestre
    anterior: DeOtro
    hace_un_anio: DeOtro
    por_componente: tuple[tuple[Componente, tuple[Comparada, ...]], ...]


def comparar(exp: Expediente, trimestre: Trimestre, hoy: date | None) -> Comparacion:
    """La comparación de un trimestre ese día; sin saber qué día es, de lo abierto ningún mes ha acabado."""
    foto = exp.foto(trimestre)
    cual = trimestre.anterior
    anterior = DeOtro(cual, foto) if cual.ejercicio == trimestre.ejercicio else _de_otro_anio(exp, cual)
    hace_un_anio = el_de_hace_un_anio(exp, trimestre)
    return Comparacion(
        trimestre,
        anterior,
        hace_un_anio,
        tuple(
            (componente, tuple(comparada(foto, una, anterior, hace_un_anio, hoy) for una in suyas))
            for componente, suyas in por_componente(foto.plan)
        ),
    )


def el_de_hace_un_anio(exp: Expediente, trimestre: Trimestre) -> DeOtro:
    """El mismo trimestre del año pasado."""
    return _de_otro_anio(exp, Trimestre(trimestre.ejercicio - 1, trimestre.numero))


def _de_otro_anio(exp: Expediente, cual: Trimestre) -> DeOtro:
    return DeOtro(cual, exp.foto(cual) if cual in exp.trimestres() else None)
