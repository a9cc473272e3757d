"""El cuarto trimestre se firma en enero: quien ya está entonces, el membrete nuevo y la leyenda del año."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.datos.oficina import ARCHIVOS, PLAN
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega.firma import firmar, pdf_firmado

CUARTO = Trimestre(2024, 4)
NOMBRAMIENTO_VIEJO = 'cargo = "Encargado"\nhasta = 2031-06-30'
NOMBRAMIENTO_NUEVO = 'cargo = "Titular"\ndesde = 2031-07-01'
MEMBRETE = '[[membretes]]\nclave = "hoja"\n'


@pytest.fixture
def exp(tmp_path: Path):
    """Un plan de 2024 cuya Titular y cuya administración cambian el 1 de enero de 2025."""
    texto = PLAN.read_text(encoding="utf-8")
    for viejo, nuevo in (
        (NOMBRAMIENTO_VIEJO, 'cargo = "Encargado"\nhasta = 2024-12-31'),
        (NOMBRAMIENTO_NUEVO, 'cargo = "Titular"\ndesde = 2025-01-01'),
        (MEMBRETE, f"{MEMBRETE}hasta = 2024-12-31\n"),
        ('"2030-2032"', '"2022-2024"'),
        ("2031", "2024"),
    ):
        assert viejo in texto
        texto = texto.replace(viejo, nuevo)
    nueva = '[[membretes]]\nclave = "nueva"\nadministracion = ["2025-2027"]\ndesde = 2025-01-01\n'
    plan = tmp_path / "plan.toml"
    plan.write_text(f"{texto}\n{nueva}", encoding="utf-8")
    (tmp_path / "logo.svg").write_bytes((ARCHIVOS / "logo.svg").read_bytes())
    archivo = tmp_path / "a.sqlite"
    with creacion.crear(archivo, plan, None, lambda: datetime(2025, 1, 8, 10)) as abierto:  # noqa: DTZ001
        yield abierto


def texto_firmado(exp: Expediente, dia: date) -> str:
    firmar(exp, CUARTO, dia)
    lector = PdfReader(io.BytesIO(pdf_firmado(exp, CUARTO)))
    return "\n".join(pagina.extract_text() for pagina in lector.pages)


def test_firmado_el_8_de_enero_lleva_lo_nuevo_y_la_leyenda_de_su_ejercicio(exp: Expediente):
    texto = texto_firmado(exp, date(2025, 1, 8))
    assert "LUZ NIÑO" in texto.upper()
    assert ("BETO PEÑA" in texto.upper(), "ENCARGADO" in texto.upper()) == (False, False)
    assert ("2025-2027" in texto, "2022-2024" in texto) == (True, False)
    assert "Año de las puertas abiertas" in texto


def test_firmado_en_diciembre_lleva_lo_de_entonces(exp: Expediente):
    texto = texto_firmado(exp, date(2024, 12, 30))
    assert ("BETO PEÑA" in texto.upper(), "ENCARGADO" in texto.upper()) == (True, True)
    assert ("2025-2027" in texto, "2022-2024" in texto) == (False, True)
