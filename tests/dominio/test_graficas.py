"""Las gráficas: dicen lo que las cifras, caben en su lienzo y, con menos de dos números, son una frase."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.graficas.columnas import SOBRE
from ut_escritorio.dominio.graficas.dibujar import alto_que_pide, dibujar
from ut_escritorio.dominio.graficas.grafica import Barra, Grafica, de_meses
from ut_escritorio.dominio.graficas.trazos import Caja, Letras, Linea, Medidas

TRES = ("Abr", "May", "Jun")
VALOR = st.one_of(st.none(), st.integers(0, 10**7))
MEDIDAS = Medidas(16.0, lambda texto: 8.0 * len(texto))
ARRIBA = ABAJO = SOBRE * MEDIDAS.renglon
NOMBRES = st.text("áb c", min_size=1, max_size=200)
PORCENTAJE = st.one_of(st.none(), st.decimals(0, 1000, places=1))


@given(
    valores=st.tuples(VALOR, VALOR, VALOR),
    antes=st.one_of(st.just(()), st.tuples(VALOR, VALOR, VALOR)),
    ancho=st.floats(60, 2000),
    alto=st.floats(60, 400),
)
def test_todo_cabe_y_lo_mas_alto_ahora_o_antes_llega_arriba(
    valores, antes, ancho: float, alto: float
) -> None:
    dibujo = dibujar(de_meses("Visitas", TRES, valores, antes, 2030), ancho, alto, MEDIDAS)
    sitios = [sitio for sitio in dibujo.sitios if sitio is not None]
    for sitio, valor in zip(sitios, valores, strict=True):
        assert sitio.x >= 0
        assert sitio.x + sitio.ancho <= ancho + 1e-6
        assert sitio.base == pytest.approx(alto - ABAJO)
        assert sitio.arriba >= ARRIBA - 1e-6, "queda lugar para su número"
        assert (sitio.alto > 0) == bool(valor)
    if any(n for n in (*valores, *antes)):
        assert min(sitio.arriba for sitio in sitios) == pytest.approx(ARRIBA)
    numeros = [t for t in dibujo.trazos if isinstance(t, Letras) and t.como == "fuerte"]
    assert all(MEDIDAS.ancho_de(t.texto) <= ancho / 3 for t in numeros), "ninguno pisa al de junto"


@given(
    partes=st.lists(st.tuples(*[st.one_of(st.none(), st.integers(0, 10**6))] * 3), min_size=1, max_size=12),
    ancho=st.floats(60, 2000),
)
def test_por_sexo_cada_parte_va_sobre_la_otra_y_juntas_miden_su_barra(partes, ancho: float) -> None:
    barras = tuple(Barra("Abr", sum(p or 0 for p in suyas), suyas) for suyas in partes)
    grafica = Grafica("por sexo", "Visitas", barras, ("hombres", "mujeres", "N/I"))
    dibujo = dibujar(grafica, ancho, 200, MEDIDAS)
    for barra, sitio in zip(barras, dibujo.sitios, strict=True):
        assert sitio is not None
        suyas = [t for t in dibujo.trazos if isinstance(t, Caja) and t.x == sitio.x and t.y >= ARRIBA]
        assert sum(caja.alto for caja in suyas) == pytest.approx(sitio.alto)
        assert len({caja.como for caja in suyas}) == min(2, sum(bool(p) for p in barra.partes)) or (
            not barra.partes[0]
        ), "la primera va llena y las otras con su trama"
    for raya in (t for t in dibujo.trazos if isinstance(t, Linea)):
        assert -1e-6 <= min(raya.x, raya.hasta_x) <= max(raya.x, raya.hasta_x) <= ancho + 1e-6


@given(
    metas=st.lists(st.tuples(NOMBRES, PORCENTAJE, PORCENTAJE), min_size=1, max_size=60),
    ancho=st.floats(200, 1500),
    alto=st.floats(40, 600),
    elegida=st.integers(0, 59),
)
def test_las_metas_caben_y_la_elegida_siempre_se_ve(metas, ancho: float, alto: float, elegida: int) -> None:
    barras = tuple(Barra(nombre, valor, antes=meta) for nombre, valor, meta in metas)
    grafica = Grafica("metas", "Avance", barras, contra="lo programado", unidad="%")
    cual = elegida % len(barras)
    dibujo = dibujar(grafica, ancho, alto, MEDIDAS, cual)
    assert dibujo.sitios[cual] is not None
    for trazo in dibujo.trazos:
        if isinstance(trazo, Letras):
            assert MEDIDAS.ancho_de(trazo.texto) <= trazo.ancho + 1e-6, "ninguna letra sale de lo suyo"
        elif isinstance(trazo, Caja) and trazo.como != "marca":
            assert trazo.x + trazo.ancho <= ancho + 1e-6
    entero = dibujar(grafica, ancho, alto_que_pide(grafica, MEDIDAS), MEDIDAS)
    assert None not in entero.sitios, "con su alto se ven todas"


@pytest.mark.parametrize(
    ("valores", "antes", "en_vez"),
    [
        ((None, None, None), (), "Todavía no hay números."),
        ((26, None, None), (), "Solo hay un número: Abr: 26."),
        ((None, None, None), (None, 0, None), "Solo hay un número: May: sin dato (en 2030, 0)."),
        ((26, None, None), (None, 7, None), ""),
        ((0, 0, None), (), ""),
    ],
)
def test_con_menos_de_dos_numeros_se_dice_y_no_se_dibuja(valores, antes, en_vez: str) -> None:
    assert de_meses("Visitas", TRES, valores, antes, 2030).en_vez == en_vez


def test_un_millon_en_una_casilla_se_dice_entero_o_en_millones() -> None:
    grafica = de_meses("Visitas", tuple("ABCDEFGHIJKL"), (1_250_000,) * 12)
    dichos = {
        ancho: {t.texto for t in dibujar(grafica, ancho, 200, MEDIDAS).trazos if isinstance(t, Letras)}
        for ancho in (1200, 500, 200)
    }
    assert "1,250,000" in dichos[1200]
    assert "1 M" in dichos[500]
    assert not any("1" in dicho for dicho in dichos[200]), "donde no cabe ninguno, la barra sola"
    assert grafica.dice(grafica.barras[0]) == "A: 1,250,000"


def test_la_meta_que_no_se_sabe_no_es_cero() -> None:
    barras = (Barra("1.1", Decimal("30.5"), antes=Decimal(30)), Barra("1.2", None, antes=None))
    grafica = Grafica("metas", "Avance", barras, contra="lo programado", unidad="%")
    assert [grafica.dice(barra) for barra in barras] == [
        "1.1: 30.5 % (programado 30 %)",
        "1.2: sin dato (programado sin dato)",
    ]
