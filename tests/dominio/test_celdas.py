"""Cada celda sabe qué número es, si se escribe en ella y cómo se lee en voz alta."""

from __future__ import annotations

from tests.inventado import ABRIL, MAYO, TRIMESTRE, banda, cifra, foto, plan, por_mes
from ut_escritorio.dominio.numeros.tabla import TablaDeCuadro, dibujar
from ut_escritorio.dominio.plan.cifras import Capturada, Valor
from ut_escritorio.dominio.plan.cuadros import Cuadro, Pie
from ut_escritorio.dominio.trimestre.conteos import Casilla

UNA = (banda("cifras", "v"),)


def tabla_de_meses(abril: int, *, con_pie: bool = False) -> TablaDeCuadro:
    pie = Pie("TOTAL", "v") if con_pie else None
    cuadro = Cuadro("c", UNA, (banda("meses"), banda("trimestre")), "VISITAS A LA CASA", pie=pie)
    return dibujar(cuadro, foto(plan(cifra("v")), {("v", ABRIL, None): abril}))


def test_una_celda_de_mes_se_escribe_y_la_del_total_se_calcula() -> None:
    abril, total = tabla_de_meses(9).en(2, 0), tabla_de_meses(9).en(2, 3)
    assert abril and total
    assert (abril.papel, abril.editable, abril.escrito) == ("dato", True, True)
    assert abril.casilla == Casilla("v", TRIMESTRE.numero, ABRIL)
    assert abril.nombre == "v, abril"
    assert (total.papel, total.editable, total.escrito) == ("total", False, False)
    assert total.nombre == "v, todo el trimestre"


def test_el_total_a_medias_se_deja_en_blanco_y_sabe_cuanto_lleva() -> None:
    total = tabla_de_meses(9).en(2, 3)
    assert total
    assert (total.texto, total.valor) == ("", Valor(9, (5, 6)))


def test_un_mes_vacio_no_esta_escrito() -> None:
    mayo = tabla_de_meses(9).en(2, 1)
    assert mayo
    assert (mayo.texto, mayo.escrito, mayo.valor) == ("", False, Valor(None, (MAYO,)))


def test_el_total_del_pie_nunca_se_escribe_ahi() -> None:
    pie = tabla_de_meses(9, con_pie=True).en(3, 1)
    assert pie
    assert (pie.papel, pie.editable, pie.ancho) == ("total", False, 3)
    assert pie.nombre == "v, todo el trimestre"
    assert pie.casilla == Casilla("v", TRIMESTRE.numero)


def test_el_sexo_se_lee_con_su_palabra() -> None:
    por_sexo = cifra("v", Capturada(("trimestre y sexo",)))
    tabla = dibujar(Cuadro("c", UNA, (banda("sexos", sexos=("ni",)),)), foto(plan(por_sexo)))
    celda = tabla.en(1, 0)
    assert celda
    assert (celda.nombre, celda.editable) == ("v, todo el trimestre, n/i", True)


def test_la_unidad_va_en_singular_con_uno() -> None:
    cuadro = Cuadro("c", UNA, (banda("trimestre", con_unidad=True),))
    textos = [
        dibujar(cuadro, foto(plan(cifra("v")), por_mes("v", 0, n, 0))).celdas[-1].texto for n in (0, 1, 2)
    ]
    assert textos == ["0 VISITAS", "1 VISITA", "2 VISITAS"]


def test_los_encabezados_que_se_repiten_y_los_rotulos_se_cuentan() -> None:
    tabla = tabla_de_meses(1)
    assert (tabla.filas, tabla.columnas, tabla.filas_encabezado) == (3, 4, 2)
    assert [celda.papel for celda in tabla.celdas[:2]] == ["titulo", "columna"]
    assert tabla.en(9, 9) is None


def test_el_cuadro_se_llama_por_su_titulo_o_por_su_esquina() -> None:
    datos = foto(plan(cifra("v")))
    assert tabla_de_meses(1).titulo == "VISITAS A LA CASA"
    assert dibujar(Cuadro("c", UNA, (banda("meses"),), esquina="VISITAS"), datos).titulo == "VISITAS"
