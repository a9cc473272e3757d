"""Las fuentes del informe, abiertas una sola vez: todos los informes de un proceso usan las mismas."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fpdf import FPDF
from fpdf.fonts import TTFFont

from ut_escritorio.rutas import recursos

SIGNOS = "signos"
_ARCHIVOS = {
    "regular": "Montserrat-Regular.ttf",
    "negrita": "Montserrat-SemiBold.ttf",
    "cursiva": "Montserrat-Italic.ttf",
    "negritacursiva": "Montserrat-SemiBoldItalic.ttf",
    SIGNOS: "DejaVuSans-Signos.ttf",
}


@cache
def fuente(nombre: str) -> TTFFont:
    """La que se llama así: qué signos tiene y cuánto mide cada uno. Nadie la cambia."""
    hoja = FPDF()
    hoja.add_font(nombre, fname=ruta_de(nombre))
    abierta = hoja.fonts[nombre]
    assert isinstance(abierta, TTFFont), "las del informe van todas incrustadas"
    abierta.close()  # lo que hace falta ya se leyó, y el archivo no queda tomado
    return abierta


def figuras_de(nombre: str) -> Mapping[int, int]:
    """El número, en su fuente, de la figura de cada signo."""
    abierta: Any = fuente(nombre)
    return abierta.glyph_ids


def ruta_de(nombre: str) -> Path:
    """El archivo de una fuente."""
    return recursos() / "fuentes" / _ARCHIVOS[nombre]


def nombre_de_fuente(negrita: bool, cursiva: bool) -> str:
    """La fuente de un aspecto."""
    return ("negrita" if negrita else "") + ("cursiva" if cursiva else "") or "regular"
