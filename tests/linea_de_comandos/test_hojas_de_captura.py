"""Las hojas para capturar a mano, en la terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.linea_de_comandos.test_programa import correr


@pytest.fixture
def ejemplo(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    ruta = tmp_path / "ejemplo.sqlite"
    assert correr(capsys, "ejemplo", ruta)[0] == 0
    return ruta


def pedir(capsys: pytest.CaptureFixture[str], ejemplo: Path, *mas: object) -> tuple[int, str, str]:
    return correr(capsys, "hojas-de-captura", ejemplo, "--ejercicio", 2024, "--trimestre", 2, *mas)


def test_las_de_todas_o_las_de_una_quedan_en_su_pdf_y_el_archivo_igual(
    ejemplo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    antes = ejemplo.read_bytes()
    codigo, dicho, _ = pedir(capsys, ejemplo, "--salida", tmp_path / "todas.pdf")
    todas = len(PdfReader(tmp_path / "todas.pdf").pages)
    assert codigo == 0
    assert f"{todas} hojas en blanco" in dicho
    codigo, dicho, _ = pedir(capsys, ejemplo, "--actividad", "3.1", "--salida", tmp_path / "una.pdf")
    una = PdfReader(tmp_path / "una.pdf")
    assert (codigo, len(una.pages) < todas) == (0, True)
    assert "2º trimestre de 2024" in una.pages[0].extract_text().replace("TRIMESTRE DE", "trimestre de")
    assert pedir(capsys, ejemplo, "--mes", "Mayo", "--salida", tmp_path / "mayo.pdf")[0] == 0
    assert "MAYO DE 2024" in PdfReader(tmp_path / "mayo.pdf").pages[0].extract_text()
    assert ejemplo.read_bytes() == antes


def test_lo_que_no_se_puede_se_dice(ejemplo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    codigo, _, dicho = pedir(capsys, ejemplo, "--actividad", "9.9", "--salida", tmp_path / "h.pdf")
    assert (codigo, "«9.9»" in dicho, (tmp_path / "h.pdf").exists()) == (2, True, False)
    codigo, _, dicho = pedir(capsys, ejemplo, "--mes", "julio", "--salida", tmp_path / "h.pdf")
    assert (codigo, "no es del 2º trimestre" in dicho, (tmp_path / "h.pdf").exists()) == (2, True, False)
    codigo, _, dicho = pedir(capsys, ejemplo, "--mes", "5", "--salida", tmp_path / "h.pdf")
    assert (codigo, "«5» no es un mes" in dicho) == (2, True)
    codigo, _, dicho = pedir(capsys, ejemplo)
    assert (codigo, "Falta decir: --salida" in dicho) == (2, True)
    (tmp_path / "notas.pdf").write_text("no es un PDF", encoding="utf-8")
    assert pedir(capsys, ejemplo, "--salida", tmp_path / "notas.pdf")[0] == 2
    assert (tmp_path / "notas.pdf").read_text(encoding="utf-8") == "no es un PDF"
