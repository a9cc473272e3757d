"""Los números de una serie: el que sigue, los lejanos, los huecos y los de otro."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.trimestre.series import (
    LEJOS,
    Ajenos,
    SerieDelAnio,
    Tomados,
    en_un_renglon,
    tramos_en_palabras,
)

numeros = st.frozensets(st.integers(1, 3000), max_size=12)


def serie(*tomados: int, ultimo: int | None = None, ajenos: tuple[Ajenos, ...] = ()) -> SerieDelAnio:
    return SerieDelAnio(frozenset(tomados), ultimo, ajenos=ajenos)


def test_sigue_despues_del_mayor():
    assert serie(534, 771, 822).siguiente == 823
    assert serie().siguiente == 1
    assert serie(ultimo=654).siguiente == 655


def test_uno_muy_por_encima_no_mueve_al_que_sigue_hasta_que_ella_lo_diga():
    assert serie(534, 822, 8022).siguiente == 823
    assert serie(534, 822).queda_lejos(8022)
    assert serie(534, 822, 8022, ultimo=8022).siguiente == 8023
    assert not serie(534, 822, 8022, ultimo=8022).queda_lejos(8023)


def test_uno_mal_tecleado_hacia_abajo_no_hace_lejanos_a_los_demas():
    assert serie(7, 1534, 1548, 1560).siguiente == 1561


def test_los_de_otro_se_saltan():
    assert serie(649, ajenos=(Ajenos(650, 699, "Recursos"),)).siguiente == 700
    assert serie(648, 702, ajenos=(Ajenos(650, 699),)).huecos == ((649, 649), (700, 701))


def test_los_huecos_van_en_tramos():
    assert serie(534, 548, 552, 553).huecos == ((535, 547), (549, 551))
    assert tramos_en_palabras(((535, 547), (641, 641)), 4) == ["0535 a 0547 (13)", "0641"]


def test_en_un_renglon_dice_cuantos_hay_y_los_que_faltan_solo_donde_se_lleva():
    una = serie(534, 535, 822)
    assert en_un_renglon(2024, una, 4) == (
        "2024: 3 números entre el 0534 y el 0822. Los demás no están aquí (la serie la lleva la Unidad)."
    )
    assert en_un_renglon(2024, replace(una, desde=534), 4).endswith("Faltan 0536 a 0821 (286).")
    assert en_un_renglon(2024, replace(serie(1, 2), desde=1), 4) == "2024: 2 números entre el 0001 y el 0002."
    impares = [en_un_renglon(2024, replace(serie(*range(1, n, 2)), desde=1), 1) for n in (14, 16)]
    assert impares[0].endswith("Faltan 2, 4, 6, 8, 10 y 12.")
    assert impares[1].endswith("Faltan 2, 4, 6, 8, 10 y 2 tramos más.")
    assert en_un_renglon(2024, serie(5), 4) == "2024: un número, el 0005."
    assert en_un_renglon(2024, serie(), 4) == ""


@given(numeros, st.none() | st.integers(0, 3000), st.integers(1, 6))
def test_el_que_sigue_nunca_esta_tomado(tomados: frozenset[int], ultimo: int | None, cuantos: int):
    una = SerieDelAnio(tomados, ultimo)
    siguientes = una.siguientes(cuantos)
    assert not set(siguientes) & tomados
    assert len(set(siguientes)) == cuantos
    assert list(siguientes) == sorted(siguientes)
    assert ultimo is None or una.siguiente > ultimo


@given(numeros)
def test_tomar_el_que_sigue_no_hace_lejano_a_ninguno(tomados: frozenset[int]):
    una = SerieDelAnio(tomados)
    assert not una.queda_lejos(una.siguiente) or una.siguiente - una.tope > LEJOS


@given(numeros)
def test_los_huecos_y_los_tomados_no_se_tocan_y_cubren_todo(tomados: frozenset[int]):
    una = SerieDelAnio(tomados)
    faltan = {n for desde, hasta in una.huecos for n in range(desde, hasta + 1)}
    assert not faltan & tomados
    juntos = {n for n in tomados if n <= una.tope}
    if juntos:
        assert faltan | juntos == set(range(min(juntos), una.tope + 1))


def test_cada_anio_y_serie_tiene_los_suyos():
    tomados = Tomados(2031, {"UT": serie(5)})
    assert tomados.de("ut", 2031).siguiente == 6
    assert tomados.de("UT", 2032).siguiente == 1
    assert tomados.de("CA", 2031).siguiente == 1
