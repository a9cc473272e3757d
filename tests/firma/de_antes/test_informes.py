"""Lo que se imprime y lo que se señala es lo de antes: ningún cambio del programa lo cambia sin decirlo."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.firma.de_antes.informes import CASOS, HUELLAS, Caso, huellas_de


@pytest.mark.parametrize(("nombre", "caso"), CASOS.items(), ids=CASOS)
def test_da_el_mismo_pdf_y_los_mismos_hallazgos(nombre: str, caso: Caso, tmp_path: Path):
    assert huellas_de(caso, tmp_path) == json.loads(HUELLAS.read_text(encoding="utf-8"))[nombre]
