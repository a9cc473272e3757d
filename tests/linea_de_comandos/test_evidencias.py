"""Las evidencias en la terminal: decirlas, adjuntarlas y los anexos que van aparte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.evidencias.archivos import HEIC, escaneo, foto
from tests.linea_de_comandos.test_oficios import ejemplo
from tests.linea_de_comandos.test_programa import correr
from tests.oficios.contra_el_libro import TRIMESTRE, ahora
from ut_escritorio.dominio.plan.anexos import LosAnexos
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.oficina.plan import anexar

__all__ = ["ejemplo"]
SEGUNDO = ("--ejercicio", 2024, "--trimestre", 2)
Consola = pytest.CaptureFixture[str]


@pytest.fixture
def fotos(tmp_path: Path) -> Path:
    (tmp_path / "IMG_1.jpg").write_bytes(foto())
    (tmp_path / "acuse.pdf").write_bytes(escaneo(2))
    (tmp_path / "IMG_2.heic").write_bytes(HEIC)
    return tmp_path


def test_sin_ninguna_lo_dice(ejemplo: Path, capsys: Consola):
    assert correr(capsys, "evidencias", ejemplo, *SEGUNDO)[:2] == (0, "No hay ninguna evidencia.\n")


def test_se_adjuntan_a_un_oficio_y_a_una_actividad_y_se_dicen(ejemplo: Path, fotos: Path, capsys: Consola):
    al_oficio = ("--a", "ut/548/2024", "--adjuntar", fotos / "acuse.pdf")
    codigo, salida, _ = correr(capsys, "evidencias", ejemplo, *SEGUNDO, *al_oficio)
    assert codigo == 0 and salida.startswith("Se adjuntó un PDF (")
    a_la_actividad = ("--a", "1.1", "--adjuntar", fotos / "IMG_1.jpg", fotos / "IMG_2.heic")
    codigo, salida, _ = correr(capsys, "evidencias", ejemplo, *SEGUNDO, *a_la_actividad)
    assert codigo == 0 and "No se adjuntó «IMG_2.heic»" in salida
    codigo, salida, _ = correr(capsys, "evidencias", ejemplo, *SEGUNDO, "--json")
    dichas = [(cada["donde"], cada["nombre"], cada["sale"], cada["anexo"]) for cada in json.loads(salida)]
    assert dichas == [("1.1", "IMG_1.jpg", True, None), ("1.2 paso 2", "acuse.pdf", False, None)]
    assert salida.isascii()
    _, salida, _ = correr(capsys, "evidencias", ejemplo, *SEGUNDO)
    assert "1.2 paso 2. Oficio UT/0548/2024." in salida and "PDF de 2 hojas" in salida


def test_si_ninguna_se_pudo_es_que_no_y_sin_a_quien_se_dice(ejemplo: Path, fotos: Path, capsys: Consola):
    mala = ("--adjuntar", fotos / "IMG_2.heic")
    assert correr(capsys, "evidencias", ejemplo, *SEGUNDO, "--a", "1.1", *mala)[0] == 1
    codigo, _, dicho = correr(capsys, "evidencias", ejemplo, *SEGUNDO, "--a", "9.9", *mala)
    assert codigo == 2 and "«9.9» no es un oficio de 2024 ni un lugar del plan" in dicho


def test_los_anexos_aparte_salen_en_su_pdf(ejemplo: Path, fotos: Path, capsys: Consola):
    pdf, anexos = fotos / "informe.pdf", fotos / "anexos.pdf"
    exporta = ("exportar", ejemplo, *SEGUNDO, "--salida", pdf, "--anexos", anexos)
    codigo, _, dicho = correr(capsys, *exporta)
    assert codigo == 2 and "no lleva anexos aparte" in dicho and not pdf.exists()
    correr(capsys, "evidencias", ejemplo, *SEGUNDO, "--a", "1.1", "--adjuntar", fotos / "IMG_1.jpg")
    with expediente.abrir(ejemplo, ahora) as exp:
        anexar(exp, TRIMESTRE, LosAnexos("aparte"))
    codigo, salida, _ = correr(capsys, *exporta)
    assert codigo == 0 and f"Los anexos, de una hoja, quedaron en {anexos}" in salida
    assert "ANEXO 1" in PdfReader(anexos).pages[0].extract_text()
