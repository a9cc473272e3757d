"""Cada hoja se ve como su retrato; y un cambio de aspecto que ella notaría no pasa por igual."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import get_args

import pytest
from PySide6.QtGui import QImage

from tests.aspecto.informes import INFORMES, hojas_de, pdf_de
from tests.aspecto.muestrario import MUESTRAS
from tests.aspecto.retratos import AQUI, guardados, retratar, se_distinguen, una_por_una
from ut_escritorio.informe import estilo
from ut_escritorio.informe.documento import Bloque
from ut_escritorio.informe.pdf.paginas import membrete, secciones

CORRIDA = estilo.CORRIDA
# Los de las hojas acostadas se hacen al cargarse: si fuera con un cambio puesto, se quedarían con él
assert secciones.ESTILOS["corrida"] is CORRIDA
CAMBIOS = {
    "los encabezados de los cuadros, sin negrita": (CORRIDA.tabla.letra_fuerte, "negrita", False),
    "el cuerpo, en negrita": (CORRIDA.parrafos["cuerpo"].letra, "negrita", True),
    "el cuerpo, medio punto más chico": (CORRIDA.parrafos["cuerpo"].letra, "puntos", 9.0),
    "los títulos, un milímetro más abajo": (CORRIDA.titulos[3], "antes_mm", 6.5),
    "los párrafos seguidos, más sueltos": (CORRIDA.parrafos["cuerpo"], "seguido_mm", 3.6),
    "el pie, un milímetro más arriba": (CORRIDA.hoja, "abajo", 12.0),
    "el pie, sin negrita": (CORRIDA.membrete.pie, "negrita", False),
    "los logotipos, más chicos": (CORRIDA.membrete, "logo_ancho_maximo", 40.0),
    "los títulos, sin color": (CORRIDA.titulos[2].letra, "color", estilo.GRIS_CLARO),
    "los cuadros, sin relleno": (CORRIDA.tabla, "rellenos", {}),
    "los cuadros, con filas más altas": (CORRIDA.tabla, "relleno_y", 1.9),
    "la viñeta, más adentro": (CORRIDA, "sangria_vineta", 8.0),
    "las firmas, más separadas": (estilo.OFICIO.firmas, "espacio", 24.0),
    "la portada, con el título más arriba": (estilo.PORTADA.portada, "sobre_titulo", 0.40),
}


def distintas(unas: Sequence[QImage], otras: Sequence[QImage]) -> list[int]:
    """Los números de las hojas que se notan distintas."""
    return [n for n, (una, otra) in enumerate(zip(unas, otras, strict=True), 1) if se_distinguen(una, otra)]


def la_primera_distinta(hojas: Iterable[QImage], retratos: Sequence[QImage]) -> int | None:
    """El número de la primera hoja que falta, sobra o se nota distinta; las que siguen ni se pintan."""
    for numero, (una, otra) in enumerate(zip_longest(hojas, retratos), 1):
        if una is None or otra is None or se_distinguen(una, otra):
            return numero
    return None


@pytest.mark.parametrize("nombre", INFORMES)
def test_cada_hoja_se_ve_como_su_retrato(qapp, nombre: str):
    retratos = guardados(nombre)
    assert retratos
    assert la_primera_distinta(hojas_de(nombre)[: len(retratos)], retratos) is None


def test_el_muestrario_trae_de_cada_bloque():
    assert {type(bloque) for suyos in MUESTRAS.values() for bloque in suyos} == set(get_args(Bloque))


def test_no_hay_retratos_de_lo_que_ya_no_se_retrata():
    assert {ruta.name.rsplit("-", 1)[0] for ruta in AQUI.glob("*.png")} == set(INFORMES)


@pytest.mark.parametrize("cambio", CAMBIOS)
def test_un_cambio_de_aspecto_se_nota(qapp, monkeypatch: pytest.MonkeyPatch, cambio: str):
    valor, campo, otro = CAMBIOS[cambio]
    assert getattr(valor, campo) != otro
    monkeypatch.setitem(vars(valor), campo, otro)
    assert la_primera_distinta(una_por_una(pdf_de("ejemplo")), guardados("ejemplo")) is not None


def test_que_borrador_se_corra_tambien_se_nota(qapp, monkeypatch: pytest.MonkeyPatch):
    antes = membrete._borrador

    def corrida(*datos):
        palabra = antes(*datos)
        return replace(palabra, x=palabra.x + 6)

    monkeypatch.setattr(membrete, "_borrador", corrida)
    retratos = guardados("borrador")
    assert distintas(retratar(pdf_de("borrador"))[: len(retratos)], retratos)


@pytest.mark.parametrize(
    ("nombre", "donde", "cual", "campo", "otro"),
    [
        ("titulos", estilo.PORTADA.titulos, 4, "puntos", 12),
        ("titulos", estilo.OFICIO.titulos, 3, "negrita", False),
        ("nota", estilo.OFICIO.parrafos, "nota", "cursiva", True),
        ("rotulo", estilo.PORTADA.parrafos, "rotulo", "color", estilo.GRIS_CLARO),
        ("valor", estilo.CORRIDA.parrafos, "valor", "puntos", 10.5),
    ],
)
def test_lo_que_el_ejemplo_no_usa_se_nota_en_el_muestrario(
    qapp, monkeypatch: pytest.MonkeyPatch, nombre, donde, cual, campo, otro
):
    assert getattr(donde[cual].letra, campo) != otro
    monkeypatch.setitem(vars(donde[cual].letra), campo, otro)
    assert distintas(hojas_de(f"muestrario_{nombre}"), guardados(f"muestrario_{nombre}"))
