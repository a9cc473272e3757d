"""Departamentos, medios, portada y firmas: se agregan y se cambian; lo que se usa no se quita."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.dominio.test_armar_el_plan import del_programa
from ut_escritorio.datos.toml.escribir.plan import llaves_de
from ut_escritorio.datos.toml.plan import leer_plan, plan_de_llaves
from ut_escritorio.dominio.cambios_del_plan.armado.bloques import con_bloque, con_bloque_en, con_firmas
from ut_escritorio.dominio.cambios_del_plan.armado.departamentos import (
    Encabezado,
    con_componente_en,
    con_departamento,
    con_departamento_un_sitio,
    con_otro_encabezado,
    sin_departamento,
)
from ut_escritorio.dominio.cambios_del_plan.armado.en_su_lugar import bloques_de
from ut_escritorio.dominio.cambios_del_plan.armado.frases import con_otra_frase
from ut_escritorio.dominio.cambios_del_plan.armado.medios import (
    con_medio,
    con_medio_un_sitio,
    con_otro_medio,
    sin_medio,
)
from ut_escritorio.dominio.cambios_del_plan.armado.nodos import nodos_de, todos
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.plan.apartados import Firmante
from ut_escritorio.dominio.plan.arbol import Medio
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.servicios.archivo.creacion import plan_del_programa


def test_un_departamento_como_otro_trae_lo_suyo_y_lo_firma_quien_lo_encabeza():
    plan = del_programa()
    con_el = con_departamento(plan, Encabezado("Archivo"), "transparencia")
    nuevo, modelo = con_el.departamentos[-1], plan.departamento["transparencia"]
    assert (nuevo.clave, nuevo.oficio) == ("archivo", modelo.oficio)
    assert [a.clave for a in nuevo.apartados] == ["departamento:archivo#1", "departamento:archivo#2"]
    assert [a.clave for a in nuevo.al_final][-1] == "departamento:archivo#final2"
    assert nuevo.al_final[-1].firmantes == (Firmante(nuevo.puesto),)
    leido = leer_plan(plan_del_programa())
    llaves = llaves_de(con_el, leido.catalogo, {sha256: sha256 for sha256 in leido.contenidos})
    assert plan_de_llaves(llaves, plan_del_programa()).plan.departamentos == con_el.departamentos
    mudado = con_componente_en(con_el, "3", "archivo")
    assert [c.numero for c in mudado.componentes] == ["1", "2", "3"], "su puesto en el informe no cambia"
    with pytest.raises(ValorInvalido, match="es el del componente 3"):
        sin_departamento(mudado, "archivo")
    assert sin_departamento(con_el, "archivo") == plan
    otra = con_otro_encabezado(con_el, "archivo", Encabezado("Archivo", "jefa_vinculacion"))
    assert otra.departamentos[-1].al_final[-1].firmantes[0].puesto == "jefa_vinculacion"
    assert con_departamento_un_sitio(con_el, "archivo", -1).departamentos[1].clave == "archivo"
    with pytest.raises(ValorInvalido, match="último"):
        con_departamento_un_sitio(con_el, "archivo", 1)
    for nombre, dicen in (("", "Falta el nombre"), ("archivo", "Ya hay")):
        with pytest.raises(ValorInvalido, match=dicen):
            con_departamento(con_el, Encabezado(nombre))


def test_en_la_portada_y_los_departamentos_va_lo_que_ahi_se_puede_imprimir():
    plan = del_programa()
    casa = "departamento:transparencia"
    for donde, texto in (("portada", "Año {ejercicio}"), (f"{casa}#final", "Es cuanto de {departamento}.")):
        puesto = con_bloque(plan, donde, "parrafo", texto)
        assert bloques_de(puesto, donde)[-1].texto == texto
        assert bloques_de(puesto, donde)[-1].clave.startswith(donde)
    with pytest.raises(ValorInvalido, match="ahí"):
        con_bloque(plan, "portada", "parrafo", "Del componente {componente}")
    with pytest.raises(ValorInvalido, match="Un cuadro va en"):
        con_bloque_en(plan, "2.3#1", "portada", 0)
    (titulo,) = [a for a in plan.lugar["1.2/1"].apartados if a.clase == "parrafo"]
    de_paso = con_bloque(plan, "1.2/1", "parrafo", "Paso {paso}", titulo.clave)
    suyo = next(a for a in de_paso.lugar["1.2/1"].apartados if a.texto == "Paso {paso}")
    with pytest.raises(ValorInvalido, match="no se podría imprimir ahí"):
        con_bloque_en(de_paso, suyo.clave, "1", 0)
    firmas = plan.ultima[-1]
    hecho = con_bloque_en(plan, firmas.clave, casa, 0)
    assert hecho.ahora(firmas.clave) == f"{casa}#3" == bloques_de(hecho.plan, casa)[0].clave
    solo = con_firmas(plan, "ultima", (Firmante("titular_ut", "Vo. Bo."),), "", firmas.clave)
    assert solo.ultima == (replace(firmas, firmantes=(Firmante("titular_ut", "Vo. Bo."),)),)
    for firmantes, dicen in (((), "quién firma"), (firmas.firmantes[:1] * 2, "dos firmas")):
        with pytest.raises(ValorInvalido, match=dicen):
            con_firmas(plan, "portada", firmantes, "")


def test_un_medio_nuevo_se_ofrece_y_el_que_se_usa_no_se_quita():
    plan = del_programa()
    con_el = con_medio(plan, Medio("", " mensajería ", Sustantivo("envío", "", "m")))
    assert con_el.medios[-1] == Medio("mensajeria", "mensajería", Sustantivo("envío", "envío", "m"))
    assert sin_medio(con_el, "mensajeria") == plan
    assert (
        con_otro_medio(con_el, replace(con_el.medios[-1], frase="paquetería")).medios[-1].frase
        == "paquetería"
    )
    with pytest.raises(ValorInvalido, match="la frase «"):
        sin_medio(plan, "oficio")
    with pytest.raises(ValorInvalido, match="se sigue su serie"):
        con_medio_un_sitio(plan, "oficio", 1)
    assert con_medio_un_sitio(con_el, "mensajeria", -1).medios[-2].clave == "mensajeria"
    for frase, dicen in (("", "Falta decir"), ("Oficio", "Ya hay")):
        with pytest.raises(ValorInvalido, match=dicen):
            con_medio(plan, Medio("", frase, Sustantivo("", "")))


def test_un_dato_de_una_frase_no_se_queda_sin_rotulo():
    plan = del_programa()
    (frase,) = [f for f in plan.lugar["1.1/2"].formas if f.campos]
    sin_el = replace(frase, campos=(replace(frase.campos[0], etiqueta=""),))
    with pytest.raises(ValorInvalido, match="cómo se pide"):
        con_otra_frase(plan, "1.1/2", sin_el)


def test_cada_bloque_del_plan_esta_en_el_indice_una_vez():
    plan = del_programa()
    suyos = [nodo.clave for nodo in todos(nodos_de(plan)) if nodo.clase == "bloque"]
    assert sorted(suyos) == sorted(apartado.clave for apartado in plan.apartados())
