"""Buscar por pedazos, sin acentos ni mayúsculas, y nunca más de lo que se pide."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.impreso.busqueda import Hallable, Indice
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.palabras.llano import llano

TEXTOS = (
    "oficio · UT/0645/2031 · Tesorería Municipal · actualizar el módulo Horarios de Atención",
    "correo · Dirección de Ingresos · la Ley de Ingresos",
    "Se atendió al niño Ángel Núñez en persona.",
)


def de(*textos: str) -> Indice:
    return Indice([Hallable(2031, 2, Sitio(origen=str(n)), texto) for n, texto in enumerate(textos)])


def hallados(texto: str, indice: Indice | None = None) -> list[int]:
    return [int(h.que.sitio.origen) for h in (indice or de(*TEXTOS)).buscar(texto)]


def test_un_pedazo_del_numero_lo_halla() -> None:
    assert hallados("645") == hallados("ut/0645") == hallados("UT/0645/2031") == [0]


def test_ni_acentos_ni_mayusculas_ni_orden() -> None:
    assert hallados("HORARIOS tesoreria") == hallados("horários TESORERÍA") == [0]
    assert hallados("angel nunez") == hallados("ÁNGEL NÚÑEZ") == [2]


def test_van_todas_las_palabras_o_no_se_halla() -> None:
    assert hallados("ingresos ley") == [1]
    assert hallados("ingresos tesorería") == []


def test_el_anio_y_el_trimestre_tambien_se_buscan() -> None:
    cuando = ((2030, 1), (2031, 2))
    dos = Indice([Hallable(*c, Sitio(origen=str(n)), "lo mismo") for n, c in enumerate(cuando)])
    assert hallados("mismo 2031", dos) == [1]
    assert hallados("1º lo mismo", dos) == [0]


def test_lo_que_no_se_lee_tambien_halla_y_no_se_resalta() -> None:
    sesion = Hallable(2031, 2, Sitio(), "09/04/2031 · sesión", "2.3", "abril")
    (hallado,) = Indice([sesion]).buscar("abril ses")
    assert hallado.tramos == ((13, 16),)


def test_se_resalta_justo_lo_que_se_busco() -> None:
    (hallado,) = de(*TEXTOS).buscar("tesoreria 0645")
    assert [TEXTOS[0][a:b] for a, b in hallado.tramos] == ["0645", "Tesorería"]


def test_lo_que_parece_una_orden_son_letras() -> None:
    for raro in ('"', "*", "a OR b", "NEAR(x)", "%", "_", "'; DROP", "(", "texto:x", "-oficio", "\\d+", "[a"):
        letras = llano(raro).split()
        assert hallados(raro) == [n for n, t in enumerate(TEXTOS) if all(p in llano(t) for p in letras)]


def test_sin_nada_que_buscar_no_se_halla_nada() -> None:
    assert hallados("") == hallados("   ") == []


def test_lo_primero_sale_primero_y_hasta_el_tope() -> None:
    muchos = de(*["igual"] * 50)
    assert [h.que.sitio.origen for h in muchos.buscar("igual", tope=3)] == ["0", "1", "2"]
    assert len(muchos.buscar("i", tope=7)) == 7


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Z", "C", "M")), min_size=1), st.data())
def test_cualquier_pedazo_de_una_palabra_la_halla(palabra: str, datos: st.DataObject) -> None:
    palabra = unicodedata.normalize("NFC", palabra)
    desde = datos.draw(st.integers(0, len(palabra) - 1))
    hasta = datos.draw(st.integers(desde + 1, len(palabra)))
    pedazo = palabra[desde:hasta]
    if unicodedata.normalize("NFC", pedazo) == pedazo and pedazo.split() == [pedazo]:
        assert hallados(pedazo, de("otra cosa", f"antes {palabra} después")) in ([1], [0, 1])


def test_un_signo_que_solo_se_pone_sobre_otro_tambien_se_halla() -> None:
    con_signo = de("otra cosa", unicodedata.normalize("NFC", "0000\u0958a"))
    assert hallados("\u093c", con_signo) == hallados("0\u0958a", con_signo) == [1]


FOLIOS = (
    "UT/0645/2031 · 05/04/2031 · Tesorería",
    "UT/645/2031 · 5 de mayo",
    "UT-0645-2031",
    "UT/1645/2031 · 15/04/2031",
    "UT/06450/2031",
)


@pytest.mark.parametrize(
    "escrito", ["UT/0645/2031", "ut/645/2031", "UT-645-2031", "ut–0645–2031", "UT/00645/20"]
)
def test_un_numero_se_halla_aunque_sus_ceros_y_rayas_sean_otros(escrito: str) -> None:
    assert hallados(escrito, de(*FOLIOS)) == [0, 1, 2]


def test_un_numero_a_medio_escribir_tambien_se_halla() -> None:
    assert hallados("ut/645", de(*FOLIOS)) == hallados("UT-0645", de(*FOLIOS)) == [0, 1, 2, 4]


def test_un_numero_con_ceros_delante_no_halla_a_los_que_lo_llevan_dentro() -> None:
    assert hallados("0645", de(*FOLIOS)) == [0, 1, 2, 4]
    assert hallados("00645", de(*FOLIOS)) == [0, 1, 2]
    assert hallados("645", de(*FOLIOS)) == [0, 1, 2, 3, 4]


def test_una_fecha_se_halla_sin_ceros_y_con_guiones() -> None:
    for escrita in ("05/04/2031", "5/4/2031", "5-4-2031", "5.4.2031", "05/4"):
        assert hallados(escrita, de(*FOLIOS)) == [0]


def test_se_resalta_el_numero_como_este_escrito() -> None:
    for hallado in de(*FOLIOS[:3]).buscar("ut-645-2031"):
        ((desde, hasta),) = hallado.tramos
        assert hallado.que.texto[desde:hasta] in ("UT/0645/2031", "UT/645/2031", "UT-0645-2031")


def test_las_comillas_y_los_guiones_curvos_no_estorban() -> None:
    indice = de("la “Ley” – reformada", "el acta 3‑bis")
    assert hallados('"ley"', indice) == hallados("«ley»", indice) == hallados("- reformada", indice) == [0]
    assert hallados("3-bis", indice) == [1]
