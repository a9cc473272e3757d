"""Cuánto vale una cifra: vacío no es cero, lo escrito manda y a lo que falta se le llama por su mes."""

from __future__ import annotations

from datetime import date

import pytest

from tests.inventado import (
    ABRIL,
    JUNIO,
    MAYO,
    POR_MES_Y_SEXO,
    TRIMESTRE,
    cifra,
    contada,
    formula,
    foto,
    plan,
    por_mes,
    renglon,
)
from ut_escritorio.dominio.numeros.evaluacion import contar, se_captura, valor_de, valor_en
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.personas import Personas
from ut_escritorio.dominio.plan.cifras import Capturada, Cifra, Valor

MES_Y_TRIMESTRE = Capturada(("mes", "trimestre"))
CON_SUMA = Capturada(("mes", "mes y sexo"), suma_de_sexos=True)
SIN_SUMA = Capturada(("mes", "mes y sexo"))
AL_FINAL_POR_SEXO = Capturada(("mes", "trimestre y sexo"), ("mujeres", "hombres"))


def test_un_mes_vacio_falta_y_un_cero_escrito_es_cero() -> None:
    mia = foto(plan(cifra("v")), {("v", ABRIL, None): 0})
    assert valor_de(mia, "v", ABRIL) == Valor(0)
    assert valor_de(mia, "v", MAYO) == Valor(None, (MAYO,))


def test_el_total_a_medias_dice_que_mes_falta() -> None:
    mia = foto(plan(cifra("v")), {("v", ABRIL, None): 7, ("v", MAYO, None): 5})
    assert valor_de(mia, "v") == Valor(12, (JUNIO,))
    assert not valor_de(mia, "v").completo


def test_el_total_de_tres_meses_es_su_suma() -> None:
    assert valor_de(foto(plan(cifra("v")), por_mes("v", 7, 5, 0)), "v") == Valor(12)


def test_sin_nada_escrito_no_hay_total() -> None:
    assert valor_de(foto(plan(cifra("v"))), "v") == Valor(None, (ABRIL, MAYO, JUNIO))


def test_un_mes_dado_por_capturado_es_cero_donde_esta_vacio() -> None:
    mia = foto(plan(cifra("v")), {("v", ABRIL, None): 7}, capturados=frozenset({("v", ABRIL), ("v", MAYO)}))
    assert [valor_de(mia, "v", mes) for mes in TRIMESTRE.meses] == [Valor(7), Valor(0), Valor(None, (JUNIO,))]


def test_el_total_escrito_manda_sobre_los_meses_y_los_dos_se_guardan() -> None:
    mia = foto(plan(cifra("v", MES_Y_TRIMESTRE)), {("v", None, None): 71, ("v", ABRIL, None): 26})
    assert valor_de(mia, "v") == Valor(71)
    assert valor_de(mia, "v", ABRIL) == Valor(26)
    assert valor_de(mia, "v", MAYO) == Valor(None, (MAYO,))


def test_el_mes_es_la_suma_de_sus_sexos_mientras_nadie_lo_escriba() -> None:
    por_sexo = {("v", ABRIL, "mujeres"): 6, ("v", ABRIL, "hombres"): 10, ("v", ABRIL, "ni"): 1}
    del_plan = plan(cifra("v", CON_SUMA))
    assert valor_de(foto(del_plan, por_sexo), "v", ABRIL) == Valor(17)
    assert valor_de(foto(del_plan, por_sexo | {("v", ABRIL, None): 26}), "v", ABRIL) == Valor(26)


def test_si_falta_un_sexo_la_suma_del_mes_queda_a_medias() -> None:
    mia = foto(plan(cifra("v", CON_SUMA)), {("v", ABRIL, "mujeres"): 6})
    assert valor_de(mia, "v", ABRIL) == Valor(6, (ABRIL,))


def test_sin_suma_de_sexos_el_mes_no_se_deduce_de_ellos() -> None:
    mia = foto(plan(cifra("v", SIN_SUMA)), {("v", ABRIL, sexo): 1 for sexo in ("mujeres", "hombres", "ni")})
    assert valor_de(mia, "v", ABRIL) == Valor(None, (ABRIL,))


def test_donde_solo_se_captura_por_sexo_el_mes_es_su_suma() -> None:
    mia = foto(plan(cifra("v", POR_MES_Y_SEXO)), capturados=frozenset({("v", MAYO)}))
    assert valor_de(mia, "v", MAYO) == Valor(0)
    assert valor_de(mia, "v", ABRIL) == Valor(None, (ABRIL,))


def test_el_sexo_del_trimestre_se_suma_de_sus_meses() -> None:
    mia = foto(plan(cifra("v", POR_MES_Y_SEXO)), {("v", mes, "mujeres"): mes for mes in TRIMESTRE.meses})
    assert valor_de(mia, "v", None, "mujeres") == Valor(15)
    assert valor_de(mia, "v", None, "hombres") == Valor(None, TRIMESTRE.meses)


def test_meses_y_sexo_de_todo_el_trimestre_no_se_cruzan() -> None:
    """Las asesorías: doce por mes, siete mujeres y cinco hombres, y nadie sabe de qué mes."""
    mia = foto(
        plan(cifra("v", AL_FINAL_POR_SEXO)),
        por_mes("v", 6, 3, 3) | {("v", None, "mujeres"): 7, ("v", None, "hombres"): 5},
    )
    assert valor_de(mia, "v") == Valor(12)
    assert valor_de(mia, "v", None, "mujeres") == Valor(7)
    assert valor_de(mia, "v", ABRIL, "mujeres").numero is None


def test_un_sexo_del_trimestre_sin_escribir_no_cuenta_como_cero() -> None:
    solo_sexos = Capturada(("trimestre y sexo",), ("mujeres", "hombres"))
    mia = foto(plan(cifra("v", solo_sexos)), {("v", None, "mujeres"): 7})
    assert valor_de(mia, "v", None, "hombres") == Valor(None)
    assert valor_de(mia, "v") == Valor(None)
    completa = foto(mia.plan, {("v", None, "mujeres"): 7, ("v", None, "hombres"): 0})
    assert valor_de(completa, "v") == Valor(7)


def test_lo_de_otro_trimestre_se_lee_con_sus_meses() -> None:
    mia = foto(plan(cifra("v")), por_mes("v", 1, 2, 3))
    assert valor_en(mia, Trimestre(2031, 1), "v") == Valor(None, (1, 2, 3))


# ── Lo que se cuenta de los renglones ──

UNO = renglon(1, "AB/1", "AB/2", medio="oficio", fecha=date(2031, 4, 9), cantidad=2)
OTRO = renglon(2, "AB/2", medio="oficio", fecha=date(2031, 5, 2), cantidad=3, cantidad_medio=4)
MAIL = renglon(3, medio="correo", mes=MAYO, sentido="recibido", forma="aviso", lugar="1.1")
TODO = (UNO, OTRO, MAIL)


@pytest.mark.parametrize(
    ("cuenta", "valor"),
    [
        (contada("v", "registros"), 3),
        (contada("v", "registros", medios=("oficio",)), 2),
        (contada("v", "registros", lugares=("1.1",)), 1),
        (contada("v", "registros", formas=("aviso",)), 1),
        (contada("v", "registros", sentidos=("recibido",)), 1),
        (contada("v", "registros", medios=("oficio", "correo"), lugares=("1.1/1",)), 2),
        (contada("v", "folios"), 2),
        (contada("v", "cantidad", medios=("oficio",)), 5),
        (contada("v", "cantidad_medio"), 6),
    ],
)
def test_se_cuentan_renglones_folios_distintos_y_cantidades(cuenta: Cifra, valor: int) -> None:
    assert valor_de(foto(plan(cuenta), renglones=TODO), "v") == Valor(valor)


def test_cada_sin_numero_es_otro_oficio() -> None:
    renglones = (renglon(1, "UT/0651/2031", "S/N", fecha=UNO.fecha), renglon(2, "S/N", "s/n", "UT/0651/2031"))
    assert contar(renglones, "folios") == Valor(4)


def test_el_mes_cuenta_solo_lo_suyo_tambien_lo_que_no_tiene_dia() -> None:
    mia = foto(plan(contada("v", "registros")), renglones=TODO)
    assert [valor_de(mia, "v", mes) for mes in TRIMESTRE.meses] == [Valor(1), Valor(2), Valor(None, (JUNIO,))]


def test_un_mes_sin_renglones_es_cero_solo_si_se_dio_por_capturado() -> None:
    mia = foto(plan(contada("v", "registros")), capturados=frozenset({("v", ABRIL), ("v", MAYO)}))
    assert valor_de(mia, "v", ABRIL) == Valor(0)
    assert valor_de(mia, "v") == Valor(None, (JUNIO,))
    entera = foto(mia.plan, capturados=frozenset(("v", mes) for mes in TRIMESTRE.meses))
    assert valor_de(entera, "v") == Valor(0)


def test_una_cantidad_sin_anotar_no_suma_cero() -> None:
    sin_cantidad = renglon(4, fecha=date(2031, 6, 3))
    mia = foto(plan(contada("v", "cantidad")), renglones=(UNO, sin_cantidad))
    assert valor_de(mia, "v") == Valor(2, (JUNIO,))
    sin_fecha = foto(mia.plan, renglones=(UNO, renglon(5)))
    assert valor_de(sin_fecha, "v") == Valor(None)


def test_personas_sin_distinguir_sexo_cuentan_en_el_total_y_no_como_cero_mujeres() -> None:
    sabidas = renglon(1, mes=ABRIL, personas=Personas(mujeres=16, hombres=15))
    sin_sexo = renglon(2, mes=JUNIO, personas=Personas(total=62))
    mia = foto(plan(contada("v", "personas")), renglones=(sabidas, sin_sexo))
    assert valor_de(mia, "v") == Valor(93)
    assert valor_de(mia, "v", None, "mujeres") == Valor(16, (JUNIO,))
    assert valor_de(mia, "v", ABRIL, "ni") == Valor(0)
    assert valor_de(mia, "v", JUNIO, "hombres") == Valor(None, (JUNIO,))


# ── Fórmulas y casillas ──


def test_una_formula_suma_unas_y_resta_otras() -> None:
    escrito = por_mes("a", 5, 5, 5) | por_mes("b", 1, 2, 3) | por_mes("c", 0, 1, 0)
    mia = foto(plan(cifra("a"), cifra("b"), cifra("c"), formula("f", "a", "b", resta=("c",))), escrito)
    assert valor_de(mia, "f") == Valor(20)
    assert valor_de(mia, "f", MAYO) == Valor(6)


def test_una_formula_con_algo_desconocido_es_desconocida_y_a_medias_es_a_medias() -> None:
    partes = plan(cifra("a"), cifra("b"), formula("f", "a", resta=("b",)))
    mia = foto(partes, por_mes("a", 5, 5, 5) | {("b", ABRIL, None): 1})
    assert valor_de(mia, "f", MAYO) == Valor(None, (MAYO,))
    assert valor_de(mia, "f") == Valor(14, (MAYO, JUNIO))


@pytest.mark.parametrize(
    ("fuente", "mes", "sexo", "se_escribe"),
    [
        (Capturada(("mes",)), ABRIL, None, True),
        (Capturada(("mes",)), None, None, False),
        (Capturada(("mes",)), ABRIL, "mujeres", False),
        (Capturada(("trimestre",)), None, None, True),
        (AL_FINAL_POR_SEXO, None, "mujeres", True),
        (AL_FINAL_POR_SEXO, None, "ni", False),
        (AL_FINAL_POR_SEXO, ABRIL, "mujeres", False),
    ],
)
def test_se_escribe_solo_donde_el_plan_dice(fuente: Capturada, mes, sexo, se_escribe: bool) -> None:
    assert se_captura(cifra("v", fuente), mes, sexo) is se_escribe


def test_lo_contado_y_lo_calculado_no_se_escriben() -> None:
    assert not se_captura(contada("v", "folios"), ABRIL, None)
    assert not se_captura(formula("v", "a"), ABRIL, None)
