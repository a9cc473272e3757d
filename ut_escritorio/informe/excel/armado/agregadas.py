"""Las hojas que se agregan al informe (resumen, comparativo, avance, gráficas), cada una en la suya."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ut_escritorio.dominio.impreso.entradas import AVANCE, COMPARATIVO, GRAFICAS, RESUMEN
from ut_escritorio.dominio.plan.cifras import Numero as Cuanto
from ut_escritorio.informe.documento import (
    Bloque,
    Documento,
    Grafica,
    Lugar,
    Parrafo,
    Seccion,
    Tabla,
    Titulo,
)
from ut_escritorio.informe.excel.armado.actividades import celda_puesta
from ut_escritorio.informe.excel.armado.nombres import nombres_de_hojas
from ut_escritorio.informe.excel.libro import Hoja, Numero, Puesta

_AGREGADAS = (RESUMEN, COMPARATIVO, AVANCE, GRAFICAS)
_QUE_SE_SUMAN = ("", "%")
_NOMBRE, _NUMERO, _TEXTO = 34.0, 16.0, 100.0


def hojas_agregadas(documento: Documento) -> tuple[Hoja, ...]:
    """Una por parte, en el orden del informe; quien firma va solo en papel."""
    partes = [seccion for seccion in documento.secciones if seccion.origen in _AGREGADAS]
    nombres = nombres_de_hojas(seccion.marcador for seccion in partes)
    return tuple(_hoja(nombre, seccion) for nombre, seccion in zip(nombres, partes, strict=True))


def _hoja(nombre: str, seccion: Seccion) -> Hoja:
    puestas: list[Puesta] = []
    fila = 0
    for bloque in seccion.bloques:
        suyas = tuple(_puestas(bloque, fila))
        puestas += suyas
        fila = max((puesta.fila for puesta in suyas), default=fila - 1) + 1
        fila += isinstance(bloque, (Tabla, Grafica))
    columnas = 1 + max((puesta.columna + puesta.ancho - 1 for puesta in puestas), default=0)
    anchos = (_NOMBRE, *[_NUMERO] * (columnas - 1)) if columnas > 1 else (_TEXTO,)
    return Hoja(nombre, tuple(puestas), anchos)


def _puestas(bloque: Bloque, fila: int) -> Iterator[Puesta]:
    match bloque:
        case Titulo():
            yield Puesta(fila, 0, bloque.texto, "titulo" if fila == 0 else "nota")
        case Parrafo():
            yield Puesta(fila, 0, bloque.texto)
        case Tabla():
            yield from (_celda(lugar, fila) for lugar in bloque.lugares)
        case Grafica():
            yield from _de_grafica(bloque, fila)
        case _:
            pass


def _celda(lugar: Lugar, desde: int) -> Puesta:
    """«12» o «30 %» son números; «22 en ene» y «4 menos» se leen, y sumados dirían otra cosa."""
    puesta = celda_puesta(lugar, desde)
    if isinstance(puesta.valor, Numero) and puesta.valor.unidad not in _QUE_SE_SUMAN:
        return replace(puesta, valor=lugar.celda.texto)
    return puesta


def _de_grafica(grafica: Grafica, fila: int) -> Iterator[Puesta]:
    """Su leyenda y, debajo, lo que vale cada barra, sus partes y con qué se compara."""
    yield Puesta(fila, 0, grafica.leyenda, "nota")
    rotulos = ("", "Valor", *grafica.series, *((grafica.contra,) if grafica.contra else ()))
    for columna, rotulo in enumerate(rotulos):
        yield Puesta(fila + 1, columna, rotulo or None, "rotulo")
    for numero, barra in enumerate(grafica.barras, fila + 2):
        yield Puesta(numero, 0, barra.rotulo, "rotulo")
        valores = (barra.valor, *barra.partes, *((barra.antes,) if grafica.contra else ()))
        for columna, valor in enumerate(valores, 1):
            yield Puesta(numero, columna, _numero(valor, grafica.unidad), "dato")


def _numero(valor: Cuanto | None, unidad: str) -> Numero | None:
    """Como número, o vacío si no se sabe: nunca un cero."""
    return None if valor is None else Numero(valor, unidad)
