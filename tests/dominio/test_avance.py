"""El avance de una actividad contra su meta: qué % es, si va dentro y lo que va del año."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.inventado import TRIMESTRE, foto, plan
from ut_escritorio.dominio.graficas.en_celda import en_celda
from ut_escritorio.dominio.numeros.avance import Avance, avance_de, avances, avances_del_anio
from ut_escritorio.dominio.plan.arbol import Actividad
from ut_escritorio.dominio.plan.programa import Programa
from ut_escritorio.dominio.trimestre.metas import LoAlcanzado, MetaModificada

PORCENTAJES = st.decimals(0, 1000, places=2)
LIMITES = (Decimal(90), Decimal(110))


def actividad(**programado: int) -> Actividad:
    metas = {int(numero.removeprefix("t")): Decimal(valor) for numero, valor in programado.items()}
    return Actividad("1.1", "1.1", "Visitas", programado=metas)


def con(suya: Actividad, alcance: str = "", **otros):
    """Una foto cuyo plan tiene solo esa actividad."""
    de_muestra = plan()
    (componente,) = de_muestra.componentes
    suyo = replace(
        de_muestra,
        programa=replace(de_muestra.programa, alcance=alcance),
        componentes=(replace(componente, actividades=(suya,)),),
    )
    return foto(suyo, **otros)


def meta(valor: int) -> MetaModificada:
    return MetaModificada(Decimal(valor), "porque sí", date(2031, 5, 2))


@given(PORCENTAJES, PORCENTAJES)
def test_el_estado_es_el_de_la_regla_sin_redondear_y_lo_dicho_no_lo_contradice(programado, alcanzado):
    avance = Avance(actividad(), programado=programado, alcanzado=alcanzado, limites=LIMITES)
    if not programado:
        assert avance.estado == ("sin meta y con avance" if alcanzado else "dentro")
        assert avance.porcentaje_dicho == ("–" if alcanzado else "100 %")
        return
    de_cien = alcanzado * 100
    esperado = "bajo" if de_cien < 90 * programado else "alto" if de_cien > 110 * programado else "dentro"
    assert avance.estado == esperado
    assert avance.se_salio == avance.falta_por_que == (esperado != "dentro")
    assert not replace(avance, justificacion="faltó gente").falta_por_que
    dicho = Decimal(avance.porcentaje_dicho.removesuffix(" %"))
    assert abs(dicho - de_cien / programado) <= Decimal("0.5")
    assert esperado != "dentro" or 90 <= dicho <= 110


def test_cero_de_cero_es_cien_y_lo_que_no_se_sabe_no_es_cero():
    assert Avance(actividad(), programado=Decimal(0), alcanzado=Decimal(0)).porcentaje == 100
    assert Avance(actividad(), alcanzado=Decimal(30)).estado == "sin meta"
    assert Avance(actividad(), programado=Decimal(30)).estado == "sin dato"
    assert Avance(actividad(), programado=Decimal(30), no_toco=True).estado == "no tocó"
    propuesta = Avance(actividad(), propuesto=Decimal(30), alcanzado=Decimal(30))
    assert (propuesta.meta, propuesta.estado) == (None, "sin meta"), "la propuesta no cuenta"


def test_justo_abajo_del_limite_no_se_dice_el_limite():
    casi = Avance(actividad(), programado=Decimal(100), alcanzado=Decimal("89.6"), limites=LIMITES)
    assert (casi.porcentaje_dicho, casi.estado_dicho) == ("89.6 %", "▼ bajo")
    assert replace(casi, alcanzado=Decimal("66.6")).porcentaje_dicho == "67 %"


def test_se_mide_contra_lo_modificado():
    suya = actividad(t2=30)
    una = con(suya, alcanzado={"1.1": Decimal(25)}, modificadas={"1.1": meta(25)})
    avance = avance_de(una, suya)
    assert (avance.programado, avance.meta, avance.estado) == (Decimal(30), Decimal(25), "dentro")


def test_lo_que_va_del_anio_segun_lo_que_dice_el_porciento():
    suya = actividad(t1=30, t2=30, t3=20, t4=20)
    del_primero = {1: LoAlcanzado({"1.1": Decimal(25)}), 3: LoAlcanzado(modificado={"1.1": Decimal(15)})}
    dice = {"alcanzado": {"1.1": Decimal(30)}, "otros_trimestres": del_primero}
    assert van(con(suya, **dice)) == (None, None), "no se ha dicho qué es"
    assert van(con(suya, "trimestre", **dice)) == (55, 95), "se suman, con el tercero ya modificado"
    assert van(con(suya, "acumulado", **dice)) == (30, 20), "ya viene sumado"
    assert van(con(suya, "trimestre", alcanzado={"1.1": Decimal(30)})) == (None, 100), "del 1º no se sabe"
    assert van(con(actividad(t2=30), "trimestre", **dice)) == (55, None), "sin meta en todos no hay del año"


def van(una) -> tuple[Decimal | None, Decimal | None]:
    (avance,) = avances(una)
    return avance.del_anio, avance.meta_del_anio


@given(st.lists(st.one_of(st.none(), PORCENTAJES), min_size=4, max_size=4))
def test_lo_que_va_nunca_suma_lo_que_no_se_sabe(alcanzados):
    del_anio = {
        n: LoAlcanzado({"1.1": valor})
        for n, valor in enumerate(alcanzados, 1)
        if valor is not None and n != TRIMESTRE.numero
    }
    aqui = alcanzados[TRIMESTRE.numero - 1]
    una = con(
        actividad(),
        "trimestre",
        alcanzado={"1.1": aqui} if aqui is not None else {},
        otros_trimestres=del_anio,
    )
    hasta_hoy = alcanzados[: TRIMESTRE.numero]
    assert van(una)[0] == (None if None in hasta_hoy else sum(hasta_hoy))


def test_los_limites_son_los_del_plan_y_lo_que_no_toco_lo_hereda_de_su_componente():
    suya = actividad(t2=30)
    una = con(suya, sin_actividad=frozenset({"1"}))
    una = replace(
        una, plan=replace(una.plan, programa=Programa("1", "Uno", holgura=(Decimal(50), Decimal(200))))
    )
    assert avance_de(una, suya).limites == (50, 200)
    assert avance_de(una, suya).estado == "no tocó"
    assert avance_de(replace(una, alcanzado={"1.1": Decimal(15)}), suya).estado == "dentro"


def test_el_anio_va_hasta_el_ultimo_trimestre_que_se_dijo_y_mientras_falte_alguno_esta_en_curso():
    suya = actividad(t1=20, t2=30, t3=30, t4=20)
    otros = {1: LoAlcanzado({"1.1": Decimal(18)}), 3: LoAlcanzado({"1.1": Decimal(33)}, {"1.1": Decimal(40)})}
    datos = {"alcanzado": {"1.1": Decimal(30)}, "otros_trimestres": otros}
    (del_anio,) = avances_del_anio(con(suya, "trimestre", **datos))
    assert (del_anio.programado, del_anio.modificado, del_anio.alcanzado) == (100, 110, 81)
    assert (del_anio.estado, del_anio.falta_por_que) == ("en curso", False)
    cuarto = {**otros, 4: LoAlcanzado({"1.1": Decimal(10)})}
    (entero,) = avances_del_anio(con(suya, "trimestre", **{**datos, "otros_trimestres": cuarto}))
    assert (entero.alcanzado, entero.estado) == (91, "bajo")
    de_mas = {**otros, 1: LoAlcanzado({"1.1": Decimal(90)})}
    (rebasado,) = avances_del_anio(con(suya, "trimestre", **{**datos, "otros_trimestres": de_mas}))
    assert rebasado.estado == "alto", "ya se pasó, aunque falte un trimestre"
    (acumulado,) = avances_del_anio(con(suya, "acumulado", **datos))
    assert (acumulado.programado, acumulado.alcanzado, acumulado.modificado) == (20, 33, None)
    (sin_decir,) = avances_del_anio(con(suya, "", **datos))
    assert (sin_decir.programado, sin_decir.meta, sin_decir.alcanzado) == (None, None, None)
    (nada,) = avances_del_anio(con(suya, "trimestre"))
    assert (nada.alcanzado, nada.estado) == (None, "sin dato")


def test_lo_del_anio_de_que_falta_saber_algo_no_es_sin_meta():
    suya = actividad(t1=30, t2=30, t3=20, t4=20)
    for una in (con(suya), con(actividad(t2=30), "trimestre")):
        (del_anio,) = avances_del_anio(una)
        assert (del_anio.estado, del_anio.por_saberse) == ("sin dato", True)
    (sin_ninguna,) = avances_del_anio(con(actividad(), "trimestre"))
    assert sin_ninguna.estado == "sin meta"
    assert avances_del_anio(con(suya, "trimestre"))[0].estado == "sin dato", "su meta ya se sabe"


@given(st.decimals(0, 10_000, places=2), st.floats(1, 2000), st.floats(6, 200))
def test_la_barra_de_una_celda_cabe_y_llega_a_su_marca_solo_si_llego_a_su_meta(por_cien, ancho, alto):
    barra, marca = en_celda(por_cien, ancho, alto)
    assert barra.x >= 0 and barra.x + barra.ancho <= ancho + 1e-6
    assert barra.y >= 0 and barra.y + barra.alto <= alto
    assert 0 < marca.x + marca.ancho / 2 < ancho
    en_medio = marca.x + marca.ancho / 2
    assert (barra.ancho >= en_medio - 1e-6) == (por_cien >= 100) or abs(float(por_cien) - 100) < 0.01
