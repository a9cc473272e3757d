"""Lo que hay que corregir marca BORRADOR; dejarlo así con su motivo lo quita, hasta que cambie el número."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.datos.oficina import ABRIL, TRIMESTRE
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.revision import por_corregir
from ut_escritorio.servicios.captura import capturar
from ut_escritorio.servicios.expediente import Expediente
from ut_escritorio.servicios.firma import firmar, pdf_firmado
from ut_escritorio.servicios.historia import deshacer
from ut_escritorio.servicios.informe import contenidos_de, documento_de, exportar
from ut_escritorio.servicios.revision import dejar_asi, revisar, volver_a_senalar

HOY = date(2031, 7, 4)


def pendientes(exp: Expediente) -> list[str]:
    return [hallazgo.huella for hallazgo in por_corregir(revisar(exp.foto(TRIMESTRE), HOY))]


def dejar_todo(exp: Expediente) -> None:
    for huella in pendientes(exp):
        dejar_asi(exp, TRIMESTRE, huella, "Así se entregó")


def es_borrador(exp: Expediente, carpeta: Path) -> bool:
    """Si el PDF exportado lo dice, hoja por hoja."""
    foto = exp.foto(TRIMESTRE)
    hecho = exportar(foto, contenidos_de(exp, foto), carpeta / "informe.pdf")
    dichos = {"BORRADOR" in hoja.extract_text() for hoja in PdfReader(hecho.ruta).pages}
    assert dichos == {bool(hecho.por_corregir)}
    return dichos == {True}


def test_con_algo_por_corregir_sale_borrador_y_dejado_con_motivo_ya_no(exp: Expediente, tmp_path: Path):
    assert pendientes(exp)
    assert es_borrador(exp, tmp_path)
    dejar_todo(exp)
    assert pendientes(exp) == []
    assert not es_borrador(exp, tmp_path)
    assert not documento_de(exp.foto(TRIMESTRE)).borrador


def test_lo_dejado_vuelve_cuando_cambia_su_numero_o_se_quita(exp: Expediente, tmp_path: Path):
    dejar_todo(exp)
    capturar(exp, TRIMESTRE, ABRIL, 78)
    assert pendientes(exp)
    deshacer(exp)
    assert pendientes(exp) == []
    huella = next(iter(exp.foto(TRIMESTRE).dejados))
    volver_a_senalar(exp, TRIMESTRE, huella)
    assert pendientes(exp) == [huella]
    assert es_borrador(exp, tmp_path)


def test_dejarlo_asi_pide_el_motivo(exp: Expediente):
    with pytest.raises(ErrorEsperado, match="Escriba por qué"):
        dejar_asi(exp, TRIMESTRE, pendientes(exp)[0], " ")


def test_nada_impide_firmar_con_algo_por_corregir(exp: Expediente):
    assert pendientes(exp)
    firmar(exp, TRIMESTRE, HOY)
    hojas = PdfReader(io.BytesIO(pdf_firmado(exp, TRIMESTRE))).pages
    assert all("BORRADOR" in hoja.extract_text() for hoja in hojas)
