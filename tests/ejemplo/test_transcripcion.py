"""Todo lo que cuenta el informe que se firmó, en su orden: en el documento y en el papel."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from impreso import apretado, bloques_de, cuerpo_de, hojas_de, primero_que_falta
from pypdf import PdfReader

from tests.inventado import deja_huecos
from ut_escritorio.informe.armado import armar
from ut_escritorio.informe.pdf import escribir_pdf

HECHOS = tuple(
    renglon
    for renglon in Path(__file__).with_name("hechos.txt").read_text(encoding="utf-8").splitlines()
    if renglon and not renglon.startswith("#")
)
EN_CADA_HOJA = (
    "2024, Bicentenario de la integración de Oaxaca a la República Mexicana",
    "Oaxaca de Juárez", "Patrimonio cultural de la humanidad", "2022-2024", "Unidad de Transparencia",
)  # fmt: skip


@pytest.fixture(scope="module")
def documento(foto):
    return armar(foto)


@pytest.fixture(scope="module")
def pdf(documento, plan_leido):
    return escribir_pdf(documento, plan_leido.contenidos.__getitem__)


def con_vinetas(documento):
    """El documento con el signo de cada viñeta delante de su párrafo, como se lee en el papel."""
    vinetas = [getattr(bloque, "vineta", "") for seccion in documento.secciones for bloque in seccion.bloques]
    return apretado("".join(v + texto for v, texto in zip(vinetas, bloques_de(documento), strict=True)))


def test_el_documento_cuenta_todo_lo_que_se_firmo_en_su_orden(documento):
    assert primero_que_falta(con_vinetas(documento), HECHOS) is None


def test_el_pdf_cuenta_todo_lo_que_se_firmo_en_su_orden(documento, pdf):
    cuerpo = cuerpo_de(hojas_de(pdf.datos), documento.secciones[0].membrete)
    assert primero_que_falta(cuerpo, HECHOS) is None


def test_el_pdf_dice_lo_mismo_que_el_documento_y_nada_mas(documento, pdf):
    cuerpo = cuerpo_de(hojas_de(pdf.datos), documento.secciones[0].membrete)
    assert sorted(cuerpo) == sorted(con_vinetas(documento))
    assert pdf.sin_glifo == ()


def test_la_portada_y_la_ultima_hoja_llevan_quien_elaboro_y_quien_dio_el_visto_bueno(pdf):
    hojas = hojas_de(pdf.datos)
    assert [hojas.index(hoja) for hoja in hojas if "Elaboró" in hoja and "Vo.Bo." in hoja] == [
        0,
        len(hojas) - 1,
    ]


def test_cada_hoja_lleva_leyenda_administracion_y_pie(pdf):
    for hoja in hojas_de(pdf.datos):
        assert all(apretado(pieza) in hoja for pieza in EN_CADA_HOJA)


def test_cada_renglon_de_la_administracion_cabe_en_el_suyo(documento, pdf):
    renglones = PdfReader(BytesIO(pdf.datos)).pages[3].extract_text().splitlines()
    assert set(documento.secciones[0].membrete.administracion) <= {renglon.strip() for renglon in renglones}


def test_nada_del_informe_que_se_firmo_queda_en_raya(documento):
    assert not deja_huecos(documento)


def test_sin_leyenda_ni_firmantes_no_se_inventa_ninguno(foto):
    anonima = replace(
        foto, plan=replace(foto.plan, leyenda=""), catalogo=replace(foto.catalogo, nombramientos=())
    )
    texto = " ".join(bloques_de(armar(anonima)))
    assert "Bicentenario" not in texto
    assert "Sanchez" not in texto


def test_lo_que_el_informe_no_dice_queda_vacio(foto):
    fechas = [f"{r.fecha:%d/%m}" for r in foto.renglones if r.fecha]
    assert fechas == "25/04 22/05 15/05 02/05 16/06 09/04 11/04 16/04 24/04 27/05 04/06 27/06".split()
    assert all(r.fecha is None for r in foto.renglones if any(c.folio.startswith("UT/") for c in r.citas))
    en_abril = [r for r in foto.renglones if r.medio == "sesion" and r.en_mes == 4]
    assert [r.personas.cuantas for r in en_abril] == [None] * 4
    assert all(not a.programado for c in foto.plan.componentes if c.numero != "2" for a in c.actividades)
    assert foto.parrafos == () and not foto.a_mano
