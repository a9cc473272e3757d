"""Lo que a cada lugar le falta para imprimirse completo."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.oficina import ABRIL, banda, cifra, componente, foto, plan, por_mes, renglon
from ut_escritorio.dominio.catalogo import Catalogo, Nombramiento, Persona
from ut_escritorio.dominio.cifras import Capturada
from ut_escritorio.dominio.cuadros import Cuadro
from ut_escritorio.dominio.faltas import Falta, faltas_de, faltas_del_informe
from ut_escritorio.dominio.foto import FotoTrimestre
from ut_escritorio.dominio.plan import Actividad, Apartado, Componente, Departamento, Estilo, Firmante, Plan
from ut_escritorio.dominio.registros import ParrafoLibre

RENGLONES, EL_CUADRO = Apartado("r", "renglones"), Apartado("q", "cuadro", cuadro="c")
CUADRO = Cuadro("c", (banda("cifras", "v"),), (banda("meses"), banda("trimestre")), "VISITAS")
VALOR = Estilo(valor="Valor: {alcanzado}%")


def un_plan(paso: tuple[Apartado, ...], estilo: Estilo | None = None, **otros) -> Plan:
    return plan(cifra("v"), componentes=(componente(paso=paso, estilo=estilo),), cuadros=(CUADRO,), **otros)


def lo_que_falta(mia: FotoTrimestre, clave: str = "1") -> list[str]:
    return [falta.texto for falta in faltas_de(mia, mia.plan.lugar[clave])]


def test_un_paso_donde_no_se_anoto_nada_falta_hasta_que_se_anota() -> None:
    vacia = foto(un_plan((RENGLONES,)))
    assert faltas_de(vacia, vacia.plan.lugar["1.1"]) == (Falta("1.1/1", "apartado:r", "No hay nada anotado"),)
    assert lo_que_falta(foto(vacia.plan, renglones=(renglon(asunto="algo"),))) == []
    assert lo_que_falta(foto(vacia.plan, parrafos=(ParrafoLibre("p", "1.1/1", 1, "Algo."),))) == []


def test_un_paso_con_cuadro_no_exige_renglones() -> None:
    assert lo_que_falta(foto(un_plan((EL_CUADRO, RENGLONES)), por_mes("v", 0, 0, 0))) == []


def test_un_cuadro_dice_los_meses_que_le_faltan() -> None:
    mia = foto(un_plan((EL_CUADRO,)), {("v", ABRIL, None): 0})
    assert faltas_de(mia, mia.plan.lugar["1"]) == (Falta("1.1/1", "cuadro:c", "VISITAS: falta mayo y junio"),)


def test_un_cuadro_sin_titulo_al_que_le_falta_su_total() -> None:
    del_trimestre = cifra("v", Capturada(("trimestre",)))
    cuadro = Cuadro("c", (banda("cifras", "v"),), (banda("trimestre"),))
    mi_plan = plan(del_trimestre, componentes=(componente(paso=(EL_CUADRO,)),), cuadros=(cuadro,))
    assert lo_que_falta(foto(mi_plan)) == ["Cuadro: falta el total"]


def test_un_dato_que_falta_en_una_frase_se_dice_con_la_frase() -> None:
    mia = foto(
        un_plan((RENGLONES, Apartado("p", "parrafo", "Hubo {cifra.v} visitas"))), renglones=(renglon(),)
    )
    assert lo_que_falta(mia) == ["Falta un dato en «______»", "Falta un dato en «Hubo ______ visitas»"]


def test_un_cierre_que_no_se_imprime_no_falta() -> None:
    assert lo_que_falta(foto(un_plan((Apartado("z", "cierre", "Fueron {cifra.v}."),)))) == []


def test_el_valor_alcanzado_falta_solo_donde_se_imprime() -> None:
    con_valor = foto(un_plan((EL_CUADRO,), VALOR), por_mes("v", 1, 1, 1))
    assert faltas_de(con_valor, con_valor.plan.lugar["1"]) == (
        Falta("1.1", "valor:1.1", "Falta el valor alcanzado"),
    )
    assert lo_que_falta(replace(con_valor, alcanzado={"1.1": Decimal(0)})) == []
    assert lo_que_falta(foto(un_plan((EL_CUADRO,)), por_mes("v", 1, 1, 1))) == []


def test_un_valor_o_un_encabezado_con_una_raya_son_faltas() -> None:
    estilo = Estilo("{programado}", "{leyenda}", "{evidencia} {leyenda}", valor="{alcanzado} de {programado}")
    mia = foto(un_plan((EL_CUADRO,), estilo), por_mes("v", 1, 1, 1), alcanzado={"1.1": Decimal(30)})
    assert lo_que_falta(mia) == [
        "Falta un dato en «______»",
        "Falta un dato en «______»",
        "Falta un dato en «77 ______»",
        "Falta un dato en «30 de ______»",
    ]


def test_lo_que_no_toco_no_falta() -> None:
    mia = foto(un_plan((RENGLONES,)), sin_actividad=frozenset({"1.1/1"}))
    assert faltas_de(mia, mia.plan.lugar["1"]) == ()
    assert faltas_de(foto(mia.plan), mia.plan.lugar["1"]) != ()


FIRMA = Apartado("f", "firmas", "ATENTAMENTE\n{leyenda}", firmantes=(Firmante("jefa"),))
DEPTO = Departamento(
    "vecindad", "Vecindad", "jefa", apartados=(Apartado("d", "titulo", "{leyenda}"),), al_final=(FIRMA,)
)
JEFA = Catalogo((Persona("ana", "Ana Ruiz"),), (Nombramiento("jefa", "ana", "Jefa de la Casa"),))


def test_portada_departamentos_y_ultima_pagina_tambien_pueden_faltar() -> None:
    completo = un_plan(
        (EL_CUADRO,),
        portada=(Apartado("portada#1", "titulo", "EVIDENCIA {leyenda}"),),
        ultima=(Apartado("ultima#1", "firmas", firmantes=(Firmante("titular"),)),),
        departamentos=(DEPTO, Departamento("sola", "Sin componentes", "x", al_final=(FIRMA,))),
    )
    mia = foto(completo, por_mes("v", 1, 1, 1), catalogo=JEFA)
    assert faltas_del_informe(mia) == (
        Falta("", "apartado:portada#1", "Falta un dato en «EVIDENCIA ______»"),
        Falta("1", "apartado:d", "Falta un dato en «______»"),
        Falta("1", "apartado:f", "Falta un dato en «ATENTAMENTE\n______»"),
        Falta("", "apartado:ultima#1", "Falta el nombre de quien firma como «titular»"),
    )


def test_quien_ya_no_ocupa_el_puesto_se_nombra_por_su_cargo() -> None:
    fuera = replace(JEFA, nombramientos=(replace(JEFA.nombramientos[0], hasta=None),), personas=())
    mia = foto(un_plan((FIRMA,), leyenda="Sí"), catalogo=fuera)
    assert lo_que_falta(mia) == ["Falta el nombre de quien firma como «Jefa de la Casa»"]


def test_un_componente_sin_actividades_solo_responde_de_lo_suyo() -> None:
    solo = Componente("9", "9", "Solo", "vecindad", apartados=(RENGLONES,))
    assert lo_que_falta(foto(plan(componentes=(solo,))), "9") == ["No hay nada anotado"]


def test_una_actividad_sin_pasos_con_sus_renglones() -> None:
    actividad = Actividad("1.1", "1.1", "Sin pasos", (RENGLONES,))
    mi_plan = plan(componentes=(Componente("1", "1", "Uno", "x", actividades=(actividad,)),))
    assert lo_que_falta(foto(mi_plan), "1.1") == ["No hay nada anotado"]
