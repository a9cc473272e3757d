"""La serie de los números: se aprende de los que ya están escritos, nunca está en el programa."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventado import foto, plan, renglon
from ut_escritorio.dominio.oficios.folios import (
    Serie,
    llave_de,
    partir,
    por_aclarar,
    que_quedan_lejos,
    serie_de,
    serie_de_folios,
    tramo_dudoso,
    ya_usados,
)
from ut_escritorio.dominio.trimestre.foto import OficioRemision
from ut_escritorio.dominio.trimestre.renglones import leer_folio
from ut_escritorio.dominio.trimestre.series import SerieDelAnio, Tomados

numeros_escritos = st.from_regex(r"0{0,2}[1-9][0-9]{0,3}", fullmatch=True)
ENVIADO = {"medio": "oficio", "sentido": "enviado"}
ESCRITOS = (
    renglon(1, "CA/0019/2031", **ENVIADO),
    renglon(2, "CA/0007/2031", "CA/08/2031", **ENVIADO),
    renglon(3, "OTRA/1/2031", **ENVIADO),
    renglon(4, "CA/0500/2030", **ENVIADO),
    renglon(5, "AJENO/99/2031", medio="oficio", sentido="recibido"),
    renglon(6, "ilegible", **ENVIADO),
)


def test_el_numero_se_completa_con_la_serie_el_ancho_y_el_anio_de_los_demas():
    serie = serie_de(ESCRITOS, "oficio", "enviado", 2031)
    assert serie == Serie("CA/", 4, 2031, siguiente=20)
    assert [serie.folio(escrito) for escrito in ("645", " 0020 ", "SM/1/2031", "645 bis")] == [
        "CA/0645/2031", "CA/0020/2031", "SM/1/2031", "CA/0645 bis/2031",
    ]  # fmt: skip


def test_el_que_sigue_va_despues_tambien_de_los_oficios_con_que_se_entrega():
    series = {"CA": SerieDelAnio(frozenset({30})), "OTRA": SerieDelAnio(frozenset({77}))}
    serie = serie_de(ESCRITOS, "oficio", "enviado", 2031, tomados=Tomados(2031, series))
    assert serie == Serie("CA/", 4, 2031, siguiente=31)
    de_otro_anio = Tomados(2030, {"CA": SerieDelAnio(frozenset({90}))})
    assert serie_de(ESCRITOS, "oficio", "enviado", 2031, tomados=de_otro_anio) == replace(serie, siguiente=20)


def test_entre_dos_anchos_que_se_usan_lo_mismo_el_mayor_y_si_no_el_mas_usado():
    escritos = [leer_folio(f"PR/{numero}/2031") for numero in ("0534", "057")]
    for en_algun_orden in (escritos, escritos[::-1]):
        assert serie_de_folios(en_algun_orden, 2031, "") == Serie("PR/", 4, 2031, 535)
        con_otro = [*en_algun_orden, leer_folio("PR/058/2031")]
        assert serie_de_folios(con_otro, 2031, "") == Serie("PR/", 3, 2031, 535)


@given(
    st.lists(
        st.builds(
            "{}/{}/{}".format, st.sampled_from(["PR", "pr", "UT", ""]), numeros_escritos, st.just(2031)
        ),
        min_size=1,
        max_size=8,
    ).flatmap(lambda folios: st.tuples(st.just(folios), st.permutations(folios)))
)
def test_la_serie_no_depende_de_en_que_orden_se_leyeron(ordenes: tuple[list[str], list[str]]):
    una, otra = (serie_de_folios(map(leer_folio, folios), 2031, "") for folios in ordenes)
    assert una == otra


@pytest.mark.parametrize("escrito", ["S/N", "s/n", " S / N ", "SN", "S.N.", "s/núm.", "Sin número", "—"])
def test_sin_numero_no_es_un_numero_y_ninguno_esta_repetido(escrito):
    del_anio = foto(plan(), renglones=(renglon(1, escrito, **ENVIADO),))
    assert leer_folio(escrito).sin_numero
    assert not list(ya_usados(del_anio, [escrito, "S/N"], "enviado"))


@pytest.mark.parametrize("escrito", ["", "UT/0645/2031", "S/N/2031", "SNT-1", "sindicato"])
def test_lo_que_nombra_un_oficio_no_es_sin_numero(escrito):
    assert not leer_folio(escrito).sin_numero


def test_en_un_anio_nuevo_se_vuelve_a_empezar():
    assert serie_de(ESCRITOS, "oficio", "enviado", 2032) == Serie("CA/", 4, 2032, siguiente=1)


def test_manda_la_serie_de_este_anio_aunque_la_del_anterior_tenga_mas():
    de_antes = tuple(renglon(n, f"CA/{n:04}/2030", **ENVIADO) for n in range(1, 9))
    de_ahora = (renglon(10, "nueva/03/2031", **ENVIADO), renglon(11, "NUEVA/04/2031", **ENVIADO))
    assert serie_de((*de_antes, *de_ahora), "oficio", "enviado", 2031) == Serie("nueva/", 2, 2031, 5)


@pytest.mark.parametrize(("medio", "sentido"), [("correo", "enviado"), ("oficio", "recibido")])
def test_sin_nada_escrito_o_si_lo_mandan_otros_no_hay_serie(medio, sentido):
    assert serie_de(ESCRITOS, medio, sentido, 2031) is None


def test_lo_primero_que_se_envia_se_numera_con_la_serie_del_plan():
    serie = serie_de((), "oficio", "enviado", 2031, "CA/0000")
    assert serie == Serie("CA/", 4, 2031, siguiente=1)
    assert serie_de((), "oficio", "recibido", 2031, "CA/0000") is None
    assert serie_de((), "oficio", "enviado", 2031, "CA/") is None, "sin ceros no dice cuántos dígitos"
    assert serie_de(ESCRITOS, "oficio", "enviado", 2031, "XX/00") == Serie("CA/", 4, 2031, siguiente=20)


def test_una_serie_sin_prefijo_tambien_se_completa():
    circulares = (renglon(1, "03/2031", medio="circular", sentido="enviado"),)
    serie = serie_de(circulares, "circular", "enviado", 2031)
    assert serie is not None
    assert serie.folio("4") == "04/2031"


@given(st.integers(1, 9999), st.integers(1, 6), st.integers(2000, 2100))
def test_lo_completado_se_lee_de_vuelta_como_el_mismo_numero(numero, ancho, anio):
    folio = Serie("CA/", ancho, anio, 1).folio(str(numero))
    assert llave_de(folio) == llave_de(f"ca/{numero}/{anio}")


@given(st.integers(0, 9999), st.integers(1, 6), st.integers(2000, 2100), st.sampled_from(["", "CA/", "A/B/"]))
def test_la_llave_no_ve_mayusculas_ni_ceros_y_el_ancho_si_los_ve(numero, ancho, anio, antes):
    folio = leer_folio(f" {antes}{numero:0{ancho}}/{anio} ")
    assert folio.llave == leer_folio(f"{antes.lower()}{numero}/{anio}").llave
    assert folio.ancho == max(ancho, len(str(numero)))
    assert folio.llave != leer_folio(f"{antes}{numero + 1}/{anio}").llave
    assert leer_folio("645 BIS").llave == leer_folio(" 645 bis ").llave
    assert leer_folio("645 bis").ancho == 0


def test_se_separan_con_coma_o_punto_y_coma():
    assert partir(" 1, 2;;3 ,") == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("escrito", "numeros"),
    [
        ("645 y 646", ["645", "646"]),
        ("645, 646 y 647", ["645", "646", "647"]),
        ("UT/0645/2031 y UT/0646/2031", ["UT/0645/2031", "UT/0646/2031"]),
        ("645 bis y 646", ["645 bis", "646"]),
        ("645 al 648", ["645", "646", "647", "648"]),
        ("645 al 646", ["645", "646"]),
        ("645 al 645", ["645 al 645"]),
        ("1 al 100", [str(numero) for numero in range(1, 101)]),
        ("1 al 101", ["1 al 101"]),
        ("del 9 al 11, 15", ["9", "10", "11", "15"]),
        ("Tesorería y Catastro", ["Tesorería y Catastro"]),
        ("650 al 645", ["650 al 645"]),
        ("645 Y 646", ["645", "646"]),
        ("DEL 9 AL 11", ["9", "10", "11"]),
        ("1 al 999999", ["1 al 999999"]),
    ],
)
def test_se_escriben_como_se_dicen(escrito, numeros):
    assert partir(escrito) == numeros


@pytest.mark.parametrize(
    "escrito", ["645.", "No. 645", "núm. 645", "n° 645", "#645", "oficio 645", "Oficio núm. 645"]
)
def test_lo_que_se_dice_antes_del_numero_no_es_de_su_serie(escrito):
    assert Serie("CA/", 4, 2031, 1).folio(escrito) == "CA/0645/2031"


@pytest.mark.parametrize(
    "escrito", ["645-650", "645 al 650", "del 645 al 650", "645 – 650", "645 hasta el 650"]
)
def test_un_tramo_se_pregunta_se_escriba_como_se_escriba(escrito):
    assert por_aclarar(f"12, {escrito}") == (
        f"«{escrito}»: falta decir si son 6 oficios o uno solo; Enter lo pregunta."
    )
    tramo = tramo_dudoso(escrito)
    assert tramo and por_aclarar(tramo.varios) == "" and len(partir(tramo.varios)) == 6
    assert por_aclarar(Serie("CA/", 4, 2031, 1).uno_solo(escrito)) == ""


def test_lo_claro_no_se_pregunta_y_los_demasiados_se_parten():
    for claro in ("", "645", "UT-645", "645/2031", "650-645", "UT/645-650/2031", "645, 646", "650 al 645"):
        assert por_aclarar(claro) == ""
    for escrito in ("645-900", "645 al 900"):
        assert por_aclarar(escrito).startswith(
            f"«{escrito}» serían 256 oficios y de una vez se anotan hasta 100"
        )


def test_el_bis_es_otro_oficio_aunque_cambie_como_se_escriba():
    assert llave_de("CA/0645 bis/2031") == llave_de("ca/645-BIS/2031") != llave_de("CA/0645/2031")
    assert leer_folio("CA/0645 bis/2031").ancho == 4


def test_un_numero_usado_se_encuentra_aunque_cambien_ceros_y_mayusculas():
    del_anio = foto(
        plan(), renglones=ESCRITOS, remisiones={"vecindad": OficioRemision("vecindad", "CA/0030/2031")}
    )
    assert list(ya_usados(del_anio, ["ca/19/2031"], "enviado")) == [("ca/19/2031", "1.1/1")]
    assert list(ya_usados(del_anio, ["CA/0030/2031"], "enviado")) == [("CA/0030/2031", "")]
    assert not list(ya_usados(del_anio, ["CA/0019/2031"], "enviado", menos="uid1"))
    assert not list(ya_usados(del_anio, ["CA/0019/2031"], "recibido"))


def test_los_que_quedan_lejos_son_solo_los_de_su_serie_y_su_anio():
    tomados = Tomados(2031, {"CA": SerieDelAnio(frozenset({19}))})
    serie = Serie("CA/", 4, 2031, 20)
    folios = ["CA/8022/2031", "ca/9000/2031", "CA/0021/2031", "CA/8022/2030", "OTRA/8022/2031", "ilegible"]
    assert que_quedan_lejos(folios, serie, tomados) == ["CA/8022/2031", "ca/9000/2031"]
    al_reves = que_quedan_lejos(reversed(folios), serie, tomados)
    assert al_reves[-1] == "ca/9000/2031", "del mayor, el último, sigue la cuenta"
    assert que_quedan_lejos(folios, None, tomados) == []
