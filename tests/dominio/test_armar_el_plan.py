"""Armar el plan pieza por pieza: nada se mezcla y cada número sigue a su lugar."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.dominio.cambios_del_plan.armado.bloques import (
    con_bloque,
    con_bloque_en,
    con_bloque_un_sitio,
)
from ut_escritorio.dominio.cambios_del_plan.armado.componente_nuevo import (
    Senas,
    con_actividad_o_paso,
    con_componente_nuevo,
    con_copia,
    con_senas,
)
from ut_escritorio.dominio.cambios_del_plan.armado.cruce import (
    Cruce,
    Lado,
    con_cruce,
    con_otro_cruce,
    cruce_de,
)
from ut_escritorio.dominio.cambios_del_plan.armado.cuadro_pedido import (
    con_cuadro,
    con_otro_pedido,
    cuantas_cosas,
    de_su_clase,
    pedido_de,
)
from ut_escritorio.dominio.cambios_del_plan.armado.cuenta import Cosa
from ut_escritorio.dominio.cambios_del_plan.armado.nodos import el_nuevo, nodos_de, todos
from ut_escritorio.dominio.cambios_del_plan.armado.orden import con_numero, un_sitio
from ut_escritorio.dominio.cambios_del_plan.armado.se_va import dicho_lo_que_se_va
from ut_escritorio.dominio.cambios_del_plan.edicion import sin_lugar
from ut_escritorio.dominio.impreso.entradas import entradas
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cifras import Capturada, Contada
from ut_escritorio.dominio.plan.cuadros import Molde
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.servicios.archivo.creacion import plan_del_programa


@cache
def del_programa() -> Plan:
    return leer_plan(plan_del_programa()).plan


def test_lo_que_se_mueve_toma_el_numero_de_su_sitio_y_lo_suyo_lo_sigue():
    plan = del_programa()
    hecho = un_sitio(plan, "2", 1)
    assert [c.numero for c in hecho.plan.componentes] == ["1", "2", "3"]
    assert hecho.plan.lugar["3"].nombre == plan.lugar["2"].nombre
    assert hecho.ahora("2.3") == "3.3" and hecho.ahora("2.2#3") == "3.2#3"
    sesiones = hecho.plan.cifra["sesiones"].fuente
    assert isinstance(sesiones, Contada) and sesiones.lugares == ("3.3",)
    de_vuelta = un_sitio(hecho.plan, "3", -1).plan
    assert nodos_de(de_vuelta) == nodos_de(plan)
    assert un_sitio(plan, "2.1", -1).ahora("2.1") == "1.3", "en la orilla pasa al componente de junto"
    with pytest.raises(ValorInvalido, match="primero"):
        un_sitio(plan, "1", -1)


@given(st.data())
def test_muchos_movimientos_no_pierden_ni_repiten_nada(data: st.DataObject):
    plan = del_programa()
    habia = sorted(lugar.nombre for lugar in plan.lugares())
    for _ in range(6):
        clave = data.draw(st.sampled_from(sorted(plan.lugar)))
        try:
            plan = un_sitio(plan, clave, data.draw(st.sampled_from((-1, 1)))).plan
        except ValorInvalido:
            continue
    assert sorted(lugar.nombre for lugar in plan.lugares()) == habia
    claves = [lugar.clave for lugar in plan.lugares()]
    assert len(set(claves)) == len(claves)
    assert {a.cuadro for a in plan.apartados() if a.cuadro} == set(plan.cuadro)
    contadas = [c.fuente for c in plan.cifras if isinstance(c.fuente, Contada)]
    assert {lugar for fuente in contadas for lugar in fuente.lugares} <= set(plan.lugar)


def test_un_componente_en_blanco_no_imprime_nada_hasta_que_tiene_actividades():
    plan = del_programa()
    modelo = plan.componentes[1]
    nuevo = con_componente_nuevo(plan, Senas("4", "Archivo", "", "transparencia", modelo.estilo), modelo)
    assert [c.numero for c in nuevo.componentes] == ["1", "2", "3", "4"]
    assert [a.texto for a in nuevo.lugar["4"].apartados] == ["COMPONENTE {componente}"]
    assert list(entradas(nuevo, ())) == list(entradas(plan, ()))
    con_una = con_actividad_o_paso(nuevo, "4", Senas("4.1", "Inventario"))
    assert any(entrada.lugar == "4.1" for entrada in entradas(con_una, ()))
    assert con_una.admite_renglones("4.1")
    assert dicho_lo_que_se_va(con_una, sin_lugar(con_una, "4")) == "1 componente y 1 actividad"
    for senas, dicen in (
        (Senas("2", "Otro", "", "transparencia"), "Ya hay un componente 2"),
        (Senas("5", "", "", "transparencia"), "nombre"),
        (Senas("5", "Otro"), "departamento"),
    ):
        with pytest.raises(ValorInvalido, match=dicen):
            con_componente_nuevo(plan, senas)


def test_uno_igual_a_otro_cuenta_lo_suyo_aparte():
    plan = del_programa()
    modelo = plan.componentes[1]
    copia = con_copia(plan, "2", Senas("4", "Otro", "", "vinculacion", modelo.estilo))
    suyo, era = copia.lugar["4.2"], plan.lugar["2.2"]
    assert [a.clase for a in suyo.apartados] == [a.clase for a in era.apartados]
    assert len(copia.cuadros) == len(plan.cuadros) + 12
    nuevas = copia.cifra.keys() - plan.cifra.keys()
    assert len(nuevas) == 19 and all(copia.cifra[clave] == plan.cifra[clave] for clave in plan.cifra)
    assert not any(actividad.programado for actividad in copia.componentes[3].actividades)
    assert sin_lugar(copia, "4") == plan


def test_renumerar_lleva_lo_de_dentro_y_no_deja_dos_iguales():
    plan = del_programa()
    hecho = con_numero(plan, "2", "5")
    assert [a.numero for a in hecho.plan.componentes[1].actividades] == ["5.1", "5.2", "5.3", "5.4", "5.5"]
    assert hecho.plan.cuadro["5.2#3"].titulo == plan.cuadro["2.2#3"].titulo
    with pytest.raises(ValorInvalido, match="Ya hay otro"):
        con_numero(plan, "2.1", "2.2")
    with pytest.raises(ValorInvalido, match="empiezan con"):
        con_numero(plan, "2.1", "3.9")
    de_otro = con_senas(plan, "3", Senas("3", "Proactiva", "", "transparencia"))
    assert [c.clave for c in de_otro.plan.componentes_de("transparencia")] == ["2", "3"]


def test_cada_cuadro_del_plan_se_puede_volver_a_pedir_y_queda_igual():
    plan = del_programa()
    for cuadro in plan.cuadros:
        pedido = pedido_de(plan, cuadro.clave)
        assert pedido is not None
        assert con_otro_pedido(plan, cuadro.clave, pedido) == plan


@pytest.mark.parametrize("molde", del_programa().moldes, ids=lambda molde: molde.clave)
def test_un_cuadro_nuevo_de_cada_clase_se_escribe_en_sus_casillas(molde: Molde):
    plan = con_actividad_o_paso(del_programa(), "2", Senas("2.6", "Visitas"))
    cosas = tuple(Cosa(f"Cosa {n}", "cosa", "cosas", "f") for n in range(cuantas_cosas(molde)[0]))
    con_el = con_cuadro(plan, "2.6", replace(de_su_clase(molde), cosas=cosas))
    nuevo = el_nuevo(plan, con_el)
    assert nuevo is not None and nuevo.lugar == "2.6"
    assert [a.clase for a in con_el.lugar["2.6"].apartados] == ["cuadro", "renglones"]
    for cosa in cosas:
        cifra = next(c for c in con_el.cifras if c.nombre == cosa.nombre)
        assert isinstance(cifra.fuente, Capturada) and cifra.unidad.genero == "f"
    assert pedido_de(con_el, nuevo.clave) is not None
    with pytest.raises(ValorInvalido, match="qué cuenta"):
        con_cuadro(plan, "2.6", de_su_clase(molde))


def test_un_numero_que_ya_esta_gana_las_casillas_que_el_otro_cuadro_le_pide():
    plan = con_actividad_o_paso(del_programa(), "2", Senas("2.6", "Visitas"))
    molde = next(m for m in plan.moldes if m.clave == "meses_por_sexo")
    cosa = pedido_de(plan, "3.1/1#2")
    assert cosa is not None
    con_el = con_cuadro(plan, "2.6", replace(de_su_clase(molde), cosas=cosa.cosas))
    fuente = con_el.cifra["paginas"].fuente
    assert isinstance(fuente, Capturada) and fuente.captura == ("mes", "mes y sexo") and fuente.suma_de_sexos
    de_sesiones = pedido_de(plan, "2.3#1")
    assert de_sesiones is not None
    sesiones = next(c for c in de_sesiones.cosas if c.clave == "sesiones")
    with pytest.raises(ValorInvalido, match="no se sabe por mes o por sexo"):
        con_cuadro(plan, "2.6", replace(de_su_clase(molde), cosas=(sesiones,)))


def test_los_bloques_se_agregan_y_se_acomodan_y_un_cuadro_se_va_con_sus_numeros():
    plan = del_programa()
    con_el = con_bloque(plan, "2.3", "subtitulo", "CURSOS", "2.3#1")
    assert [a.clase for a in con_el.lugar["2.3"].apartados] == ["cuadro", "subtitulo", "renglones"]
    clave = con_el.lugar["2.3"].apartados[1].clave
    arriba = con_bloque_un_sitio(con_el, clave, -1)
    assert [a.clase for a in arriba.lugar["2.3"].apartados] == ["subtitulo", "cuadro", "renglones"]
    hecho = con_bloque_en(plan, "2.3#1", "2.4", 0)
    cuadro = hecho.plan.lugar["2.4"].apartados[0].cuadro
    assert hecho.ahora("2.3#1") == cuadro and hecho.plan.cuadro[cuadro].molde == "sesiones_y_personas"
    assert {c.clave for c in hecho.plan.cifras} == {c.clave for c in plan.cifras}
    for texto, dicen in (("", "vacío"), ("Hubo {asunto}.", "no se podría imprimir")):
        with pytest.raises(ValorInvalido, match=dicen):
            con_bloque(plan, "2.3", "parrafo", texto)
    with pytest.raises(ValorInvalido, match="ya tiene su lugar"):
        con_bloque(plan, "2.3", "renglones")


def test_el_indice_nombra_cada_cosa_por_lo_que_se_lee_en_ella():
    rotulos = [nodo.rotulo for nodo in todos(nodos_de(del_programa()))]
    assert "Cuadro: ASESORÍAS DATOS PERSONALES" in rotulos
    assert "Cuadro: Oficios de turno de solicitudes" in rotulos
    assert "Título: COMPONENTE ‹número del componente›" in rotulos
    assert not any("{" in rotulo for rotulo in rotulos)


def test_un_cruce_de_dos_datos_con_sus_totales_se_pide_y_se_vuelve_a_pedir():
    plan = del_programa()
    cosa = Cosa("Oficios por área", "oficio", "oficios", sale=Contada("folios", ("1.2/2",)))
    areas = Lado("destinatario", ("tesoreria", "obras"), ("TESORERÍA MUNICIPAL", "OBRAS"))
    cruce = Cruce(cosa, areas, Lado("medio", ("oficio", "correo")), "ÁREAS")
    con_el = con_cruce(plan, "1.2/2", cruce)
    nuevo = el_nuevo(plan, con_el)
    assert nuevo is not None and nuevo.lugar == "1.2/2"
    assert [banda.eje for banda in con_el.cuadro[nuevo.clave].filas] == ["valores", "cifras"]
    pedido = cruce_de(con_el, nuevo.clave)
    assert pedido is not None and con_otro_cruce(con_el, nuevo.clave, pedido) == con_el
    con_los_demas = replace(cruce, a_lo_ancho=replace(cruce.a_lo_ancho, demas="OTRO MEDIO"))
    con_ellos = con_otro_cruce(con_el, nuevo.clave, con_los_demas)
    assert con_ellos.cuadro[nuevo.clave].columnas[0].etiquetas == ("OFICIO", "CORREO", "OTRO MEDIO")
    otro = cruce_de(con_ellos, nuevo.clave)
    assert otro is not None and con_otro_cruce(con_ellos, nuevo.clave, otro) == con_ellos
    assert cruce_de(plan, "2.2#3") is None
    for mal, dicen in (
        (replace(cruce, abajo=cruce.a_lo_ancho), "mismo dato"),
        (replace(cruce, abajo=Lado("destinatario", ())), "qué se cuenta de cada dato"),
        (replace(cruce, cuenta=Cosa("Otra")), "se cuenta de lo que se anota"),
    ):
        with pytest.raises(ValorInvalido, match=dicen):
            con_cruce(plan, "1.2/2", mal)
