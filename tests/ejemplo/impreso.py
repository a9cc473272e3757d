"""Leer un informe ya hecho: el texto de sus bloques y el de las hojas de su PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO

from pypdf import PdfReader

from ut_escritorio.informe.documento import Bloque, Documento, Firmas, Membrete, Tabla


def apretado(texto: str) -> str:
    """El texto sin espacios ni saltos: así se compara sin importar dónde se partió cada renglón."""
    return "".join(texto.split())


def bloques_de(documento: Documento) -> list[str]:
    """El texto de cada bloque del informe, en su orden."""
    return [_texto(bloque) for seccion in documento.secciones for bloque in seccion.bloques]


def _texto(bloque: Bloque) -> str:
    if isinstance(bloque, Tabla):
        return " ".join(celda.texto for fila in bloque.filas for celda in fila if celda.texto)
    if isinstance(bloque, Firmas):
        firmas = [parte for f in bloque.firmas for parte in (f.rotulo, f.nombre, f.cargo)]
        return " ".join([*bloque.antes, *firmas])
    return bloque.texto


def hojas_de(pdf: bytes) -> list[str]:
    """El texto de cada hoja del PDF, apretado."""
    return [apretado(hoja.extract_text()) for hoja in PdfReader(BytesIO(pdf)).pages]


def cuerpo_de(hojas: Iterable[str], membrete: Membrete) -> str:
    """El texto seguido de las hojas sin su membrete ni su número de página."""
    piezas = [apretado(pieza) for pieza in (*membrete.administracion, membrete.leyenda, membrete.pie)]
    return "".join(_sin_membrete(hoja, piezas) for hoja in hojas)


def _sin_membrete(hoja: str, piezas: list[str]) -> str:
    hoja = re.sub(r"Página\d+de\d+$", "", hoja)
    for pieza in piezas:
        hoja = hoja.removeprefix(pieza) if hoja.startswith(pieza) else hoja.removesuffix(pieza)
    return hoja


def primero_que_falta(texto: str, hechos: Iterable[str]) -> str | None:
    """El primer hecho que no se lee tras el anterior; None si se leen todos, en su orden."""
    desde = 0
    for hecho in hechos:
        hallado = texto.find(apretado(hecho), desde)
        if hallado < 0:
            return hecho
        desde = hallado + len(apretado(hecho))
    return None
